"""A whole programme as one file: handed out and brought in."""
