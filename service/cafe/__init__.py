"""World Cafés: who sits with whom in rounds of small mixed groups, and what the tables wrote."""
