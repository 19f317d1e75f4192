"""Very many notes: the long work on them cut into chunks that any `concurrent.futures.Executor` does, and kept."""
