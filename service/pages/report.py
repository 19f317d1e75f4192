"""What the report says: what we heard, where we differ, who was heard, what we agreed, and how this was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from nlp.json_form import Json
from service.pages.cautions import nameless_caution
from service.pages.edits import Change, changes
from service.pages.element import ElementView, element_view
from service.pages.i18n import Language
from service.pages.marks import marks
from service.pages.observers import AnswersView
from service.pages.over_time import OverTimeView, over_time_view
from service.pages.people import People
from service.pages.programme import ProgrammeView, in_order, programme_view
from service.pages.rubrics import RubricsView, rubrics_view
from service.pages.session import SessionView, people_of, session_view
from service.pages.session_answers import session_answers
from service.types import Programme, Session
from service.workspace import Workspace

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
        limits: what the notes cannot show of groups.
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
    people = people_of([given for _, given in meetings], roster, language, names=names)
    signs = marks(programme.teams)
    readings = workspace.readings(slug)
    elements = [_masked(element, people) for element in in_order(programme, readings["elements"])]
    comparison, drift = (_masked(found, people) for found in (workspace.rubrics(slug), workspace.drift(slug)))
    return ReportView(
        programme=programme,
        grid=programme_view(programme, elements, workspace.ratings(slug), signs, language, drift=drift),
        elements=tuple(element_view(element, signs, language) for element in elements if element["notes"]),
        rubrics=rubrics_view(comparison, signs, language),
        sessions=tuple((session, session_view(given, roster, people, signs, language)) for session, given in meetings),
        numbers=_numbers(elements, meetings, language),
        limits=tuple(nameless_caution(language, _sum(elements, "nameless"), _sum(elements, "notes"))),
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
