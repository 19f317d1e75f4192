"""What may be taken of an answer, and why the rest is thrown away."""
