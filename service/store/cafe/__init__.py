"""World Cafés and the notes of their tables."""
