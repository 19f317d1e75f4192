"""Notes of an element in piles, as people lay them: what they did, step by step, and what lies where after it."""
