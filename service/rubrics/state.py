"""Rubrics as they are after some steps: what was done is gone through, so that any state can be had again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from service.names.spelling import Spelling
from service.rubrics.types import Did, RubricCell, RubricStep, descriptors_of, in_lines

Place = tuple[str, str, str]
"""Team, element, level."""


@dataclass(slots=True)
class State:
    """The rubrics of a programme at one moment.

    Attributes:
        elements: in use, in their order.
        retired: those that are not.
        levels: team -> its levels, the best first.
        cells: what is written, those of retired elements too.
    """

    elements: list[str] = field(default_factory=list)
    retired: list[str] = field(default_factory=list)
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cells: dict[Place, RubricCell] = field(default_factory=dict)

    def cells_of(self, team: str) -> tuple[RubricCell, ...]:
        """Return the cells of a team, of all elements in use and all of its levels."""
        return tuple(
            self.cells.get((team, element, level), RubricCell(element, level))
            for element in self.elements
            for level in self.levels.get(team, ())
        )

    def texts_of(self, team: str) -> Mapping[tuple[str, str], str]:
        """Return element and level -> what a team writes there, without empty cells."""
        return {(cell.element, cell.level): cell.text for cell in self.cells_of(team) if cell.text}


def state_of(steps: Iterable[RubricStep]) -> State:
    """Return what the rubrics are after these steps."""
    state = State()
    for step in steps:
        take(state, step)
    return state


def take(state: State, step: RubricStep) -> None:
    """Take a step."""
    _TAKES[step.did](state, step)


def catching_up(state: State, spelling: Spelling) -> Iterator[RubricStep]:
    """Yield the steps that elements have taken elsewhere, where somebody renamed or joined names; takes them too."""
    for name in (*state.elements, *state.retired):
        called = spelling.element(name)
        if called != name:
            is_there = called in state.elements or called in state.retired
            step = RubricStep(0, Did.MERGED if is_there else Did.RENAMED, element=name, others=(called,))
            take(state, step)
            yield step


def _start(state: State, step: RubricStep) -> None:
    state.levels.setdefault(step.team, step.others)


def _write(state: State, step: RubricStep) -> None:
    state.cells[step.team, step.element, step.level] = RubricCell(step.element, step.level, step.text, step.number)


def _keep(state: State, step: RubricStep) -> None:
    """A version changes nothing."""


def _add(state: State, step: RubricStep) -> None:
    if step.element not in state.elements:
        state.elements.append(step.element)


def _rename(state: State, step: RubricStep) -> None:
    _replace(state, step.element, step.others)
    _move(state, step)


def _merge(state: State, step: RubricStep) -> None:
    _replace(state, step.element, ())
    _move(state, step)


def _split(state: State, step: RubricStep) -> None:
    _replace(state, step.element, step.others)
    own = {place: cell for place, cell in state.cells.items() if place[1] == step.element}
    for part in step.others:
        if part != step.element:
            _put(state, own, part, step.number)
    if step.element not in step.others:
        state.retired.append(step.element)


def _retire(state: State, step: RubricStep) -> None:
    _replace(state, step.element, ())
    state.retired.append(step.element)


def _restore(state: State, step: RubricStep) -> None:
    if step.element in state.retired:
        state.retired.remove(step.element)
        state.elements.append(step.element)


def _replace(state: State, element: str, others: tuple[str, ...]) -> None:
    """Put elements in the place of one, in use or retired."""
    for names in (state.elements, state.retired):
        if element in names:
            at = names.index(element)
            names[at : at + 1] = [each for each in others if each == element or each not in names]


def _move(state: State, step: RubricStep) -> None:
    """Give the cells of an element to the one that it became."""
    (into,) = step.others
    own = {place: state.cells.pop(place) for place in list(state.cells) if place[1] == step.element}
    _put(state, own, into, step.number)


def _put(state: State, own: Mapping[Place, RubricCell], into: str, number: int) -> None:
    for (team, _, level), cell in own.items():
        there = state.cells.get((team, into, level))
        text = in_lines([*there.descriptors, *descriptors_of(cell.text)]) if there else cell.text
        state.cells[team, into, level] = RubricCell(into, level, text, number if there else cell.step)


_TAKES: Mapping[Did, Callable[[State, RubricStep], None]] = {
    Did.STARTED: _start,
    Did.WROTE: _write,
    Did.KEPT: _keep,
    Did.ADDED: _add,
    Did.RENAMED: _rename,
    Did.MERGED: _merge,
    Did.SPLIT: _split,
    Did.RETIRED: _retire,
    Did.RESTORED: _restore,
}
