"""Sorting together: people place a few notes, the machine places those that it is sure of, and says what to place next.

`sort_notes` loads on first use: the types of this package are needed where SciPy is not.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.sorting.sort import sort_notes

__all__ = ["sort_notes"]


def __getattr__(name: str) -> object:
    """Import the public function when it is first asked for (PEP 562)."""
    if name != "sort_notes":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(".sort", __name__).sort_notes
