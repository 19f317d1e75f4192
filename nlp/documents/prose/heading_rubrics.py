"""Rubrics that are written as running text: elements and levels as headings, descriptors below them."""

from collections.abc import Sequence

from nlp.documents.prose.outline import Part
from nlp.documents.tables.level_names import grade_of
from nlp.documents.tables.table import Grid, Row
from nlp.names import name_key

_HEADER = Row(1, ("element", "level", "descriptor"))
_FEWEST_LEVELS = 2


def grid_of_headings(parts: Sequence[Part]) -> Grid | None:
    """Return running text as the table of a rubric, None where its headings are not elements and levels.

    Headings of one depth are all known levels; those of the depth above or below are the elements.
    """
    depths = sorted({part.heading for part in parts if part.heading > 0})
    of_levels = [depth for depth in depths if _are_levels(parts, depth)]
    if len(of_levels) != 1:
        return None
    at = depths.index(of_levels[0])
    outer = at > 0 and (len(_headings(parts, depths[at - 1])) > 1 or at > 1)
    other = depths[at - 1] if outer else depths[at + 1] if at + 1 < len(depths) else None
    rows = _rows(parts, other, of_levels[0]) if other is not None else []
    return Grid("", (_HEADER, *rows)) if rows else None


def _are_levels(parts: Sequence[Part], depth: int) -> bool:
    names = _headings(parts, depth)
    return len(set(map(name_key, names))) >= _FEWEST_LEVELS and all(grade_of(name) is not None for name in names)


def _headings(parts: Sequence[Part], depth: int) -> list[str]:
    return [part.name for part in parts if part.heading == depth]


def _rows(parts: Sequence[Part], of_elements: int, of_levels: int) -> list[Row]:
    """Return a row for every part that stands below an element and a level."""
    rows: list[Row] = []
    names = {of_elements: "", of_levels: ""}
    for part in parts:
        if part.heading in names:
            names = {depth: name if depth < part.heading else "" for depth, name in names.items()}
            names[part.heading] = part.name
        elif not part.heading and part.text.strip() and all(names.values()):
            rows.append(Row(part.line, (names[of_elements], names[of_levels], part.text)))
    return rows
