"""The page on which people sort the notes of an element."""
