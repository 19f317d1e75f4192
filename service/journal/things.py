"""The things of a programme, as the journal names them."""

from nlp.names import name_key
from service.journal.types import Thing, ThingKind
from service.names.slugs import slugify
from service.names.types import NameKind

ATTENDANCE = "/attendance"


def programme(slug: str, name: str) -> Thing:
    """Return a programme."""
    return Thing(ThingKind.PROGRAMME, slug, name)


def file(file_id: int, filename: str) -> Thing:
    """Return a file."""
    return Thing(ThingKind.FILE, str(file_id), filename)


def readings_of(element: str) -> Thing:
    """Return the readings of an element, by its name."""
    return Thing(ThingKind.READING, slugify(element), element)


def sorting(element: str, sorter: str) -> Thing:
    """Return what somebody sorts, "" what all sort together."""
    return Thing(ThingKind.SORTING, f"{slugify(element)}/{sorter}", element)


def room(code: str, element: str) -> Thing:
    """Return a sorting in the room."""
    return Thing(ThingKind.ROOM, code, element)


def name(kind: NameKind, said: str) -> Thing:
    """Return a name of the programme."""
    return person(said) if kind is NameKind.PERSON else Thing(ThingKind.NAME, f"{kind}:{name_key(said)}", said)


def order_of(kind: NameKind) -> Thing:
    """Return the order in which names of a kind stand."""
    return Thing(ThingKind.NAME, f"{kind} order")


def session(slug: str, title: str) -> Thing:
    """Return a session: its title, date and roster."""
    return Thing(ThingKind.SESSION, slug, title)


def attendance(slug: str, title: str) -> Thing:
    """Return who was in a session."""
    return Thing(ThingKind.SESSION, f"{slug}{ATTENDANCE}", title)


def label(session_slug: str, said: str) -> Thing:
    """Return a label of the record of a session."""
    return Thing(ThingKind.PERSON, f"{session_slug}:{name_key(said)}", said)


def person(said: str) -> Thing:
    """Return a person, by name."""
    return Thing(ThingKind.PERSON, f":{name_key(said)}", said)


def form(code: str, title: str) -> Thing:
    """Return a form for those present."""
    return Thing(ThingKind.FORM, code, title)


def ask(code: str, team: str) -> Thing:
    """Return a page “Did we hear you right?”."""
    return Thing(ThingKind.ASK, code, team)


def channel(code: str) -> Thing:
    """Return a channel without names; its title may tell what people speak of, so it stays out."""
    return Thing(ThingKind.CHANNEL, code)


def review(slug: str, called: str) -> Thing:
    """Return a review."""
    return Thing(ThingKind.REVIEW, slug, called)


def gathering(code: str) -> Thing:
    """Return notes on phones; their title may tell what people speak of, so it stays out."""
    return Thing(ThingKind.GATHERING, code)


def survey(code: str) -> Thing:
    """Return a survey; its title may tell what people speak of, so it stays out."""
    return Thing(ThingKind.SURVEY, code)


def cafe(code: str) -> Thing:
    """Return a World Café."""
    return Thing(ThingKind.CAFE, code)


def rubric(team: str, element: str = "", level: str = "") -> Thing:
    """Return the rubric of a team that is written here, or one cell of it; for no team the elements that all share."""
    return Thing(ThingKind.RUBRIC, "/".join((name_key(team), name_key(element), name_key(level))), team)


def action(code: str) -> Thing:
    """Return an action, or what is left as it is; their words may tell of people, so they stay out."""
    return Thing(ThingKind.ACTION, code)


def question(key: str) -> Thing:
    """Return a question for the room."""
    return Thing(ThingKind.QUESTION, key)


def match(keys: frozenset[str]) -> Thing:
    """Return a pair of descriptors."""
    return Thing(ThingKind.MATCH, " ".join(sorted(keys)))


def memo(number: int) -> Thing:
    """Return a memo."""
    return Thing(ThingKind.MEMO, str(number))


def assistant(name: str) -> Thing:
    """Return the assistant, by its model or its machine."""
    return Thing(ThingKind.ASSISTANT, "", name)


def proposal(number: int) -> Thing:
    """Return something that the assistant proposed."""
    return Thing(ThingKind.ASSISTANT, str(number))


def library_entry(entry: str) -> Thing:
    """Return something that is shared with other programmes."""
    return Thing(ThingKind.LIBRARY, entry)
