"""Who was heard in a session, and in several: turns in, shares, balance and groups out."""

from nlp.participation.measure import measure_participation
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.types import Participation

__all__ = ["Participation", "measure_over_sessions", "measure_participation"]
