"""Reviews: when partners look at how they work together, what the day is like, and what they say of themselves."""
