"""What people agreed to do, what became of it, and what of what they raised nobody has answered."""
