"""Running text to notes: headings give the element, `Key: value` lines the attributes, the rest is cut into units."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from nlp.documents.note_dates import NoteDates, WrittenDate
from nlp.documents.tables.column_names import language_tag, language_tags, meaning, plain_name
from nlp.documents.types import Notes, Unit, Unread
from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.text.bullets import find_bullet
from nlp.text.segment import tidy

ELEMENT = -1
_KEY_LINE = re.compile(r"\W{0,3}?(?P<key>[^\W\d_][^:：|]{0,30}?)\s*[*_]*[:：][*_]*\s*(?P<value>\S.{0,118})")
_SETTING_KEYS = frozenset({"team", "participant", "date", "review", "language", "version"})
_MOST_WORDS_IN_SETTING = 6
_ALL_READ = Unread()


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


@dataclass(slots=True)
class _Here:
    """What holds for the notes that follow."""

    element: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    language: str | None = None
    languages: list[str] = field(default_factory=list)
    date_key: str = ""


def notes_from_parts(
    source: str,
    parts: Sequence[Part],
    cut: Cut,
    languages: Collection[str] | None,
    settings: Sequence[tuple[str, str]] = (),
    unread: Unread = _ALL_READ,
) -> Notes:
    """Return the units of running text.

    Args:
        source: the file's name.
        parts: lines or paragraphs in their order.
        cut: cuts neighbouring parts of running text into places.
        languages: those of the programme, or None.
        settings: (key, value) pairs that hold from the start (front matter).
        unread: what the reader could not read.

    Raises:
        NothingToAnalyse: there is no note.
    """
    top, rest = _split_top(parts)
    here = _Here()
    for key, value in (*settings, *top):
        _set(here, key, value)
    places = _places(rest, cut, here, _element_level(parts))
    if not places:
        raise NothingToAnalyse(
            source, Message("there is no note in it"), Message("Write one note a line or bullet below a heading")
        )
    keys = " ".join(dict.fromkeys(here.date_key for _, here in places))
    written = [WrittenDate(place.line, keys, here.attributes.get("date", "")) for place, here in places]
    dates = NoteDates.of(written)
    for here, date in {id(here): (here, date) for (_, here), date in zip(places, written, strict=True)}.values():
        if date.text:
            here.attributes["date"] = dates.iso(date)
    return Notes(source, _units(source, places, languages), unread, dates.counted(written))


def _places(parts: Sequence[Part], cut: Cut, here: _Here, element_level: int) -> list[tuple[Place, _Here]]:
    """Return the places of all notes with what holds for them."""
    places: list[tuple[Place, _Here]] = []
    body: list[Part] = []
    for part in [*parts, _END]:
        setting = None if part.heading else as_setting(part.text)
        if not part.heading and setting is None:
            body.append(part)
            continue
        places += [(place, here) for place in cut(body)] if body else []
        body = []
        here = replace(here, attributes=dict(here.attributes))
        if setting is not None:
            _set(here, *setting)
        else:
            _enter(here, part, element_level)
    return places


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


def _element_level(parts: Sequence[Part]) -> int:
    """Return the level of the headings that name elements: a single heading above all others is the title."""
    counts = Counter(part.heading for part in parts if part.heading > 0)
    levels = sorted(counts)
    if len(levels) > 1 and counts[levels[0]] == 1:
        return levels[1]
    tops = [part for part in parts if levels and part.heading == levels[0]]
    if len(levels) > 1 and all(as_setting(part.name) for part in tops):
        return levels[1]
    return levels[0] if levels else 0


def _enter(here: _Here, part: Part, element_level: int) -> None:
    """Take in a heading."""
    setting = as_setting(part.name)
    if setting is not None and part.heading != ELEMENT:
        _set(here, *setting)
    elif part.heading in (ELEMENT, element_level):
        here.element = part.name
        here.attributes.pop("heading", None)
    elif part.heading > element_level:
        here.attributes["heading"] = part.name


def _set(here: _Here, key: str, value: str) -> None:
    known = meaning(key)
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
