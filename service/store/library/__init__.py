"""What programmes share, and what was brought in as files, as rows."""
