"""What people write on their phones while they are together."""
