"""What a memo is about, found as it is now."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nlp.documents.types import Descriptor
from nlp.readings.edits.align import keys_of
from nlp.readings.edits.types import text_key
from nlp.readings.types import ElementReadings, Reading
from service.analyses.findings import Findings
from service.errors import Missing, NotFound
from service.memos.types import OF_NO_ELEMENT, About, AsItIs, Memo, Subject
from service.names.slugs import slugify

_MISSING: Mapping[Subject, Missing] = {Subject.SESSION: "session", Subject.ACTION: "action"}


def about(found: Findings, kind: Subject, id_: str, element: str = "") -> About:
    """Return what is to be talked about.

    Args:
        found: the programme.
        kind: what it is.
        id_: of a reading; `text_key` of a note or a descriptor; the slug of a session; the code of an action.
        element: slug of its element, unless it is of none.

    Raises:
        NotFound: it is not there.
        NotMadeYet: the readings are still being worked out.
    """
    name = "" if kind in OF_NO_ELEMENT else found.name_of(element)
    notes = keys_of(_reading(found.element(element), id_)) if kind is Subject.READING else frozenset[str]()
    given = About(kind, id_, name, notes)
    if find(found, given) is None:
        raise NotFound(_MISSING.get(kind, "note"), id_)
    return given


def find(found: Findings, given: About, spoken: str = "en") -> AsItIs | None:
    """Return something as it is now, None if it is not there any more.

    Args:
        found: the programme.
        given: what it was.
        spoken: language in which readings are called.

    Raises:
        NotMadeYet: the readings are still being worked out.
    """
    match given.kind:
        case Subject.READING:
            return _find_reading(found, given, spoken)
        case Subject.NOTE:
            own = found.cards(given.element).get(given.id)
            return AsItIs(given.id, own[0].text, own[0].language, own[0].id) if own else None
        case Subject.DESCRIPTOR:
            return _find_descriptor(found.descriptors(), given)
        case Subject.SESSION:
            session = next((each for each in found.at.sessions if each.slug == given.id), None)
            return AsItIs(given.id, session.title) if session else None
        case Subject.ACTION:
            what = found.at.actions.get(given.id)
            return AsItIs(given.id, what) if what else None


def as_now(found: Findings, spoken: str = "en", kind: Subject | None = None, element: str = "") -> tuple[Memo, ...]:
    """Return memos of a programme with what they are about as it is now, oldest first.

    Args:
        found: the programme.
        spoken: language in which readings are called.
        kind: of what they are about; None is everything.
        element: slug of its element, unless it is of none.

    Raises:
        NotMadeYet: readings are still being worked out.
    """
    return tuple(
        replace(memo, now=find(found, memo.about, spoken))
        for memo in found.at.memos
        if kind is None or _is_of(memo.about, kind, element)
    )


def of_subject(memos: Iterable[Memo], kind: Subject, id_: str, element: str = "") -> tuple[Memo, ...]:
    """Return the memos about one thing, by the id that it has now and the slug of its element."""
    return tuple(
        memo
        for memo in memos
        if _is_of(memo.about, kind, element) and (memo.now.id if memo.now else memo.about.id) == id_
    )


def _is_of(about: About, kind: Subject, element: str) -> bool:
    return about.kind is kind and (kind in OF_NO_ELEMENT or slugify(about.element) == element)


def _reading(element: ElementReadings, reading_id: str) -> Reading:
    found = next((each for each in element.readings if each.id == reading_id), None)
    if found is None:
        raise NotFound("reading", reading_id)
    return found


def _find_reading(found: Findings, given: About, spoken: str) -> AsItIs | None:
    """Return the reading that has more than half of those of its notes that are still there."""
    try:
        element = found.element(slugify(given.element))
    except NotFound:
        return None
    alone = {text_key(unit.text) for unit in element.alone}
    here = given.notes & alone.union(*map(keys_of, element.readings))
    for each in element.readings:
        if 2 * len(keys_of(each) & here) > len(here):
            return AsItIs(each.id, each.called(spoken) or each.example)
    return None


def _find_descriptor(descriptors: Iterable[Descriptor], given: About) -> AsItIs | None:
    for each in descriptors:
        if each.element == given.element and text_key(each.text) == given.id:
            return AsItIs(given.id, each.text, each.language, each.id)
    return None
