"""What was written in rubrics, in the order in which it was done, and which files were made of it."""
