"""Rubrics as tables: pairs of descriptors, descriptors that stand alone, and what changed between versions."""

from collections.abc import Iterator

from nlp.documents.types import Descriptor
from nlp.frames.columns import ELEMENT, LANGUAGE, LEVEL, LINE, POINTS, SOURCE, TEAM, TEXT
from nlp.frames.table import Column, Kind, Row, Table
from nlp.messages import msgid
from nlp.rubrics.types import ElementChanges, Match, RubricComparison

LIKENESS = Column("likeness", Kind.NUMBER, msgid("How alike the two are in meaning, by the model (cosine)."), POINTS)
VERSION = Column("version", Kind.TEXT, msgid("The version of the rubric."))

_SIDES = {
    "team": msgid("The team of this side."),
    "level": msgid("The level that this team puts it on."),
    "rank": msgid("The rank of that level in the team's own rubric: 1 is the best; empty where that is not known."),
    "language": msgid("The language of this side."),
    "text": msgid("What the descriptor of this side says."),
}

MATCHES = Table(
    "rubric_matches",
    "rubric_match",
    msgid("One row a pair of descriptors of two teams that say the same, or come close to it."),
    (
        ELEMENT,
        *(
            Column(f"{name}_{side}", Kind.WHOLE if name == "rank" else Kind.TEXT, about)
            for side in ("a", "b")
            for name, about in _SIDES.items()
        ),
        LIKENESS,
        Column("close", Kind.TRUTH, msgid("Alike, but not surely the same: a question, never counted.")),
        Column("crosses_levels", Kind.TRUTH, msgid("Whether the teams put the same thing on different levels.")),
        Column("opposite_ends", Kind.TRUTH, msgid("Whether they stand on the best and the worst level.")),
        Column("levels_known", Kind.TRUTH, msgid("Whether the two levels could be compared.")),
        Column("judged", Kind.TRUTH, msgid("Whether a person said that the two say the same.")),
    ),
)
DESCRIPTORS = Table(
    "descriptors",
    "descriptor",
    msgid("One row a descriptor of a rubric."),
    (TEAM, VERSION, ELEMENT, LEVEL, LANGUAGE, SOURCE, LINE, TEXT),
)
ONLY_IN = Table(
    "rubric_only_in",
    "rubric_only_in",
    msgid("One row a descriptor that no other team's rubric has."),
    DESCRIPTORS.columns,
)
CHANGES = Table(
    "rubric_changes",
    "rubric_change",
    msgid("One row a descriptor and step from one version of a rubric to the next."),
    (
        TEAM,
        Column("version_before", Kind.TEXT, msgid("The older version.")),
        Column("version_after", Kind.TEXT, msgid("The newer version.")),
        ELEMENT,
        Column("became", Kind.TEXT, msgid("What became of it: kept, reworded, moved, new or dropped.")),
        Column("level_before", Kind.TEXT, msgid("Its level in the older version.")),
        Column("text_before", Kind.TEXT, msgid("What it said in the older version.")),
        Column("level_after", Kind.TEXT, msgid("Its level in the newer version.")),
        Column("text_after", Kind.TEXT, msgid("What it says in the newer version.")),
        LIKENESS,
    ),
)


def comparison_tables(found: RubricComparison) -> list[Table]:
    """Return matches, descriptors that only one team has, and changes between versions."""
    return [MATCHES.with_rows(_matches(found)), ONLY_IN.with_rows(_only_in(found)), CHANGES.with_rows(_changes(found))]


def descriptor_row(each: Descriptor) -> Row:
    """Return a descriptor as a row of `DESCRIPTORS`."""
    return (each.team, each.version, each.element, each.level, each.language, each.source, each.line or None, each.text)


def _matches(found: RubricComparison) -> Iterator[Row]:
    for element in found.elements:
        for close, matches in ((False, element.matched), (True, element.close)):
            for match in matches:
                yield (element.element, *_sides(match), match.similarity, close, *_levels(match), match.accepted)


def _sides(match: Match) -> Row:
    return (
        *(match.team_a, match.level_a, match.rank_a, match.language_a, match.a),
        *(match.team_b, match.level_b, match.rank_b, match.language_b, match.b),
    )


def _levels(match: Match) -> Row:
    return match.crosses_levels, match.opposite_ends, match.levels_known


def _only_in(found: RubricComparison) -> Iterator[Row]:
    for element in found.elements:
        for own in element.only_in.values():
            yield from map(descriptor_row, own)


def _changes(found: RubricComparison) -> Iterator[Row]:
    for change in found.changes:
        for element in change.elements:
            for row in _changes_of(element):
                yield (change.team, change.before, change.after, *row)


def _changes_of(element: ElementChanges) -> Iterator[Row]:
    for each in element.changes:
        before = (each.before.level, each.before.text) if each.before else ("", "")
        after = (each.after.level, each.after.text) if each.after else ("", "")
        yield (element.element, each.kind, *before, *after, each.similarity)
