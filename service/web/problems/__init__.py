"""Errors as programs read them: RFC 9457, `application/problem+json`."""
