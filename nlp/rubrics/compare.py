"""`compare_rubrics()`: which descriptors of different teams say the same, and which stand in one rubric only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from nlp.documents.types import Descriptor, Rubric
from nlp.door.descriptors import descriptors_of, named_by_files
from nlp.embedding.adapted import AnyEmbedder
from nlp.embedding.calibration.calibrate import as_calibrated
from nlp.embedding.types import Embedder
from nlp.errors import NothingToAnalyse
from nlp.logs import told
from nlp.messages import Message
from nlp.names import name_key, one_spelling
from nlp.rubrics.elements import Named, match_elements, renamed
from nlp.rubrics.levels import LevelRanks
from nlp.rubrics.matching import NOT_JUDGED, Judged, Matcher
from nlp.rubrics.types import ElementComparison, ElementMatch, Match, RubricComparison
from nlp.rubrics.versions import compare_versions, newest, undeclared_versions, versions, with_versions

NO_TEAM = Message("there is no rubric, a comparison needs two")
ONE_TEAM = Message("there are rubrics of one team only, a comparison needs two")
HAND_IN_TWO = Message(
    "Hand in the rubrics of two teams, or add a column team; or two versions of one, with a column version or, on the "
    "command line, --versions"
)

Told = TypeVar("Told")


def _said(found: RubricComparison) -> str:
    matched, close = (sum(len(getattr(each, name)) for each in found.elements) for name in ("matched", "close"))
    return f"{len(found.teams)} rubrics, {len(found.elements)} elements: {matched} pairs match, {close} are close"


@told("rubrics", _said)
def compare_rubrics(
    descriptors: Rubric | Iterable[Rubric] | Iterable[Descriptor],
    embedder: AnyEmbedder | None = None,
    elements: Named | None = None,
    levels: Mapping[str, Sequence[str]] | None = None,
    judged: Judged = NOT_JUDGED,
) -> RubricComparison:
    """Match the descriptors of every two teams, element by element, across languages and levels.

    For each pair of teams the matching is the one with the largest sum of similarities above the threshold (Hungarian
    method), so a descriptor has at most one match per other team, and none where nothing is similar enough. Pairs that
    are close without surely saying the same are told apart from those that do. Of a team with several versions the
    newest is compared; `changes` tells what became of the older ones.

    Elements that correspond are compared although their names differ (`match_elements`), levels by rank (`LevelRanks`).

    Args:
        descriptors: rubrics, or their descriptors, of two or more teams, or of one team in two or more versions. Of
            rubrics of which none names a team, and which are no versions of one, each is its file's.
        embedder: makes the vectors; the bundled model if None.
        elements: team -> its name of an element -> the element that it is; its own name: it is no other.
        levels: team -> its levels from the best to the worst.
        judged: of pairs of descriptors, whether people said that the two say the same.

    Raises:
        WrongType: these are no rubrics and no descriptors, or a field is no text.
        NothingToAnalyse: there are neither two teams nor two versions.
    """
    descriptors = with_versions(_one_spelling(_with_teams(descriptors)))
    teams = versions(descriptors)
    _need_two(descriptors, teams)
    model = as_calibrated(embedder)
    said = _of_teams(levels, teams)
    comparison = _compare_teams(newest(descriptors), tuple(teams), model, _of_teams(elements, teams), said, judged)
    return replace(
        comparison,
        versions={team: own[-1] for team, own in teams.items()},
        changes=compare_versions(descriptors, model, said),
    )


def _with_teams(handed: Rubric | Iterable[Rubric] | Iterable[Descriptor]) -> list[Descriptor]:
    """Return the descriptors of rubrics, each its file's where none names a team, unless they are versions of one."""
    descriptors, rubrics = descriptors_of(handed)
    return descriptors if undeclared_versions(descriptors) else named_by_files(descriptors, rubrics)


def _need_two(descriptors: Sequence[Descriptor], teams: Mapping[str, Sequence[str]]) -> None:
    """Raise `NothingToAnalyse` where there are neither two teams nor two versions."""
    if len(teams) < 2 and all(len(own) < 2 for own in teams.values()):
        sources = ", ".join(dict.fromkeys(each.source for each in descriptors))
        raise NothingToAnalyse(sources, ONE_TEAM if teams else NO_TEAM, HAND_IN_TWO)


def _compare_teams(
    current: Sequence[Descriptor],
    teams: Sequence[str],
    embedder: Embedder,
    elements: Named,
    levels: Mapping[str, Sequence[str]],
    judged: Judged,
) -> RubricComparison:
    """Compare the newest rubrics of teams; of one team alone nothing but its levels is told."""
    matches = match_elements(current, embedder, elements) if len(teams) > 1 else ()
    names = renamed(current, matches)
    ranks = LevelRanks.of(current, levels, embedder)
    matcher = Matcher.of(current, names, ranks, embedder, judged)
    compared = dict.fromkeys(names) if len(teams) > 1 else ()
    return RubricComparison(
        model=embedder.name,
        teams=tuple(teams),
        levels=tuple(dict.fromkeys(descriptor.level for descriptor in current)),
        threshold=matcher.limits.same_level,
        elements=tuple(_compare_element(name, teams, matcher, names, matches) for name in compared),
        ladders=ranks.ladders,
    )


def _of_teams(said: Mapping[str, Told] | None, teams: Iterable[str]) -> dict[str, Told]:
    """Return what was said of teams under the names as the rubrics spell them."""
    known = {name_key(team): team for team in teams}
    return {known.get(name_key(team), team): told for team, told in (said or {}).items()}


def _one_spelling(descriptors: Sequence[Descriptor]) -> list[Descriptor]:
    """Return descriptors whose teams, elements and levels are spelled alike: "trust" and "Trust" are one element."""
    teams = one_spelling(each.team for each in descriptors)
    elements = one_spelling(each.element for each in descriptors)
    levels = one_spelling(each.level for each in descriptors)
    return [
        replace(each, team=teams[each.team], element=elements[each.element], level=levels[each.level])
        for each in descriptors
    ]


def _compare_element(
    name: str, teams: Sequence[str], matcher: Matcher, names: Sequence[str], known_as: Sequence[ElementMatch]
) -> ElementComparison:
    descriptors = matcher.descriptors
    own = [row for row, element in enumerate(names) if element == name]
    rows = {team: [row for row in own if descriptors[row].team == team] for team in teams}
    pairs = [pair for a, b in combinations(teams, 2) for pair in matcher.match(rows[a], rows[b])]
    sure = {pair for pair in pairs if matcher.sure(*pair)}
    matched = {row for pair in pairs for row in pair}
    return ElementComparison(
        element=name,
        matched=_matches([pair for pair in pairs if pair in sure], matcher),
        close=_matches([pair for pair in pairs if pair not in sure], matcher),
        only_in={team: tuple(descriptors[row] for row in rows[team] if row not in matched) for team in teams},
        names=tuple(match for match in known_as if match.element == name),
    )


def _matches(pairs: Sequence[tuple[int, int]], matcher: Matcher) -> tuple[Match, ...]:
    """Return pairs of rows as matches, level-crossing ones first, then by similarity."""
    found = [
        Match.of(
            matcher.descriptors[a],
            matcher.descriptors[b],
            float(matcher.similarities[a, b]),
            matcher.ranks,
            accepted=matcher.said(a, b) is True,
        )
        for a, b in pairs
    ]
    return tuple(sorted(found, key=lambda match: (not match.crosses_levels, -match.similarity)))
