"""How fast a programme is searched, and what is right of what is found."""
