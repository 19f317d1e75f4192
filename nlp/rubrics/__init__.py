"""Rubrics: what teams wrote under the same element, compared.

`compare_rubrics` loads on first use: the types of this package are needed where SciPy is not.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.rubrics.compare import compare_rubrics

__all__ = ["compare_rubrics"]


def __getattr__(name: str) -> object:
    """Import the public function when it is first asked for (PEP 562)."""
    if name != "compare_rubrics":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(".compare", __name__).compare_rubrics
