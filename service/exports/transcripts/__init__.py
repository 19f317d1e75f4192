"""Transcripts that leave: with the names that were confirmed, or with numbers, and only with words that may be read."""
