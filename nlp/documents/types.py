"""What a file becomes when it has been read: notes, a rubric, a roster, or ratings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nlp.frozen import Immutable
from nlp.messages import Message
from nlp.results.result import Result
from nlp.text.dates.read import DateDoubt

MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Unit(Immutable):
    """The smallest piece of text that says one thing: a bullet, a sentence, a table cell.

    Attributes:
        id: stable for the same source, place and text.
        text: in NFC, without the bullet sign.
        language: BCP 47 ("en", "bn", "ne", "bn-Latn"), "und" where it cannot be told.
        source: name of the file.
        line: line of a text file, paragraph of a docx, row of a table; from 1, header included.
        start, end: code points into that line, paragraph or cell as it was handed in (before NFC).
        element: the rubric element that the note speaks of, or None.
        attributes: team, participant, date (ISO 8601 where it is certain), review, role ... with lower-case keys.
    """

    id: str
    text: str
    language: str
    source: str
    line: int
    start: int
    end: int
    element: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        text: str,
        /,
        *,
        id: str = "",  # noqa: A002 - the name of the field
        element: str | None = None,
        language: str = "",
        source: str = "",
        line: int = 0,
        **attributes: object,
    ) -> "Unit":
        """Return one note: `Unit.of("We decide together", team="Nepal")`.

        Of many notes some say the same: give each its line or an id, or read them with `read_notes`, which counts them.

        Args:
            text: of the note, which is not cut.
            id: "" for one that is made of all the rest.
            element: the rubric element that it speaks of.
            language: BCP 47, or the name of a language; "" to have it told from the text.
            source: name of the file.
            line: in it.
            attributes: of the note, each one value: 0 is "0", and one that is missing says nothing.

        Raises:
            WrongType: the text is no text, or an attribute is no single value.
            WrongValue: the text is empty, or the language is none.
        """
        from nlp.documents.rows.unit import unit_of

        return unit_of(text, id, element, language, source, line, attributes)


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One sentence of a rubric: what an element looks like at a level, to one team."""

    id: str
    element: str
    level: str
    text: str
    language: str
    source: str
    line: int
    team: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Person(Immutable):
    """Somebody on a roster; `aliases` are other spellings under which they appear."""

    name: str
    aliases: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rating:
    """A level that a team (or one participant) gave to an element in a review."""

    review: str
    team: str
    element: str
    level: str
    participant: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One of those left out: where it stands, and its text where that says more."""

    where: Message
    text: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out for one reason: how many lines, columns or sheets, and the first of them."""

    why: Message
    count: int
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """What a reader left out: how many lines, and why; sheets that are something else count no lines."""

    lines: int = 0
    reasons: tuple[LeftOut, ...] = ()

    @property
    def examples(self) -> tuple[str, ...]:
        """The first of them in English: `line 7: ...`."""
        places = [(place, reason.why) for reason in self.reasons for place in reason.examples]
        return tuple(f"{place.where}: {place.text or why}" for place, why in places)[:MOST_EXAMPLES]

    def __add__(self, other: "Unread") -> "Unread":
        """Return what two parts of a file add up to, each reason once."""
        found: dict[str, LeftOut] = {}
        for each in (*self.reasons, *other.reasons):
            same = found.setdefault(str(each.why), replace(each, count=0, examples=()))
            examples = (*same.examples, *each.examples)[:MOST_EXAMPLES]
            found[str(each.why)] = replace(same, count=same.count + each.count, examples=examples)
        return Unread(self.lines + other.lines, tuple(found.values()))


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """What stands where a date should, as it is written, and why it is not read as one; `line` as that of the note."""

    line: int
    text: str
    doubt: DateDoubt


@dataclass(frozen=True, slots=True)
class DatesRead:
    """How the dates of a file of notes were understood.

    Attributes:
        read: notes whose date is certain: their attribute `date` is ISO 8601.
        doubtful: notes with something in its place that is not certainly a date: `date` is as it was written.
        examples: the first of these.
    """

    read: int = 0
    doubtful: int = 0
    examples: tuple[DoubtfulDate, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Notes(Result):
    """A file of notes, cut into units; notes without a date count in neither number of `dates`.

    `remarks` say what was done to the text before it could be read, as far as it should be checked.
    """

    name: str
    units: tuple[Unit, ...]
    unread: Unread = Unread()
    dates: DatesRead = DatesRead()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Rubric(Result):
    """A file of descriptors of one or more teams, levels in order of first appearance; `remarks` as of `Notes`."""

    name: str
    descriptors: tuple[Descriptor, ...]
    unread: Unread = Unread()
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Roster(Result):
    """A file of people, in its own order (pages keep it)."""

    name: str
    people: tuple[Person, ...]
    unread: Unread = Unread()


@dataclass(frozen=True, slots=True, repr=False)
class Ratings(Result):
    """A file of ratings."""

    name: str
    ratings: tuple[Rating, ...]
    unread: Unread = Unread()


Document = Notes | Rubric | Roster | Ratings
