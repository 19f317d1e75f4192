"""Small surveys: made here, answered without names, and shown so that nobody is told."""
