"""Rubrics that are written here: a cell beside what others say, its history, and what changed in elements."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from nlp.messages import Message, msgid
from nlp.names import name_key
from service.moments import in_utc
from service.presentation.i18n import Language, language_of
from service.presentation.messages import say
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import name
from service.rubrics.texts import SOMEBODY
from service.rubrics.types import Beside, Did, RubricCell, RubricStep, WrittenRubric

Gloss = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SaidBeside:
    """A descriptor of another team; `gloss` its words in the reader's language, where these were asked for."""

    text: str
    code: str
    gloss: Gloss = ()


@dataclass(frozen=True)
class OtherCell:
    """What another team says, at the level that it calls so; `told` says that this is a file, not written here."""

    mark: Mark
    level: str
    descriptors: tuple[SaidBeside, ...]
    from_file: bool


@dataclass(frozen=True)
class PastStep:
    """One thing that was done: in words, when, the text of a cell since, and why."""

    words: Markup
    when: str
    text: str
    why: str


@dataclass(frozen=True)
class LevelView:
    """One cell with what stands beside it; `text` is what the field shows."""

    level: str
    before: str
    text: str
    others: tuple[OtherCell, ...]
    past: tuple[PastStep, ...]
    problem: Markup | None = None
    meanwhile: str | None = None


@dataclass(frozen=True)
class Typed:
    """What somebody wrote in a cell and could not be kept; `meanwhile` whether somebody else wrote there."""

    level: str
    text: str
    problem: Markup
    meanwhile: bool = False


@dataclass(frozen=True)
class ElementView:
    """The cells of an element of one rubric, the best level first."""

    levels: tuple[LevelView, ...]
    foreign: bool = field(default=False)


def element_view(
    cells: Sequence[RubricCell],
    beside: Sequence[Beside],
    past: Sequence[RubricStep],
    marks: Marks,
    language: Language,
    gloss: Callable[[str], Gloss] | None = None,
    typed: Typed | None = None,
) -> ElementView:
    """Turn the cells of an element into what their page shows.

    Args:
        cells: of one team, the best level first.
        beside: what other teams say of the element.
        past: what was done with the cells, newest first.
        marks: of the teams.
        language: of the reader.
        gloss: gives the words of a text in the reader's language; None where nobody asked for them.
        typed: what somebody just wrote and could not be kept.
    """
    levels = tuple(
        _level(cell, _others(cells, at, beside, marks, language, gloss), past, language, typed)
        for at, cell in enumerate(cells)
    )
    texts = (each for row in levels for other in row.others for each in other.descriptors)
    return ElementView(levels, foreign=any(each.code != language.code for each in texts))


def past_steps(steps: Sequence[RubricStep], language: Language) -> tuple[PastStep, ...]:
    """Turn steps into sentences, in their order."""
    return tuple(
        PastStep(say(_words(each), language), language.date(in_utc(each.time)), _text(each), each.why) for each in steps
    )


def state_words(rubric: WrittenRubric, language: Language) -> Markup:
    """Return how far a rubric is, in one sentence."""
    filled = sum(bool(cell.text) for cell in rubric.cells)
    if not filled:
        return language.gettext("Nothing is written yet.")
    said = language.ngettext(
        "{n} cell of {of} is written.", "{n} cells of {of} are written.", filled, of=len(rubric.cells)
    )
    if not rubric.versions:
        return said + " " + language.gettext("No version is kept yet.")
    last = name(rubric.versions[-1].name)
    if not rubric.changed:
        return said + " " + language.gettext("Version {version} is as it stands here.", version=last)
    changed = language.ngettext(
        "{n} cell has changed since version {version}.",
        "{n} cells have changed since version {version}.",
        rubric.changed,
        version=last,
    )
    return said + " " + changed


def _level(
    cell: RubricCell, others: tuple[OtherCell, ...], past: Sequence[RubricStep], language: Language, typed: Typed | None
) -> LevelView:
    own = [each for each in past if not each.level or name_key(each.level) == name_key(cell.level)]
    view = LevelView(cell.level, cell.text, cell.text, others, past_steps(own, language))
    if typed is None or name_key(typed.level) != name_key(cell.level):
        return view
    return LevelView(
        cell.level, cell.text, typed.text, others, view.past, typed.problem, cell.text if typed.meanwhile else None
    )


def _others(
    cells: Sequence[RubricCell],
    at: int,
    beside: Sequence[Beside],
    marks: Marks,
    language: Language,
    gloss: Callable[[str], Gloss] | None,
) -> tuple[OtherCell, ...]:
    """Return what others say at the same level: of the same name, else in the same place of as many."""
    found = []
    for each in beside:
        names = {name_key(level): place for place, (level, _) in enumerate(each.levels)}
        own = {name_key(cell.level) for cell in cells}
        same = names.get(name_key(cells[at].level))
        place = at if same is None and len(each.levels) == len(cells) and not own & names.keys() else same
        if place is not None and each.levels[place][1]:
            level, texts = each.levels[place]
            said = tuple(_said(text, language, gloss) for text in texts)
            found.append(OtherCell(marks.of(each.team), level, said, each.from_file))
    return tuple(found)


def _said(text: str, language: Language, gloss: Callable[[str], Gloss] | None) -> SaidBeside:
    code = language_of(text)
    return SaidBeside(text, code, gloss(text) if gloss and code != language.code else ())


_WORDS: Mapping[Did, str] = {
    Did.STARTED: msgid("{who} began the rubric of {after}."),
    Did.WROTE: msgid("{who} wrote in this cell."),
    Did.KEPT: msgid("{who} kept version {after}."),
    Did.ADDED: msgid("{who} added “{name}”."),
    Did.RENAMED: msgid("{who} renamed “{before}” to “{after}”."),
    Did.MERGED: msgid("{who} made “{before}” a part of “{after}”."),
    Did.SPLIT: msgid("{who} split “{before}” into {after}."),
    Did.RETIRED: msgid("{who} took “{name}” out of use."),
    Did.RESTORED: msgid("{who} took “{name}” into use again."),
}


def _words(step: RubricStep) -> Message:
    after = {Did.STARTED: step.team, Did.KEPT: step.text}.get(step.did, ", ".join(step.others))
    places = {"who": step.who or SOMEBODY, "name": step.element, "before": step.element, "after": after}
    return Message(_WORDS[step.did], places)


def _text(step: RubricStep) -> str:
    return step.text if step.did is Did.WROTE else ""
