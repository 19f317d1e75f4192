"""What a rubric begins with: the example, the descriptors of a team, or nothing but elements and levels."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nlp.documents.types import Descriptor
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.rubrics.level_orders import levels_in_order
from nlp.rubrics.versions import newest
from service.names.types import NameKind
from service.rubrics.example import LANGUAGES, example
from service.rubrics.log import Log
from service.rubrics.types import Did, RubricStep, in_lines

USUAL_LANGUAGE = "en"


class RubricStart(StrEnum):
    """What a rubric begins with."""

    EMPTY = "empty"
    EXAMPLE = "example"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Beginning:
    """The beginning of a rubric.

    Attributes:
        start: what it begins with.
        of: language of the example, or the team whose descriptors it begins with.
    """

    start: RubricStart = RubricStart.EMPTY
    of: str = ""


@dataclass(frozen=True, slots=True)
class Beginner:
    """Levels, the best first, and what stands in the cells: element, level, text."""

    levels: tuple[str, ...]
    cells: tuple[tuple[str, str, str], ...]
    elements: tuple[str, ...]

    def steps(self, log: Log, team: str) -> Iterator[RubricStep]:
        """Yield the steps that a rubric begins with; elements that rubrics know already are not added again."""
        yield RubricStep(0, Did.STARTED, team, others=self.levels)
        spelled = {element: _as_known(log, element) for element in self.elements}
        for element in dict.fromkeys(spelled.values()):
            if element in log.state.retired:
                yield RubricStep(0, Did.RESTORED, element=element)
            elif element not in log.state.elements:
                yield RubricStep(0, Did.ADDED, element=element)
        for element, level, text in self.cells:
            yield RubricStep(0, Did.WROTE, team, spelled[element], level, text)


def begin(log: Log, beginning: Beginning, descriptors: Sequence[Descriptor]) -> Beginner:
    """Return what a rubric begins with.

    Args:
        log: of all rubrics.
        beginning: as somebody chose it.
        descriptors: of the rubrics on file.

    Raises:
        InputError: there is no example in that language, or the team has no descriptors.
    """
    match beginning.start:
        case RubricStart.EXAMPLE:
            return _of_example(log, beginning.of or USUAL_LANGUAGE)
        case RubricStart.TEAM:
            return _of_team(log, log.at.spelling.team(beginning.of), descriptors)
        case RubricStart.EMPTY:
            levels = log.at.outline.levels or example(USUAL_LANGUAGE).levels
            return Beginner(levels, (), () if log.state.elements else log.at.outline.elements)


def _of_example(log: Log, language: str) -> Beginner:
    if language not in LANGUAGES:
        raise InputError("", Message("there is no example in this language"), Message("Choose another one"))
    given = example(language)
    there = {name_key(level): level for level in log.at.outline.levels}
    known = [
        next((there[name_key(name)] for name in names if name_key(name) in there), own)
        for own, names in zip(given.levels, given.known_levels, strict=True)
    ]
    named = [(_known_as(log, each.names, each.name), each.texts) for each in given.elements]
    cells = [(name, level, text) for name, texts in named for level, text in zip(known, texts, strict=True)]
    return Beginner(tuple(known), tuple(cells), tuple(name for name, _ in named))


def _of_team(log: Log, team: str, descriptors: Sequence[Descriptor]) -> Beginner:
    if team in log.state.levels:
        own = log.state.cells_of(team)
        written = tuple((each.element, each.level, each.text) for each in own if each.text)
        return Beginner(log.state.levels[team], written, tuple(log.state.elements))
    on_file = [each for each in newest(descriptors) if each.team == team]
    if not on_file:
        problem = Message("“{team}” has no rubric yet", {"team": team})
        raise InputError("", problem, Message("Choose another beginning"))
    cells: dict[tuple[str, str], list[str]] = {}
    for each in on_file:
        cells.setdefault((each.element, each.level), []).append(each.text)
    elements = tuple(dict.fromkeys(each.element for each in on_file))
    return Beginner(
        tuple(levels_in_order(on_file)), tuple((*place, in_lines(texts)) for place, texts in cells.items()), elements
    )


def _known_as(log: Log, names: Iterable[str], own: str) -> str:
    """Return under which of its names in several languages rubrics or files know an element, else its own name."""
    there = {name_key(each): each for each in (*log.at.outline.elements, *log.state.elements)}
    spelled = (log.at.outline.names.of(NameKind.ELEMENT, name).name for name in names)
    return next((there[name_key(name)] for name in spelled if name_key(name) in there), own)


def _as_known(log: Log, element: str) -> str:
    """Return an element as rubrics write it."""
    keys = log.at.outline.names.of(NameKind.ELEMENT, element).keys
    return next((each for each in (*log.state.elements, *log.state.retired) if name_key(each) in keys), element)
