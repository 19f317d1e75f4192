"""What people agreed to, and what is deleted for good."""
