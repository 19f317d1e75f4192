"""One element through all reviews, in a reader's language."""
