"""Charts as pictures to copy and to keep: for pages and programs."""
