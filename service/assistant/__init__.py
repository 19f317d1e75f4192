"""A language model that proposes, if the facilitator wants one: asked, checked, kept, accepted or rejected."""
