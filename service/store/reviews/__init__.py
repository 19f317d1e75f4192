"""Reviews as they are planned, and what is entered for them."""
