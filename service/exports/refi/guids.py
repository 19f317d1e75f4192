"""GUIDs that are the same for the same things of a programme, and tell nothing of them."""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, UUID, uuid5


@dataclass(frozen=True, slots=True)
class Guids:
    """GUIDs of one programme.

    Attributes:
        drawn_with: the programme's secret: without it anybody could try which name makes the GUID of a hidden one.
    """

    drawn_with: str

    def of(self, kind: str, *parts: str | int) -> str:
        """Return the GUID of a thing."""
        return str(uuid5(self._own, "\x1f".join((kind, *map(str, parts)))))

    @property
    def _own(self) -> UUID:
        return uuid5(NAMESPACE_URL, f"urn:manyvoices:{self.drawn_with}")
