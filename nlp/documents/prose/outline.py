"""Running text to notes: headings give the element, `Key: value` lines the attributes, the rest is cut into units."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from nlp.documents.note_dates import NoteDates, WrittenDate
from nlp.documents.plan import AS_FOUND, FilePlan, HeadingRole
from nlp.documents.prose.numbering import without_numbers
from nlp.documents.prose.sections import is_around_minutes, is_of_no_element, is_skipped, names_people
from nlp.documents.tables.column_names import language_tag, language_tags, meaning, plain_name
from nlp.documents.types import MOST_EXAMPLES, DatesRead, Example, LeftOut, Notes, Unit, Unread
from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.errors import NothingToAnalyse
from nlp.messages import Message, msgid
from nlp.names import name_key
from nlp.text.dates.in_names import find_date
from nlp.text.dates.order import DateOrder
from nlp.text.segmentation.bullets import find_bullet
from nlp.text.segmentation.segment import tidy

ELEMENT = -1
_KEY_LINE = re.compile(r"\W{0,3}?(?P<key>[^\W\d_][^:：|]{0,30}?)\s*[*_]*[:：][*_]*\s*(?P<value>\S.{0,118})")
_SETTING_KEYS = frozenset({"team", "participant", "date", "review", "language", "version"})
_MOST_WORDS_IN_SETTING = 6
_SENTENCE_END = re.compile(r"[.!?।॥۔؟]$")
_ALL_READ = Unread()
_PREAMBLE = msgid("text above the first heading")
_MOST_WORDS_OF_DATELINE = 12
_BARE_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_LONGEST_EXAMPLE = 80


@dataclass(frozen=True, slots=True)
class Part:
    """A line of a text file or a paragraph of a docx.

    Attributes:
        line: its number, from 1.
        text: as handed in.
        start: code points from the start of the whole text (0 where every part stands alone).
        heading: 1 to 9 for a heading, 0 for running text, `ELEMENT` for a line that names the element outright.
        name: the words of the heading.
        whole: an item of a list or a cell, which is not cut into sentences.
    """

    line: int
    text: str
    start: int = 0
    heading: int = 0
    name: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A unit's text and where it stands: see `nlp.documents.types.Unit`."""

    text: str
    line: int
    start: int
    end: int


_END = Part(0, "", heading=1)

Cut = Callable[[Sequence[Part]], list[Place]]


class Headings:
    """What the headings of a file say of the notes below them."""

    def __init__(self, parts: Sequence[Part], plan: FilePlan) -> None:
        self._said = {name_key(name): role for name, role in plan.headings.items()}
        others = (HeadingRole.TEAM, HeadingRole.SKIP, HeadingRole.TEXT)
        self._may_skip = plan.kind in ("", "minutes")
        self._parts = [part for part in parts if part.heading]
        skips = any(is_skipped(part.name) for part in self._parts)
        self.are_minutes = plan.kind == "minutes" or (self._may_skip and skips)
        named = any(names_people(part.text) for part in parts if not part.heading and not part.whole)
        self.tell_of_meeting = self.are_minutes or (self._may_skip and named)
        self.element_level = _element_level(
            [part for part in self._parts if self._named(part) not in others], max(self._levels(), default=0)
        )
        self._unnumbered = without_numbers(part.name for part in self._parts if part.heading == self.element_level)

    def _levels(self) -> list[int]:
        return [part.heading for part in self._parts if part.heading > 0]

    def role(self, part: Part) -> HeadingRole | None:
        """Return what a heading says; None for a title, and for `Team: Nepal`, which says it in its own words."""
        named = self._named(part)
        if named is not None or part.heading == ELEMENT:
            return named or HeadingRole.ELEMENT
        if as_setting(part.name) is not None or part.heading < self.element_level:
            return None
        return HeadingRole.ELEMENT if part.heading == self.element_level else HeadingRole.TEXT

    def name(self, part: Part) -> str:
        """Return what a heading is called: its words, without the number by which headings are counted through."""
        return self._unnumbered.get(part.name, part.name)

    def roles(self) -> dict[str, HeadingRole]:
        """Return heading -> what it says, in their order; of equal headings the first counts."""
        found: dict[str, HeadingRole] = {}
        for part in self._parts:
            role = self.role(part)
            if role is not None:
                found.setdefault(part.name, role)
        return found

    def without_preamble(self, parts: Sequence[Part]) -> Sequence[Part]:
        """Return the parts without what stands before the first heading below the title and is no note.

        In minutes that is all running text; elsewhere a line that says when the notes were written, if nothing else
        stands there.
        """
        first = next((at for at, part in enumerate(parts) if part.heading and self.role(part) is not None), 0)
        kept = [part for part in parts[:first] if part.heading or as_setting(part.text) is not None]
        above = [part for part in parts[:first] if part not in kept and part.text.strip()]
        is_preamble = self.are_minutes or all(map(_is_dateline, above))
        return [*kept, *parts[first:]] if is_preamble else parts

    def _named(self, part: Part) -> HeadingRole | None:
        """Return what is said of a heading, or what its words alone tell."""
        said = self._said.get(name_key(part.name))
        if said is not None or part.heading == ELEMENT:
            return said
        if is_skipped(part.name):
            return HeadingRole.SKIP if self._may_skip else None
        return HeadingRole.TEXT if is_of_no_element(part.name, self.tell_of_meeting) else None


def _is_dateline(part: Part) -> bool:
    """Whether a line above all headings says only when the notes below were written."""
    text = tidy(part.text)
    if part.whole or find_bullet(text) or _SENTENCE_END.search(text) or len(text.split()) > _MOST_WORDS_OF_DATELINE:
        return False
    return _BARE_DATE.fullmatch(text.strip()) is not None or len(find_date(text)) > len("2026-03")


def _element_level(headings: Sequence[Part], deepest: int) -> int:
    """Return the level of the headings that name elements: a single heading above all others is the title.

    Args:
        headings: those that may name elements.
        deepest: the lowest level of all headings, those of other sections too.
    """
    counts = Counter(part.heading for part in headings if part.heading > 0)
    levels = sorted(counts)
    if len(levels) == 1 and counts[levels[0]] == 1 and deepest > levels[0]:
        return deepest
    if len(levels) > 1 and counts[levels[0]] == 1:
        return levels[1]
    tops = [part for part in headings if levels and part.heading == levels[0]]
    if len(levels) > 1 and all(as_setting(part.name) for part in tops):
        return levels[1]
    return levels[0] if levels else 0


@dataclass(slots=True)
class _Here:
    """What holds for the notes that follow.

    Attributes:
        said: what a plan says of the whole file, which no line changes.
        skipped: level of the heading whose section is left out, 0 where the notes count.
        skipped_name: its words.
        team_level: of the heading that named the team, 0 if none did.
    """

    element: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    language: str | None = None
    languages: list[str] = field(default_factory=list)
    date_key: str = ""
    said: frozenset[str] = frozenset()
    skipped: int = 0
    skipped_name: str = ""
    team_level: int = 0


def notes_from_parts(
    source: str,
    parts: Sequence[Part],
    cut: Cut,
    languages: Collection[str] | None,
    settings: Sequence[tuple[str, str]] = (),
    unread: Unread = _ALL_READ,
    plan: FilePlan = AS_FOUND,
) -> Notes:
    """Return the units of running text.

    Args:
        source: the file's name.
        parts: lines or paragraphs in their order.
        cut: cuts neighbouring parts of running text into places.
        languages: those of the programme, or None.
        settings: (key, value) pairs that hold from the start (front matter).
        unread: what the reader could not read.
        plan: what is said of the file; it overrides what is found.

    Raises:
        NothingToAnalyse: there is no note.
    """
    top, rest = _split_top(parts)
    here = _at_the_start(plan, (*settings, *top))
    headings = Headings(parts, plan)
    kept = headings.without_preamble(rest)
    skipped: dict[str, list[Part]] = {"": _dropped(rest, kept)}
    places = _places(kept, cut, here, headings, skipped)
    if not places and not plan.kind:
        skipped = {}
        places = _places(rest, cut, here, Headings(parts, replace(plan, kind="notes")), skipped)
    if not places:
        raise NothingToAnalyse(
            source, Message("there is no note in it"), Message("Write one note a line or bullet below a heading")
        )
    counted = _settle_dates(places, plan.date_order)
    return Notes(source, _units(source, places, languages), unread + _left_out(skipped), counted)


def _dropped(parts: Sequence[Part], kept: Sequence[Part]) -> list[Part]:
    """Return the running text above the first part that is kept."""
    lines = {part.line for part in kept}
    return [part for part in parts if part.line not in lines]


def _left_out(skipped: Mapping[str, Sequence[Part]]) -> Unread:
    """Return what was left out by the heading above it, "" for what stands above all headings."""
    unread = Unread()
    for heading, parts in skipped.items():
        lines = [part for part in parts if part.text.strip()]
        why = Message("below the heading {heading}", {"heading": heading}) if heading else Message(_PREAMBLE)
        examples = tuple(
            Example(Message("line {line}", {"line": str(part.line)}), _begins(part.text))
            for part in lines[:MOST_EXAMPLES]
        )
        unread += Unread(len(lines), (LeftOut(why, len(lines), examples),) if lines else ())
    return unread


def _begins(text: str) -> str:
    line = tidy(text)
    return line if len(line) <= _LONGEST_EXAMPLE else f"{line[:_LONGEST_EXAMPLE]}…"


def _settle_dates(places: Sequence[tuple[Place, _Here]], said: DateOrder | None) -> DatesRead:
    """Write the dates of notes in one form, day and month settled over all of them, and count them."""
    keys = " ".join(dict.fromkeys(here.date_key for _, here in places))
    written = [WrittenDate(place.line, keys, here.attributes.get("date", "")) for place, here in places]
    dates = NoteDates.of(written, said)
    for here, date in {id(here): (here, date) for (_, here), date in zip(places, written, strict=True)}.values():
        if date.text:
            here.attributes["date"] = dates.iso(date)
    return dates.counted(written)


def _at_the_start(plan: FilePlan, settings: Sequence[tuple[str, str]]) -> _Here:
    """Return what holds from the start: what is said of the file, then what it says itself."""
    here = _Here()
    for key, value in plan.settings.items():
        _set(here, key, value)
    here = replace(here, said=frozenset(plan.settings))
    for key, value in settings:
        _set(here, key, value)
    return here


def _places(
    parts: Sequence[Part], cut: Cut, here: _Here, headings: Headings, skipped: dict[str, list[Part]]
) -> list[tuple[Place, _Here]]:
    """Return the places of all notes with what holds for them; `skipped` gets the parts that are left out."""
    places: list[tuple[Place, _Here]] = []
    body: list[Part] = []
    for part in [*parts, _END]:
        setting = None if part.heading else as_setting(part.text)
        around = setting is None and _is_around(part, headings)
        if not part.heading and setting is None and not around:
            body.append(part)
            continue
        if here.skipped:
            skipped.setdefault(here.skipped_name, []).extend(body)
        elif body:
            places += [(place, here) for place in cut(body)]
        body = []
        here = replace(here, attributes=dict(here.attributes))
        if setting is not None:
            _set(here, *setting)
        elif not around:
            _enter(here, part, headings)
    return places


def _is_around(part: Part, headings: Headings) -> bool:
    told = headings.tell_of_meeting and not (part.heading or part.whole or find_bullet(part.text))
    return told and is_around_minutes(part.text)


def _units(source: str, places: list[tuple[Place, _Here]], languages: Collection[str] | None) -> tuple[Unit, ...]:
    declared = [here.language for _, here in places]
    listed = {tag for _, here in places for tag in here.languages}
    wanted = languages if languages is not None or not listed else sorted(listed | {"en"})
    told = settle_languages([place.text for place, _ in places], declared, wanted)
    return tuple(
        Unit(
            id=stable_id(source, place.line, place.start, place.text),
            text=place.text,
            language=language,
            source=source,
            line=place.line,
            start=place.start,
            end=place.end,
            element=here.element,
            attributes=here.attributes,
        )
        for (place, here), language in zip(places, told, strict=True)
    )


def _enter(here: _Here, part: Part, headings: Headings) -> None:
    """Take in a heading."""
    if here.skipped and part.heading > here.skipped:
        return
    role = headings.role(part)
    here.skipped = part.heading if role is HeadingRole.SKIP else 0
    here.skipped_name = part.name
    _leave_team(here, part, role)
    setting = as_setting(part.name)
    if setting is not None and part.heading != ELEMENT:
        _set(here, *setting)
    elif role is HeadingRole.TEAM:
        _set(here, "team", headings.name(part))
        here.team_level = part.heading
        here.element = here.element if part.heading > headings.element_level else None
    elif role is HeadingRole.ELEMENT:
        here.element = headings.name(part)
        here.attributes.pop("heading", None)
    elif role is HeadingRole.TEXT:
        here.element = here.element if part.heading > headings.element_level else None
        here.attributes["heading"] = part.name


def _leave_team(here: _Here, part: Part, role: HeadingRole | None) -> None:
    """Forget the team of a section that a heading ends."""
    if 0 < part.heading < here.team_level or (part.heading == here.team_level > 0 and role is not HeadingRole.ELEMENT):
        here.team_level = 0
        if "team" not in here.said:
            here.attributes.pop("team", None)


def _set(here: _Here, key: str, value: str) -> None:
    known = meaning(key)
    if known in here.said or is_skipped(key):
        return
    if known == "language":
        here.languages = language_tags(value)
        here.language = here.languages[0] if len(here.languages) == 1 else None
    elif known == "element":
        here.element = value
    else:
        here.attributes[known or plain_name(key)] = value
        here.date_key = key if known == "date" else here.date_key


def _key_value(text: str) -> tuple[str, str] | None:
    match = _KEY_LINE.fullmatch(tidy(text))
    if match is None or len(match["key"].split()) > 3 or find_bullet(text):
        return None
    return match["key"].strip("*_ "), match["value"].strip("*_ ")


def as_setting(text: str) -> tuple[str, str] | None:
    """Return a `Team: Nepal` line that holds for what follows; a longer value is a note that begins with the word."""
    pair = _key_value(text)
    if pair is None or len(pair[1].split()) > _MOST_WORDS_IN_SETTING:
        return None
    key, value = meaning(pair[0]), pair[1]
    plausible = {
        "language": language_tag(value) is not None or bool(language_tags(value)),
        "date": any(sign.isdigit() for sign in value),
    }
    return (key, value) if key in _SETTING_KEYS and plausible.get(key, True) else None


def all_settings(parts: Sequence[Part]) -> dict[str, str]:
    """Return the `Team: Nepal` lines by what their keys mean; the first of a key wins."""
    pairs = [setting for part in parts if not part.heading and (setting := as_setting(part.text))]
    return {meaning(key) or key: value for key, value in reversed(pairs)}


def _split_top(parts: Sequence[Part]) -> tuple[list[tuple[str, str]], Sequence[Part]]:
    """Return the `Key: value` lines at the top, below titles, and the other parts.

    They are settings when one of the keys is known; then the others ("Place: Pokhara") are settings too.
    """
    titles = list(takewhile(lambda part: part.heading > 0 or not part.text.strip(), parts))
    below = parts[len(titles) :]
    top = list(takewhile(lambda part: not part.heading and (not part.text.strip() or _key_value(part.text)), below))
    pairs = [pair for part in top if (pair := _key_value(part.text))]
    if not any(meaning(key) in _SETTING_KEYS for key, _ in pairs):
        return [], parts
    return pairs, [*(part for part in titles if part.heading), *below[len(top) :]]


def plan_of_parts(parts: Sequence[Part], settings: Sequence[tuple[str, str]] = ()) -> FilePlan:
    """Return how running text is understood.

    Args:
        parts: lines or paragraphs in their order.
        settings: (key, value) pairs that hold from the start (front matter).
    """
    headings = Headings(parts, AS_FOUND)
    said: dict[str, dict[str, None]] = {}
    named = [setting for part in parts if part.heading >= 0 and (setting := as_setting(part.name or part.text))]
    for key, value in (*settings, *named):
        said.setdefault(meaning(key) or "", {})[value] = None
    one = {key: next(iter(values)) for key, values in said.items() if len(values) == 1}
    return FilePlan(
        kind="minutes" if headings.are_minutes else "notes",
        team=one.get("team", ""),
        review=one.get("review", ""),
        date=one.get("date", ""),
        language=one.get("language", ""),
        headings=headings.roles(),
    )
