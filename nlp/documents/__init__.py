"""Files to notes, rubrics, rosters and ratings.

These names load on first use: the types of this package are needed where no file is read.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.documents.plan import ColumnPlan, FilePlan, HeadingRole, Role, TablePlan
    from nlp.documents.read import PICTURES, READERS, plan_of, read_document
    from nlp.documents.rows.read import read_notes, read_ratings, read_roster, read_rubric
    from nlp.documents.types import Descriptor, Document, Notes, Person, Rating, Ratings, Roster, Rubric, Unit, Unread
else:
    __getattr__ = on_first_use(
        __name__,
        {
            **dict.fromkeys(("ColumnPlan", "FilePlan", "HeadingRole", "Role", "TablePlan"), ".plan"),
            **dict.fromkeys(("PICTURES", "READERS", "plan_of", "read_document"), ".read"),
            **dict.fromkeys(("read_notes", "read_ratings", "read_roster", "read_rubric"), ".rows.read"),
            **dict.fromkeys(("Descriptor", "Document", "Notes", "Person", "Rating"), ".types"),
            **dict.fromkeys(("Ratings", "Roster", "Rubric", "Unit", "Unread"), ".types"),
        },
    )

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
