"""Which programs are told what: a page for the facilitator, and the same under `/api/v1`."""
