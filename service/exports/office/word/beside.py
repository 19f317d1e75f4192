"""Which blocks of a report stand side by side, so that it has few pages."""

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from service.presentation.report.document import (
    Block,
    Chart,
    GroupsChart,
    HistoryChart,
    Paragraph,
    PeopleChart,
    Picture,
    Quotes,
)

Beside = tuple[tuple[Block, ...], ...]
"""Blocks of the left and of the right column."""

PAIRED = (Quotes, GroupsChart, HistoryChart)
MOST_PEOPLE = 24
"""Their bars and what stands beside them fit on a page."""

ROWS_OF_GROUP = 2.2
"""How many people's bars are as high as a group."""


def arranged(blocks: Sequence[Block]) -> Iterator[Block | tuple[Beside, ...]]:
    """Yield blocks in their order: alone, or as rows of two columns."""
    rest = tuple(blocks)
    while rest:
        left, right = _session(rest)
        alike = _alike(rest)
        if right:
            yield ((left, right),)
            rest = rest[len(left) + len(right) :]
        elif _kind(rest[0]) in PAIRED and len(alike) > 1:
            yield tuple((alike[at : at + 1], alike[at + 1 : at + 2]) for at in range(0, len(alike), 2))
            rest = rest[len(alike) :]
        else:
            yield rest[0]
            rest = rest[1:]


def share(rows: Sequence[Beside]) -> float:
    """Return how much of the width is the left column's: bars of people have words at both sides."""
    return 0.55 if isinstance(_picture(rows[0][0][0]), PeopleChart) else 0.5


def _alike(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return next(tuple(found) for _, found in groupby(blocks, _kind))


def _session(blocks: tuple[Block, ...]) -> Beside:
    """Return the bars of people with the words below them, and as many charts of groups as are about as high."""
    picture = _picture(blocks[0])
    if not isinstance(picture, PeopleChart) or len(picture.people) > MOST_PEOPLE:
        return (), ()
    words = tuple(takewhile(lambda each: isinstance(each, Paragraph), blocks[1:]))
    charts, room = 0, 0.95 * len(picture.people)
    for block in blocks[1 + len(words) :]:
        groups = _picture(block)
        if not isinstance(groups, GroupsChart):
            break
        room -= 1 + ROWS_OF_GROUP * len(groups.groups)
        if room < 0:
            break
        charts += 1
    return (blocks[0], *words), blocks[1 + len(words) : 1 + len(words) + charts]


def _picture(block: Block) -> Picture | None:
    return block.picture if isinstance(block, Chart) else None


def _kind(block: Block) -> type:
    return type(_picture(block) or block)
