"""A report as blocks: the one form that HTML, PDF, DOCX and PPTX are made from.

Blocks say what stands there, in the reader's words, and nothing of how it looks. A chart keeps the view that the pages
draw, so that every format draws the same numbers. Text is `Markup` that holds no other elements than `<b lang>` and
`<span lang>`; `runs` takes it apart for formats that are not HTML.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from markupsafe import Markup

from service.presentation.programme.programme import Row as GridRow
from service.presentation.readings.questions import RoomQuestion
from service.presentation.readings.reading_rows import ReadingRow
from service.presentation.rubrics.comparison import Row as RubricRow
from service.presentation.sessions.feedback import ItemBar
from service.presentation.sessions.over_time import GroupHistory
from service.presentation.sessions.session import PersonBar
from service.presentation.sessions.session_groups import GroupBar
from service.presentation.team_marks import Mark
from service.presentation.text import Label, Quote
from service.publications.types import Reader as Reader


class Tone(StrEnum):
    """How a paragraph is said."""

    LEAD = "lead"
    PLAIN = "plain"
    SMALL = "small"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    words: Markup
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Points:
    """A list, without order or `numbered` from 1."""

    items: tuple[Markup, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Quotes:
    """Texts in the words of their writers.

    Attributes:
        of: the reading that they belong to, None for others.
        quotes: without the name of a team (`mark.name`) and of a language where nothing stands under the text.
        counts: who holds the reading, a team each.
        finding: what is found of the reading, below its counts; of others what they share, as a heading.
    """

    of: Label | None
    quotes: tuple[Quote, ...]
    counts: tuple[tuple[Mark, Markup], ...] = ()
    finding: Markup = field(default_factory=Markup)


@dataclass(frozen=True, slots=True)
class Questions:
    """What to ask, under a heading."""

    heading: Markup
    questions: tuple[RoomQuestion, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under a header; `blank` rows are left empty, to be filled in by hand."""

    caption: Markup
    header: tuple[Markup, ...]
    rows: tuple[tuple[Markup, ...], ...]
    blank: int = 0


@dataclass(frozen=True, slots=True)
class GridChart:
    """Elements down, teams across; in each cell which readings the team holds."""

    marks: tuple[Mark, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class MapChart:
    """The map of an element: one strip a reading, one dot a note; `ends` names both ends of a strip."""

    rows: tuple[ReadingRow, ...]
    ends: tuple[Markup, Markup]


@dataclass(frozen=True, slots=True)
class HoldersChart:
    """Who holds one reading: one bar a team, with its band of chance."""

    row: ReadingRow


@dataclass(frozen=True, slots=True)
class PeopleChart:
    """Each person's share of a session; `equal`, 0 to 100, is where all shares would be the same."""

    people: tuple[PersonBar, ...]
    equal: float
    equal_words: Markup


@dataclass(frozen=True, slots=True)
class FloorChart:
    """Who held the floor when, a line each; `scale` names both ends of the time."""

    people: tuple[PersonBar, ...]
    scale: tuple[Markup, Markup]


@dataclass(frozen=True, slots=True)
class GroupsChart:
    """Groups of one attribute: their part of the room and of the floor."""

    attribute: Markup
    groups: tuple[GroupBar, ...]


@dataclass(frozen=True, slots=True)
class HistoryChart:
    """One group's share over all sessions."""

    attribute: Markup
    group: GroupHistory


@dataclass(frozen=True, slots=True)
class RubricChart:
    """Descriptors side by side, a column a team, a line between those that say the same."""

    marks: tuple[Mark, ...]
    rows: tuple[RubricRow, ...]


@dataclass(frozen=True, slots=True)
class AnswersChart:
    """How those present answered a form, a bar a statement."""

    answers: tuple[ItemBar, ...]


Picture = (
    GridChart
    | MapChart
    | HoldersChart
    | PeopleChart
    | FloorChart
    | GroupsChart
    | HistoryChart
    | RubricChart
    | AnswersChart
)


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers.

    Attributes:
        slug: names it in files and addresses, unique in its report: letters a to z, digits and hyphens.
        title: what it shows.
        says: its finding in a sentence, for those who cannot see it.
        picture: the numbers and words that are drawn.
    """

    slug: str
    title: Markup
    says: Markup
    picture: Picture


Block = Paragraph | Points | Quotes | Questions | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        slug: names it in links, unique in its report.
        heading: in the contents too.
        blocks: before its parts.
        parts: sections one level further down.
        apart: begins a page of its own where the HTML is printed; for the room every section is a slide.
        boxed: stands in a box, as what says how a report was made.
    """

    slug: str
    heading: Markup
    blocks: tuple[Block, ...]
    parts: tuple["Section", ...] = ()
    apart: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A report for one reader in one language.

    Attributes:
        reader: for whom.
        language: code of its sentences, "en", "bn" or "ne"; teams, elements and levels are called as they are in it.
        title: of the programme, `under` the line below it, with the date.
        sections: in their order.
        contents: whether it begins with a table of its sections.
    """

    reader: Reader
    language: str
    title: Markup
    under: Markup
    sections: tuple[Section, ...]
    contents: bool = True

    @property
    def charts(self) -> tuple[Chart, ...]:
        """All pictures, in their order."""
        return tuple(_charts(self.sections))


def _charts(sections: tuple[Section, ...]) -> Iterator[Chart]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Chart))
        yield from _charts(section.parts)
