"""What is handed in, looked at before anything is made of it: wrong types are refused with place and remedy."""
