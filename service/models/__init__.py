"""Other embedding models: which could be had, which are kept here, and how one is fetched."""
