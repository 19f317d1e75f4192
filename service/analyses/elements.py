"""Elements that are made once: what was found in the same notes is found again, whatever the element is called."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from nlp.documents.types import Unit
from nlp.readings.build_readings import reading_id
from nlp.readings.drift import ElementDrift
from nlp.readings.types import ElementReadings, Reading
from service.programmes.snapshot import Snapshot
from service.serialisation import dumps, loads
from service.store import Database, findings
from service.store.findings import Part, Question

Element = TypeVar("Element", ElementReadings, ElementDrift)


class Elements:
    """The elements of one answer while it is made.

    Attributes:
        inputs: element -> hash of what went into it, of those that were asked for.
    """

    def __init__(
        self, database: Database, at: Snapshot, question: Question, keep: Callable[[Part], None] | None = None
    ) -> None:
        self._database = database
        self._at = at
        self._question = question
        self._keep = keep
        self.inputs: dict[str, str] = {}

    def once(self, kind: type[Element], name: str, made_of: Sequence[str], make: Callable[[], Element]) -> Element:
        """Return an element, made only if nothing is stored that was made of the same.

        Args:
            kind: of the element.
            name: what it is called now.
            made_of: all that goes into it, but its name, the model and the program.
            make: makes it.
        """
        inputs = self.inputs[name] = self._hash(made_of)
        found = self.find(kind, name, inputs)
        if found is None:
            found = make()
            if self._keep:
                self._keep(Part(name, dumps(found), inputs))
        return found

    def known(self, kind: type[Element], name: str, made_of: Sequence[str]) -> Element | None:
        """Return an element that is stored, made of the same as it would be made of now; None if there is none."""
        inputs = self.inputs[name] = self._hash(made_of)
        return self.find(kind, name, inputs)

    def find(self, kind: type[Element], name: str, inputs: str) -> Element | None:
        """Return the element that was made of some inputs, under its name of now; None if nothing is stored."""
        with self._database.reading() as db:
            text = findings.find_part(db, self._at.id, inputs)
        try:
            found = None if text is None else loads(kind, text)
        except ValueError:
            return None
        return renamed(found, name) if isinstance(found, ElementReadings) else found

    def _hash(self, made_of: Sequence[str]) -> str:
        hashed = sha256(f"{self._question.kind}\n{self._question.model}\n{self._question.version}".encode())
        for text in made_of:
            hashed.update(f"\n{len(text)} {text}".encode())
        return hashed.hexdigest()


def notes_as_text(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return all that is known of the notes of an element but its name, in an order that only they decide."""
    return tuple(sorted(dumps(replace(unit, element=None)) for unit in units))


def nameless_text(element: ElementReadings) -> str:
    """Return all that is known of an element but its name."""
    return dumps(renamed(element, ""))


def renamed(element: ElementReadings, name: str) -> ElementReadings:
    """Return an element under another name; its readings have the ids that they would have had under it."""
    if element.element == name:
        return element
    before, after = reading_id(element.element, ""), reading_id(name, "")

    def called(old: str) -> str:
        return after + old.removeprefix(before) if old.startswith(before) else old

    def reading(one: Reading) -> Reading:
        units = tuple(replace(each, element=name, also=tuple(map(called, each.also))) for each in one.units)
        return replace(one, id=called(one.id), units=units)

    return replace(
        element,
        element=name,
        readings=tuple(map(reading, element.readings)),
        alone=tuple(replace(unit, element=name) for unit in element.alone),
    )
