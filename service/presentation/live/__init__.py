"""Notes on phones in a reader's language."""
