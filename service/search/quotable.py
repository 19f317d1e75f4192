"""Which texts may be found: those of people who let their words be read, and as whose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from nlp.consent import Consent, read_consent, strictest
from nlp.names import person_key
from nlp.participation.people.match_roster import RosterMatcher
from service.programmes.snapshot import Snapshot
from service.search.catalogue import Catalogue, Mask
from service.store import Transaction
from service.store.privacy import consents
from service.store.privacy.consents import ConsentRow


@dataclass(frozen=True, slots=True)
class Quotable:
    """What the texts of a programme may be found by.

    Attributes:
        found: bool (n,): whether a text may be found at all.
        by_team: bool (n,): whether it may be found by its team: not where somebody is quoted without it.
    """

    found: Mask
    by_team: Mask


def quotable(db: Transaction, at: Snapshot, catalogue: Catalogue) -> Quotable:
    """Return the texts that may be found: nobody who is only counted, or not even that, is quoted by a search."""
    said = consents.every(db, at.id)
    files = {session.slug: session.file_id for session in at.session_rows}
    known = _known_as(at, catalogue.names["voice"])
    listed = {person_key(person.name): at.agreed.of_person(person.name) for person in at.people}
    facets = np.stack([catalogue.codes[each] for each in ("voice", "session", "consent")], axis=1)
    voices, place = np.unique(facets, axis=0, return_inverse=True)
    held: list[Consent] = []
    for codes in voices.tolist():
        voice, session, own = (
            catalogue.names[facet][code] for facet, code in zip(("voice", "session", "consent"), codes, strict=True)
        )
        keys = known.get(voice, set())
        answers = [own_consent(own), *(listed.get(key) for key in keys)]
        held.append(strictest([*answers, *_said(said, keys, files.get(session))]))
    rows = place.reshape(-1)
    found = np.array([each.may_be_quoted for each in held], bool)[rows]
    return Quotable(found, np.array([each is not Consent.NOT_ATTRIBUTED for each in held], bool)[rows])


def own_consent(said: str) -> Consent | None:
    """Return what a note itself says may be done with it; what is not understood lets nobody quote it."""
    return read_consent(said) or Consent.COUNTED if said else None


def _said(said: Iterable[ConsentRow], keys: set[str], session: int | None) -> list[Consent]:
    """Return what was said of somebody, or of everybody, in all that there is or in this session."""
    return [
        each.consent
        for each in said
        if each.file_id in (None, session) and (not each.name or person_key(each.name) in keys)
    ]


def _known_as(at: Snapshot, voices: Iterable[str]) -> Mapping[str, set[str]]:
    """Return a name as it is written -> the keys of all names of whoever that is: as written, on a roster, as told."""
    written = [voice for voice in voices if voice]
    on_roster = RosterMatcher(at.people).match(written).person_of if at.people else {}
    told: dict[str, set[str]] = {}
    for each in at.identities:
        if each.identity.name:
            told.setdefault(person_key(each.identity.label), set()).add(person_key(each.identity.name))
    return {
        voice: {person_key(voice), person_key(on_roster.get(voice, voice)), *told.get(person_key(voice), ())}
        for voice in written
    }
