"""Where a partnership stands: what a programme has done, in four stages, and what facilitators say of it."""
