"""Notes that people write on their phones while they are together, and how these come to the wall."""
