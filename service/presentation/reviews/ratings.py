"""The levels that were given in a review as dots, with their reasons; and what each team handed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Rating
from service.names.slugs import slugify
from service.presentation.i18n import Language, Name
from service.presentation.readings.ratings import meant_levels
from service.presentation.team_marks import Mark, Marks

LOPSIDED = 3
"""A team that hands in a third of what another one does, or less, is said to hand in little."""


@dataclass(frozen=True)
class DotCell:
    """One team and one level: a dot for every rating."""

    dots: int
    spoken: Markup


@dataclass(frozen=True)
class DotRow:
    """One team on one element."""

    mark: Mark
    cells: tuple[DotCell, ...]


@dataclass(frozen=True)
class Reason:
    """Why a team, or somebody of it, gave a level."""

    mark: Mark
    level: str
    text: str


@dataclass(frozen=True)
class ElementDots:
    """One element: its teams and levels, and why."""

    name: str
    slug: str
    rows: tuple[DotRow, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class HandedIn:
    """What a team handed in: of how many elements it gave a level, and how many reasons."""

    mark: Mark
    words: Markup


@dataclass(frozen=True)
class RatingsView:
    """All that a review has of ratings; `levels` are the columns, best first."""

    lead: tuple[Markup, ...]
    levels: tuple[str, ...]
    elements: tuple[ElementDots, ...]
    handed_in: tuple[HandedIn, ...]
    lopsided: Markup | None


def ratings_view(
    ratings: Sequence[Rating],
    review: str,
    elements: Sequence[str],
    levels: Sequence[str],
    marks: Marks,
    language: Language,
) -> RatingsView:
    """Turn the ratings of a programme into those of one review.

    Args:
        ratings: of all reviews: what a level means is told from all of them.
        review: as the programme spells it.
        elements: of the programme, in its order.
        levels: of the programme, best first.
        marks: of its teams.
        language: of the reader.
    """
    meant = meant_levels(ratings, levels)
    own = [each for each in ratings if each.review == review]
    columns = tuple(dict.fromkeys(meant[each] for each in (*levels, *(one.level for one in own)) if each in meant))
    named = [*elements, *(each.element for each in own)]
    rated = [name for name in dict.fromkeys(named) if any(each.element == name for each in own)]
    shown = tuple(_element(name, own, columns, meant, marks, language) for name in rated)
    return RatingsView(
        tuple(_lead(own, rated, columns, meant, marks, language)) if own else (),
        columns,
        shown,
        tuple(_handed_in(mark, own, max(len(elements), len(rated)), language) for mark in _teams(own, marks)),
        _lopsided(own, marks, language),
    )


def _teams(own: Sequence[Rating], marks: Marks) -> tuple[Mark, ...]:
    """Return the teams of the programme and those that rated."""
    others = dict.fromkeys(each.team for each in own)
    return tuple(marks.in_order([*(mark.name for mark in marks.teams), *others])) if own else ()


def _element(
    name: str,
    own: Sequence[Rating],
    columns: Sequence[str],
    meant: Mapping[str, str],
    marks: Marks,
    language: Language,
) -> ElementDots:
    here = [each for each in own if each.element == name]
    rows = []
    for mark in _teams(own, marks):
        given = [meant[each.level] for each in here if each.team == mark.name]
        counts = [given.count(level) for level in columns]
        cells = tuple(DotCell(n, language.ngettext("{n} rating", "{n} ratings", n)) for n in counts)
        rows.append(DotRow(mark, cells))
    reasons = tuple(
        Reason(mark, level, each.note)
        for mark in _teams(own, marks)
        for level in columns
        for each in here
        if each.team == mark.name and meant[each.level] == level and each.note.strip()
    )
    return ElementDots(name, slugify(name), tuple(rows), reasons)


def _lead(
    own: Sequence[Rating],
    rated: Sequence[str],
    columns: Sequence[str],
    meant: Mapping[str, str],
    marks: Marks,
    language: Language,
) -> list[Markup]:
    """Return on how many elements all gave one level, and on which of them the levels lie furthest apart."""
    places: dict[str, dict[int, set[str]]] = {name: {} for name in rated}
    for each in own:
        places[each.element].setdefault(columns.index(meant[each.level]), set()).add(each.team)
    several = [name for name in rated if len({each.team for each in own if each.element == name}) > 1]
    if not several:
        return [language.gettext("One team has rated so far.")]
    furthest = max(several, key=lambda name: max(places[name]) - min(places[name]))
    apart = _apart(places[furthest], columns, marks, language)
    of = _name(furthest, language)
    if len(several) == 1 and apart:
        return [language.gettext("On {element} the levels lie apart: {apart}.", element=of, apart=apart)]
    if len(several) == 1:
        return [language.gettext("On {element} everybody gave the same level.", element=of)]
    same = sum(len(places[name]) == 1 for name in several)
    sentence = language.ngettext(
        "On {same} of {n} element everybody gave the same level.",
        "On {same} of {n} elements everybody gave the same level.",
        len(several),
        same=same,
    )
    if not apart:
        return [sentence]
    return [sentence, language.gettext("They lie furthest apart on {element}: {apart}.", element=of, apart=apart)]


def _apart(places: Mapping[int, set[str]], columns: Sequence[str], marks: Marks, language: Language) -> Markup | None:
    """Return who gave the best and who the worst level of an element; None where all gave one."""
    best, worst = min(places), max(places)
    if best == worst:
        return None
    return language.gettext(
        "“{high}” ({some}), “{low}” ({others})",
        high=_name(columns[best], language),
        some=_called(places[best], marks, language),
        low=_name(columns[worst], language),
        others=_called(places[worst], marks, language),
    )


def _called(teams: set[str], marks: Marks, language: Language) -> Markup:
    return language.list([_name(mark.name, language) for mark in marks.in_order(sorted(teams))])


def _name(name: str, language: Language) -> Name:
    return Name.of(language.called(name))


def _handed_in(mark: Mark, own: Sequence[Rating], elements: int, language: Language) -> HandedIn:
    given = [each for each in own if each.team == mark.name]
    rated = len({each.element for each in given})
    if not rated:
        return HandedIn(mark, language.gettext("nothing yet"))
    reasons = sum(bool(each.note.strip()) for each in given)
    words = language.gettext("levels of {rated} of {all} elements", rated=rated, all=elements)
    why = language.ngettext("{n} reason", "{n} reasons", reasons)
    return HandedIn(mark, Markup("{}, {}").format(words, why))


def _lopsided(own: Sequence[Rating], marks: Marks, language: Language) -> Markup | None:
    """Return a caution where some teams hand in far less than others: levels or reasons on fewer elements.

    How many people rated is no measure: a team may have agreed on one level.
    """
    if not own:
        return None
    teams = [mark.name for mark in _teams(own, marks)]
    said = {name: _on_elements(own, name) for name in teams}
    few = [name for name, much in said.items() if much * LOPSIDED <= max(said.values())]
    if not few:
        return None
    return language.gettext(
        "Much less came from {teams} than from others. Ask there first: few words are no agreement.",
        teams=_called(set(few), marks, language),
    )


def _on_elements(own: Sequence[Rating], team: str) -> int:
    """Return on how many elements a team gave a level, and on how many a reason, together."""
    given = [each for each in own if each.team == team]
    return len({each.element for each in given}) + len({each.element for each in given if each.note.strip()})
