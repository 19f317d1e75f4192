"""What was done in programmes, and taking it back."""
