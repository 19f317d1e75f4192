"""The page of one session: who was heard, and who was not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from nlp.documents.types import Person
from nlp.participation.turns.floor import is_clear
from nlp.participation.types import Participation, SpeakerShare
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.masking.masking import People, Recognise, named, numbered, recognise_nobody
from service.presentation.readings.questions import RoomQuestion
from service.presentation.sessions.limits import limits_view
from service.presentation.sessions.session_agenda import Band, agenda_sentences, bands
from service.presentation.sessions.session_attendance import beside_the_bars
from service.presentation.sessions.session_groups import Grouping, groupings
from service.presentation.sessions.session_lead import is_chat, present, session_lead
from service.presentation.sessions.session_measures import measures
from service.presentation.sessions.session_questions import session_questions
from service.presentation.sessions.timeline import Block, blocks
from service.presentation.team_marks import Mark, Marks
from service.types import Session

SHOWN_FOLLOWS = 5


@dataclass(frozen=True)
class PersonBar:
    """One person: their bar against the equal share (`width`: the longest is 100), and when they held the floor."""

    name: str
    mark: Mark
    width: float
    words: Markup
    detail: Markup | None
    silent: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class SessionView:
    """All that the page shows, in its order."""

    lead: tuple[Markup, ...]
    questions: tuple[RoomQuestion, ...]
    people: tuple[PersonBar, ...]
    without_bars: tuple[Markup, ...]
    equal: float
    equal_words: Markup
    marks: tuple[Mark, ...]
    groupings: tuple[Grouping, ...]
    withheld: tuple[Markup, ...]
    follows: tuple[Markup, ...]
    scale: tuple[Markup, Markup]
    limits: tuple[Markup, ...]
    measures: tuple[Markup, ...]
    bands: tuple[Band, ...]
    agenda: tuple[Markup, ...]
    chat: bool


@dataclass(frozen=True)
class _Room:
    """A session's participation with what the roster knows."""

    participation: Participation
    roster: Mapping[str, Person]
    people: People
    marks: Marks
    language: Language

    def mark_of(self, person: str) -> Mark:
        """Return the sign of a person's team; none where it would tell who a numbered person is."""
        if self.people.hides and "team" in self.participation.withheld:
            return Mark("")
        attributes = self.roster[person].attributes if person in self.roster else {}
        return self.marks.of(attributes.get("team", ""))


def session_view(
    participation: Participation, roster: Sequence[Person], people: People, marks: Marks, language: Language
) -> SessionView:
    """Turn who was heard in a session into what its page shows.

    Args:
        participation: of the session.
        roster: of the programme.
        people: what everybody is called.
        marks: of the programme's teams.
        language: of the reader.
    """
    room = _Room(participation, {person.name: person for person in roster}, people, marks, language)
    everybody = present(participation)
    equal = 1 / everybody if everybody else 0.0
    longest = max([equal, *(speaker.share for speaker in participation.speakers)]) or 1.0
    bars = tuple(_bars(room, longest))
    shown = {bar.mark.name for bar in bars}
    return SessionView(
        lead=session_lead(participation, language),
        questions=session_questions(participation, language),
        people=bars,
        without_bars=beside_the_bars(participation, people, language),
        equal=round(100 * equal / longest, 2),
        equal_words=language.gettext("equal share: {share}", share=language.percent(equal)),
        marks=tuple(mark for mark in marks.teams if mark.name in shown),
        groupings=groupings(participation, language),
        withheld=tuple(attribute_name(each, language) for each in participation.withheld),
        follows=tuple(_follows(room)),
        scale=_scale(participation, language),
        limits=limits_view(participation.limits, people, language),
        measures=measures(participation, people, language),
        bands=bands(participation, people, language),
        agenda=agenda_sentences(participation, people, language),
        chat=is_chat(participation),
    )


def everybody_in(participation: Participation, roster: Sequence[Person]) -> list[str]:
    """Return speakers and silent people in the roster's order, then those whom it does not know."""
    spoke = [speaker.name for speaker in participation.speakers]
    place = {person.name: at for at, person in enumerate(roster)}
    return sorted([*spoke, *participation.silent], key=lambda person: place.get(person, len(place)))


def people_of(
    sessions: Sequence[Participation],
    roster: Sequence[Person],
    language: Language,
    *,
    names: bool,
    keep: Collection[str] = (),
    drawn_with: str = "",
    recognise: Recognise = recognise_nobody,
    unnamed: frozenset[str] = frozenset(),
) -> People:
    """Return what everybody is called on a page about these sessions, whatever the record's labels for them.

    Args:
        sessions: that the page is about.
        roster: of the programme.
        language: of the reader.
        names: whether people are named; else they are numbered.
        keep: names of teams and elements; their words are not hidden, nor are those of groups of the sessions.
        drawn_with: what the order of the numbers is drawn with; see `masking.numbered`.
        recognise: finds names of people in texts of whom nothing else is known.
        unnamed: people who are numbered all the same where others are named.
    """
    listed = [(*everybody_in(each, roster), *each.absent, *each.not_known) for each in sessions]
    everybody = list(dict.fromkeys(person for names_of in listed for person in names_of))
    if names and unnamed.isdisjoint(everybody):
        return named(everybody)
    labels = [Person(speaker.name, speaker.labels) for each in sessions for speaker in each.speakers]
    groups = [group.group for each in sessions for found in each.groups.values() for group in found]
    known = [*(person.name for person in roster), *everybody]
    people = numbered(known, [*roster, *labels], language, (*keep, *groups), drawn_with, recognise)
    return people.but_for(set(people.shown) - set(unnamed)) if names else people


def titled(session: Session, people: People) -> Session:
    """Return a session whose title, which came from the name of a file, names nobody who is hidden."""
    return replace(session, title=people.mask(session.title))


def _bars(room: _Room, longest: float) -> list[PersonBar]:
    speakers = {speaker.name: speaker for speaker in room.participation.speakers}
    held = blocks(room.participation)
    names = room.people.in_order(everybody_in(room.participation, list(room.roster.values())))
    return [
        _bar(speakers[name], longest, tuple(held.get(name, ())), room) if name in speakers else _silent_bar(name, room)
        for name in names
    ]


def _silent_bar(person: str, room: _Room) -> PersonBar:
    chat, language = is_chat(room.participation), room.language
    nothing = language.gettext("wrote nothing") if chat else language.gettext("said nothing")
    return PersonBar(room.people.call(person), room.mark_of(person), 0.0, nothing, None, silent=True, blocks=())


def _bar(speaker: SpeakerShare, longest: float, held: tuple[Block, ...], room: _Room) -> PersonBar:
    language = room.language
    share = language.percent(speaker.share)
    words = Markup.escape(share)
    if room.participation.timed:
        words = language.gettext("{time}, {share}", time=language.duration(speaker.seconds), share=share)
    return PersonBar(
        room.people.call(speaker.name),
        room.mark_of(speaker.name),
        round(100 * speaker.share / longest, 2),
        words,
        _detail(speaker, room),
        silent=False,
        blocks=held,
    )


def _detail(speaker: SpeakerShare, room: _Room) -> Markup:
    """Return how often somebody took the floor, and that the roster does not know them."""
    language = room.language
    if not speaker.turns:
        detail = language.gettext("only signs of listening, such as “mhm”")
    elif is_chat(room.participation):
        detail = language.ngettext("wrote once", "wrote {n} times", speaker.turns)
    else:
        detail = language.ngettext("spoke once", "spoke {n} times", speaker.turns)
    return detail if speaker.on_roster else detail + " · " + language.gettext("not on the roster")


def _scale(participation: Participation, language: Language) -> tuple[Markup, Markup]:
    if participation.timed and participation.duration_seconds is not None:
        return language.gettext("start"), language.duration(participation.duration_seconds)
    return language.gettext("start"), language.gettext("end of the record")


def _follows(room: _Room) -> list[Markup]:
    chat = is_chat(room.participation)
    often = [each for each in room.participation.follows if is_clear(each.count, each.expected)]
    return [
        room.language.gettext(
            "After {before}, {after} wrote {n} times; by chance it would be about {expected}.",
            before=room.people.call(each.before),
            after=room.people.call(each.after),
            n=each.count,
            expected=room.language.number(each.expected),
        )
        if chat
        else room.language.gettext(
            "After {before}, {after} took the floor {n} times; by chance it would be about {expected}.",
            before=room.people.call(each.before),
            after=room.people.call(each.after),
            n=each.count,
            expected=room.language.number(each.expected),
        )
        for each in often[:SHOWN_FOLLOWS]
    ]
