"""The page of one session: who was heard, and who was not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Person
from nlp.json_form import Json
from nlp.participation.caveats import WITHHELD
from nlp.participation.turns.floor import is_clear
from service.presentation.attributes import attribute_name
from service.presentation.i18n import Language
from service.presentation.masking.masking import People, named, numbered
from service.presentation.readings.questions import RoomQuestion
from service.presentation.sessions.caveats import says, translate
from service.presentation.sessions.session_agenda import Band, agenda_sentences, bands
from service.presentation.sessions.session_groups import Grouping, groupings
from service.presentation.sessions.session_measures import measures
from service.presentation.sessions.session_sentences import is_chat, present, session_lead, session_questions
from service.presentation.team_marks import Mark, Marks

SHOWN_FOLLOWS = 5


@dataclass(frozen=True)
class Block:
    """One holding of the floor on a timeline; `left` and `width` 0 to 100."""

    left: float
    width: float


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


@dataclass(frozen=True)
class _Room:
    """A session's participation with what the roster knows."""

    participation: Json
    roster: Mapping[str, Person]
    people: People
    marks: Marks
    language: Language

    def mark_of(self, person: str) -> Mark:
        """Return the sign of a person's team; none where it would tell who a numbered person is."""
        if self.people.hidden and "team" in self.participation["withheld"]:
            return Mark("")
        attributes = self.roster[person].attributes if person in self.roster else {}
        return self.marks.of(attributes.get("team", ""))


def session_view(
    participation: Json, roster: Sequence[Person], people: People, marks: Marks, language: Language
) -> SessionView:
    """Turn a participation of the JSON form into what the session's page shows."""
    room = _Room(participation, {person.name: person for person in roster}, people, marks, language)
    everybody = present(participation)
    equal = 1 / everybody if everybody else 0.0
    longest = max([equal, *(float(each["share"]) for each in participation["speakers"])]) or 1.0
    bars = tuple(_bars(room, longest))
    shown = {bar.mark.name for bar in bars}
    return SessionView(
        lead=tuple(session_lead(participation, language)),
        questions=session_questions(participation, language),
        people=bars,
        equal=round(100 * equal / longest, 2),
        equal_words=language.gettext("equal share: {share}", share=language.percent(equal)),
        marks=tuple(mark for mark in marks.teams if mark.name in shown),
        groupings=tuple(groupings(participation, language)),
        withheld=tuple(attribute_name(each, language) for each in participation["withheld"]),
        follows=tuple(_follows(room)),
        scale=_scale(participation, language),
        limits=tuple(
            translate(people.mask(each), language) for each in participation["limits"] if not says(WITHHELD, each)
        ),
        measures=measures(participation, people, language),
        bands=bands(participation, people, language),
        agenda=agenda_sentences(participation, people, language),
    )


def everybody_in(participation: Json, roster: Sequence[Person]) -> list[str]:
    """Return speakers and silent people in the roster's order, then those whom it does not know."""
    spoke = [str(each["name"]) for each in participation["speakers"]]
    place = {person.name: at for at, person in enumerate(roster)}
    return sorted([*spoke, *participation["silent"]], key=lambda person: place.get(person, len(place)))


def people_of(
    sessions: Sequence[Json], roster: Sequence[Person], language: Language, *, names: bool, keep: Collection[str] = ()
) -> People:
    """Return what everybody is called on a page about these sessions, whatever the record's labels for them.

    `keep`: names of teams and elements; their words are not hidden, nor are those of groups of the sessions.
    """
    everybody = list(dict.fromkeys(person for given in sessions for person in everybody_in(given, roster)))
    if names:
        return named(everybody)
    labels = [Person(str(one["name"]), tuple(one["labels"])) for given in sessions for one in given["speakers"]]
    groups = [str(one["group"]) for given in sessions for found in given["groups"].values() for one in found]
    return numbered([*(person.name for person in roster), *everybody], [*roster, *labels], language, (*keep, *groups))


def _bars(room: _Room, longest: float) -> list[PersonBar]:
    speakers = {str(each["name"]): each for each in room.participation["speakers"]}
    names = everybody_in(room.participation, list(room.roster.values()))
    return [_bar(name, speakers.get(name), longest, room) for name in names]


def _bar(person: str, speaker: Json | None, longest: float, room: _Room) -> PersonBar:
    shown, mark, language = room.people.call(person), room.mark_of(person), room.language
    chat = is_chat(room.participation)
    if speaker is None:
        nothing = language.gettext("wrote nothing") if chat else language.gettext("said nothing")
        return PersonBar(shown, mark, 0.0, nothing, None, silent=True, blocks=())
    share = language.percent(float(speaker["share"]))
    words = Markup(share)
    if room.participation["timed"]:
        words = language.gettext("{time}, {share}", time=language.duration(float(speaker["seconds"])), share=share)
    count = int(speaker["turns"])
    turns = language.ngettext("spoke once", "spoke {n} times", count)
    if chat:
        turns = language.ngettext("wrote once", "wrote {n} times", count)
    detail = turns if speaker["turns"] else language.gettext("only signs of listening, such as “mhm”")
    if not speaker["on_roster"]:
        detail += " · " + language.gettext("not on the roster")
    width = round(100 * float(speaker["share"]) / longest, 2)
    return PersonBar(shown, mark, width, words, detail, silent=False, blocks=_blocks(person, room.participation))


def _blocks(person: str, participation: Json) -> tuple[Block, ...]:
    """Return when a person held the floor: in seconds, or in characters said so far where there are no times."""
    found = []
    if participation["timed"]:
        start = min((float(each["start"]) for each in participation["timeline"]), default=0.0)
        length = max((float(each["end"]) for each in participation["timeline"]), default=1.0) - start
        spans = [
            (each["speaker"], each["start"] - start, each["end"] - each["start"]) for each in participation["timeline"]
        ]
    else:
        length, spans = 0.0, []
        for each in participation["timeline"]:
            spans.append((each["speaker"], length, float(each["characters"])))
            length += float(each["characters"])
    for speaker, begins, lasts in spans:
        if speaker == person and length > 0:
            found.append(Block(round(100 * begins / length, 2), max(round(100 * lasts / length, 2), 0.25)))
    return tuple(found)


def _scale(participation: Json, language: Language) -> tuple[Markup, Markup]:
    if participation["timed"] and participation["duration_seconds"] is not None:
        return language.gettext("start"), language.duration(float(participation["duration_seconds"]))
    return language.gettext("start"), language.gettext("end of the record")


def _follows(room: _Room) -> list[Markup]:
    often = [each for each in room.participation["follows"] if is_clear(each["count"], each["expected"])]
    return [
        room.language.gettext(
            "After {before}, {after} took the floor {n} times; by chance it would be about {expected}.",
            before=room.people.call(each["before"]),
            after=room.people.call(each["after"]),
            n=int(each["count"]),
            expected=room.language.number(float(each["expected"])),
        )
        for each in often[:SHOWN_FOLLOWS]
    ]
