"""What was published of programmes."""
