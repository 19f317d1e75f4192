"""One element through all reviews: ratings, readings, who was heard, and what was promised."""
