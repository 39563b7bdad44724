"""What a check is, what it finds in a text, and what the text suppresses."""
