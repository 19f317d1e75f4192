"""What programmes share: marked, changed and taken back by those who facilitate them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from secrets import token_hex

from nlp.errors import InputError
from nlp.messages import Message
from nlp.text.words import wording
from service.analyses.findings import Findings, FindingsOf
from service.errors import NotFound
from service.journal import journal, things
from service.journal.types import Action
from service.library.checked import checked
from service.library.things import proposed, share_of, thing_of
from service.library.types import MOST_SHARED, LibraryEntry, LibraryKind, Share, SharedThing, SharedWords
from service.presentation.masking.headlines import nameless
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, programmes
from service.store.actions import actions
from service.store.library import entries

FEWEST_WORDS = 3
WITHOUT_IT = Message("Say it without the name, or tick that it is nobody's name here")
IN_OWN_WORDS = Message("Say it in words of your own, or tick that whoever wrote them agrees")


class Unsure(InputError):
    """Words that are shared only when somebody has looked at them again: a name or somebody's own words are in them."""


class Shares:
    """What the programmes of an installation share. Methods raise `NotFound` for what is not there."""

    def __init__(self, database: Database, findings: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock

    def every(self, slug: str) -> tuple[Share, ...]:
        """Return what a programme shares, oldest first."""
        with self._database.reading() as db:
            return entries.every_share(db, programmes.find(db, slug).id)

    def get(self, slug: str, entry: str) -> Share:
        """Return one entry of a programme."""
        return _one(self.every(slug), entry)

    def look(
        self, slug: str, kind: LibraryKind, id_: str, element: str, spoken: str = "en"
    ) -> tuple[SharedThing, SharedWords, Share | None]:
        """Return something that can be shared, the words that are offered for it, and what is shared of it already.

        Args:
            slug: of the programme.
            kind: what it is.
            id_: of a reading; `text_key` of a descriptor; the code of an action.
            element: slug of the element of a reading or a descriptor.
            spoken: language of who shares it.

        Raises:
            NotMadeYet: the readings are still being worked out.
        """
        found = self._findings.of(slug)
        with self._database.reading() as db:
            own = actions.every(db, found.at.id) if kind is LibraryKind.ACTION else ()
            shared = entries.every_share(db, found.at.id)
        thing = thing_of(found, kind, id_, element, own)
        return thing, proposed(found, thing, own, spoken), share_of(found, shared, thing)

    def caution(self, slug: str, said: SharedWords) -> InputError | None:
        """Return what would be asked of whoever shares these words as they are, None for nothing."""
        try:
            _allowed(self._findings.of(slug), said, sure=False)
        except InputError as error:
            return error
        return None

    def share(self, slug: str, id_: str, element: str, said: SharedWords, *, sure: bool = False) -> Share:
        """Put something into the library; what is there of it already is changed.

        Args:
            slug: of the programme.
            id_: of a reading; `text_key` of a descriptor; the code of an action.
            element: slug of the element of a reading or a descriptor.
            said: all that is shared.
            sure: whether somebody has seen that a name, or the words of a note, stand in it.

        Raises:
            InputError: there are no words, or something is too long.
            Unsure: a name of the roster, or the words of a note, stand in it.
            NotMadeYet: the readings are still being worked out.
        """
        found = self._findings.of(slug)
        words = _allowed(found, said, sure=sure)
        thing, _, before = self.look(slug, said.kind, id_, element)
        if before is not None:
            return self.change(slug, before.entry.id, words, sure=True)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            if len(entries.every_share(db, at.id)) >= MOST_SHARED:
                problem = Message("a programme shares at most {most} things", {"most": MOST_SHARED})
                raise InputError("", problem, Message("Take back those that nobody needs any more"))
            made = Share(LibraryEntry(token_hex(16), 1, self._clock(), words), thing)
            entries.add(db, at.id, made)
            _write(db, at, Action.LIBRARY_SHARED, made.entry.id)
            return made

    def change(self, slug: str, entry: str, said: SharedWords, *, sure: bool = False) -> Share:
        """Share an entry in other words, as its next version; what it was made of stays.

        Raises:
            InputError: as `share`.
        """
        words = _allowed(self._findings.of(slug), said, sure=sure)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            before = _one(entries.every_share(db, at.id), entry)
            words = replace(words, kind=before.entry.said.kind)
            if words == before.entry.said:
                return before
            made = LibraryEntry(entry, before.entry.version + 1, self._clock(), words)
            entries.change(db, at.id, made)
            _write(db, at, Action.LIBRARY_CHANGED, entry)
            return replace(before, entry=made)

    def take_back(self, slug: str, entry: str) -> None:
        """Take an entry out of the library; it does not come again with a file, and its words are kept nowhere here."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            _one(entries.every_share(db, at.id), entry)
            entries.take_back(db, at.id, entry, self._clock())
            _write(db, at, Action.LIBRARY_TAKEN_BACK, entry)


def _allowed(found: Findings, said: SharedWords, *, sure: bool) -> SharedWords:
    """Return what may be shared; who is `sure` has seen whose name or words stand in it."""
    words = checked(said)
    if sure:
        return words
    outline = found.at.outline
    people = nameless(found.at.people, (*outline.teams, *outline.elements))
    for text in (words.words, words.came_of):
        if people.hide_names(text) != text:
            raise Unsure("", Message("a name of your roster stands in “{words}”", {"words": text}), WITHOUT_IT)
    if words.kind is LibraryKind.READING and _is_of_a_note(found, words.words):
        raise Unsure("", Message("somebody wrote just these words in a note"), IN_OWN_WORDS)
    return words


def _is_of_a_note(found: Findings, words: str) -> bool:
    own = wording(words)
    if len(own.split()) < FEWEST_WORDS:
        return False
    longest = max(own.split(), key=len)
    having = (unit.text for unit in found.written() if longest in unit.text.casefold())
    return any(f" {own} " in f" {wording(text)} " for text in having)


def _one(shares: tuple[Share, ...], entry: str) -> Share:
    found = next((each for each in shares if each.entry.id == entry), None)
    if found is None:
        raise NotFound("entry", entry)
    return found


def _write(db: Transaction, at: Snapshot, action: Action, entry: str) -> None:
    journal.write(db, at.id, action, things.library_entry(entry))
