"""What facilitators do with the questions that are proposed to them."""
