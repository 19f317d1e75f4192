"""What each reader gets, in which order."""
