"""The pages and the API of how inclusive sessions were, and of who held power in them."""
