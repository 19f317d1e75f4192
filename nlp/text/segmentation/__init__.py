"""Text to pieces: what one note is."""
