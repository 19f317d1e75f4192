"""The words of all texts, by which they are found: written with the rows they are of, gone with them."""
