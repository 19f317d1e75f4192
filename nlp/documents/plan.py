"""How a file is understood: what it is, whose it is, and what every column and heading means. It can be said, or found.

What is said overrides what is found, field by field: an empty field, a column or a heading that is not named stays as
it is found. A file's team, review, date and language hold for the rows without a value of their own in such a column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nlp.messages import Message
from nlp.text.dates.order import DateOrder


class Role(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    NOTE = "note"
    ANSWERS = "answers"
    """Answers to one question, which speak of one element."""
    TEAM_NOTES = "team notes"
    """Notes of one team: a column of a wall."""
    ELEMENT = "element"
    LEVEL = "level"
    DESCRIPTOR = "descriptor"
    LEVEL_DESCRIPTORS = "level descriptors"
    """Descriptors of one level: a column of a wide rubric."""
    TEAM_RATINGS = "team ratings"
    """Levels that one team gave: a column of a matrix of ratings."""
    ELEMENT_RATINGS = "element ratings"
    """Levels that one element was given: a column of a matrix of ratings."""
    PARTICIPANT = "participant"
    ALIASES = "aliases"
    TEAM = "team"
    DATE = "date"
    REVIEW = "review"
    LANGUAGE = "language"
    VERSION = "version"
    ATTRIBUTE = "attribute"
    CLOSED = "closed"
    """A question with given answers; an attribute too."""
    IGNORE = "ignore"


class HeadingRole(StrEnum):
    """What a heading says of the notes below it, or the name of a sheet of those in it."""

    ELEMENT = "element"
    TEAM = "team"
    SKIP = "skip"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What a column is.

    Attributes:
        header: as it stands in the file; of equal headers the first plan is the first column's.
        role: what its cells are.
        name: the element of `ANSWERS` and `ELEMENT_RATINGS`, the team of `TEAM_NOTES` and `TEAM_RATINGS`, the level of
            `LEVEL_DESCRIPTORS`, the attribute's name of `ATTRIBUTE` and `CLOSED`; "" for the header's own words.
    """

    header: str
    role: Role
    name: str = ""


NO_HEADER = -1
"""The header row of a table without one, whose columns are called as spreadsheets call them: A, B ..."""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """How a table is understood.

    Attributes:
        sheet: the sheet's name, "" in a file of one table.
        header_row: number of the row with the headers, from 1; 0 for the one that is found, `NO_HEADER` for none.
        columns: what columns are.
        role: what the sheet is: notes of one team, of one element, left out, or nothing of these; None as it is found.
        name: the team or the element of the sheet; "" for the sheet's own name.
    """

    sheet: str = ""
    header_row: int = 0
    columns: tuple[ColumnPlan, ...] = ()
    role: HeadingRole | None = None
    name: str = ""

    @property
    def settings(self) -> dict[str, str]:
        """What its sheet says of all its rows, by meaning."""
        held = self.name or self.sheet
        return {self.role.value: held} if held and self.role in (HeadingRole.TEAM, HeadingRole.ELEMENT) else {}


@dataclass(frozen=True, slots=True)
class PageTexts:
    """The words of the pages of a PDF or of a picture, as they were read, or as a person mended them.

    Attributes:
        texts: page by page, in Markdown; fewer than `count` where reading stopped.
        count: how many pages there are.
        sureness: of pages read from their pictures, how sure the program is of its words, from 0 to 100; () where the
            file itself gave the text.
        remarks: what was done to the text.
        problem, remedy: why there are no words, and what to do; None where there are some.
    """

    texts: tuple[str, ...]
    count: int
    sureness: tuple[int, ...] = ()
    remarks: tuple[Message, ...] = ()
    problem: Message | None = None
    remedy: Message | None = None

    @property
    def from_picture(self) -> bool:
        """Whether the words were read from pictures, not taken from the file."""
        return bool(self.sureness)

    @property
    def text(self) -> str:
        """All pages, one after the other."""
        return "\n\n".join(self.texts)


@dataclass(frozen=True, slots=True)
class FilePlan:
    """How a file is understood.

    Attributes:
        kind: "notes", "survey", "wall", "minutes", "rubric", "ratings", "roster"; "" for what is found.
        team, review, date, language, session: those of the whole file, "" where nothing says.
        tables: its tables, in their order.
        date_order: what comes first in dates such as 03/04/2026 that nothing else settles.
        headings: heading, of running text or alone in a row of a table -> what it says of the notes below it.
        pages: the words of a PDF or a picture; None where they have to be read from it, and for any other file.
    """

    kind: str = ""
    team: str = ""
    review: str = ""
    date: str = ""
    language: str = ""
    session: str = ""
    date_order: DateOrder | None = None
    tables: tuple[TablePlan, ...] = ()
    headings: Mapping[str, HeadingRole] = field(default_factory=dict)
    pages: PageTexts | None = None

    def said_of(self, sheets: Sequence[str]) -> list[TablePlan]:
        """Return what is said of every table of a file.

        Of equal names the first table of the plan is the first in the file. What a plan says of a
        table alone holds for the one table of a file however it is called, and without a name for all sheets.

        Args:
            sheets: the names of its sheets in their order, "" for tables without one.
        """
        alone = self.tables[0] if len(self.tables) == 1 else TablePlan()
        if alone != TablePlan() and (list(sheets) == [""] or (not alone.sheet and "" not in sheets)):
            return [replace(alone, sheet=sheet) for sheet in sheets]
        waiting: dict[str, list[TablePlan]] = {}
        for said in self.tables:
            waiting.setdefault(said.sheet, []).append(said)
        return [own.pop(0) if (own := waiting.get(sheet)) else TablePlan(sheet) for sheet in sheets]

    @property
    def layout(self) -> "FilePlan":
        """The part of it that says where tables begin and which are left out, on which all the rest is built."""
        left_out = HeadingRole.SKIP
        tables = (
            TablePlan(one.sheet, one.header_row, role=left_out if one.role is left_out else None) for one in self.tables
        )
        kept = tuple(tables)
        return FilePlan(tables=kept if any(one != TablePlan(one.sheet) for one in kept) else ())

    @property
    def settings(self) -> dict[str, str]:
        """What is said of the whole file, by meaning."""
        said = {
            "team": self.team,
            "review": self.review,
            "date": self.date,
            "language": self.language,
            "session": self.session,
        }
        return {meaning: value for meaning, value in said.items() if value}


AS_FOUND = FilePlan()
"""Nothing is said: the file is understood as it is found."""
