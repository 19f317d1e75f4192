"""Files to notes, rubrics, rosters and ratings."""

from nlp.documents.plan import ColumnPlan, FilePlan, HeadingRole, Role, TablePlan
from nlp.documents.read import PICTURES, READERS, plan_of, read_document
from nlp.documents.rows.read import read_notes, read_ratings, read_roster, read_rubric
from nlp.documents.types import Descriptor, Document, Notes, Person, Rating, Ratings, Roster, Rubric, Unit, Unread

__all__ = [
    "PICTURES",
    "READERS",
    "ColumnPlan",
    "Descriptor",
    "Document",
    "FilePlan",
    "HeadingRole",
    "Notes",
    "Person",
    "Rating",
    "Ratings",
    "Role",
    "Roster",
    "Rubric",
    "TablePlan",
    "Unit",
    "Unread",
    "plan_of",
    "read_document",
    "read_notes",
    "read_ratings",
    "read_roster",
    "read_rubric",
]
