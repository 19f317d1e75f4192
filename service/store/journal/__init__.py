"""What was done in programmes, the files that can be taken back, and the requests that were answered."""
