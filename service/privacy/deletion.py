"""Deleting for good: a note, a person, a session, a programme; nothing of it remains in the database.

What it finds it takes out of every table that there is (`service.store.privacy.erase`). Where something was taken from
a file, its bytes as it was handed in are dropped, since nobody can cut a person out of a PDF or a workbook; what was
read from the file stays. Backups that were made before still hold it all.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from secrets import token_hex

from nlp.documents.types import Unit
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.readings.edits.types import text_key
from nlp.text.words import wording
from service.analyses.cache import ResultCache
from service.errors import NotFound
from service.journal import journal
from service.journal.types import Action, Thing, ThingKind
from service.names.people import as_called
from service.names.types import NameKind
from service.privacy.originals import holds
from service.privacy.somebody import Somebody
from service.privacy.types import Doomed, Loss
from service.privacy.words import hide_words
from service.programmes.merged_people import merge_people
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, edits, files, findings, names, vectors
from service.store.assistant import proposals
from service.store.jobs import jobs
from service.store.journal import entries
from service.store.library import entries as library
from service.store.memos import memos
from service.store.privacy import erase, published, rows
from service.store.privacy.erase import Changed
from service.store.programmes import PLAN
from service.store.search import entries as search
from service.store.tables import people, ratings, turns, units

WORDS_OF_OTHERS = frozenset({"units", "turns", "descriptors", "ratings", "observations"})
_WRITTEN_DOWN = {
    Doomed.NOTE: (Action.NOTE_DELETED, ThingKind.FILE),
    Doomed.PERSON: (Action.PERSON_DELETED, ThingKind.PERSON),
    Doomed.SESSION: (Action.SESSION_DELETED, ThingKind.SESSION),
}
FIRST_WORDS = 3


class _Only(Exception):
    """What was found is not to be done."""


class Deletion:
    """What is deleted for good. Methods raise `NotFound` if there is no such programme, or nothing of that name."""

    def __init__(self, database: Database, results: ResultCache) -> None:
        self._database = database
        self._results = results

    def look(self, slug: str, kind: Doomed, name: str) -> Loss:
        """Return what would go, and what has to be typed before; nothing is changed."""
        found: list[Loss] = []
        try:
            with self._database.writing(removing=True) as db:
                found.append(_delete(db, slug, kind, name))
                raise _Only
        except _Only:
            return found[0]

    def delete(self, slug: str, kind: Doomed, name: str, typed: str) -> Loss:
        """Delete something for good.

        Args:
            slug: of the programme.
            kind: of what goes.
            name: id of a note, name of a person, slug of a session; of a programme anything.
            typed: the name, as somebody typed it to be asked once.

        Raises:
            InputError: something else was typed.
        """
        with self._database.writing(removing=True) as db:
            loss = _delete(db, slug, kind, name)
            if name_key(typed) != name_key(loss.name):
                raise _refusal(typed, loss.name)
        self._leave_nothing()
        return replace(loss, done=True)

    def end(self, slug: str) -> None:
        """Delete a programme whose time is over."""
        with self._database.writing(removing=True) as db:
            _delete(db, slug, Doomed.PROGRAMME, "")
        self._leave_nothing()

    def _leave_nothing(self) -> None:
        self._results.forget_all()
        self._database.forget_what_was_read()
        self._database.leave_nothing()


def _refusal(typed: str, name: str) -> InputError:
    return InputError(
        "",
        Message("“{typed}” is not what has to be typed", {"typed": typed}),
        Message("Type “{name}”, if it is to be deleted for good", {"name": name}),
    )


def _delete(db: Transaction, slug: str, kind: Doomed, name: str) -> Loss:
    if kind is Doomed.PROGRAMME:
        return _delete_programme(db, Snapshot.load(db, slug))
    at = Snapshot.to_change(db, slug)
    deleted = {Doomed.NOTE: _delete_note, Doomed.PERSON: _delete_person, Doomed.SESSION: _delete_session}[kind]
    loss = deleted(db, at, name)
    findings.remove(db, at.id)
    jobs.forget(db, at.id, {PLAN})
    edits.forget_labels(db, at.id)
    rows.remove_waiting(db, at.id)
    search.sweep(db)
    action, thing = _WRITTEN_DOWN[kind]
    journal.write(db, at.id, action, Thing(thing))
    return loss


def _delete_programme(db: Transaction, at: Snapshot) -> Loss:
    loss = Loss(
        Doomed.PROGRAMME,
        at.row.name,
        files=len(rows.file_ids(db, at.id)),
        sessions=len(at.session_rows),
        publications=published.count(db, at.id),
        shared=len(library.every_share(db, at.id)),
        notes=_sum(at, "notes"),
        turns=_sum(at, "turns"),
        descriptors=_sum(at, "descriptors"),
        ratings=_sum(at, "ratings"),
        rosters=_sum(at, "people"),
    )
    rows.remove_waiting(db, at.id)
    vectors.remove(db, rows.every_text(db, at.id))
    rows.remove_programme(db, at.id)
    search.sweep(db)
    journal.write(db, None, Action.PROGRAMME_DELETED, Thing(ThingKind.PROGRAMME))
    return loss


def _sum(at: Snapshot, counted: str) -> int:
    return sum(file.counts.get(counted, 0) for file in at.files)


def _delete_session(db: Transaction, at: Snapshot, slug: str) -> Loss:
    session = at.session_row(slug)
    file = at.file(session.file_id)
    hide = hide_words([_as_note(session.title), _as_note(file.filename)], fewest=1)
    gone = published.remove_telling(db, at.id, hide)
    entries.forget_names(db, at.id, [session.title, file.filename])
    said = rows.remove_form(db, file.id)
    files.remove(db, at.id, file.id)
    counts = file.counts
    return Loss(
        Doomed.SESSION, session.title, turns=counts.get("turns", 0), files=1, sessions=1, said=said, publications=gone
    )


def _delete_note(db: Transaction, at: Snapshot, note_id: str) -> Loss:
    """Delete a note with every copy of its words in the programme."""
    note = rows.note(db, at.id, note_id) or _by_words(db, at.id, note_id)
    key = text_key(note.text)
    gone = rows.places(db, at.id, units, lambda row: text_key(row.text) == key)
    copies = [_as_note(text) for text in {note.text, *rows.texts_of(db, units, gone)}]
    hide = hide_words(copies)
    rows.remove(db, units, gone)
    vectors.remove(db, {copy.text for copy in copies})
    proposals.remove_made_of(db, at.id, {key})
    erase.forget_key(db, at.id, key)
    memos.remove_about(db, at.id, key)
    changed = list(erase.rewrite(db, at.id, hide, WORDS_OF_OTHERS))
    return Loss(
        Doomed.NOTE,
        " ".join(note.text.split()[:FIRST_WORDS]),
        notes=len(gone),
        files=len({file_id for file_id, _ in gone}),
        mentions=len(changed),
        originals=_drop_originals(db, at.id, {file_id for file_id, _ in gone}, hide),
        publications=published.remove_telling(db, at.id, hide),
    )


def _by_words(db: Transaction, programme_id: int, words: str) -> Unit:
    """Return the one note of which these are the words, or that has them.

    Raises:
        NotFound: there is none, or there are several.
    """
    wanted = wording(words)
    held = {
        text_key(note.text): note for note in rows.notes(db, programme_id) if wanted and wanted in wording(note.text)
    }
    same = held.get(text_key(words))
    if same is None and len(held) != 1:
        raise NotFound("note", words)
    return same or next(iter(held.values()))


def _delete_person(db: Transaction, at: Snapshot, name: str) -> Loss:
    listed = merge_people([*at.rosters.values(), as_called(rows.everybody(db, at.id), at.spelling)])
    said = [each.identity for each in at.identities]
    known = rows.labels(db, at.id)
    them = Somebody.of(name, listed, known, said, (*at.outline.teams, *at.outline.elements))
    gone = {
        units: rows.places(db, at.id, units, lambda row: them.is_them(row.attributes.get("participant"))),
        ratings: rows.places(db, at.id, ratings, lambda row: them.is_them(row.participant)),
        turns: rows.places(db, at.id, turns, lambda row: them.is_them(row.speaker)),
        people: rows.places(db, at.id, people, lambda row: them.is_them(row.name)),
    }
    texts = rows.texts_of(db, units, gone[units])
    vectors.remove(db, texts)
    proposals.remove_made_of(db, at.id, set(map(text_key, texts)))
    for table, own in gone.items():
        rows.remove(db, table, own)
    about = rows.remove_said(db, at.id, them.is_them) + _forget_what_they_are_called(db, at, them)
    entries.forget_names(db, at.id, sorted(them.spellings))
    changed = list(erase.rewrite(db, at.id, them.hide))
    rows.rename_addresses(db, at.id, them.hide)
    touched = {file_id for own in gone.values() for file_id, _ in own}
    loss = Loss(
        Doomed.PERSON,
        them.name,
        notes=len(gone[units]),
        turns=len(gone[turns]),
        ratings=len(gone[ratings]),
        files=len(touched),
        sessions=len({file_id for file_id, _ in gone[turns]}),
        rosters=len(gone[people]),
        said=about,
        mentions=len(changed),
        originals=_drop_originals(db, at.id, touched | _files_of(changed), them.hide),
        publications=published.remove_telling(db, at.id, them.hide),
    )
    _after(db, changed)
    if loss.is_nothing:
        raise NotFound("person", name)
    return loss


def _forget_what_they_are_called(db: Transaction, at: Snapshot, them: Somebody) -> int:
    said = at.outline.names.said
    kept = tuple(
        each for each in said if each.kind is not NameKind.PERSON or not any(map(them.is_them, each.spellings))
    )
    if len(kept) < len(said):
        names.keep(db, at.id, replace(at.outline.names, said=kept))
    return len(said) - len(kept)


def _drop_originals(db: Transaction, programme_id: int, touched: Iterable[int], hide: Callable[[str], str]) -> int:
    """Drop the bytes of files from which something was taken, and of others that hold it; return of how many."""
    touched, dropped = set(touched), 0
    for file_id, content in rows.originals(db, programme_id):
        if file_id in touched or holds(content, hide):
            rows.drop_original(db, file_id, files.hash_of(token_hex(32).encode()))
            dropped += 1
    for file_id in touched:
        rows.count_again(db, file_id)
    return dropped


def _files_of(changed: Iterable[Changed]) -> set[int]:
    """Return the files whose rows changed."""
    return {
        each.row["file_id"] for each in changed if each.table in {"units", "turns", "descriptors", "ratings", "people"}
    }


def _after(db: Transaction, changed: Iterable[Changed]) -> None:
    """Let rows be found by the words that they have now, and forget the vectors of those that they had."""
    again: dict[int, list[tuple[int, str]]] = {}
    before = set[str]()
    written = {table.name: column for table, column in rows.WRITTEN.items()}
    for each in changed:
        if each.table in written:
            again.setdefault(each.row["file_id"], []).append((each.row["position"], each.row[written[each.table]]))
            before.add(each.before.get(written[each.table], ""))
    erase.find_again(db, again)
    vectors.remove(db, before)


def _as_note(text: str) -> Unit:
    return Unit("", text, "und", "", 0, 0, 0)
