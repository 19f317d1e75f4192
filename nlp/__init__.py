"""Readings and participation: bytes, text and arrays in, frozen dataclasses out; no web, no database, no environment.

Read, from a path, an open file, a data frame or rows:
    read_notes              notes, or texts alone
    read_rubric             a rubric
    read_roster             a roster, or names alone
    read_ratings            ratings
    read_transcript         a record of who spoke, in any of the formats that are known
    read_document           a file, taken for notes, a rubric, a roster or ratings by what is in it

Analyse:
    interpret               notes -> which readings there are of each element, and who holds them
    sort_notes              notes, a few of them placed by people -> where the others go, and how sure that is
    compare_rubrics         descriptors -> where rubrics agree, differ and come close
    measure_participation   turns -> who was heard, and who said nothing
    measure_over_sessions   the participation of several sessions -> people and groups over all of them
    load_embedder           the bundled model, or any of sentence-transformers
    spread_embedder         the same, its long work done by an executor of `concurrent.futures`, and kept

Bring people together:
    seat_people             people -> rounds of small mixed groups in which they meet many others, as in a World Café

In a pipeline of scikit-learn:
    EmbeddingTransformer    texts -> vectors
    ReadingClusterer        vectors -> clusters, as `interpret` finds them

What is read:
    Unit                    a note: a text, where it stands, who wrote it
    Descriptor              a cell of a rubric
    Person                  somebody on a roster
    Rating                  how a team rated an element in a review
    Turn                    one stretch of speech
    Segment                 a part of the agenda of a session
    Notes                   the notes of a file, and what was left out
    Rubric                  the descriptors of a file, and what was left out
    Roster                  the people of a file, and what was left out
    Ratings                 the ratings of a file, and what was left out
    Transcript              the turns of a file, and what was left out

What is found, with tables by `to_frame`:
    Interpretation          the readings of all elements
    ElementReadings         the readings of one element
    Reading                 notes that say the same thing, who holds them, and how sure that is
    Sorting                 where notes go that people did not place
    RubricComparison        descriptors that match, nearly match or stand alone
    Participation           shares, balance and groups of a session
    Seating                 who sits where in each round, and how near that is to the best
    OverSessions            shares and groups over several sessions, tested

What is handed in or raised:
    Smallest                how small a group may be and still be shown
    Embedder                what turns texts into vectors
    ManyvoicesError         the root of all that is raised on purpose, one line each
    InputError              what was handed in cannot be used

These names load on first use, so that measuring participation never pays for the clustering libraries.
"""

TYPE_CHECKING = False  # as type checkers know it: `typing` takes ten times as long to import as all of this
if TYPE_CHECKING:
    from nlp.documents import read_document, read_notes, read_ratings, read_roster, read_rubric
    from nlp.documents.types import Descriptor, Notes, Person, Rating, Ratings, Roster, Rubric, Unit
    from nlp.embedding import load_embedder
    from nlp.embedding.embedding_transformer import EmbeddingTransformer
    from nlp.embedding.types import Embedder
    from nlp.errors import InputError, ManyvoicesError
    from nlp.participation import measure_over_sessions, measure_participation
    from nlp.participation.sessions.types import OverSessions
    from nlp.participation.types import Participation
    from nlp.readings import interpret
    from nlp.readings.clusterer import ReadingClusterer
    from nlp.readings.types import ElementReadings, Interpretation, Reading
    from nlp.rubrics import compare_rubrics
    from nlp.rubrics.types import RubricComparison
    from nlp.scale.spread import spread_embedder
    from nlp.seating import seat_people
    from nlp.seating.types import Seating
    from nlp.smallest import Smallest
    from nlp.sorting import sort_notes
    from nlp.sorting.types import Sorting
    from nlp.transcripts import read_transcript
    from nlp.transcripts.types import Segment, Transcript, Turn

    __version__: str

_HOME = {
    "Descriptor": ".documents.types",
    "ElementReadings": ".readings.types",
    "Embedder": ".embedding.types",
    "EmbeddingTransformer": ".embedding.embedding_transformer",
    "InputError": ".errors",
    "Interpretation": ".readings.types",
    "ManyvoicesError": ".errors",
    "Notes": ".documents.types",
    "OverSessions": ".participation.sessions.types",
    "Participation": ".participation.types",
    "Person": ".documents.types",
    "Rating": ".documents.types",
    "Ratings": ".documents.types",
    "Reading": ".readings.types",
    "ReadingClusterer": ".readings.clusterer",
    "Roster": ".documents.types",
    "Rubric": ".documents.types",
    "RubricComparison": ".rubrics.types",
    "Seating": ".seating.types",
    "Segment": ".transcripts.types",
    "Smallest": ".smallest",
    "Sorting": ".sorting.types",
    "Transcript": ".transcripts.types",
    "Turn": ".transcripts.types",
    "Unit": ".documents.types",
    "compare_rubrics": ".rubrics",
    "interpret": ".readings",
    "load_embedder": ".embedding",
    "measure_over_sessions": ".participation",
    "measure_participation": ".participation",
    "read_document": ".documents",
    "read_notes": ".documents",
    "read_ratings": ".documents",
    "read_roster": ".documents",
    "read_rubric": ".documents",
    "read_transcript": ".transcripts",
    "seat_people": ".seating",
    "sort_notes": ".sorting",
    "spread_embedder": ".scale.spread",
}

__all__ = [
    "Descriptor",
    "ElementReadings",
    "Embedder",
    "EmbeddingTransformer",
    "InputError",
    "Interpretation",
    "ManyvoicesError",
    "Notes",
    "OverSessions",
    "Participation",
    "Person",
    "Rating",
    "Ratings",
    "Reading",
    "ReadingClusterer",
    "Roster",
    "Rubric",
    "RubricComparison",
    "Seating",
    "Segment",
    "Smallest",
    "Sorting",
    "Transcript",
    "Turn",
    "Unit",
    "compare_rubrics",
    "interpret",
    "load_embedder",
    "measure_over_sessions",
    "measure_participation",
    "read_document",
    "read_notes",
    "read_ratings",
    "read_roster",
    "read_rubric",
    "read_transcript",
    "seat_people",
    "sort_notes",
    "spread_embedder",
]

if not TYPE_CHECKING:  # so that type checkers find names that are not there

    def __getattr__(name: str) -> object:
        """Import a public name from its package when it is first asked for (PEP 562)."""
        if name == "__version__":
            from importlib.metadata import version

            return globals().setdefault(name, version("manyvoices"))
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return globals().setdefault(name, getattr(import_module(_HOME[name], __name__), name))


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
