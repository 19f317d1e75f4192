"""What the assistant proposed, in words."""
