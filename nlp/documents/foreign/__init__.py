"""Office files of other kinds than docx and xlsx, read into the same paragraphs and grids."""
