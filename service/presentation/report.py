"""What the report says: what we heard, where we differ, who was heard, what we agreed, and how this was made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from nlp.json_form import Json
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.programme.programme import ProgrammeView, in_order, programme_view
from service.presentation.readings.caveats import nameless_caution
from service.presentation.readings.edits import Change, changes
from service.presentation.readings.element import ElementView, element_view
from service.presentation.readings.questions import RoomQuestion
from service.presentation.rubrics.comparison import Row, RubricsView, rubrics_view
from service.presentation.sessions.feedback import AnswersView
from service.presentation.sessions.over_time import OverTimeView, over_time_view
from service.presentation.sessions.session import SessionView, people_of, session_view
from service.presentation.sessions.session_answers import session_answers
from service.presentation.team_marks import marks
from service.presentation.text import name
from service.types import Programme, Session
from service.workspace import Workspace

CROSSINGS = 3
MASKED = {"text", "label", "labels", "given", "gloss", "values", "a", "b"}


@dataclass(frozen=True)
class ReportView:
    """All that the report shows, in its order.

    Attributes:
        programme: whose report it is.
        grid: where teams understand each other.
        elements: those with notes.
        rubrics: the comparison.
        sessions: each with who was heard.
        numbers: what went into it, in words.
        first: the questions to ask before all others, of the readings and of the last session.
        cautions: what must be said beside the readings, each once with the elements that it is true of.
        crossings: the first descriptors of an element that say the same on different levels, of a few elements.
        limits: what notes and records cannot show, each once with the sessions that it is true of.
        model: that placed the notes.
        named: whether people are named.
        observed: slug of a session -> what those present say of it, None where they were not asked.
        over_time: all sessions together.
        made: when, as the reader's language writes it.
        changes: what people changed about the readings.
    """

    programme: Programme
    grid: ProgrammeView
    elements: tuple[ElementView, ...]
    rubrics: RubricsView
    sessions: tuple[tuple[Session, SessionView], ...]
    first: tuple[RoomQuestion, ...]
    cautions: tuple[Markup, ...]
    crossings: tuple[tuple[str, Row], ...]
    numbers: Markup
    limits: tuple[Markup, ...]
    model: str
    named: bool
    observed: Mapping[str, AnswersView | None]
    over_time: OverTimeView
    made: str
    changes: tuple[Change, ...]


def report_view(workspace: Workspace, slug: str, language: Language, *, names: bool = False) -> ReportView:
    """Ask the workspace for everything and turn it into the report."""
    programme, roster = workspace.programme(slug), workspace.people(slug)
    meetings = [(session, workspace.participation(slug, session.slug)) for session in workspace.sessions(slug)]
    keep = (*programme.teams, *programme.elements)
    people = people_of([given for _, given in meetings], roster, language, names=names, keep=keep)
    signs = marks(programme.teams)
    readings = workspace.readings(slug)
    elements = [_masked(element, people) for element in in_order(programme, readings["elements"])]
    views = tuple(element_view(element, signs, language) for element in elements if element["notes"])
    sessions = tuple((session, session_view(given, roster, people, signs, language)) for session, given in meetings)
    comparison, drift = (_masked(found, people) for found in (workspace.rubrics(slug), workspace.drift(slug)))
    grid = programme_view(programme, elements, workspace.ratings(slug), signs, language, drift=drift)
    rubrics = rubrics_view(comparison, signs, language)
    nameless = nameless_caution(language, _sum(elements, "nameless"), _sum(elements, "notes"))
    return ReportView(
        programme=programme,
        grid=grid,
        elements=views,
        rubrics=rubrics,
        sessions=sessions,
        first=(*grid.questions, *(question for _, one in sessions[-1:] for question in one.questions[:1])),
        cautions=_once([(name(each.name), each.cautions) for each in views], language),
        crossings=tuple(_crossings(rubrics))[:CROSSINGS],
        numbers=_numbers(elements, meetings, language),
        limits=(*nameless, *_once([(_titled(session, language), one.limits) for session, one in sessions], language)),
        model=str(readings["model"]),
        named=names,
        over_time=over_time_view(workspace.over_time(slug), [session for session, _ in meetings], people, language),
        observed={
            session.slug: session_answers(workspace, slug, session.slug, given, people, language)
            for session, given in meetings
        },
        made=language.date(date.today().isoformat()),
        changes=changes([_masked(outcome, people) for outcome in readings["edits"]], language),
    )


def _once(said: Sequence[tuple[Markup, Sequence[Markup]]], language: Language) -> tuple[Markup, ...]:
    """Return every sentence once, with the names of those that it was said of where these are not all."""
    names: dict[Markup, list[Markup]] = {}
    for name_, sentences in said:
        for sentence in sentences:
            names.setdefault(sentence, []).append(name_)
    return tuple(
        sentence if len(of) == len(said) else Markup("{}: {}").format(language.list(of), sentence)
        for sentence, of in names.items()
    )


def _titled(session: Session, language: Language) -> Markup:
    title = name(session.title)
    return Markup("{} ({})").format(title, language.date(session.date)) if session.date else title


def _crossings(rubrics: RubricsView) -> Iterator[tuple[str, Row]]:
    """Yield the first row of every element whose descriptors say the same on different levels."""
    for element in rubrics.elements:
        yield from ((element.name, row) for row in [row for row in element.rows if row.crossing][:1])


def _masked(given: Json, people: People) -> Json:
    """Return a result in which no text that people wrote names anybody."""
    return {key: _mask(each, people, inside=key in MASKED) for key, each in given.items()}


def _mask(value: object, people: People, *, inside: bool) -> object:
    if isinstance(value, dict):
        return {key: _mask(each, people, inside=inside or key in MASKED) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_mask(each, people, inside=inside) for each in value]
    return people.mask(value) if inside and isinstance(value, str) else value


def _numbers(elements: Sequence[Json], meetings: Sequence[object], language: Language) -> Markup:
    notes = _sum(elements, "notes")
    readings = sum(len(element["readings"]) for element in elements)
    return language.list(
        [
            language.ngettext("{n} note", "{n} notes", notes),
            language.ngettext("{n} element", "{n} elements", len(elements)),
            language.ngettext("{n} reading", "{n} readings", readings),
            language.ngettext("{n} session", "{n} sessions", len(meetings)),
        ]
    )


def _sum(elements: Sequence[Json], field: str) -> int:
    return sum(int(element[field]) for element in elements)
