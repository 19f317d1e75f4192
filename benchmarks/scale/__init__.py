"""Very many notes: what they cost, and what is lost by learning from some of them."""
