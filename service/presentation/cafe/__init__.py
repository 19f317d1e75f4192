"""World Cafés in a reader's language."""
