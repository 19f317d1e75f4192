"""What was given back to participants, and what they answered and wrote without their names."""
