"""The work on texts: which there are, the one unit of work on each, processes and the cache."""
