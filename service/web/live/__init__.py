"""Notes on phones: the facilitator's pages, the phones' page, and the API."""
