"""Pages of a PDF or a picture, read with the tools that are installed, and only kept where the text is sound."""
