"""Dates as people type them: in columns (`read`), where day or month comes first (`order`), in names (`in_names`)."""
