"""What is given back, in a reader's language: on phones, on paper, and beside the readings."""
