"""World Cafés: the facilitator's pages, the phones at the tables, the API."""
