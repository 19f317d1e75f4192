"""Who may be quoted, how long a programme is kept, and what is deleted for good."""
