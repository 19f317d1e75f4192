"""Readings: the different things that people mean by the same element, and who means them.

`interpret` loads on first use: the types of this package are needed where SciPy is not.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.readings.interpretation import interpret

__all__ = ["interpret"]


def __getattr__(name: str) -> object:
    """Import the public function when it is first asked for (PEP 562)."""
    if name != "interpret":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(".interpretation", __name__).interpret
