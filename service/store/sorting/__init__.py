"""How people sorted the notes of a programme."""
