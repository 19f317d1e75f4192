"""Recordings of sessions: written down by a server of speech recognition or by faster-whisper on this machine."""
