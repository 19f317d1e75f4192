"""Programmes made out of others for a next phase: with what they speak of, without the notes and the records."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from service.annotations.question_choices import in_force
from service.intake.keep import keep
from service.intake.rows import read_file
from service.intake.waiting import ReadFile
from service.journal import journal, things
from service.journal.types import Action, Details
from service.programmes.programmes import add, cleaned
from service.programmes.snapshot import Snapshot
from service.store import Database, Transaction, files, names, programmes
from service.store.privacy import consents
from service.store.questions import choices
from service.types import Kind, Outline, Programme

OF_SESSIONS = "sessions/"


class ProgrammeCopies:
    """Makes programmes out of others."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def make(self, slug: str, name: str, kinds: Collection[Kind] = ()) -> Programme:
        """Make a programme with the teams, elements, levels and names of another one, and return it.

        What people of the rosters agreed to, the questions that facilitators ask themselves, and the model come along.
        Nothing comes of notes, ratings, sessions, answers, people with a place, or how long it is kept. Who makes it
        while signed in is its facilitator.

        Args:
            slug: of the other one.
            name: of the new one.
            kinds: of files that come along: rubrics, rosters, or both.

        Raises:
            NotFound: there is no such programme.
            InputError: the name is empty or too long.
        """
        called = cleaned(name)
        with self._database.reading() as db:
            at = Snapshot.load(db, slug)
            stored = [(file, files.content(db, at.id, file.id)) for file in at.of_kind(*sorted(kinds))]
        brought = [
            ReadFile(
                file.filename,
                file.filename,
                content,
                read_file(file.filename, content, at.outline, file.plan),
                file.plan,
                file.shape,
            )
            for file, content in stored
        ]
        with self._database.writing() as db:
            now, outline = self._clock(), replace(at.outline, reviews=(), names=Outline().names)
            made = add(db, called, at.row.description, outline, now)
            new = Snapshot.to_change(db, made.slug)
            _bring_what_was_said(db, at, new)
            keep(db, new, brought, {}, now)
            of, details = things.programme(made.slug, called), Details(before=at.row.name)
            journal.write(db, new.id, Action.PROGRAMME_COPIED, of, details)
            return Snapshot.load(db, made.slug).programme


def _bring_what_was_said(db: Transaction, at: Snapshot, new: Snapshot) -> None:
    programmes.choose_model(db, new.id, at.row.model)
    names.keep(db, new.id, at.outline.names)
    for row in at.consents:
        if row.file_id is None:
            consents.say(db, new.id, None, row.name, row.consent)
    for choice in in_force(at.questions).values():
        if choice.own and choice.state == "chosen" and not choice.place.startswith(OF_SESSIONS):
            choices.add(db, new.id, replace(choice, past=""))
