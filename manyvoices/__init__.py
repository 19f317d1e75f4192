"""Which readings there are of the same words, and whose voice was heard: the analysis, by the name of the program.

Everything public of `nlp` is here, and nothing else. `help(manyvoices)` shows the table of names of `nlp`.
"""

import nlp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp import Descriptor as Descriptor
    from nlp import ElementReadings as ElementReadings
    from nlp import Embedder as Embedder
    from nlp import EmbeddingTransformer as EmbeddingTransformer
    from nlp import InputError as InputError
    from nlp import Interpretation as Interpretation
    from nlp import ManyvoicesError as ManyvoicesError
    from nlp import Notes as Notes
    from nlp import OverSessions as OverSessions
    from nlp import Participation as Participation
    from nlp import Person as Person
    from nlp import Rating as Rating
    from nlp import Ratings as Ratings
    from nlp import Reading as Reading
    from nlp import ReadingClusterer as ReadingClusterer
    from nlp import Roster as Roster
    from nlp import Rubric as Rubric
    from nlp import RubricComparison as RubricComparison
    from nlp import Seating as Seating
    from nlp import Segment as Segment
    from nlp import Smallest as Smallest
    from nlp import Sorting as Sorting
    from nlp import Transcript as Transcript
    from nlp import Turn as Turn
    from nlp import Unit as Unit
    from nlp import __version__ as __version__
    from nlp import compare_rubrics as compare_rubrics
    from nlp import interpret as interpret
    from nlp import load_embedder as load_embedder
    from nlp import measure_over_sessions as measure_over_sessions
    from nlp import measure_participation as measure_participation
    from nlp import read_document as read_document
    from nlp import read_notes as read_notes
    from nlp import read_ratings as read_ratings
    from nlp import read_roster as read_roster
    from nlp import read_rubric as read_rubric
    from nlp import read_transcript as read_transcript
    from nlp import seat_people as seat_people
    from nlp import sort_notes as sort_notes
    from nlp import spread_embedder as spread_embedder
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
