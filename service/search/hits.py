"""Rows of the catalogue -> texts with their place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nlp.consent import Consent, strictest
from nlp.documents.types import Descriptor, Person, Rating, Unit
from nlp.readings.types import ElementReadings
from nlp.transcripts.types import Turn
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.errors import NotFound
from service.names.slugs import slugify
from service.presentation.i18n import language
from service.presentation.masking.masking import People
from service.presentation.privacy.called import people_in
from service.search.catalogue import KINDS, Catalogue
from service.search.quotable import own_consent
from service.search.types import Hit, Place, Sight, TextKind
from service.store import Transaction
from service.store.search import texts
from service.store.search.texts import Entry


def hits_of(
    db: Transaction, found: Findings, catalogue: Catalogue, rows: Sequence[int], sight: Sight
) -> dict[int, Hit]:
    """Return row -> its text, in their order; one that is gone by now is left out."""
    entries = {int(catalogue.entries[row]): row for row in rows}
    kinds = {TextKind(catalogue.value("kind", row)) for row in rows}
    made = {entry: hit for kind in kinds for entry, hit in _hits(db, found, catalogue, kind, list(entries))}
    shown = [entry for entry in entries if entry in made]
    hits: Iterable[Hit] = _with_first_names(found, (made[entry] for entry in shown))
    if sight.readings:
        hits = _with_readings(found, hits)
    return {entries[entry]: hit for entry, hit in zip(shown, hits, strict=True)}


def _hits(
    db: Transaction, found: Findings, catalogue: Catalogue, kind: TextKind, entries: Sequence[int]
) -> Iterator[tuple[int, Hit]]:
    _, row_type = KINDS[kind]
    names = {file.id: file.filename for file in found.at.files}
    for each in texts.of_entries(db, row_type, entries):
        rows = catalogue.rows([each.id])
        if len(rows) and catalogue.value("kind", rows[0]) == kind:
            element, team, review = (catalogue.value(facet, rows[0]) for facet in ("element", "team", "review"))
            place = Place(names.get(each.file_id, ""), each.file_id, element=element, team=team, review=review)
            voice, own = (catalogue.value(facet, rows[0]) for facet in ("voice", "consent"))
            yield each.id, _as_agreed(_MAKERS[kind](found, each, place), found, voice, own)


def _as_agreed(hit: Hit, found: Findings, voice: str, own: str) -> Hit:
    """Return a hit without the name, or the team, of whoever did not agree to them, here or in the note itself."""
    consent = strictest([found.at.agreed.of_voice(voice, hit.place.file_id), own_consent(own)])
    if consent.may_be_named:
        return hit
    team = hit.place.team if consent is Consent.WITHOUT_NAME else ""
    return replace(hit, place=replace(hit.place, file="", line=0, speaker="", team=team))


def _note(_: Findings, entry: Entry[Unit], place: Place) -> Hit:
    unit = entry.row
    return Hit(unit.id, TextKind.NOTE, unit.text, unit.language, replace(place, line=unit.line))


def _descriptor(found: Findings, entry: Entry[Descriptor], place: Place) -> Hit:
    row = entry.row
    level = found.at.spelling.level(row.level)
    return Hit(row.id, TextKind.DESCRIPTOR, row.text, row.language, replace(place, line=row.line, level=level))


def _turn(found: Findings, entry: Entry[Turn], place: Place) -> Hit:
    row = entry.row
    session = next((each for each in found.at.session_rows if each.file_id == entry.file_id), None)
    meeting = (session.slug, session.title) if session else ("", "")
    where = replace(
        place, line=row.line, session=meeting[0], title=meeting[1], start=row.start, speaker=row.speaker or ""
    )
    return Hit(_numbered(entry), TextKind.TURN, row.text, "und", where)


def _remark(found: Findings, entry: Entry[Rating], place: Place) -> Hit:
    level = found.at.spelling.level(entry.row.level)
    return Hit(_numbered(entry), TextKind.REMARK, entry.row.note, "und", replace(place, level=level))


def _numbered(entry: Entry) -> str:  # type: ignore[type-arg]
    """Return the name in addresses of a row that has no id of its own: its file, and its number there from 1."""
    return f"{entry.file_id}-{entry.position + 1}"


_MAKERS: Mapping[TextKind, Callable[..., Hit]] = {
    TextKind.NOTE: _note,
    TextKind.DESCRIPTOR: _descriptor,
    TextKind.TURN: _turn,
    TextKind.REMARK: _remark,
}


def _with_first_names(found: Findings, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield hits; in sessions in which people have first names only they have no others here either."""
    only = {row.slug for row in found.at.session_rows if row.first_names}
    called: dict[str, tuple[Mapping[str, str], People]] = {}
    for hit in hits:
        session = hit.place.session
        if session not in only:
            yield hit
            continue
        if session not in called:
            called[session] = _called_in(found, session)
        labels, people = called[session]
        speaker = people.call(labels.get(hit.place.speaker, hit.place.speaker))
        place = replace(hit.place, speaker=people.mask(speaker), title=people.mask(hit.place.title))
        yield replace(hit, text=people.mask(hit.text), place=place)


def _called_in(found: Findings, session: str) -> tuple[Mapping[str, str], People]:
    """Return label -> who it is, and what everybody is called in a session."""
    measured = attempt(found.participation, session)
    heard = {} if isinstance(measured, Failed) else {session: measured}
    labels = {label: each.name for one in heard.values() for each in one.speakers for label in each.labels}
    others = () if heard else found.at.speakers.get(found.at.session_row(session).file_id, ())
    besides = [Person(label) for label in others]
    return labels, people_in(found, heard, language("en"), "search", names=True, besides=besides, unmeasured=[session])


def _with_readings(found: Findings, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield hits with the readings that notes are in."""
    elements: dict[str, dict[str, tuple[str, str]]] = {}
    for hit in hits:
        if hit.kind is not TextKind.NOTE:
            yield hit
            continue
        element = hit.place.element
        if element not in elements:
            elements[element] = _readings_of_notes(found, element)
        reading, label = elements[element].get(hit.id, ("", ""))
        yield replace(hit, place=replace(hit.place, reading=reading, label=label))


def _readings_of_notes(found: Findings, element: str) -> dict[str, tuple[str, str]]:
    """Return id of a note -> id and label of its reading, of an element as it was found last."""
    given = readings_of(found, element)
    if given is None:
        return {}
    return {unit.id: (each.id, each.given or each.label) for each in given.readings for unit in each.units}


def readings_of(found: Findings, element: str) -> ElementReadings | None:
    """Return what was found of an element, None where nothing could be."""
    try:
        given = attempt(found.element, slugify(element))
    except NotFound:
        return None
    return None if isinstance(given, Failed) else given
