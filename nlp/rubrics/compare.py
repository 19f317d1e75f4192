"""`compare_rubrics()`: which descriptors of different teams say the same, and which stand in one rubric only."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from nlp.documents.types import Descriptor
from nlp.embedding.types import Embedder
from nlp.errors import NothingToAnalyse
from nlp.messages import Message
from nlp.names import one_spelling
from nlp.rubrics.matching import Matcher
from nlp.rubrics.types import ElementComparison, Match, RubricComparison
from nlp.rubrics.versions import compare_versions, newest, versions, with_versions

NO_TEAM = Message("there is no rubric, a comparison needs two")
ONE_TEAM = Message("there are rubrics of one team only, a comparison needs two")
HAND_IN_TWO = Message(
    "Hand in the rubrics of two teams, or add a column team; or two versions of one, with a column version or, on the "
    "command line, --versions"
)


def compare_rubrics(descriptors: Sequence[Descriptor], embedder: Embedder | None = None) -> RubricComparison:
    """Match the descriptors of every two teams, element by element, across languages and levels.

    For each pair of teams the matching is the one with the largest sum of similarities above the threshold (Hungarian
    method), so a descriptor has at most one match per other team, and none where nothing is similar enough. Of a team
    with several versions the newest is compared; `changes` tells what became of the older ones.

    Args:
        descriptors: of two or more teams, or of one team in two or more versions.
        embedder: makes the vectors; the bundled model if None.

    Raises:
        NothingToAnalyse: there are neither two teams nor two versions.
    """
    descriptors = with_versions(_one_spelling(descriptors))
    teams = versions(descriptors)
    if len(teams) < 2 and all(len(own) < 2 for own in teams.values()):
        sources = ", ".join(dict.fromkeys(each.source for each in descriptors))
        raise NothingToAnalyse(sources, ONE_TEAM if teams else NO_TEAM, HAND_IN_TWO)
    if embedder is None:
        from nlp.embedding import load_embedder

        embedder = load_embedder()
    current = newest(descriptors)
    matcher = Matcher.of(current, embedder)
    elements = dict.fromkeys(descriptor.element for descriptor in current) if len(teams) > 1 else ()
    return RubricComparison(
        model=embedder.name,
        teams=tuple(teams),
        levels=tuple(dict.fromkeys(descriptor.level for descriptor in current)),
        threshold=matcher.limits.same_level,
        elements=tuple(_compare_element(name, tuple(teams), matcher) for name in elements),
        versions={team: own[-1] for team, own in teams.items()},
        changes=compare_versions(descriptors, embedder),
    )


def _one_spelling(descriptors: Sequence[Descriptor]) -> list[Descriptor]:
    """Return descriptors whose teams, elements and levels are spelled alike: "trust" and "Trust" are one element."""
    teams = one_spelling(each.team for each in descriptors)
    elements = one_spelling(each.element for each in descriptors)
    levels = one_spelling(each.level for each in descriptors)
    return [
        replace(each, team=teams[each.team], element=elements[each.element], level=levels[each.level])
        for each in descriptors
    ]


def _compare_element(name: str, teams: Sequence[str], matcher: Matcher) -> ElementComparison:
    descriptors = matcher.descriptors
    rows = {team: [row for row, d in enumerate(descriptors) if d.element == name and d.team == team] for team in teams}
    pairs = [pair for a, b in combinations(teams, 2) for pair in matcher.match(rows[a], rows[b])]
    matched = {row for pair in pairs for row in pair}
    matches = [
        Match.of(
            descriptors[a],
            descriptors[b],
            float(matcher.similarities[a, b]),
            opposite_ends=matcher.are_opposite(a, b),
        )
        for a, b in pairs
    ]
    return ElementComparison(
        element=name,
        matched=tuple(
            sorted(matches, key=lambda match: (not match.crosses_levels, match.opposite_ends, -match.similarity))
        ),
        only_in={team: tuple(descriptors[row] for row in rows[team] if row not in matched) for team in teams},
    )
