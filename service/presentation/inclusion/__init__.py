"""How inclusive sessions were and who held power in them, as pages show it."""
