"""How a text sounds."""
