"""Actions in a reader's language: beside what led to them, and as they stand in reports."""
