"""Which readings there are of the same words, and whose voice was heard: the analysis, by the name of the program.

Everything public of `nlp` is here, and nothing else. `help(manyvoices)` shows the table of names of `nlp`.
"""

import nlp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp import *  # noqa: F403 - what is public is listed once, there
    from nlp import __version__ as __version__
else:

    def __getattr__(name: str) -> object:
        """Take a public name from the analysis (PEP 562)."""
        if name not in {"__all__", *dir(nlp)}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return globals().setdefault(name, getattr(nlp, name))


__doc__ = nlp.__doc__


def __dir__() -> list[str]:
    """The public names."""
    return dir(nlp)
