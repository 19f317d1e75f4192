"""The tables of how inclusive sessions were and who held power in them, and what is done with their rows."""
