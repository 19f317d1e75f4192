"""The elements that rubrics share: added, renamed, merged, split, taken out of use and back.

What an element became is a step of all rubrics, so that its history stays. Where files speak of it too, its names say
the same (`service.names`): notes and ratings of an element are found under its new name, and those of one that went
into another under that one. Of an element that was split nobody can tell which notes mean which part: they stay where
they are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from service.annotations.edits_file import short_name
from service.journal import journal, things
from service.journal.types import Action, Details
from service.names import changes
from service.names.types import NameKind
from service.programmes.snapshot import Snapshot
from service.rubrics.log import Log
from service.rubrics.texts import reason
from service.rubrics.types import MOST_ELEMENTS, Did, ElementOfRubrics, RubricStep
from service.store import Database, Transaction, names
from service.types import Outline

MOST_PARTS = 4


class RubricElements:
    """What becomes of the elements of the rubrics of all programmes; methods return all of them.

    Elements are known by their names, or by their names in addresses. Methods raise `NotFound` for what is not there,
    and `InputError` for a name that is empty, too long or taken.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, slug: str, name: str, why: str = "") -> tuple[ElementOfRubrics, ...]:
        """Add an element to all rubrics."""

        def step(log: Log) -> RubricStep:
            return RubricStep(0, Did.ADDED, element=_new(log, name))

        return self._change(slug, step, why)

    def rename(self, slug: str, element: str, name: str, why: str = "") -> tuple[ElementOfRubrics, ...]:
        """Call an element otherwise everywhere; what it was called still means it."""

        def step(log: Log) -> RubricStep:
            was = log.element(element)
            return RubricStep(0, Did.RENAMED, element=was, others=(_new(log, name, was),))

        return self._change(slug, step, why)

    def merge(self, slug: str, element: str, into: str, why: str = "") -> tuple[ElementOfRubrics, ...]:
        """Let an element be a part of another one: its descriptors, notes and ratings are of that one from now on."""

        def step(log: Log) -> RubricStep:
            one, other = log.element(element), log.element(into)
            if one == other:
                raise InputError("", Message("“{name}” is that already", {"name": one}), Message("Choose another one"))
            return RubricStep(0, Did.MERGED, element=one, others=(other,))

        return self._change(slug, step, why)

    def split(self, slug: str, element: str, parts: Sequence[str], why: str = "") -> tuple[ElementOfRubrics, ...]:
        """Make several elements of one; each begins with all descriptors, and notes and ratings stay where they are.

        Args:
            slug: of the programme.
            element: which of them.
            parts: their names; one may be that of the element itself.
            why: a reason for others to read.
        """

        def step(log: Log) -> RubricStep:
            was = log.element(element)
            given = [short_name(each) for each in parts]
            own = [was if name_key(each) == name_key(was) else _new(log, each) for each in given if name_key(each)]
            different = tuple(dict.fromkeys(own))
            if not 2 <= len({name_key(each) for each in different}) == len(different) <= MOST_PARTS:
                problem = Message("an element is split into 2 to {most} others", {"most": MOST_PARTS})
                raise InputError("", problem, Message("Give each a name of its own"))
            return RubricStep(0, Did.SPLIT, element=was, others=different)

        return self._change(slug, step, why)

    def retire(self, slug: str, element: str, why: str = "") -> tuple[ElementOfRubrics, ...]:
        """Take an element out of use: its descriptors, notes and ratings stay, and no later version has it."""
        return self._change(slug, lambda log: RubricStep(0, Did.RETIRED, element=log.element(element)), why)

    def restore(self, slug: str, element: str, why: str = "") -> tuple[ElementOfRubrics, ...]:
        """Take an element into use again, with its descriptors."""
        return self._change(slug, lambda log: RubricStep(0, Did.RESTORED, element=log.retired(element)), why)

    def _change(self, slug: str, step: Callable[[Log], RubricStep], why: str) -> tuple[ElementOfRubrics, ...]:
        reasons = reason(why)
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            log = Log.load(db, at)
            taken = replace(step(log), why=reasons)
            log.add(db, self._clock(), taken)
            _say(db, at, taken)
            of = things.rubric("", taken.element)
            journal.write(db, at.id, Action.ELEMENT_CHANGED, of, Details(within=taken.element))
            return log.elements


@dataclass(frozen=True, slots=True)
class _Known:
    """Which elements files or names speak of."""

    outline: Outline

    def has(self, element: str) -> bool:
        keys = self.outline.names.of(NameKind.ELEMENT, element).keys
        return any(name_key(each) in keys for each in self.outline.elements)


def _say(db: Transaction, at: Snapshot, step: RubricStep) -> None:
    """Say of names what a step says of elements, as far as files speak of them."""
    known, kind = _Known(at.outline), NameKind.ELEMENT
    if step.did not in (Did.RENAMED, Did.MERGED) or not known.has(step.element):
        return
    (into,) = step.others
    if step.did is Did.MERGED and known.has(into):
        names.keep(db, at.id, changes.join(at.outline, kind, step.element, into))
    else:
        names.keep(db, at.id, changes.rename(at.outline, kind, step.element, into))


def _new(log: Log, name: str, instead: str = "") -> str:
    """Return the name of an element that rubrics do not have yet, or that is another spelling of one."""
    given = short_name(name)
    if not name_key(given):
        raise InputError("", Message("the name is empty"), Message("Write one"))
    if log.knows(given) and not (instead and name_key(given) == name_key(instead)):
        raise InputError(
            "", Message("“{name}” is another one already", {"name": given}), Message("Choose another name")
        )
    if not instead and len(log.state.elements) >= MOST_ELEMENTS:
        problem = Message("rubrics have {most} elements at most", {"most": MOST_ELEMENTS})
        raise InputError("", problem, Message("Merge some, or take some out of use"))
    return given
