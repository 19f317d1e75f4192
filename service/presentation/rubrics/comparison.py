"""The comparison of rubrics: what says the same, what stands on different levels, what only one team has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from nlp.documents.types import Descriptor
from nlp.rubrics.level_orders import OrderFound
from nlp.rubrics.levels import Ladder
from nlp.rubrics.types import ElementComparison, ElementFound, ElementMatch, Match, RubricComparison
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.readings.questions import RoomQuestion, key_of, plain
from service.presentation.rubrics.versions import ChangedRubric, changed_rubrics, language_code
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import name

MOST_QUESTIONS = 3


@dataclass(frozen=True, order=True)
class DescriptorText:
    """What a descriptor of one team says; `code` for the `lang` attribute."""

    team: str
    level: str
    text: str
    code: str


@dataclass(frozen=True)
class Cell:
    """What one team says in a row; `joined` draws the line through or to it."""

    mark: Mark
    descriptors: tuple[DescriptorText, ...]
    line: str


@dataclass(frozen=True)
class Row:
    """Descriptors of several teams that say the same.

    `crossing` says where they stand on different levels, of a close pair what is doubtful; `levels_known` whether that
    can be told of all of them; `pairs` are the texts of every two that were matched, with whether a person said that
    they say the same.
    """

    cells: tuple[Cell, ...]
    crossing: tuple[Markup, ...]
    levels_known: bool
    pairs: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True)
class LevelRow:
    """What only one team has on an element, at one level; a column for every team."""

    level: str
    columns: tuple[tuple[Mark, tuple[DescriptorText, ...]], ...]


@dataclass(frozen=True)
class ComparedElement:
    """One element: rows that say the same, level-crossing ones first, what comes close to it, and what stands apart.

    `names` says under which other names it was compared, and that this is a proposal where nobody has said so.
    """

    name: str
    slug: str
    names: tuple[Markup, ...]
    lead: Markup
    rows: tuple[Row, ...]
    close: tuple[Row, ...]
    apart: tuple[LevelRow, ...]
    apart_words: Markup


@dataclass(frozen=True)
class RubricsView:
    """All that the page shows, in its order."""

    lead: tuple[Markup, ...]
    questions: tuple[RoomQuestion, ...]
    marks: tuple[Mark, ...]
    elements: tuple[ComparedElement, ...]
    changes: tuple[ChangedRubric, ...]


def rubrics_view(comparison: RubricComparison, marks: Marks, language: Language) -> RubricsView:
    """Turn a comparison of rubrics into what its page shows."""
    teams = marks.in_order(comparison.teams)
    elements = tuple(_element(element, teams, comparison.levels, language) for element in comparison.elements)
    crossings = [match for element in comparison.elements for match in element.matched if match.crosses_levels]
    crossings.sort(key=lambda match: -match.similarity)
    changes = changed_rubrics(comparison.changes, marks, language)
    asked = [_question(match, language) for match in crossings[:MOST_QUESTIONS]]
    return RubricsView(
        lead=tuple(each.lead for each in changes)
        if changes and not elements
        else tuple(_lead(comparison, crossings, language)),
        questions=tuple([*asked, *(question for each in changes for question in each.questions)][:MOST_QUESTIONS]),
        marks=tuple(teams),
        elements=elements,
        changes=changes,
    )


def crossing_words(match: Match, language: Language) -> Markup:
    """Return what a level-crossing match means: one thing under two words."""
    return language.gettext("What {team_a} calls {level_a}, {team_b} calls {level_b}.", **_levels(match))


def doubt_words(match: Match, language: Language) -> Markup:
    """Return what must be asked of a pair at opposite ends that comes close."""
    return language.gettext(
        "Under {level_a} for {team_a}, under {level_b} for {team_b}: the same thing, or its opposite?", **_levels(match)
    )


def _levels(match: Match) -> dict[str, Markup]:
    return {
        "team_a": name(match.team_a),
        "level_a": name(match.level_a),
        "team_b": name(match.team_b),
        "level_b": name(match.level_b),
    }


def _lead(comparison: RubricComparison, crossings: Sequence[Match], language: Language) -> list[Markup]:
    matched = sum(len(element.matched) for element in comparison.elements)
    close = _close(sum(len(element.close) for element in comparison.elements), language)
    if not matched:
        return [language.gettext("No two descriptors of different teams surely say the same."), *close]
    said = [
        language.ngettext(
            "{n} pair of descriptors of different teams says the same.",
            "{n} pairs of descriptors of different teams say the same.",
            matched,
        )
    ]
    unknown = sum(not match.levels_known for element in comparison.elements for match in element.matched)
    if crossings:
        said.append(
            language.ngettext(
                "{n} of them stands on different levels.", "{n} of them stand on different levels.", len(crossings)
            )
        )
        said.append(crossing_words(crossings[0], language))
    elif not unknown:
        said.append(language.gettext("Each of them stands on the same level in both rubrics."))
    likely = [_likely_order(each, language) for each in comparison.ladders if each.found is OrderFound.LIKENESS]
    return [*said, *_unknown_levels(unknown, language), *close, *likely]


def _close(pairs: int, language: Language) -> list[Markup]:
    """Return that there are pairs of which people must say whether they are the same."""
    if not pairs:
        return []
    return [
        language.ngettext(
            "{n} pair comes close: say below whether it is the same.",
            "{n} pairs come close: say below which are the same.",
            pairs,
        )
    ]


def _likely_order(ladder: Ladder, language: Language) -> Markup:
    """Return which end of a ladder was taken to be the best, which nobody has said."""
    return language.gettext(
        "Of the levels of {team}, {best} was taken to be the best and {worst} the last, because their names sound so; "
        "if that is wrong, put them in order under Names.",
        team=name(ladder.team),
        best=name(ladder.levels[0]),
        worst=name(ladder.levels[-1]),
    )


def _unknown_levels(pairs: int, language: Language) -> list[Markup]:
    """Return what must be said of pairs whose levels could not be compared."""
    if not pairs:
        return []
    return [
        language.ngettext(
            "Of {n} pair the levels could not be compared: their order is not known.",
            "Of {n} pairs the levels could not be compared: their order is not known.",
            pairs,
        )
    ]


def _other_names(element: ElementComparison, language: Language) -> tuple[Markup, ...]:
    """Return what other teams call an element, and how that was found."""
    return tuple(_other_name(each, language) for each in element.names)


def _other_name(proposal: ElementMatch, language: Language) -> Markup:
    places = {"team": name(proposal.team), "name": name(proposal.name)}
    match proposal.found:
        case ElementFound.GIVEN:
            return language.gettext("{team} calls it {name}.", **places)
        case ElementFound.NAMES:
            return language.gettext("{team} calls it {name}; that is a proposal, made from the names.", **places)
        case ElementFound.LIKENESS:
            return language.gettext(
                "{team} calls it {name}; that is a proposal, made because the two are described alike.", **places
            )


def _question(match: Match, language: Language) -> RoomQuestion:
    text = language.gettext(
        "“{text}” is {level_a} for {team_a} and {level_b} for {team_b}. What do you see in your work "
        "when you choose that word?",
        team_a=match.team_a,
        team_b=match.team_b,
        level_a=match.level_a,
        level_b=match.level_b,
        text=match.b if match.language_b == language.code else match.a,
    )
    ends = sorted([(match.team_a, match.level_a, match.a), (match.team_b, match.level_b, match.b)])
    return RoomQuestion(plain(text), key=key_of("levels", ends))


def _element(
    element: ElementComparison, teams: Sequence[Mark], levels: Sequence[str], language: Language
) -> ComparedElement:
    rows = [_row(group, teams, language) for group in _connected(element.matched)]
    rows.sort(key=lambda row: (not row.crossing, not row.levels_known))
    alone = sum(len(descriptors) for descriptors in element.only_in.values())
    return ComparedElement(
        name=element.element,
        slug=slugify(element.element),
        names=_other_names(element, language),
        lead=_element_lead(rows, language),
        rows=tuple(rows),
        close=tuple(_close_row(match, teams, language) for match in element.close),
        apart=tuple(_apart(element.only_in, teams, levels)),
        apart_words=language.ngettext(
            "{n} descriptor said by one team only", "{n} descriptors said by one team only", alone
        ),
    )


def _element_lead(rows: Sequence[Row], language: Language) -> Markup:
    if not rows:
        return language.gettext("Nothing here is said by two teams.")
    crossing = sum(bool(row.crossing) for row in rows)
    said = language.ngettext(
        "{n} thing is said by two teams or more.", "{n} things are said by two teams or more.", len(rows)
    )
    if not crossing:
        return said
    return (
        said + " " + language.ngettext("{n} of them on different levels.", "{n} of them on different levels.", crossing)
    )


def _apart(only_in: Mapping[str, Sequence[Descriptor]], teams: Sequence[Mark], levels: Sequence[str]) -> list[LevelRow]:
    """Return the levels that have something that only one team says, in the order of the rubrics."""
    found = [(mark, [_only(each, mark.name) for each in only_in.get(mark.name, ())]) for mark in teams]
    rows = [
        LevelRow(level, tuple((mark, tuple(each for each in all_ if each.level == level)) for mark, all_ in found))
        for level in levels
    ]
    return [row for row in rows if any(descriptors for _, descriptors in row.columns)]


def _only(descriptor: Descriptor, team: str) -> DescriptorText:
    return DescriptorText(team, descriptor.level, descriptor.text, language_code(descriptor.language))


def _ends(match: Match) -> tuple[DescriptorText, DescriptorText]:
    return (
        DescriptorText(match.team_a, match.level_a, match.a, language_code(match.language_a)),
        DescriptorText(match.team_b, match.level_b, match.b, language_code(match.language_b)),
    )


def _connected(matches: Sequence[Match]) -> list[list[Match]]:
    """Return the matches in groups that hang together through their descriptors, in the order of the input."""
    groups: list[tuple[set[DescriptorText], list[Match]]] = []
    for match in matches:
        ends = set(_ends(match))
        touching = [group for group in groups if group[0] & ends]
        joined = (ends.union(*(group[0] for group in touching)), [m for group in touching for m in group[1]] + [match])
        groups = [group for group in groups if group not in touching] + [joined]
    order = {id(match): at for at, match in enumerate(matches)}
    found = [sorted(group[1], key=lambda match: order[id(match)]) for group in groups]
    return sorted(found, key=lambda group: order[id(group[0])])


def _close_row(match: Match, teams: Sequence[Mark], language: Language) -> Row:
    asked = (doubt_words(match, language),) if match.opposite_ends else ()
    return replace(_row([match], teams, language), crossing=asked)


def _row(matches: Sequence[Match], teams: Sequence[Mark], language: Language) -> Row:
    found = list(dict.fromkeys(end for match in matches for end in _ends(match)))
    filled = [at for at, mark in enumerate(teams) if any(each.team == mark.name for each in found)]
    crossing = dict.fromkeys(crossing_words(match, language) for match in matches if match.crosses_levels)
    cells = tuple(
        Cell(mark, tuple(each for each in found if each.team == mark.name), _line(at, filled))
        for at, mark in enumerate(teams)
    )
    pairs = tuple((match.a, match.b, match.accepted) for match in matches)
    return Row(cells, tuple(crossing), all(match.levels_known for match in matches), pairs)


def _line(at: int, filled: Sequence[int]) -> str:
    """Return how the line runs through the cell at a place: "starts", "passes", "ends", or "" outside it."""
    if not filled or not filled[0] <= at <= filled[-1]:
        return ""
    return "starts" if at == filled[0] else "ends" if at == filled[-1] else "passes"
