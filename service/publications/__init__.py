"""What was published of a programme: fixed versions for those who have a place in it."""
