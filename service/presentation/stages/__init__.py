"""Where a partnership stands, in a reader's language."""
