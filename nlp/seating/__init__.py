"""Who sits with whom: rounds of small mixed groups in which people meet many others, as in a World Café."""

from nlp.seating.seat import seat_people
from nlp.seating.types import Mixing, Seating, Table

__all__ = ["Mixing", "Seating", "Table", "seat_people"]
