"""How inclusive a session was, who held power in it, and what people are called in it."""
