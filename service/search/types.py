"""What somebody asks for, what they may see, and what is found."""

from dataclasses import dataclass, field

from nlp.messages import Message
from service.search.asked import By as By
from service.search.asked import TextKind as TextKind


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in one row, folded; the last one may be the beginning of a word unless it is `whole`."""

    words: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Filters:
    """Where to look; "" and None are everywhere.

    Attributes:
        kind: of text.
        element: its name, as it is spelled or in addresses.
        team, review: names.
        reading: id of a reading.
        language: BCP 47; "bn" is also "bn-Latn".
        session: its name in addresses.
    """

    kind: TextKind | None = None
    element: str = ""
    team: str = ""
    review: str = ""
    reading: str = ""
    language: str = ""
    session: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may see.

    Attributes:
        teams: whose texts; None is all.
        turns: whether what was said in sessions is among them.
        readings: whether it may be said in which reading a note is: what readings are called is in the words of all.
    """

    teams: frozenset[str] | None = None
    turns: bool = True
    readings: bool = True


EVERYTHING = Sight()


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points of a text that are a word which was looked for."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands; "" and None where that says nothing of it.

    Attributes:
        file: its name; `file_id` its number.
        line: of the file, as the note, the descriptor or the turn has it.
        element, level, team, review: as the programme spells them.
        reading: the id of the reading that the note is in.
        label: what that reading is called.
        session: the session's name in addresses.
        title: of the session.
        start: second at which a turn begins.
        speaker: of a turn.
    """

    file: str
    file_id: int
    line: int | None = None
    element: str = ""
    level: str = ""
    team: str = ""
    review: str = ""
    reading: str = ""
    label: str = ""
    session: str = ""
    title: str = ""
    start: float | None = None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found.

    Attributes:
        id: its name in addresses.
        kind: what it is.
        text: as it was written or said.
        language: BCP 47, "und" where it is not told.
        place: where it stands.
        found_by: why it is here: its words, its meaning, or both.
        likeness: cosine of its meaning and that of the question, where it is here for that.
        marks: the words in it that were looked for.
    """

    id: str
    kind: TextKind
    text: str
    language: str
    place: Place
    found_by: tuple[By, ...] = ()
    likeness: float | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What was found.

    Attributes:
        hits: one page of it, the best first.
        total: how many there are.
        by_word, by_meaning: how many have the words, and how many mean the like; some do both.
        start: the number of the first hit of this page, from 0.
        next: what asks for the next page, "" if this is the last.
        by_word_only: texts that could have been found by their words only, because their meaning was not read yet.
        remarks: what should be known of the answer.
        least_likeness: nothing less alike is shown as found by its meaning.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    by_word: int = 0
    by_meaning: int = 0
    start: int = 0
    next: str = ""
    by_word_only: int = 0
    remarks: tuple[Message, ...] = ()
    least_likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class InPlace:
    """A text with what stands around it.

    Attributes:
        hit: the text.
        before, after: its neighbours in the file, as far as they may be seen.
        readings: id -> what it is called, of the readings of its element.
    """

    hit: Hit
    before: tuple[Hit, ...]
    after: tuple[Hit, ...]
    readings: dict[str, str] = field(default_factory=dict)
