"""Memos: what people say about a reading, a note, a descriptor or a session, answered and closed."""
