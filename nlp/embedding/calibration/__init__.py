"""What makes the likenesses of one model mean what those of another do."""
