"""Telling other programs that something is ready: off until settings name hosts; signed; tried until it is taken."""
