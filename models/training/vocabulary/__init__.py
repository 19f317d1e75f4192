"""What the model knows by name: foldings of letters, tokens, the words that explain vectors, and their translations."""
