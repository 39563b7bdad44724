"""What counts in a check run: what is new since a revision, what is known, what fails."""
