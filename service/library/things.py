"""What can be shared of a programme, as it is now, and which entry was made of it."""

from collections.abc import Iterable

from service.actions.types import ActionPoint
from service.analyses.findings import Findings
from service.errors import NotFound
from service.library.checked import UNKNOWN
from service.library.types import LibraryKind, Share, SharedThing, SharedWords
from service.memos import subjects
from service.memos.types import About, AsItIs, Subject
from service.names.slugs import slugify
from service.presentation.i18n import language_of

_SUBJECTS = {LibraryKind.READING: Subject.READING, LibraryKind.DESCRIPTOR: Subject.DESCRIPTOR}


def thing_of(found: Findings, kind: LibraryKind, id_: str, element: str, actions: Iterable[ActionPoint]) -> SharedThing:
    """Return what is to be shared.

    Args:
        found: the programme.
        kind: what it is.
        id_: of a reading; `text_key` of a descriptor; the code of an action.
        element: slug of the element of a reading or a descriptor.
        actions: of the programme.

    Raises:
        NotFound: it is not there.
        NotMadeYet: the readings are still being worked out.
    """
    if kind is LibraryKind.ACTION:
        action = _action(actions, id_)
        return SharedThing(kind, id_, action.evidence.element)
    about = subjects.about(found, _SUBJECTS[kind], id_, element)
    return SharedThing(kind, id_, about.element, about.notes)


def proposed(found: Findings, thing: SharedThing, actions: Iterable[ActionPoint], spoken: str) -> SharedWords:
    """Return the words that are offered to be shared; whoever shares them may write others.

    Args:
        found: the programme.
        thing: what is to be shared.
        actions: of the programme.
        spoken: language of who shares it.

    Raises:
        NotFound: it is not there any more.
    """
    if thing.kind is LibraryKind.ACTION:
        action = _action(actions, thing.id)
        return SharedWords(thing.kind, language_of(action.what), thing.element, action.what)
    now = _as_it_is(found, thing, spoken)
    if now is None:
        raise NotFound("reading" if thing.kind is LibraryKind.READING else "descriptor", thing.id)
    level = ""
    if thing.kind is LibraryKind.DESCRIPTOR:
        level = next((each.level for each in found.descriptors() if each.id == now.note), "")
    code = now.language or _language_of(found, thing, now)
    return SharedWords(thing.kind, code or UNKNOWN, thing.element, now.words, level)


def share_of(found: Findings, shares: Iterable[Share], thing: SharedThing) -> Share | None:
    """Return what was shared of something already, None for nothing; a reading is found again by its notes."""
    for each in shares:
        if each.of.kind is not thing.kind:
            continue
        if thing.kind is not LibraryKind.READING:
            if each.of.id == thing.id and _same(each.of.element, thing.element):
                return each
            continue
        now = _as_it_is(found, each.of, "en") if _same(each.of.element, thing.element) else None
        if now is not None and now.id == thing.id:
            return each
    return None


def _as_it_is(found: Findings, thing: SharedThing, spoken: str) -> AsItIs | None:
    return subjects.find(found, About(_SUBJECTS[thing.kind], thing.id, thing.element, thing.notes), spoken)


def _language_of(found: Findings, thing: SharedThing, now: AsItIs) -> str:
    """Return the language of what a reading is called."""
    readings = found.element(slugify(thing.element)).readings
    labels = next((each.labels for each in readings if each.id == now.id), {})
    return next((code for code, label in labels.items() if label == now.words), "") or language_of(now.words)


def _same(one: str, other: str) -> bool:
    return slugify(one) == slugify(other)


def _action(actions: Iterable[ActionPoint], code: str) -> ActionPoint:
    found = next((each for each in actions if each.code == code), None)
    if found is None:
        raise NotFound("action", code)
    return found
