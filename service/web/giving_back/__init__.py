"""What is given back: on the phones of participants, on the pages of facilitators, and in the API."""
