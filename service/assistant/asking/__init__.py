"""What a model is asked, how, and how much of it."""
