"""What facilitators wrote about readings, notes, sessions and actions, as memos of a project."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from nlp.documents.refi.project import Memo, Project, QdaCode, TextSource
from service.exports.refi.guids import Guids
from service.memos.types import Memo as Written
from service.memos.types import Subject
from service.presentation.i18n import Language
from service.presentation.memos.memos import called

Held = Mapping[str, Sequence[str]]
"""GUID of a code or a stretch of text -> GUIDs of its memos."""


def with_memos(
    project: Project,
    written: Iterable[Written],
    guids: Guids,
    spoken: Language,
    mask: Callable[[str], str],
    *,
    names: bool = False,
) -> Project:
    """Return a project with memos: at their code or their stretch of text, else about the whole.

    Args:
        project: without them.
        written: with what they are about as it is now.
        guids: of the project.
        spoken: language of what is said beside them.
        mask: hides people in a text.
        names: whether it is told who wrote.
    """
    held: dict[str, list[str]] = defaultdict(list)
    memos = []
    for each in written:
        guid = guids.of("memo", each.number)
        about = mask(called(each, spoken).striptags())
        memos.append(Memo(guid, about, mask(_text(each, spoken, names=names))))
        if each.now and each.about.kind is Subject.READING:
            held[guids.of("reading", each.now.id)].append(guid)
        if each.now and each.about.kind is Subject.NOTE:
            held[guids.of("selection", each.now.note)].append(guid)
    return replace(
        project,
        codes=tuple(_code(each, held) for each in project.codes),
        sources=tuple(_source(each, held) for each in project.sources),
        memos=(*project.memos, *memos),
    )


def _text(memo: Written, spoken: Language, *, names: bool) -> str:
    told = []
    for each in memo.said:
        day = spoken.date(each.made.date().isoformat())
        told.append(f"{each.who}, {day}: {each.text}" if names and each.who else f"{day}: {each.text}")
    return "\n\n".join(told)


def _code(code: QdaCode, held: Held) -> QdaCode:
    below = tuple(_code(each, held) for each in code.codes)
    return replace(code, memos=tuple(held.get(code.guid, ())), codes=below)


def _source(source: TextSource, held: Held) -> TextSource:
    selections = tuple(replace(each, memos=tuple(held.get(each.guid, ()))) for each in source.selections)
    return replace(source, selections=selections)
