"""The pages and the addresses of the API at which one searches."""
