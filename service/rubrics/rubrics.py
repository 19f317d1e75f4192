"""Rubrics that teams write here: begun, written cell by cell, kept as versions that become files of the programme."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from nlp.documents.types import Descriptor
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.rubrics.level_orders import levels_in_order
from nlp.rubrics.versions import newest
from service.analyses.findings import Findings, FindingsOf
from service.annotations.edits_file import short_name
from service.intake import written
from service.journal import journal, things
from service.journal.types import Action, Details
from service.names.slugs import slugify
from service.programmes.snapshot import Snapshot
from service.rubrics.beginnings import Beginning, begin
from service.rubrics.log import Log
from service.rubrics.state import state_of
from service.rubrics.texts import as_written, overtaken, reason
from service.rubrics.types import (
    MOST_RUBRICS,
    Beside,
    Did,
    ElementOfRubrics,
    RubricCell,
    RubricStep,
    WrittenRubric,
)
from service.store import Database, Transaction
from service.store.rubrics import steps as store

Levels = tuple[tuple[str, tuple[str, ...]], ...]
COLUMNS = ("element", "level", "descriptor", "team", "version")


class Rubrics:
    """The rubrics of all programmes that are written here.

    Teams and elements are known by their names, or by their names in addresses. Methods raise `NotFound` for what is
    not there.
    """

    def __init__(self, database: Database, findings: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock

    def every(self, slug: str) -> tuple[WrittenRubric, ...]:
        """Return the rubrics of a programme, in the order of its teams."""
        log = self._log(slug)
        return tuple(map(log.rubric, log.teams))

    def get(self, slug: str, team: str) -> WrittenRubric:
        """Return the rubric of a team."""
        log = self._log(slug)
        return log.rubric(log.team(team))

    def cells(self, slug: str, team: str, element: str) -> tuple[RubricCell, ...]:
        """Return the cells of an element in a team's rubric, the best level first."""
        log = self._log(slug)
        return log.rubric(log.team(team)).of(log.element(element))

    def cell(self, slug: str, team: str, element: str, level: str) -> RubricCell:
        """Return one cell; `InputError` if the rubric has no such level."""
        log = self._log(slug)
        return _cell(log, log.team(team), log.element(element), level)

    def elements(self, slug: str) -> tuple[ElementOfRubrics, ...]:
        """Return the elements that rubrics share, those in use first."""
        return self._log(slug).elements

    def history(self, slug: str, team: str, element: str = "") -> tuple[RubricStep, ...]:
        """Return what was done in a team's rubric and with the elements of all, newest first.

        Args:
            slug: of the programme.
            team: whose rubric.
            element: only what made this element what it is, under all names that it had.
        """
        log = self._log(slug)
        return log.history(log.team(team), log.element(element) if element else "")

    def history_of_elements(self, slug: str) -> tuple[RubricStep, ...]:
        """Return what was done with the elements that all share, newest first."""
        return tuple(reversed([each for each in self._log(slug).steps if not each.team]))

    def beside(self, slug: str, team: str, element: str) -> tuple[Beside, ...]:
        """Return what other teams say of an element: as they write it here, else as it stands in their newest file."""
        found, log = self._findings.of(slug), self._log(slug)
        own, name = log.team(team), log.element(element)
        here = [Beside(each, _told(log.rubric(each).of(name))) for each in log.teams if each != own]
        here += [
            Beside(each, told, from_file=True) for each, told in _on_file(found, name).items() if each not in log.teams
        ]
        order = {each: at for at, each in enumerate(found.at.outline.teams)}
        return tuple(sorted(filter(_says, here), key=lambda each: order.get(each.team, len(order))))

    def begin(self, slug: str, team: str, beginning: Beginning = Beginning()) -> WrittenRubric:  # noqa: B008 - it is frozen
        """Begin the rubric of a team; it shares the elements of all rubrics that are there.

        Raises:
            InputError: the team has no name or writes one already, there are too many, or nothing to begin with.
        """
        given, descriptors = short_name(team), self._findings.of(slug).descriptors()
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            log, name = Log.load(db, at), at.spelling.team(given)
            _may_begin(log, name)
            log.add(db, self._clock(), *begin(log, beginning, descriptors).steps(log, name))
            journal.write(db, at.id, Action.RUBRIC_STARTED, things.rubric(name), Details(after=name))
            return log.rubric(name)

    def write(
        self, slug: str, team: str, element: str, level: str, text: str, why: str = "", before: str | None = None
    ) -> RubricCell:
        """Write a cell anew; what it said stays in its history.

        Args:
            slug: of the programme.
            team: whose rubric.
            element: of the cell.
            level: of the cell, as the rubric has it.
            text: a descriptor a line; "" empties it.
            why: a reason for others to read.
            before: what stood there when it was read, so that nobody writes over what they have not seen; None if
                that does not matter.

        Raises:
            InputError: the text or the reason is too long, or the rubric has no such level.
            Stale: somebody else wrote in the cell meanwhile.
        """
        said, reasons = as_written(text), reason(why)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            log = Log.load(db, at)
            own, name = log.team(team), log.element(element)
            there = _cell(log, own, name, level)
            if said == there.text:
                return there
            if before is not None and as_written(before) != there.text:
                raise overtaken(log, own, there)
            log.add(db, self._clock(), RubricStep(0, Did.WROTE, own, name, there.level, said, why=reasons))
            journal.write(db, at.id, Action.DESCRIPTOR_WRITTEN, things.rubric(own, name, level), Details(own, "", name))
            return _cell(log, own, name, level)

    def keep(self, slug: str, team: str, version: str = "", why: str = "") -> WrittenRubric:
        """Keep a rubric as it is now as a version: the file of the team has it then, and all kept before.

        Args:
            slug: of the programme.
            team: whose rubric.
            version: its name; the next number if there is none.
            why: what changed, and why, for others to read.

        Raises:
            InputError: nothing is written, or nothing since the last version, or there is one of that name.
        """
        called, reasons = short_name(version), reason(why)
        descriptors = self._findings.of(slug).descriptors()
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            log = Log.load(db, at)
            own = log.team(team)
            on_file = {each.version for each in descriptors if each.team == own}
            taken = on_file | {each.name for each in log.rubric(own).versions}
            _may_keep(log.rubric(own), called, taken)
            name = called or _next(taken)
            log.add(db, self._clock(), RubricStep(0, Did.KEPT, own, text=name, why=reasons))
            _put(db, log, own, self._clock())
            journal.write(db, at.id, Action.RUBRIC_KEPT, things.rubric(own), Details(own, name))
            return log.rubric(own)

    def remove(self, slug: str, team: str) -> None:
        """Forget all that was written in a team's rubric, with its history; the file of its versions stays."""
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            own = Log.load(db, at).team(team)
            for name in {each.team for each in store.every(db, at.id)} | store.files_of(db, at.id).keys():
                if name and at.spelling.team(name) == own:
                    store.remove(db, at.id, name)
            journal.write(db, at.id, Action.RUBRIC_REMOVED, things.rubric(own), Details(own))

    def _log(self, slug: str) -> Log:
        at = self._findings.of(slug).at
        with self._database.reading() as db:
            return Log.load(db, at)


def _may_begin(log: Log, team: str) -> None:
    if not name_key(team):
        raise InputError("", Message("the name is empty"), Message("Write one"))
    if slugify(team) in {slugify(each) for each in log.teams}:
        problem = Message("“{team}” writes a rubric here already", {"team": team})
        raise InputError("", problem, Message("Go on with that one"))
    if len(log.teams) >= MOST_RUBRICS:
        problem = Message("a programme has {most} rubrics at most", {"most": MOST_RUBRICS})
        raise InputError("", problem, Message("Remove one first"))


def _may_keep(rubric: WrittenRubric, version: str, taken: set[str]) -> None:
    if not any(cell.text for cell in rubric.cells):
        raise InputError("", Message("nothing is written in this rubric yet"), Message("Write a descriptor first"))
    if rubric.versions and not rubric.changed:
        raise InputError("", Message("nothing has changed since the last version"), Message("Change something first"))
    if version and name_key(version) in map(name_key, taken):
        problem = Message("there is a version “{name}” already", {"name": version})
        raise InputError("", problem, Message("Choose another name"))


def _next(taken: set[str]) -> str:
    """Return the number behind those of the versions that are there; one without a name was the first."""
    numbers = [int(each) for each in taken if each.isascii() and each.isdecimal() and len(each) < 9]
    return str(max([len(taken), *numbers]) + 1)


def _cell(log: Log, team: str, element: str, level: str) -> RubricCell:
    """Return a cell; `InputError` if the rubric has no such level."""
    found = [each for each in log.rubric(team).of(element) if name_key(each.level) == name_key(level)]
    if not found:
        problem = Message("the rubric of “{team}” has no level “{level}”", {"team": team, "level": level})
        raise InputError("", problem, Message("Choose one of its levels"))
    return found[0]


def _put(db: Transaction, log: Log, team: str, now: datetime) -> None:
    """Write the file of a team's rubric, all versions that were kept of it."""
    spelled = log.at.spelling.team
    files = {spelled(name): (name, file_id) for name, file_id in store.files_of(db, log.at.id).items()}
    name, file_id = files.get(team, (team, None))
    data = written.as_csv(COLUMNS, _rows(log, team))
    kept = written.put(db, log.at, f"rubric-{slugify(team)}.csv", data, now, file_id)
    store.set_file(db, log.at.id, name, kept)


def _rows(log: Log, team: str) -> Iterator[Mapping[str, str]]:
    for at, step in enumerate(log.steps):
        if step.did is Did.KEPT and step.team == team:
            for cell in state_of(log.steps[:at]).cells_of(team):
                for text in cell.descriptors:
                    yield dict(zip(COLUMNS, (cell.element, cell.level, text, team, step.text), strict=True))


def _told(cells: tuple[RubricCell, ...]) -> Levels:
    return tuple((cell.level, cell.descriptors) for cell in cells)


def _says(beside: Beside) -> bool:
    return any(descriptors for _, descriptors in beside.levels)


def _on_file(found: Findings, element: str) -> dict[str, Levels]:
    """Return team -> levels and descriptors of an element, as its newest version on file has them."""
    teams: dict[str, list[Descriptor]] = {}
    for each in newest(found.descriptors()):
        teams.setdefault(each.team, []).append(each)
    key = name_key(found.at.spelling.element(element))
    return {
        team: tuple(
            (level, tuple(each.text for each in own if name_key(each.element) == key and each.level == level))
            for level in levels_in_order(own)
        )
        for team, own in teams.items()
        if team
    }
