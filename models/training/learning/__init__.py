"""How the vectors come about: the teacher, where they begin, what they are shown, and the training itself."""
