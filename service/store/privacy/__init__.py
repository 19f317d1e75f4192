"""What may be quoted of whom, how long a programme is kept, and what is deleted for good."""
