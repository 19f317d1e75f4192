"""What was done, as pages."""
