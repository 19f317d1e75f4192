"""The page “Did we hear you right?”: what was heard, for those who said it, in parts that a cheap phone can load."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from service.giving_back.types import Given, Heard, HeardElement, Said, Share, Verdict
from service.presentation.i18n import Language, language_of
from service.presentation.readings.caveats import amount
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import Label

PART_BYTES = 30_000
"""Of a part, as far as it depends on what was heard: with the style and the rest a page stays below 60 kB."""

READING_BYTES = 3_000
"""What a reading takes beside its words: marks, fields, and what somebody may have written."""

MOST_READINGS = 7
MOST_HOLDERS = 12


@dataclass(frozen=True)
class HeardQuote:
    """A note in the words of its writer; `mark` is of its team, without a name where that may not be told."""

    text: str
    code: str
    language: str
    mark: Mark


@dataclass(frozen=True)
class HeardView:
    """A reading: its name, who holds it, quotes of the own team and of others, and what this person answered."""

    id: str
    label: Label
    held: Markup | None
    own: tuple[HeardQuote, ...]
    quotes: tuple[HeardQuote, ...]
    given: Given


@dataclass(frozen=True)
class ElementPart:
    """An element, or what of it stands in a part."""

    name: str
    readings: tuple[HeardView, ...]
    left_out: Markup | None


@dataclass(frozen=True)
class AskView:
    """One part of the page, counted from 1."""

    number: int
    of: int
    elements: tuple[ElementPart, ...]


def verdicts(language: Language) -> tuple[tuple[str, Markup], ...]:
    """Return the three answers in words."""
    return tuple((verdict.value, verdict_words(verdict, language)) for verdict in Verdict)


def verdict_words(verdict: Verdict, language: Language) -> Markup:
    """Return one answer in words."""
    return {
        Verdict.YES: language.gettext("Yes"),
        Verdict.PARTLY: language.gettext("Partly"),
        Verdict.NO: language.gettext("No"),
    }[verdict]


def ask_view(
    heard: Sequence[HeardElement],
    team: str,
    given: Mapping[str, Given],
    marks: Marks,
    language: Language,
    number: int = 1,
) -> AskView:
    """Turn what was heard into one part of its page.

    Args:
        heard: as it may be shown.
        team: whose own view it is, "" for everybody's.
        given: what this person answered.
        marks: signs of the teams.
        language: of the reader.
        number: of the part; the last one if there are fewer.
    """
    parts = tuple(_parts(heard))
    at = max(1, min(number, len(parts)))
    own = parts[at - 1] if parts else ()
    return AskView(at, len(parts), tuple(_elements(own, team, given, marks, language)))


def sheet_view(heard: Sequence[HeardElement], team: str, marks: Marks, language: Language) -> AskView:
    """Turn what was heard into one sheet with all of it."""
    every = [(element, reading) for element in heard for reading in element.readings]
    return AskView(1, 1, tuple(_elements(every, team, {}, marks, language)))


def heard_label(heard: Heard, language: Language) -> Label:
    """Return what a reading was called when it was given back, in the reader's language, with the original beside it.

    Where nobody lets the words be quoted any more that named it, that is said.
    """
    first = heard.names[0] if heard.names else None
    original = (first.text, first.language) if first else ("", "")
    if heard.given:
        given = heard.given_in.get(language.code, heard.given)
        return Label(given, language_of(given), *(original if original[0] != given else ("", "")), given=True)
    own = next((each for each in heard.names if each.language.partition("-")[0] == language.code), None)
    if own:
        return Label(own.text, own.language, *(original if first is not own else ("", "")))
    if first:
        gloss = " · ".join(heard.gloss.get(language.code, ()))
        return Label(first.text, first.language, gloss=gloss, gloss_code=language.code)
    if heard.example:
        return Label(heard.example.text, language_of(heard.example.text))
    return Label(str(language.gettext("Something that several people said")), language.code)


def _parts(heard: Sequence[HeardElement]) -> Iterator[tuple[tuple[HeardElement, Heard], ...]]:
    """Yield the parts: an element each, or some of its readings where it has many or long ones."""
    for element in heard:
        part: list[tuple[HeardElement, Heard]] = []
        size = 0
        for reading in element.readings:
            own = _bytes(reading)
            if part and (size + own > PART_BYTES or len(part) == MOST_READINGS):
                yield tuple(part)
                part, size = [], 0
            part.append((element, reading))
            size += own
        if part:
            yield tuple(part)


def _bytes(reading: Heard) -> int:
    """Return about how many bytes a reading takes on the page."""
    words = [each.text for each in (*reading.names[:2], *reading.quotes)]
    words += [each.team for each in reading.quotes] + [*reading.holders[:MOST_HOLDERS], reading.given]
    words += [reading.example.text if reading.example else "", *reading.given_in.values()]
    return READING_BYTES + sum(len(str(escape(each)).encode()) for each in words)


def _elements(
    part: Sequence[tuple[HeardElement, Heard]],
    team: str,
    given: Mapping[str, Given],
    marks: Marks,
    language: Language,
) -> Iterator[ElementPart]:
    for element, own in groupby(part, key=lambda each: each[0]):
        readings = [reading for _, reading in own]
        views = tuple(_heard(reading, team, given.get(reading.id, Given()), marks, language) for reading in readings)
        is_last = readings[-1] is element.readings[-1]
        yield ElementPart(element.element, views, _left_out(element.left_out, language) if is_last else None)


def _left_out(left_out: int, language: Language) -> Markup | None:
    if not left_out:
        return None
    return language.ngettext(
        "{n} thing that very few people said is not shown here, so that nobody is recognised.",
        "{n} things that very few people said are not shown here, so that nobody is recognised.",
        left_out,
    )


def _heard(reading: Heard, team: str, given: Given, marks: Marks, language: Language) -> HeardView:
    own = [each for each in reading.quotes if team and each.team == team]
    return HeardView(
        reading.id,
        heard_label(reading, language),
        _held(reading, language),
        tuple(_quote(each, marks, language) for each in own),
        tuple(_quote(each, marks, language) for each in reading.quotes if each not in own),
        given,
    )


def _held(reading: Heard, language: Language) -> Markup | None:
    """Return who says it, as far as that may be told."""
    if reading.own:
        mine = _share(reading.own, language)
        if not reading.others:
            return language.gettext("From your team: {own}.", own=mine)
        others = _share(reading.others, language)
        return language.gettext("From your team: {own}. From all others: {others}.", own=mine, others=others)
    if not reading.holders:
        return None
    shown = [language.called(each) for each in reading.holders[:MOST_HOLDERS]]
    more = len(reading.holders) - len(shown)
    rest = [language.ngettext("{n} more team", "{n} more teams", more)] if more else []
    names = [Markup('<b lang="{}">{}</b>').format(language_of(each), each) for each in shown]
    return language.gettext("Said by {teams}.", teams=language.list([*names, *rest]))


def _share(share: Share, language: Language) -> Markup:
    return amount(language, share.count, share.of)


def _quote(said: Said, marks: Marks, language: Language) -> HeardQuote:
    code = "" if said.language == "und" else said.language
    return HeardQuote(said.text, code, language.language_name(code) if code else "", marks.of(said.team))
