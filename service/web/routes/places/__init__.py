"""Pages by one's place in a programme: the first page of members and observers, own notes, what is published."""
