"""Who was heard, for readers who learn nothing of single persons: groups, counts, and no share of one."""

from dataclasses import replace

from nlp.participation.caveats import WITHHELD
from nlp.participation.types import Participation
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.sessions.feedback import FeedbackView
from service.presentation.sessions.over_time import OverTimeView
from service.presentation.sessions.session import SessionView
from service.presentation.sessions.session_lead import lead_without_people
from service.presentation.sessions.session_questions import questions_without_people


def groups_of_session(view: SessionView, participation: Participation, language: Language) -> SessionView:
    """Return what a session shows of groups."""
    return replace(
        view,
        lead=lead_without_people(participation, language),
        questions=questions_without_people(participation, language),
        people=(),
        without_bars=(),
        marks=(),
        follows=(),
        measures=(),
        bands=(),
        limits=tuple(
            say(each, language) for each in participation.limits if not each.values and each.template != WITHHELD
        ),
    )


def groups_over_time(view: OverTimeView) -> OverTimeView:
    """Return what all sessions together show of groups."""
    return replace(view, lead=view.lead[:1], people=(), limits=())


def answers_only(view: FeedbackView | None) -> FeedbackView | None:
    """Return how many answered what, without what people wrote."""
    return view and replace(view, missing=(), questions=())
