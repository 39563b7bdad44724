"""Readers: which stretches of a file are prose."""
