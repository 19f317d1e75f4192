"""Questions for the next session, from what this one shows; none of them singles out a group.

A chat has questions of its own: who wrote, whose questions were followed by nobody, how long others took to write.
"""

from collections.abc import Iterator

from markupsafe import Markup

from nlp.participation.types import Participation
from service.presentation.i18n import Language
from service.presentation.readings.questions import RoomQuestion, key_of, plain
from service.presentation.sessions.session_lead import FEW_PEOPLE, fewest_with_half, is_chat, present


def session_questions(participation: Participation, language: Language) -> tuple[RoomQuestion, ...]:
    """Return up to three questions for the next session: of silence, of who held the floor, of how to begin.

    Of a chat they are: of who wrote nothing, of questions that nobody followed or who wrote most, and of the pace.
    """
    if is_chat(participation):
        return (
            *_about_silence(participation, language),
            *list(_about_answers(participation, language))[:1],
            *_about_pace(participation, language),
        )
    return (
        *_about_silence(participation, language),
        *_about_half(participation, language),
        *_about_beginning(participation, language),
    )


def questions_without_people(participation: Participation, language: Language) -> tuple[RoomQuestion, ...]:
    """Return the questions that point at no single person."""
    about_many = len(participation.silent) >= FEW_PEOPLE
    begins = _about_pace if is_chat(participation) else _about_beginning
    return (*(_about_silence(participation, language) if about_many else ()), *begins(participation, language))


def _asked(text: Markup, *finding: object) -> RoomQuestion:
    """Return a question, known by what was found."""
    return RoomQuestion(plain(text), key=key_of(*finding))


def _about_silence(participation: Participation, language: Language) -> Iterator[RoomQuestion]:
    silent = len(participation.silent)
    if not silent:
        return
    if is_chat(participation):
        yield _asked(
            language.ngettext(
                "One of us has not been read in the chat yet. What would make it easier: another language, a "
                "smaller group, or a call?",
                "{n} of us have not been read in the chat yet. What would make it easier: another language, "
                "smaller groups, or a call?",
                silent,
            ),
            "not read",
            silent,
        )
    else:
        yield _asked(
            language.ngettext(
                "One of us has not been heard yet. What would make it easier next time: another language, a "
                "smaller group, or writing first?",
                "{n} of us have not been heard yet. What would make it easier next time: another language, "
                "smaller groups, or writing first?",
                silent,
            ),
            "not heard",
            silent,
        )


def _about_answers(participation: Participation, language: Language) -> Iterator[RoomQuestion]:
    open_ = sum(participation.replies.open.values()) if participation.replies else 0
    if open_:
        yield _asked(
            language.ngettext(
                "After one question the chat was still for a day. What became of it, and where do we collect "
                "what is open?",
                "After {n} questions the chat was still for a day. What became of them, and where do we collect "
                "what is open?",
                open_,
            ),
            "open",
            open_,
        )
    holders, _ = fewest_with_half(participation)
    if present(participation) > 2 * holders:
        yield _asked(
            language.ngettext(
                "Half of the chat came from one of us. Which question would we put to each person next time?",
                "Half of the chat came from {n} of us. Which question would we put to each person next time?",
                holders,
            ),
            "half of chat",
            holders,
        )


def _about_pace(participation: Participation, language: Language) -> Iterator[RoomQuestion]:
    if participation.replies and present(participation) >= FEW_PEOPLE:
        yield _asked(
            language.gettext(
                "Until somebody else wrote it mostly took {time}. For whom is that too quick or too slow: by "
                "network, time or language?",
                time=language.duration(participation.replies.median_seconds),
            ),
            "pace",
            round(participation.replies.median_seconds),
        )


def _about_half(participation: Participation, language: Language) -> Iterator[RoomQuestion]:
    holders, _ = fewest_with_half(participation)
    if present(participation) > 2 * holders:
        yield _asked(
            language.ngettext(
                "Half of what was said came from one of us. Who would like to open the next session, "
                "and who to close it?",
                "Half of what was said came from {n} of us. Who would like to open the next session, "
                "and who to close it?",
                holders,
            ),
            "half",
            holders,
        )


def _about_beginning(participation: Participation, language: Language) -> Iterator[RoomQuestion]:
    if present(participation) >= FEW_PEOPLE:
        yield _asked(
            language.gettext(
                "How shall the next session begin so that everybody is heard once: a minute each, pairs, or a "
                "written line?"
            ),
            "beginning",
        )
