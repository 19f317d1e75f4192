"""What facilitators say of where a partnership stands, and what is counted beside it."""
