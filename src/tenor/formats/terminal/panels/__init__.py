"""The panels of the report of one text, a file a panel; report.py has their order."""
