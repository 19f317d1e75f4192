"""Readings: the different things that people mean by the same element, and who means them.

`interpret` loads on first use: the types of this package are needed where SciPy is not.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.readings.interpretation import interpret
else:
    __getattr__ = on_first_use(__name__, {"interpret": ".interpretation"})

__all__ = ["interpret"]
