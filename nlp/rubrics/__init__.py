"""Rubrics: what teams wrote under the same element, compared.

`compare_rubrics` loads on first use: the types of this package are needed where SciPy is not.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.rubrics.compare import compare_rubrics
else:
    __getattr__ = on_first_use(__name__, {"compare_rubrics": ".compare"})

__all__ = ["compare_rubrics"]
