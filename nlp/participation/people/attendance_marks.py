"""Who was where, as the columns of a roster or of an attendance list say it: ticks, P and A, yes and no, dates.

A column is one of attendance if its header says so ("present", "Attendance 14 March", "উপস্থিত"), or if its header is
a date and all of its cells are marks. A cross is a tick where a column has no other mark of presence, and else stands
for who was absent. An empty cell says nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.documents.types import Person
from nlp.names import fold
from nlp.participation.people.attendance import Presence, PresenceSource, Statement
from nlp.text.dates.in_names import find_date
from nlp.text.numerals import folded
from nlp.text.phrases import phrases

_HEADERS = phrases(
    """present|presence|attended|attendance|attending|was there|were there|was present|came|here|there|p/a
    present / absent|present/absent|present or absent|attended?|present?|attendance status|participated|in the room
    উপস্থিত|উপস্থিতি|উপস্থিত ছিলেন|হাজির|হাজিরা|ছিলেন|এসেছেন|अनुपस्थित/उपस्थित|उपस्थित|उपस्थिति|हाजिर|हाजिरी|हाजिरि
    उपस्थित हुनुभयो|थिए|आउनुभयो|présent|présente|présence|présents|a participé|presente|presencia|asistió|asistencia
    presença|compareceu|participou|anwesend|anwesenheit|aanwezig|hadir|kehadiran|حاضر|الحضور|حضور|उपस्थित थे"""
)
"""Headers of a column that says who was there, folded."""

_TALLIED = phrases("counted in the room")
"""Header of the column that the tally writes."""

_JOINED = phrases(
    """join time|first join|joined|joined at|join date|user action|time joined|entry time
    প্রবেশের সময়|যোগদানের সময়|जोडिएको समय|प्रवेश समय|heure d'arrivée|hora de ingreso"""
)
"""Headers in the lists of participants of Zoom, Teams and the like, folded: whoever has something there was there."""

_PRESENT = phrases(
    """y|yes|p|pr|present|attended|here|there|came|in|on|true|1|✓|✔|☑|✅|√|🗹|👍|late|l|online|in person|in-person
    virtual|remote|joined|hybrid|physical|oui|présent|présente|sí|si|s|presente|asistió|sim|ja|anwesend|aanwezig|hadir|نعم
    حاضر|হ্যাঁ|হাঁ|হ্যা|হা|জি|জী|উপস্থিত|ছিলেন|ছিল|আছেন|আছে|হাজির|এসেছেন|এসেছিলেন|দেরিতে|উ|টিক
    छ|छन्|हो|हजुर|जी|हाँ|हां|उपस्थित|थियो|थिए|थिइन्|हुनुहुन्थ्यो|हाजिर|आउनुभयो|उ"""
)
"""What stands for somebody who was there, folded."""

_ABSENT = phrases(
    """n|no|a|ab|abs|absent|not present|apologies|apology|regrets|excused|e|leave|on leave|sick|did not attend|dna|false
    0|✗|✘|❌|☒|non|absente|excusé|excusée|ausente|não|nao|nein|abwesend|afwezig|tidak|tidak hadir|لا|غائب|did not come
    না|নেই|অনুপস্থিত|ছিলেন না|গরহাজির|ছুটি|ছুটিতে|আসেননি|অ|छैन|छैनन्|होइन|अनुपस्थित|थिएन|थिएनन्|हुनुहुन्नथ्यो
    गयल|बिदा|आउनुभएन|नहीं|अ"""
)
"""What stands for somebody who was not, folded."""

_CROSSES = phrases("x|×|✕|✖|*|•|●|■")
"""A tick to some and the opposite to others, folded."""

_PARTS = re.compile(r"[;|\n]|,(?=\s)")
_SHORT_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}")
_SIGNS = r"[.-]"
_YEAR = len("2026")
_LONGEST_DAY = len("Wednesday, 30 September 2026 (BS 2083)")
_BESIDE = re.compile(r"[\s:=()\[\]\-–—_,./?]+")


@dataclass(frozen=True, slots=True)
class AttendanceMark:
    """What one cell says of somebody.

    Attributes:
        name: of the person.
        day: what the header or the cell says of when, as it is written; "" where it says nothing.
        state: whether they were there.
        tallied: whether the tally counted them.
    """

    name: str
    day: str
    state: Presence
    tallied: bool = False

    def statement(self, where: str = "") -> Statement:
        """Return it as what a list says, or the tally; `where` is the file."""
        return Statement(self.state, PresenceSource.TALLY if self.tallied else PresenceSource.LIST, where)

    def is_of(self, date: str) -> bool | None:
        """Whether it is of a session on this date (ISO 8601, a day or a month); None where that cannot be told."""
        own = written_day(self.day, date[:_YEAR])
        if not own or len(date) <= _YEAR:
            return None
        shortest = min(len(own), len(date))
        return own[:shortest] == date[:shortest]


def read_marks(people: Sequence[Person]) -> tuple[tuple[Person, ...], tuple[AttendanceMark, ...]]:
    """Return the people of a roster without what it says of who was where, and that."""
    columns: dict[str, list[tuple[str, str]]] = {}
    for person in people:
        for column, cell in person.attributes.items():
            columns.setdefault(column, []).append((person.name, cell))
    read = {column: _read_column(column, cells) for column, cells in columns.items()}
    marks = tuple(mark for found in read.values() for mark in found)
    used = {column for column, found in read.items() if found}
    return tuple(_without(person, used) for person in people), marks


def marks_of_session(marks: Iterable[AttendanceMark], date: str, *, undated: bool) -> dict[str, AttendanceMark]:
    """Return name -> what is said of somebody in one session; marks that cannot be told to be of it are left out.

    Args:
        marks: of one list.
        date: of the session, ISO 8601; "" where it is not known.
        undated: whether marks that say no day are of this session.
    """
    own = [mark for mark in marks if (undated if not mark.day else mark.is_of(date))]
    several = {mark.day for mark in own if mark.day}
    if len(several) > 1:  # two days of the month that is all that is known of the session
        own = [mark for mark in own if not mark.day]
    return {mark.name: mark for mark in own}


def written_day(text: str, year: str = "") -> str:
    """Return the day or month in a header, ISO 8601; one without a year is of this one. "" where there is none."""
    short = _SHORT_DATE.fullmatch(folded(text).strip())
    of_year = f"{re.sub(_SIGNS, '/', short[0])}/{year}" if short else f"{text} {year}"
    return next((iso for form in (text, of_year) if len(iso := find_date(form)) > _YEAR), "")


def _without(person: Person, columns: Iterable[str]) -> Person:
    kept = {name: value for name, value in person.attributes.items() if name not in columns}
    return person if len(kept) == len(person.attributes) else replace(person, attributes=kept)


def _read_column(header: str, cells: Sequence[tuple[str, str]]) -> list[AttendanceMark]:
    key = fold(header)
    if key in _JOINED:
        return [AttendanceMark(name, "", Presence.PRESENT) for name, cell in cells if cell.strip()]
    tallied = key in _TALLIED
    dated = _is_day(header)
    if not (tallied or dated or _says_presence(key)):
        return []
    marks = _states(cells)
    if dated and len(marks) < len(cells):
        return []
    day = header if dated or written_day(header, "2000") else ""
    found = [AttendanceMark(name, day, state, tallied) for name, state in marks]
    return found + ([] if day else _dates_in(cells))


def _says_presence(key: str) -> bool:
    """Whether a header says that it tells who was there, a date or the number of a session beside it or not."""
    if key in _HEADERS:
        return True
    return any(_BESIDE.sub(" ", key).strip().startswith(f"{each} ") for each in _HEADERS) and bool(
        written_day(key, "2000")
    )


def _is_day(header: str) -> bool:
    """Whether a header is a day and nothing else of weight."""
    return len(header) <= _LONGEST_DAY and bool(written_day(header, "2000")) and not _says_presence(fold(header))


def _states(cells: Sequence[tuple[str, str]]) -> list[tuple[str, Presence]]:
    """Return the cells of one column that are marks, crosses read as the others of the column let them."""
    keys = [(name, fold(cell).strip(" .।!")) for name, cell in cells]
    ticked = any(_plain(key) in _PRESENT for _, key in keys)
    cross = Presence.ABSENT if ticked else Presence.PRESENT
    states: Mapping[str, Presence] = {
        **dict.fromkeys(_CROSSES, cross),
        **dict.fromkeys(_PRESENT, Presence.PRESENT),
        **dict.fromkeys(_ABSENT, Presence.ABSENT),
    }
    return [(name, states[_plain(key)]) for name, key in keys if _plain(key) in states]


def _plain(key: str) -> str:
    return folded(key.replace("\ufe0f", ""))


def _dates_in(cells: Sequence[tuple[str, str]]) -> list[AttendanceMark]:
    """Return the days that a column lists for everybody: `2026-03-14; 2026-09-20`, `2026-03-14: yes`."""
    found: list[AttendanceMark] = []
    for name, cell in cells:
        for part in filter(None, map(str.strip, _PARTS.split(cell))):
            day, _, said = part.partition(":")
            state = next((state for _, state in _states([(name, said)])), None) if said.strip() else Presence.PRESENT
            if state and len(find_date(day)) > _YEAR:
                found.append(AttendanceMark(name, day, state))
    return found
