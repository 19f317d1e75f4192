"""Who was in a session, as its page lists and asks it: everybody on the roster in one of three states, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.participation.people.attendance import Attendee, Presence, PresenceSource
from nlp.participation.types import Participation
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.session_lead import is_chat
from service.presentation.text import name

OF = "of "
"""What stands before a name in the fields of the form."""


@dataclass(frozen=True)
class AttendanceRow:
    """Somebody of whom the page asks whether they were there; `why` is "" where nothing says so."""

    name: str
    state: Presence
    why: Markup

    @property
    def field(self) -> str:
        """The field of the form that asks it."""
        return f"{OF}{self.name}"


@dataclass(frozen=True)
class StateWords:
    """A state, as it is said of one person and of all who are asked about."""

    state: Presence
    of_one: Markup
    of_all: Markup


@dataclass(frozen=True)
class AttendanceView:
    """Everybody on the roster of a session.

    Attributes:
        counts: how many were there, were not, and of how many it is not known.
        asked: those who did not speak, in the order of the roster.
        spoke: those who did, with what must be said of the mark that they had, "" mostly.
        rule: whose presence is known without a tick, and what follows from it.
        heard: how many spoke, in a chat wrote.
        states: that can be said.
        is_open: whether the page shows the list at once, because something is not known.
    """

    counts: Markup
    asked: tuple[AttendanceRow, ...]
    spoke: tuple[AttendanceRow, ...]
    rule: Markup
    heard: Markup
    states: tuple[StateWords, ...]
    is_open: bool


def attendance_view(participation: Participation, language: Language) -> AttendanceView | None:
    """Turn who was there into what the page asks; None without a roster."""
    people = participation.attendance
    if not people:
        return None
    spoke = [each for each in people if each.source is PresenceSource.SPEECH]
    others = [each for each in people if each.source is not PresenceSource.SPEECH]
    return AttendanceView(
        counts=_counts(people, language),
        asked=tuple(AttendanceRow(each.name, each.state, _why(each, language)) for each in others),
        spoke=tuple(AttendanceRow(each.name, each.state, _contradiction(each, language)) for each in spoke),
        rule=_rule(language, chat=is_chat(participation)),
        heard=_heard(len(spoke), language, chat=is_chat(participation)),
        states=_states(language),
        is_open=bool(participation.not_known),
    )


def beside_the_bars(participation: Participation, people: People, language: Language) -> tuple[Markup, ...]:
    """Return who on the roster has no bar, and why: not known to have been there, or not there."""
    unknown, absent = (
        language.list([name(people.call(each)) for each in people.in_order(names)])
        for names in (participation.not_known, participation.absent)
    )
    told = []
    if unknown:
        told.append(language.gettext("It is not known whether they were there: {names}.", names=unknown))
    if absent:
        told.append(language.gettext("Not there: {names}.", names=absent))
    return tuple(told)


def _counts(people: Sequence[Attendee], language: Language) -> Markup:
    states = [each.state for each in people]
    present, absent, unknown = map(states.count, (Presence.PRESENT, Presence.ABSENT, Presence.NOT_KNOWN))
    return language.list(
        [
            language.ngettext("{n} person was there", "{n} people were there", present),
            language.ngettext("{n} was not there", "{n} were not there", absent),
            language.ngettext("of {n} it is not known", "of {n} it is not known", unknown),
        ]
    )


def _states(language: Language) -> tuple[StateWords, ...]:
    return (
        StateWords(Presence.PRESENT, language.gettext("there"), language.gettext("All of these were there")),
        StateWords(Presence.ABSENT, language.gettext("not there"), language.gettext("None of these was there")),
        StateWords(Presence.NOT_KNOWN, language.gettext("not known"), language.gettext("Not known of any")),
    )


def _rule(language: Language, *, chat: bool) -> Markup:
    if chat:
        return language.gettext(
            "Whoever wrote was there. That somebody wrote nothing is said only of those who are known to belong to the "
            "chat."
        )
    return language.gettext("Whoever spoke was there. Silence is said only of people who are known to have been there.")


def _heard(count: int, language: Language, *, chat: bool) -> Markup:
    if chat:
        return language.ngettext("{n} person who wrote", "{n} people who wrote", count)
    return language.ngettext("{n} person who spoke", "{n} people who spoke", count)


def _why(attendee: Attendee, language: Language) -> Markup:
    match attendee.source:
        case PresenceSource.FACILITATOR:
            return language.gettext("ticked here")
        case PresenceSource.LIST:
            return language.gettext("says {file}", file=name(attendee.where))
        case PresenceSource.TALLY:
            return language.gettext("counted in the room")
        case PresenceSource.RECORD:
            return language.gettext("the record lists them")
        case _:
            return Markup("")


def _contradiction(attendee: Attendee, language: Language) -> Markup:
    if not attendee.marked_absent:
        return Markup("")
    return language.gettext("marked absent, yet the record has their words: they count as present")
