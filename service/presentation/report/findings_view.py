"""What the report says: what we heard, where we differ, who was heard, what we agreed, and how this was made."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, TypeVar

from markupsafe import Markup

from nlp.documents.types import Person
from nlp.names import name_key
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift
from nlp.readings.types import ElementReadings, Interpretation
from nlp.rubrics.types import RubricComparison
from service.actions.types import ActionPoint
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.annotations.feedback_forms import FeedbackForms
from service.annotations.judged_matches import judgements
from service.names.slugs import slugify
from service.presentation.failures import Finding, failed_sessions, failures
from service.presentation.giving_back.answers import AnswersView
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.masking.results import masked
from service.presentation.privacy.called import people_in
from service.presentation.programme.programme import ProgrammeView, in_order, programme_view
from service.presentation.questions.question_list import chosen, of_session, undecided
from service.presentation.readings.caveats import nameless_caution
from service.presentation.readings.edits import Change, changes
from service.presentation.readings.element import ElementView, element_view
from service.presentation.readings.questions import RoomQuestion
from service.presentation.report.document import Reader
from service.presentation.report.groups_only import answers_only, groups_of_session, groups_over_time
from service.presentation.report.wordless import wordless
from service.presentation.rubrics.comparison import Row, RubricsView, rubrics_view
from service.presentation.rubrics.judged import JudgedPair, judged_pairs
from service.presentation.sessions.feedback import FeedbackView, session_feedback
from service.presentation.sessions.over_time import OverTimeView, over_time_view
from service.presentation.sessions.session import SessionView, session_view, titled
from service.presentation.team_marks import marks
from service.presentation.text import name
from service.programmes.snapshot import Snapshot
from service.publications.choice import EVERYTHING, Choice
from service.store.questions.choices import QuestionChoice
from service.types import Programme, Session

CROSSINGS = 3

Result = TypeVar("Result")
_NO_DRIFT = Drift("", "", (), ())


@dataclass(frozen=True)
class Agreed:
    """One action as a report shows it; `by_when` as the reader's language writes it."""

    what: str
    who: str
    by_when: str


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
        feedback: slug of a session -> what those present say of it, None where they were not asked.
        over_time: all sessions together.
        made: when, as the reader's language writes it.
        changes: what people changed about the readings.
        judged: what people said of descriptors that were put side by side.
        failed: what could not be found, why, and what to do.
        next_steps: what happens next, in the facilitator's words.
        agreed: the actions that are under way, each with what is to be done, who does it and by when.
        told: id of a reading -> what participants answered to it; nothing but for facilitators.
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
    feedback: Mapping[str, FeedbackView | None]
    over_time: OverTimeView
    made: str
    changes: tuple[Change, ...]
    judged: tuple[JudgedPair, ...]
    failed: tuple[Markup, ...]
    next_steps: str = ""
    agreed: tuple[Agreed, ...] = ()
    told: Mapping[str, tuple[AnswersView, ...]] = field(default_factory=dict)

    @property
    def pictures(self) -> tuple[str, ...]:
        """Names of files whose words were read from pictures."""
        return self.programme.pictures


def report_view(
    findings: Findings,
    forms: FeedbackForms,
    language: Language,
    *,
    names: bool = False,
    reader: Reader = Reader.FACILITATOR,
    choice: Choice = EVERYTHING,
    actions: Sequence[ActionPoint] = (),
) -> ReportView:
    """Turn everything that was found in a programme into its report, as far as its reader may see it.

    Args:
        findings: of the programme.
        forms: those for people who were present.
        language: of the reader.
        names: whether people are named; only ever for facilitators.
        reader: for whom it is; nobody but facilitators learns anything of single persons, and a funder no words of
            notes, descriptors and questions.
        choice: what goes in.
        actions: what was agreed; those under way go in.
    """
    alone = reader is Reader.FACILITATOR
    outcomes, people = _outcomes(findings, language, choice, names=names and alone, numbers=alone)
    found = _Found.of(findings, people).only(choice)
    if reader is Reader.FUNDER or not choice.quotes:
        found = found.without_words(language)
    meetings = [(session, one) for session, one in outcomes if not isinstance(one, Failed)]
    view = replace(
        _everything(findings, found, meetings, people, language),
        feedback=_feedback(forms, findings.at, meetings, people, language),
        failed=(*failures(found.failed, language), *failed_sessions(_masked_failures(outcomes, people), language)),
        named=names and alone,
        next_steps=people.mask(choice.next_steps),
        agreed=_agreed(actions, findings.at.outline.teams, people, language),
    )
    if not alone:
        view = _of_groups(view, {session.slug: one for session, one in meetings}, language)
    return _with_choices(view, findings.at.questions, people, language) if choice.questions else _asking_nothing(view)


def _agreed(
    actions: Sequence[ActionPoint], teams: Sequence[str], people: People, language: Language
) -> tuple[Agreed, ...]:
    """Return the actions that are under way; where names are hidden, whoever is no team stays out."""
    named = set(map(name_key, teams))

    def who(given: str) -> str:
        return given if not people.hides or name_key(given) in named else ""

    return tuple(
        Agreed(people.mask(each.what), who(each.who), language.date(each.until) if each.until else "")
        for each in sorted(actions, key=lambda each: each.until or "9999")
        if each.is_under_way
    )


def _everything(
    findings: Findings,
    found: "_Found",
    meetings: Sequence[tuple[Session, Participation]],
    people: People,
    language: Language,
) -> ReportView:
    """Return a report without what was chosen and what those present say."""
    programme = _titled_programme(findings.at.programme, people)
    signs, elements = marks(programme.teams), in_order(programme, found.readings.elements)
    views = tuple(element_view(element, signs, language) for element in elements if element.notes)
    roster = findings.at.people
    sessions = tuple((each, session_view(one, roster, people, signs, language)) for each, one in meetings)
    rubrics = rubrics_view(found.rubrics, signs, language)
    return ReportView(
        programme=programme,
        grid=programme_view(programme, elements, findings.ratings(), signs, language, drift=found.drift),
        elements=views,
        rubrics=rubrics,
        sessions=sessions,
        first=(),
        cautions=_once([(name(each.name), each.cautions) for each in views], language),
        crossings=tuple(_crossings(rubrics))[:CROSSINGS],
        numbers=_numbers(elements, meetings, language),
        limits=(*_nameless(elements, language), *_limits(sessions, language)),
        model=found.readings.model,
        named=False,
        over_time=over_time_view(found.over_time, [session for session, _ in meetings], people, language),
        feedback={},
        made=language.date(date.today().isoformat()),
        changes=changes(found.readings.edits, language),
        judged=judged_pairs(masked(judgements(findings.at, found.rubrics), people), language),
        failed=(),
    )


def _of_groups(view: ReportView, measured: Mapping[str, Participation], language: Language) -> ReportView:
    """Return a report for readers who learn nothing of single persons, and nothing that is left to do."""
    sessions = tuple((each, groups_of_session(one, measured[each.slug], language)) for each, one in view.sessions)
    of_sessions = set(_limits(view.sessions, language))
    return replace(
        view,
        sessions=sessions,
        over_time=groups_over_time(view.over_time),
        feedback={slug: answers_only(each) for slug, each in view.feedback.items()},
        limits=(*(each for each in view.limits if each not in of_sessions), *_limits(sessions, language)),
        changes=(),
        judged=(),
        failed=(),
    )


def _asking_nothing(view: ReportView) -> ReportView:
    """Return a report that asks nothing."""
    return replace(
        view,
        first=(),
        grid=replace(view.grid, questions=()),
        elements=tuple(replace(each, questions=()) for each in view.elements),
        rubrics=replace(view.rubrics, questions=()),
        sessions=tuple((each, replace(one, questions=())) for each, one in view.sessions),
        feedback={slug: each and replace(each, questions=()) for slug, each in view.feedback.items()},
    )


def _outcomes(
    findings: Findings, language: Language, choice: Choice, *, names: bool, numbers: bool
) -> tuple[list[tuple[Session, Participation | Failed]], People]:
    """Return what was measured of every session that goes in, and what everybody is called.

    Titles name nobody who is hidden; people have the same numbers whichever sessions go in.
    """
    found = [(session, attempt(findings.participation, session.slug)) for session in findings.at.sessions]
    people = _people(findings, found, language, names=names)
    if not numbers:
        people = people.all_called(str(language.gettext("somebody")))
    return [
        (titled(session, people), outcome) for session, outcome in found if choice.has_session(session.slug)
    ], people


def _titled_programme(programme: Programme, people: People) -> Programme:
    pictures = tuple(people.mask(each) for each in programme.pictures)
    called, about = people.mask(programme.name), people.mask(programme.description)
    return replace(programme, name=called, description=about, pictures=pictures)


def _people(
    findings: Findings, outcomes: Sequence[tuple[Session, Participation | Failed]], language: Language, *, names: bool
) -> People:
    measured = {session.slug: found for session, found in outcomes if not isinstance(found, Failed)}
    besides = tuple(_unmeasured(outcomes, findings.at))
    return people_in(findings, measured, language, "report", names=names, besides=besides)


def _unmeasured(outcomes: Sequence[tuple[Session, object]], at: Snapshot) -> Iterator[Person]:
    """Yield the speakers of sessions that could not be measured: their names are hidden like those of others."""
    for session, outcome in outcomes:
        if isinstance(outcome, Failed):
            yield from map(Person, at.speakers.get(at.session_row(session.slug).file_id, ()))


def _masked_failures(outcomes: Sequence[tuple[Session, object]], people: People) -> Iterator[tuple[Session, Failed]]:
    for session, outcome in outcomes:
        if isinstance(outcome, Failed):
            yield session, masked(outcome, people)


@dataclass(frozen=True)
class _Found:
    """What was found, names hidden; what failed is empty, and stands in `failed`."""

    readings: Interpretation
    drift: Drift
    rubrics: RubricComparison
    over_time: OverSessions
    failed: Mapping[Finding, Failed]

    @classmethod
    def of(cls, findings: Findings, people: People) -> "_Found":
        failed: dict[Finding, Failed] = {}

        def found(kind: Finding, find: Callable[[], Result], empty: Result) -> Result:
            outcome = attempt(find)
            if isinstance(outcome, Failed):
                failed[kind] = outcome
                return empty
            return outcome

        readings = found("readings", findings.readings, Interpretation("", (), ()))
        drift = _NO_DRIFT if failed else found("drift", findings.drift, _NO_DRIFT)
        rubrics = found("rubrics", findings.rubrics, RubricComparison("", (), (), 0.0, ()))
        over_time = found("over time", findings.over_time, OverSessions())
        hidden = {kind: masked(each, people) for kind, each in failed.items()}
        heard = masked(readings, people, when_read=True)
        return cls(heard, masked(drift, people), masked(rubrics, people), over_time, hidden)

    def only(self, choice: Choice) -> "_Found":
        """Return what was found of the elements and sessions that go in; all sessions together only where all go in."""
        readings, drift, rubrics = self.readings, self.drift, self.rubrics
        return replace(
            self,
            readings=replace(readings, elements=_chosen(readings.elements, choice)),
            drift=replace(drift, elements=_chosen(drift.elements, choice)),
            rubrics=replace(rubrics, elements=_chosen(rubrics.elements, choice)),
            over_time=self.over_time if all(map(choice.has_session, self.over_time.sessions)) else OverSessions(),
        )

    def without_words(self, language: Language) -> "_Found":
        """Return what was found without any word of a note."""
        readings, drift = wordless(self.readings, self.drift, language)
        return replace(self, readings=readings, drift=drift)


class _OfElement(Protocol):
    @property
    def element(self) -> str: ...


OfElement = TypeVar("OfElement", bound=_OfElement)


def _chosen(found: Sequence[OfElement], choice: Choice) -> tuple[OfElement, ...]:
    return tuple(each for each in found if choice.has_element(slugify(each.element)))


def _with_choices(view: ReportView, said: tuple[QuestionChoice, ...], people: People, language: Language) -> ReportView:
    """Return a report that begins with the questions that were chosen, and asks none that was discarded."""
    meetings = [(each, of_session(one.questions, each.slug)) for each, one in view.sessions]
    of_pages = [view.grid.questions, view.rubrics.questions, *(each.questions for each in view.elements)]
    asked = [question for questions in (*of_pages, *(each for _, each in meetings)) for question in questions]
    first = tuple(
        RoomQuestion(people.mask(each.text), key=each.choice.key, code=each.code)
        for each in chosen(said, asked, language)
    )
    sessions = tuple(
        (each, replace(one, questions=undecided(questions, said)))
        for (each, one), (_, questions) in zip(view.sessions, meetings, strict=True)
    )
    return replace(
        view,
        first=first or undecided((*view.grid.questions, *_last_question(sessions)), said),
        elements=tuple(replace(each, questions=undecided(each.questions, said)) for each in view.elements),
        rubrics=replace(view.rubrics, questions=undecided(view.rubrics.questions, said)),
        sessions=sessions,
    )


def _last_question(sessions: Sequence[tuple[Session, SessionView]]) -> tuple[RoomQuestion, ...]:
    return tuple(question for _, one in sessions[-1:] for question in one.questions[:1])


def _feedback(
    forms: FeedbackForms,
    at: Snapshot,
    meetings: Sequence[tuple[Session, Participation]],
    people: People,
    language: Language,
) -> dict[str, FeedbackView | None]:
    return {
        session.slug: session_feedback(forms, at, session.slug, found, people, language) for session, found in meetings
    }


def _limits(sessions: Sequence[tuple[Session, SessionView]], language: Language) -> tuple[Markup, ...]:
    return _once([(_titled(session, language), one.limits) for session, one in sessions], language)


def _nameless(elements: Sequence[ElementReadings], language: Language) -> Sequence[Markup]:
    return nameless_caution(language, sum(each.nameless for each in elements), sum(each.notes for each in elements))


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


def _numbers(elements: Sequence[ElementReadings], meetings: Sequence[object], language: Language) -> Markup:
    notes = sum(element.notes for element in elements)
    return language.list(
        [
            language.ngettext("{n} note", "{n} notes", notes),
            language.ngettext("{n} element", "{n} elements", len(elements)),
            language.ngettext("{n} session", "{n} sessions", len(meetings)),
        ]
    )
