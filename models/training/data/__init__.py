"""The training text: what it is read from, how it is divided, and how it looks in Latin letters."""
