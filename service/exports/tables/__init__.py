"""The data of a programme as tidy tables, to go on with in other programs."""
