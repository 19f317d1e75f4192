"""Who was heard in a session: turns in, shares, balance and groups out."""

from nlp.participation.measure import measure_participation
from nlp.participation.types import Participation

__all__ = ["Participation", "measure_participation"]
