"""Questions for the next session, from what this one shows; none of them singles out a group."""

from collections.abc import Iterator

from markupsafe import Markup

from nlp.participation.types import Participation
from service.presentation.i18n import Language
from service.presentation.readings.questions import RoomQuestion, plain
from service.presentation.sessions.session_lead import FEW_PEOPLE, fewest_with_half, is_chat, present


def session_questions(participation: Participation, language: Language) -> tuple[RoomQuestion, ...]:
    """Return up to three questions for the next session: of silence, of who held the floor, of how to begin."""
    asked = (
        *_about_silence(participation, language),
        *_about_half(participation, language),
        *_about_beginning(participation, language),
    )
    return tuple(RoomQuestion(plain(question)) for question in asked)


def _about_silence(participation: Participation, language: Language) -> Iterator[Markup]:
    silent = len(participation.silent)
    if not silent:
        return
    if is_chat(participation):
        yield language.ngettext(
            "One of us wrote nothing. What would have made it easier: another language, a smaller group, or a call?",
            "{n} of us wrote nothing. What would have made it easier: another language, smaller groups, or a call?",
            silent,
        )
    else:
        yield language.ngettext(
            "One of us said nothing. What would have made it easier to speak: another language, a smaller group, "
            "or writing first?",
            "{n} of us said nothing. What would have made it easier to speak: another language, smaller groups, "
            "or writing first?",
            silent,
        )


def _about_half(participation: Participation, language: Language) -> Iterator[Markup]:
    holders, _ = fewest_with_half(participation)
    if present(participation) > 2 * holders:
        yield language.ngettext(
            "One voice filled half of the last session. Who else could open and close the next one?",
            "{n} voices filled half of the last session. Who else could open and close the next one?",
            holders,
        )


def _about_beginning(participation: Participation, language: Language) -> Iterator[Markup]:
    if present(participation) >= FEW_PEOPLE:
        yield language.gettext(
            "Shall the next session begin with one minute for each person, before anyone speaks twice?"
        )
