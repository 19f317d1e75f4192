"""The page "Take the data with you"."""
