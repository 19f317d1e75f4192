"""Outlines: the names that files speak of, and what they add up to in a programme."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nlp.documents.types import Notes, Ratings, Roster, Rubric
from nlp.names import name_key
from nlp.rubrics.level_orders import OrderFound, found_order, levels_in_order
from nlp.transcripts.types import Transcript
from service.names.reviews import merged_reviews, review_of_file
from service.names.spelling import Spelling
from service.names.types import NameKind, Names
from service.types import Kind, Outline, Review

Content = Notes | Rubric | Roster | Ratings | Transcript
TELLS_FIRST: Mapping[Kind, int] = {"roster": 0, "rubric": 1, "ratings": 2, "notes": 3, "transcript": 4}


def outline_of(content: Content) -> Outline:
    """Return the names that a file speaks of."""
    match content:
        case Notes(name=filename, units=units):
            teams = [(unit.attributes.get("team", ""), unit.language) for unit in units]
            dates = [(unit.attributes.get("review", ""), unit.attributes.get("date", "")) for unit in units]
            return _outline(teams, [unit.element or "" for unit in units], (), _reviews(dates, filename))
        case Rubric(descriptors=descriptors):
            teams = [(descriptor.team, descriptor.language) for descriptor in descriptors]
            return _outline(teams, [each.element for each in descriptors], levels_in_order(descriptors), ())
        case Roster(people=people):
            return _outline([(person.attributes.get("team", ""), "") for person in people], (), (), ())
        case Ratings(name=filename, ratings=ratings):
            return _outline(
                [(rating.team, "") for rating in ratings],
                [rating.element for rating in ratings],
                [rating.level for rating in ratings],
                _reviews([(rating.review, "") for rating in ratings], filename),
            )
        case Transcript():
            return Outline()


def merged(first: Outline, of_files: Iterable[tuple[Kind, Outline]], names: Names = Names()) -> Outline:  # noqa: B008
    """Return what a programme's own outline and those of its files add up to.

    Spellings of the same name (`nlp.names.name_key`) are one name, in its first spelling, and so are names that
    facilitators joined, under the name that they gave. Rosters come first, because they give the order of the teams,
    then rubrics, which give that of elements and levels, then ratings, notes. Levels whose names all tell their height
    stand with the best first, whichever file spoke of each, unless somebody said another order.
    """
    of_files = sorted(of_files, key=lambda pair: TELLS_FIRST[pair[0]])
    ordered = [_without_removed(first, names), *(outline for _, outline in of_files)]
    ordered = [_spelled(outline, Spelling.of(Outline(names=names))) for outline in ordered]
    languages: dict[str, str] = {}
    for outline in ordered:
        languages = {name_key(team): each for team, each in outline.languages.items()} | languages
    teams = _in_order(names, NameKind.TEAM, (name for outline in ordered for name in outline.teams))
    return Outline(
        teams=teams,
        languages={team: languages[key] for team in teams if (key := name_key(team)) in languages},
        elements=_in_order(names, NameKind.ELEMENT, (name for outline in ordered for name in outline.elements)),
        levels=_levels(names, first.levels, (name for outline in ordered for name in outline.levels)),
        reviews=merged_reviews(first.reviews, (review for outline in ordered[1:] for review in outline.reviews)),
        names=names,
    )


def _spelled(outline: Outline, spelling: Spelling) -> Outline:
    """Return an outline with the names under which a programme counts."""
    return replace(
        outline,
        teams=tuple(map(spelling.team, outline.teams)),
        languages={spelling.team(team): language for team, language in reversed(list(outline.languages.items()))},
        elements=tuple(map(spelling.element, outline.elements)),
        levels=tuple(map(spelling.level, outline.levels)),
    )


def _without_removed(first: Outline, names: Names) -> Outline:
    """Return the outline that a programme was created with, without the names that somebody took off the list."""
    removed = {(each.kind, key) for each in names.removed for key in each.keys}

    def kept(kind: NameKind, given: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in given if (kind, name_key(name)) not in removed)

    return replace(
        first,
        teams=kept(NameKind.TEAM, first.teams),
        elements=kept(NameKind.ELEMENT, first.elements),
        levels=kept(NameKind.LEVEL, first.levels),
    )


def _in_order(names: Names, kind: NameKind, found: Iterable[str]) -> tuple[str, ...]:
    """Return every name once, those that somebody put in order first, as far as they are there."""
    there = distinct(found)
    places = {name_key(names.of(kind, name).name): at for at, name in enumerate(names.orders.get(kind, ()))}
    return tuple(sorted(there, key=lambda name: places.get(name_key(name), len(places))))


def _levels(names: Names, own: Sequence[str], found: Iterable[str]) -> tuple[str, ...]:
    """Return the levels of a programme in its order; `own` are those that it was created with."""
    there = _in_order(names, NameKind.LEVEL, found)
    if not there or own or names.orders.get(NameKind.LEVEL):
        return there
    order = found_order(there, OrderFound.UNKNOWN)
    if order.found is not OrderFound.NAMES:
        return there
    return tuple(sorted(there, key=lambda level: -order.heights[level]))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return every name once, in its first spelling and the order of first appearance; empty ones are left out."""
    first_spelling: dict[str, str] = {}
    for name in names:
        if name.strip():
            first_spelling.setdefault(name_key(name), name)
    return tuple(first_spelling.values())


def _reviews(rows: Sequence[tuple[str, str]], filename: str) -> tuple[Review, ...]:
    """Return the reviews of a file of (review, date); its own name dates the only one."""
    names = distinct(name for name, _ in rows)
    dates: dict[str, list[str]] = {}
    for name, date in rows:
        dates.setdefault(name_key(name), []).append(date)
    alone = filename if len(names) == 1 else ""
    return tuple(review_of_file(name, dates[name_key(name)], alone) for name in names)


def _outline(
    teams: Sequence[tuple[str, str]], elements: Iterable[str], levels: Iterable[str], reviews: Sequence[Review]
) -> Outline:
    names = distinct(team for team, _ in teams)
    usual = _usual_languages(teams)
    return Outline(
        teams=names,
        languages={name: usual[key] for name in names if (key := name_key(name)) in usual},
        elements=distinct(elements),
        levels=distinct(levels),
        reviews=tuple(reviews),
    )


def _usual_languages(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the most frequent language of the texts of every team (by the key of its name) that has one."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for team, language in texts:
        if language not in {"", "und"}:
            counts[name_key(team)][language] += 1
    return {team: own.most_common(1)[0][0] for team, own in counts.items()}
