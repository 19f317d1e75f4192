"""The service as processes that are stopped, kept waiting and killed."""
