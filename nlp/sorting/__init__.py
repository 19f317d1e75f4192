"""Sorting together: people place a few notes, the machine places those that it is sure of, and says what to place next.

`sort_notes` loads on first use: the types of this package are needed where SciPy is not.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.sorting.sort import sort_notes
else:
    __getattr__ = on_first_use(__name__, {"sort_notes": ".sort"})

__all__ = ["sort_notes"]
