"""Lists that grow are given in pages: so many at a time, and a cursor to go on from."""
