"""The drift and the mood of a text."""

__version__ = "0.1.0"
