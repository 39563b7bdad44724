"""The terminal: the only room that holds rich, a file a picture."""
