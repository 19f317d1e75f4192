"""Memos: what people say about a reading, a note, a descriptor, a session or an action, answered and closed."""
