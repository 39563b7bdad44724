"""How a text reads: readability, sentence length, syllables."""
