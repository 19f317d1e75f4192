"""Work that waits to be done, is being done, or was done."""
