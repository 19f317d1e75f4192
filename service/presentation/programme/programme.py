"""The programme's page: where teams understand each other, and where not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Rating
from nlp.readings.drift import Drift
from nlp.readings.types import ElementReadings
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.readings.caveats import is_hardly_sorted, named_words, trust_in_short
from service.presentation.readings.drift import DriftView, drift_view
from service.presentation.readings.lead_sentences import most_different, programme_lead
from service.presentation.readings.questions import RoomQuestion, of_element
from service.presentation.readings.ratings import Change, changes, levels, rated_twice
from service.presentation.readings.team_comparison import TEAM, TeamComparison
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import Label, label, name
from service.types import Programme

MOST_COLUMNS = 40
"""Teams that stand beside each other in the grid; of more, those that wrote most."""


@dataclass(frozen=True)
class Pip:
    """Whether a team holds one reading of the row: filled, or hollow where it spoke and not of this."""

    number: str
    label: Label
    held: bool


@dataclass(frozen=True)
class Cell:
    """One team on one element; `spoken` is what a screen reader says for the marks."""

    mark: Mark
    wrote: bool
    pips: tuple[Pip, ...]
    rating: tuple[str, ...]
    spoken: Markup


@dataclass(frozen=True)
class Row:
    """One element: its readings by number, and a cell for every team."""

    element: str
    slug: str
    readings: tuple[tuple[str, Label], ...]
    alone: Markup | None
    trust: Markup | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ElementChanges:
    """Which teams gave an element another level than in the review before."""

    element: str
    teams: tuple[Change, ...]


@dataclass(frozen=True)
class ProgrammeView:
    """All that the page shows, in its order."""

    lead: tuple[Markup, ...]
    furthest: str
    questions: tuple[RoomQuestion, ...]
    marks: tuple[Mark, ...]
    rows: tuple[Row, ...]
    rated_in: str
    drift: DriftView | None
    changed: Markup | None
    changes: tuple[ElementChanges, ...]
    named: Markup


def programme_view(
    programme: Programme,
    elements: Sequence[ElementReadings],
    ratings: Sequence[Rating],
    marks: Marks,
    language: Language,
    review: str | None = None,
    drift: Drift | None = None,
) -> ProgrammeView:
    """Turn the readings of all elements, the ratings and what changed into the page."""
    ordered = in_order(programme, elements)
    rated = [name for name in programme.reviews if any(rating.review == name for rating in ratings)]
    latest = review or (rated[-1] if rated else "")
    given = levels(ratings, latest, programme.levels)
    shown = _columns(ordered, marks)
    changed = drift_view(drift, language)
    furthest = most_different(elements) or max(
        ordered, key=lambda element: (not is_hardly_sorted(element), element.notes), default=None
    )
    return ProgrammeView(
        lead=tuple(programme_lead(ordered, marks, language)) if elements else (),
        furthest=slugify(furthest.element) if furthest else "",
        questions=(*(of_element(furthest, language)[:2] if furthest else ()), *(changed.questions if changed else ())),
        marks=shown,
        rows=tuple(_row(element, shown, given, language) for element in ordered),
        rated_in=latest if given else "",
        drift=changed,
        changed=_changed(programme, ratings, rated, language),
        changes=tuple(_changes(programme, ratings, rated)),
        named=Markup(" ").join(filter(None, (named_words(language, ordered), _without_column(marks, language)))),
    )


def in_order(programme: Programme, elements: Sequence[ElementReadings]) -> list[ElementReadings]:
    """Return the elements in the programme's order, those that it does not name last."""
    place = {name: at for at, name in enumerate(programme.elements)}
    return sorted(elements, key=lambda element: place.get(element.element, len(place)))


def _columns(elements: Sequence[ElementReadings], marks: Marks) -> tuple[Mark, ...]:
    """Return the teams, and behind them the neutral mark if notes name none."""
    nameless = any(TeamComparison(element, marks).without_team for element in elements)
    notes: Counter[str] = Counter()
    for element in elements:
        notes.update(element.groups.get(TEAM, {}))
    widest = {mark.name for mark in sorted(marks.teams, key=lambda mark: -notes[mark.name])[:MOST_COLUMNS]}
    shown = tuple(mark for mark in marks.teams if mark.name in widest)
    return (*shown, Mark("")) if nameless else shown


def _without_column(marks: Marks, language: Language) -> Markup | None:
    """Return how many teams have no column, None if all have one."""
    left = len(marks.teams) - MOST_COLUMNS
    if left <= 0:
        return None
    return language.ngettext(
        "The {most} teams that wrote most have a column; {n} other team has none.",
        "The {most} teams that wrote most have a column; {n} other teams have none.",
        left,
        most=language.number(MOST_COLUMNS),
    )


def _row(
    element: ElementReadings,
    marks: Sequence[Mark],
    given: Mapping[tuple[str, str], tuple[str, ...]],
    language: Language,
) -> Row:
    numbers = [language.number(at) for at, _ in enumerate(element.readings, start=1)]
    labels = [label(reading, language) for reading in element.readings]
    comparison, alone = TeamComparison(element, Marks(tuple(marks))), len(element.alone)
    cells = []
    for mark in marks:
        holds = [comparison.count(reading, mark.name) > 0 for reading in element.readings]
        pips = tuple(map(Pip, numbers, labels, holds))
        spoke = comparison.wrote(mark.name)
        rating = given.get((element.element, mark.name), ())
        cells.append(Cell(mark, spoke, pips if spoke else (), rating, _spoken(pips, spoke, language)))
    return Row(
        element=element.element,
        slug=slugify(element.element),
        readings=tuple(zip(numbers, labels, strict=True)),
        alone=language.ngettext("{n} note stands alone", "{n} notes stand alone", alone) if alone else None,
        trust=trust_in_short(language, element),
        cells=tuple(cells),
    )


def _spoken(pips: Sequence[Pip], spoke: bool, language: Language) -> Markup:
    if not spoke:
        return language.gettext("no notes")
    held = [pip.label.line for pip in pips if pip.held]
    if not held:
        return language.gettext("holds none of these readings")
    return language.gettext("holds {readings}", readings=language.list(held))


def _changed(
    programme: Programme, ratings: Sequence[Rating], rated: Sequence[str], language: Language
) -> Markup | None:
    """Return how many levels changed between the last two reviews with ratings, None if there are not two."""
    if len(rated) < 2:
        return None
    both = rated_twice(ratings, rated, programme.levels)
    return language.ngettext(
        "Since {review}, {changed} of {n} rating has changed.",
        "Since {review}, {changed} of {n} ratings have changed.",
        len(both),
        changed=sum(changed for change, changed in both),
        review=name(rated[-2]),
    )


def _changes(programme: Programme, ratings: Sequence[Rating], rated: Sequence[str]) -> list[ElementChanges]:
    found = changes(ratings, rated, programme.levels)
    named = dict.fromkeys([*programme.elements, *(change.element for change in found)])
    grouped = [(each, tuple(change for change in found if change.element == each)) for each in named]
    return [ElementChanges(element, teams) for element, teams in grouped if teams]
