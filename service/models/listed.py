"""Every model that is known or kept here, in one list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.models.kept import KeptModels
from service.models.known import BUNDLED, KNOWN


@dataclass(frozen=True, slots=True)
class Listed:
    """A model of the list.

    Attributes:
        name: by which it is fetched and used.
        is_here: whether it can be used without a network.
        size: bytes on the disk; None where it is not here, and of the bundled one.
        repository: of a hub; "" for the bundled one.
        licence: as it is known, or as its repository says.
        languages: how many it was made for; "" where that is not known.
        scores: as in `KnownModel`; () where none are known.
        seconds: for 1,000 notes on this machine; None where that was not measured.
    """

    name: str
    is_here: bool
    size: int | None
    repository: str
    licence: str
    languages: str
    scores: tuple[float, ...]
    seconds: float | None


def list_models(kept: KeptModels, seconds: Callable[[str], float] | None = None) -> Iterator[Listed]:
    """Yield the known models, then others that are here.

    Args:
        kept: those that are here.
        seconds: of a name: measures how long 1,000 notes take.
    """
    here = {each.name: each for each in kept.every()}
    for known in KNOWN:
        own, is_here = here.pop(known.name, None), known.name == BUNDLED or kept.find(known.name) is not None
        took = seconds(known.name) if seconds and is_here else None
        size = own.size if own else None
        yield Listed(known.name, is_here, size, known.repository, known.licence, known.languages, known.scores, took)
    for other in here.values():
        took = seconds(other.name) if seconds else None
        yield Listed(other.name, True, other.size, other.repository, other.licence, "", (), took)
