"""Who changed, saw, exported, published and deleted what, and when."""
