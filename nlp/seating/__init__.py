"""Who sits with whom: rounds of small mixed groups in which people meet many others, as in a World Café.

These names load on first use.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.seating.seat import seat_people
    from nlp.seating.types import Mixing, Seating, Table
else:
    __getattr__ = on_first_use(
        __name__, {"seat_people": ".seat", **dict.fromkeys(("Mixing", "Seating", "Table"), ".types")}
    )

__all__ = ["Mixing", "Seating", "Table", "seat_people"]
