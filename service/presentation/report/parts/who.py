"""Who was heard: all sessions together, then every session with its people and groups."""

from collections.abc import Iterator

from service.presentation.i18n import Language, language_of
from service.presentation.report.document import (
    AnswersChart,
    Block,
    Chart,
    HistoryChart,
    Paragraph,
    PeopleChart,
    Quotes,
    Section,
    Tone,
)
from service.presentation.report.findings_view import ReportView
from service.presentation.report.parts.words import (
    asked,
    each,
    groups_charts,
    joined,
    lead,
    points,
    session_title,
    withheld,
)
from service.presentation.sessions.feedback import FeedbackView
from service.presentation.sessions.over_time import OverTimeView
from service.presentation.sessions.session import SessionView
from service.presentation.team_marks import Mark
from service.presentation.text import Quote


def who_was_heard(view: ReportView, language: Language) -> Section:
    """Return the section of the sessions."""
    blocks = () if view.sessions or view.failed else (Paragraph(language.gettext("There is no session here yet.")),)
    sessions = tuple(
        Section(
            f"session-{at}",
            session_title(session, language),
            (
                *_heard(f"session-{at}", one, language),
                *_said(f"session-{at}", view.feedback[session.slug], language),
                *_next(view, one, language, last=at == len(view.sessions)),
            ),
        )
        for at, (session, one) in enumerate(view.sessions, 1)
    )
    return Section("who", language.gettext("Who was heard"), blocks, (*over_time(view.over_time, language), *sessions))


def groups_heard(view: ReportView, language: Language) -> Section:
    """Return who was heard by groups, for readers who learn nothing of single persons."""
    sessions = tuple(
        Section(
            f"session-{at}",
            session_title(session, language),
            (
                *lead(one.lead),
                *groups_charts(f"session-{at}", one.groupings, language),
                *withheld(one.withheld, language),
                *_said(f"session-{at}", view.feedback[session.slug], language),
            ),
        )
        for at, (session, one) in enumerate(view.sessions, 1)
    )
    blocks = () if sessions else (Paragraph(language.gettext("There is no session here yet.")),)
    return Section("who", language.gettext("Who was heard"), blocks, (*over_time(view.over_time, language), *sessions))


def over_time(view: OverTimeView, language: Language) -> tuple[Section, ...]:
    """Return all sessions together, nothing where there is only one."""
    if len(view.sessions) < 2:
        return ()
    return (
        Section(
            "over-time", language.gettext("Who was heard, over time?"), (*lead(view.lead), *_histories(view, language))
        ),
    )


def _histories(view: OverTimeView, language: Language) -> Iterator[Block]:
    yield from points((session_title(session, language) for session in view.sessions), numbered=True)
    if view.histories:
        yield Paragraph(
            language.gettext(
                "The dot is the group's share of what was said, the line its part of the room. At the right stand all "
                "sessions together, with a pale band for how far chance reaches. Where a group was absent or too small "
                "to show there is no dot."
            ),
            Tone.SMALL,
        )
    for number, history in enumerate(view.histories, 1):
        for at, one in enumerate(history.groups, 1):
            says = joined([one.finding, one.certainty])
            yield Chart(f"over-time-{number}-{at}", one.name, says, HistoryChart(history.attribute, one))
    if view.once:
        words = language.gettext(
            "Shown in one session only, so nothing can be said over time: {groups}.", groups=language.list(view.once)
        )
        yield Paragraph(words, Tone.SMALL)
    yield from withheld(view.withheld, language)


def _heard(slug: str, one: SessionView, language: Language) -> Iterator[Block]:
    yield from lead(one.lead)
    if one.people:
        picture = PeopleChart(one.people, one.equal, one.equal_words)
        yield Chart(f"{slug}-people", language.gettext("Who spoke how much"), joined(one.lead), picture)
    yield from each(one.without_bars, Tone.SMALL)
    if one.people:
        words = language.gettext("In the order of the roster. The pale line is the {equal}.", equal=one.equal_words)
        yield Paragraph(words, Tone.SMALL)
    yield from groups_charts(slug, one.groupings, language)
    yield from withheld(one.withheld, language)
    yield from each(one.agenda, Tone.PLAIN)


def _said(slug: str, view: FeedbackView | None, language: Language) -> Iterator[Block]:
    """Yield what those present say, nothing where they were not asked or too few answered."""
    if view is None or not view.items:
        return
    picture = AnswersChart(view.items)
    yield Chart(f"{slug}-answers", language.gettext("What those present say"), view.lead, picture)
    if view.missing:
        quotes = tuple(Quote("", text, language_of(text), "", Mark("")) for text in view.missing)
        yield Quotes(None, quotes, finding=language.gettext("Whose voice was missing?"))
    yield from each(view.cautions, Tone.CAUTION)
    yield from asked(view.questions, language.gettext("Where answers and record disagree"))


def _next(view: ReportView, one: SessionView, language: Language, *, last: bool) -> Iterator[Block]:
    if last:
        questions = [question for question in one.questions if question not in view.first]
        yield from asked(questions, language.gettext("Questions for the next session"))
