"""What is being worked out, in words."""
