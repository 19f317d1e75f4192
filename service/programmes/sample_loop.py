"""What the partners of the sample programme did about what they heard: actions, memos, a survey, the next review."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from corpora import SAMPLE
from nlp.readings.edits.types import text_key
from service.actions.actions import Actions
from service.actions.evidence import Of, as_it_was
from service.actions.types import Became, Status
from service.analyses.findings import Findings
from service.annotations.tokens import new_token
from service.inclusion.power import Power
from service.inclusion.power_types import PowerNote
from service.memos.memos import Memos
from service.memos.types import Subject
from service.names.slugs import slugify
from service.reviews.reviews import Reviews
from service.reviews.types import AgendaPart
from service.serialisation import from_plain
from service.store.surveys.outcomes import Asked
from service.surveys.outcomes import Outcomes
from service.surveys.surveys import Surveys
from service.surveys.types import Answer, Content

FILE = "learning-loop.json"


@dataclass(frozen=True, slots=True)
class SampleVerdict:
    """What people said at a review became of an action, and on which day."""

    review: str
    day: date
    how: Became
    line: str


@dataclass(frozen=True, slots=True)
class SampleAction:
    """An action: on which day it was agreed, at which review, and of which notes of an element it was made.

    `reading` is the name that people had given these notes together; without one it was made of a single note.
    """

    what: str
    who: str
    until: str
    agreed: date
    review: str
    element: str
    notes: tuple[str, ...]
    status: Status
    reading: str = ""
    became: SampleVerdict | None = None


@dataclass(frozen=True, slots=True)
class SampleWords:
    """One thing that was said in a memo."""

    who: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class SampleMemo:
    """A memo about a descriptor of an element, or about a session."""

    said: tuple[SampleWords, ...]
    element: str = ""
    descriptor: str = ""
    session: str = ""


@dataclass(frozen=True, slots=True)
class SamplePower:
    """Who held power in a session."""

    session: str
    notes: tuple[PowerNote, ...]


@dataclass(frozen=True, slots=True)
class SampleReview:
    """The next review, with the plan of its day."""

    name: str
    day: date
    starts: time
    agenda: tuple[AgendaPart, ...]


@dataclass(frozen=True, slots=True)
class SampleSurvey:
    """A survey of agreement, what each person answered, and what came of it."""

    asks: Content
    answers: tuple[tuple[str, ...], ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class SampleLoop:
    """All of it."""

    actions: tuple[SampleAction, ...]
    memos: tuple[SampleMemo, ...]
    power: SamplePower
    review: SampleReview
    survey: SampleSurvey


@dataclass(frozen=True, slots=True)
class LoopServices:
    """What the loop is kept by; actions and memos as of a moment, because they say when something was agreed."""

    actions: Callable[[datetime], Actions]
    memos: Callable[[datetime], Memos]
    power: Power
    reviews: Reviews
    surveys: Surveys
    outcomes: Outcomes


def read_loop() -> SampleLoop:
    """Return the learning loop of the sample programme."""
    return from_plain(SampleLoop, json.loads((SAMPLE / FILE).read_text(encoding="utf-8")))


def keep_loop(found: Findings, loop: SampleLoop, by: LoopServices) -> None:
    """Keep all of it, by the services that pages use; no readings are needed, because actions are made of notes.

    Args:
        found: the sample programme, with its files.
        loop: what is to be kept.
        by: the services.
    """
    slug = found.at.slug
    for action in loop.actions:
        _agree(found, action, by)
    for memo in loop.memos:
        _talk(slug, memo, by)
    by.power.say(slug, loop.power.session, loop.power.notes)
    planned = by.reviews.plan(slug, loop.review.name, loop.review.day)
    by.reviews.set_agenda(slug, planned.slug, loop.review.agenda, loop.review.starts)
    _ask(slug, loop.survey, by)


def _agree(found: Findings, action: SampleAction, by: LoopServices) -> None:
    slug, then = found.at.slug, by.actions(_at(action.agreed))
    evidence = as_it_was(found, Of(action.element, action.notes, action.review, action.reading))
    made = then.agree(slug, action.what, action.who, action.until, evidence)
    later = by.actions(_at(action.became.day)) if action.became else then
    later.change(slug, made.code, status=action.status)
    if action.became:
        later.judge(slug, made.code, action.became.how, action.became.line, action.became.review)


def _talk(slug: str, memo: SampleMemo, by: LoopServices) -> None:
    kind = Subject.DESCRIPTOR if memo.descriptor else Subject.SESSION
    about = text_key(memo.descriptor) if memo.descriptor else memo.session
    first, *answers = memo.said
    begun = by.memos(_at(first.day)).begin(slug, kind, about, slugify(memo.element), first.text, first.who)
    for each in answers:
        by.memos(_at(each.day)).answer(slug, begun, each.text, each.who)


def _ask(slug: str, survey: SampleSurvey, by: LoopServices) -> None:
    code = by.surveys.make(slug, survey.asks).code
    by.surveys.open(slug, code)
    ids = [each.id for each in survey.asks.questions]
    given = [Answer("", dict(zip(ids, ((point,) for point in points), strict=True))) for points in survey.answers]
    by.surveys.answer(code, {new_token(): each for each in given})
    by.surveys.close(slug, code)
    by.outcomes.say(slug, Asked.SURVEY, code, survey.outcome)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(15), UTC)
