"""Files to notes, rubrics, rosters and ratings."""

from nlp.documents.read import PICTURES, READERS, read_document
from nlp.documents.types import Descriptor, Document, Notes, Person, Rating, Ratings, Roster, Rubric, Unit, Unread

__all__ = [
    "PICTURES",
    "READERS",
    "Descriptor",
    "Document",
    "Notes",
    "Person",
    "Rating",
    "Ratings",
    "Roster",
    "Rubric",
    "Unit",
    "Unread",
    "read_document",
]
