"""What is said in the place of a finding that could not be made."""

from collections.abc import Iterable, Mapping
from typing import Literal

from markupsafe import Markup

from nlp.messages import Message, msgid
from service.analyses.outcomes import Failed, Pending
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.text import name
from service.types import Session

Finding = Literal["readings", "drift", "rubrics", "session", "over time"]
_SAID: Mapping[Finding, str] = {
    "readings": msgid("The readings could not be found: {problem}"),
    "drift": msgid("What changed from review to review could not be found: {problem}"),
    "rubrics": msgid("The rubrics could not be compared: {problem}"),
    "session": msgid("This session could not be measured: {problem}"),
    "over time": msgid("The sessions could not be measured together: {problem}"),
}
_PENDING = Message("This is still being worked out.")


def failure(finding: Finding, failed: Failed, language: Language) -> Markup:
    """Return which finding is missing, why, and what to do."""
    if isinstance(failed, Pending):
        return say(_PENDING, language)
    return say(Message(_SAID[finding], {"problem": failed.problem}), language)


def failures(found: Mapping[Finding, object], language: Language) -> tuple[Markup, ...]:
    """Return what is said of those that failed, in their order; that some are not there yet the page says itself."""
    failed = (
        (kind, each) for kind, each in found.items() if isinstance(each, Failed) and not isinstance(each, Pending)
    )
    return tuple(failure(kind, each, language) for kind, each in failed)


def failed_sessions(outcomes: Iterable[tuple[Session, object]], language: Language) -> tuple[Markup, ...]:
    """Return what is said of the sessions that failed, each with its title."""
    return tuple(
        Markup("{}: {}").format(name(session.title), failure("session", outcome, language))
        for session, outcome in outcomes
        if isinstance(outcome, Failed)
    )
