"""What a place in a programme gives, under `/api/v1`: notes of the own team, what is open now, what is published."""
