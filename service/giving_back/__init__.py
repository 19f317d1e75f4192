"""Giving back: what was heard, shown to those who said it, and a channel in which nobody is named."""
