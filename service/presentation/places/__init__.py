"""What a place in a programme shows: the first page of members and observers, notes of a team, what is published."""
