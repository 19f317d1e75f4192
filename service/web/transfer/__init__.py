"""How answers and requests travel: heads alone, compressed, in chunks, and where what was made is found."""
