"""What an uploaded file is, and what it holds, before anything is kept."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import PurePosixPath
from typing import TypeVar

import nlp
from nlp.documents.pdf.pictures import has_pages
from nlp.documents.pdf.read import words_of
from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.read import CODEBOOKS, PICTURES, READERS
from nlp.documents.tables.column_names import meaning
from nlp.documents.tables.skim import SkimmedNotes
from nlp.documents.types import Document, Notes, Ratings, Roster, Rubric
from nlp.errors import InputError, Overgrown
from nlp.names import name_key
from nlp.text.segmentation.bullets import find_bullet
from nlp.transcripts.types import Transcript
from service.names.outline import Content, distinct, outline_of
from service.names.slugs import JOINERS
from service.types import FilePreview, Kind

T = TypeVar("T")
TRANSCRIPT: Kind = "transcript"
LONGEST_NAME = 120
SAMPLE = 5
MOSTLY = 0.7
TABLES = {"table", "xlsx"}
QUESTION_MARKS = ("?", "？", "؟")
OF_TABLES = {".csv", ".tsv", ".tab"}
PLACES = {"team", "review", "date"}
KINDS: Mapping[type[Content], Kind] = {
    Notes: "notes",
    Rubric: "rubric",
    Roster: "roster",
    Ratings: "ratings",
    Transcript: "transcript",
}


@dataclass(frozen=True, slots=True)
class _Readable:
    """A file that both readers understood, and the names that are headings in this programme."""

    ending: str
    document: Document
    transcript: Transcript
    headings: frozenset[str]

    @property
    def judges(self) -> bool:
        return isinstance(self.document, Rubric | Ratings)

    @property
    def lists_people_once(self) -> bool:
        names = [person.name for person in self.document.people] if isinstance(self.document, Roster) else []
        return bool(names) and len(set(names)) > len(names) * MOSTLY

    @property
    def is_timed(self) -> bool:
        return self.transcript.timed

    @property
    def is_table_of_notes(self) -> bool:
        if not isinstance(self.document, Notes) or self.transcript.form not in TABLES:
            return False
        placed = [unit for unit in self.document.units if unit.element or unit.attributes.keys() & PLACES]
        return len(placed) > len(self.document.units) * MOSTLY

    @property
    def parts_cells_with_names(self) -> bool:
        """Whether a table was taken for lines with speakers: their names are whatever stands in its first column."""
        return self.ending in OF_TABLES and self.transcript.form not in TABLES

    @property
    def labels_are_headers(self) -> bool:
        """Whether most of what was taken for speakers are headers of columns and questions of a form."""
        speakers = {turn.speaker for turn in self.transcript.turns if turn.speaker}
        headers = [name for name in speakers if meaning(name) is not None or name.rstrip().endswith(QUESTION_MARKS)]
        return len(headers) * 2 > len(speakers)

    @property
    def speaks_in_headings(self) -> bool:
        return bool({name_key(turn.speaker) for turn in self.transcript.turns if turn.speaker} & self.headings)

    @property
    def lists_below_headings(self) -> bool:
        """Whether most of what was taken for turns are lists below what the document takes for headings."""
        if not isinstance(self.document, Notes):
            return False
        headings = {name_key(unit.element or unit.attributes.get("heading", "")) for unit in self.document.units}
        turns = [turn for turn in self.transcript.turns if turn.speaker]
        lists = [turn for turn in turns if name_key(turn.speaker or "") in headings and find_bullet(turn.text)]
        return len(lists) > len(turns) * MOSTLY

    @property
    def nobody_answers(self) -> bool:
        turns = Counter(turn.speaker for turn in self.transcript.turns if turn.speaker)
        return len(turns) < 2 or max(turns.values()) < 2

    @property
    def is_mostly_unread(self) -> bool:
        return self.transcript.unread.lines > len(self.transcript.turns)


@dataclass(frozen=True, slots=True)
class Rule:
    """When a file that both readers understood is a transcript or a document; the first rule that holds decides."""

    why: str
    holds: Callable[[_Readable], bool]
    is_transcript: bool


RULES = (
    Rule("it has the columns of a rubric or of ratings", lambda file: file.judges, False),
    Rule("it is a list in which people stand once", lambda file: file.lists_people_once, False),
    Rule("every turn has its time", lambda file: file.is_timed, True),
    Rule(
        "it is a table whose rows have an element, a team, a review or a date",
        lambda file: file.is_table_of_notes,
        False,
    ),
    Rule(
        "it is a table, of which the first column was taken for speakers",
        lambda file: file.parts_cells_with_names,
        False,
    ),
    Rule("what was taken for speakers are headers and questions", lambda file: file.labels_are_headers, False),
    Rule("what stands before the colons are elements of the rubric", lambda file: file.speaks_in_headings, False),
    Rule("what was taken for turns are lists below headings", lambda file: file.lists_below_headings, False),
    Rule("there is one speaker only, or none who speaks twice", lambda file: file.nobody_answers, False),
    Rule("more lines have no speaker than have one", lambda file: file.is_mostly_unread, False),
    Rule("people take turns", lambda _: True, True),
)


def read(
    filename: str,
    data: bytes,
    languages: Iterable[str] = (),
    elements: Iterable[str] = (),
    plan: FilePlan = AS_FOUND,
    as_document: Callable[[], Document] | None = None,
) -> Content:
    """Read a file as what its plan says it is, or else as what its content says.

    Args:
        filename: as it is shown; its ending names the format.
        data: the bytes.
        languages: those of the programme; () is any.
        elements: names that are headings, not speakers.
        plan: what is said of how it is read; without a kind in it the content decides.
        as_document: reads it as a document, where it was opened before.

    Raises:
        InputError: it is neither a document nor a transcript.
    """
    if plan.kind == TRANSCRIPT:
        return _transcript(filename, data, plan)
    as_document = as_document or (lambda: document(filename, data, languages, plan))
    if plan.kind:
        return as_document()
    found = _attempt(as_document)
    if isinstance(found, Overgrown):
        raise found
    transcript = _attempt(lambda: _transcript(filename, data, plan))
    if isinstance(found, InputError):
        if isinstance(transcript, InputError):
            raise (
                found if PurePosixPath(filename).suffix.lower() in READERS.keys() | PICTURES | CODEBOOKS else transcript
            )
        return transcript
    if isinstance(transcript, InputError):
        return found
    file = _Readable(PurePosixPath(filename).suffix.lower(), found, transcript, frozenset(map(name_key, elements)))
    return transcript if next(rule for rule in RULES if rule.holds(file)).is_transcript else found


def document(filename: str, data: bytes, languages: Iterable[str], plan: FilePlan) -> Document:
    """Read a file as a document; raises as `nlp.read_document`."""
    return nlp.read_document(filename, data, languages=tuple(languages) or None, plan=plan)


def _transcript(filename: str, data: bytes, plan: FilePlan) -> Transcript:
    """Read a transcript; of a PDF or a picture, from the words that are known of its pages."""
    known = plan.pages if has_pages(data) else None
    return nlp.read_transcript(filename, words_of(filename, known).encode() if known else data)


def describe(filename: str, content: Content) -> FilePreview:
    """Return what a file was taken for and what it holds."""
    counts, languages, people, texts = _holds(content)
    return FilePreview(
        filename=filename,
        kind=KINDS[type(content)],
        counts=counts,
        languages=dict(Counter(languages).most_common()),
        people=tuple(dict.fromkeys(name for name in people if name)),
        elements=outline_of(content).elements,
        sample=tuple(text for text in texts if text)[:SAMPLE],
        unread=content.unread,
        teamless=_teamless(content),
        dates=content.dates if isinstance(content, Notes) else None,
        remarks=content.remarks if isinstance(content, Notes | Rubric) else (),
    )


def _teamless(content: Content) -> int:
    match content:
        case Notes(units=units):
            return sum("team" not in unit.attributes for unit in units)
        case Rubric(descriptors=descriptors):
            return sum(not each.team for each in descriptors)
        case _:
            return 0


def describe_skimmed(filename: str, skimmed: SkimmedNotes) -> FilePreview:
    """Return what a long table of notes holds: languages are reckoned from its sample."""
    described = describe(filename, skimmed.sample)
    sampled = len(skimmed.sample.units)
    languages = {name: round(count * skimmed.notes / sampled) for name, count in described.languages.items()}
    return replace(
        described,
        counts={"notes": skimmed.notes},
        languages=languages,
        people=skimmed.people,
        elements=distinct(skimmed.elements),
        unread=skimmed.unread,
        teamless=skimmed.teamless,
        dates=skimmed.dates,
        sampled=sampled if sampled < skimmed.notes else 0,
    )


def _holds(content: Content) -> tuple[dict[str, int], list[str], list[str], list[str]]:
    """Return counts, and for every row its language, person and text."""
    match content:
        case Notes(units=units):
            people = [unit.attributes.get("participant", "") for unit in units]
            return {"notes": len(units)}, [unit.language for unit in units], people, [unit.text for unit in units]
        case Rubric(descriptors=rows):
            return {"descriptors": len(rows)}, [row.language for row in rows], [], [row.text for row in rows]
        case Roster(people=rows):
            return {"people": len(rows)}, [], [row.name for row in rows], []
        case Ratings(ratings=rows):
            texts = [f"{row.review}, {row.team}, {row.element}: {row.level}" for row in rows]
            return {"ratings": len(rows)}, [], [row.participant for row in rows], texts
        case Transcript(turns=turns):
            speakers = [turn.speaker or "" for turn in turns]
            counts = {"turns": len(turns), "speakers": len(set(speakers) - {""})}
            return counts, [], speakers, [turn.text for turn in turns]


def display_name(given: str) -> str:
    """Return a file name as it can be shown: the last part of a path, in NFC, without control signs, not too long.

    The joiners that Bangla and Nepali need stay; signs that turn the direction of writing, with which "exe.csv" can be
    made to look like "vsc.exe", do not. Nothing is ever written to disk under this name.
    """
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(sign if sign in JOINERS or unicodedata.category(sign)[0] != "C" else " " for sign in last)
    name = " ".join(kept.split()) or "file"
    return _shortened(PurePosixPath(name)) or "file"


def unique_name(name: str, taken: Container[str]) -> str:
    """Return the name, or "notes (2).csv" and so on if it is taken."""
    path = PurePosixPath(name)
    numbered = (name if n == 1 else f"{path.stem} ({n}){path.suffix}" for n in count(1))
    return next(each for each in numbered if each not in taken)


def _shortened(path: PurePosixPath) -> str:
    suffix = path.suffix[:12]
    return (path.stem[: LONGEST_NAME - len(suffix)] + suffix).strip()


def _attempt(reading: Callable[[], T]) -> T | InputError:
    try:
        return reading()
    except InputError as error:
        return error
