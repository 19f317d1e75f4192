"""Who has an account here, how they sign in, and which programmes they are in."""
