"""How names are found: runs of capitals, those that are sure, the forms of one name together."""
