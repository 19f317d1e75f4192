"""What of the answers may be seen: by question, by team where enough people answered, own words nobody's."""

from collections import Counter
from collections.abc import Callable, Sequence

from nlp.surveys.counts import Counts, count, told_groups
from service.surveys.checked import options_of
from service.surveys.types import (
    Answer,
    Content,
    Option,
    Question,
    QuestionKind,
    QuestionResult,
    SurveyResults,
    TeamCounts,
)


def told_teams(answers: Sequence[Answer], fewest: int) -> frozenset[str]:
    """Return the teams of which totals may stand beside that of all."""
    return told_groups(Counter(each.team for each in answers), fewest)


def tell(
    content: Content,
    answers: Sequence[Answer],
    levels: Sequence[str],
    fewest: int,
    mask: Callable[[str], str] = str,
) -> SurveyResults:
    """Count the answers to a survey.

    Args:
        content: what it asks.
        answers: of all people.
        levels: of the programme, in their order.
        fewest: people of whom something may be told.
        mask: takes names out of own words.
    """
    if len(answers) < fewest:
        return SurveyResults(0)
    teams = told_teams(answers, fewest)
    results = tuple(_question(each, answers, levels, teams, fewest, mask) for each in content.questions)
    untold = len({each.team for each in answers} - teams - {""}) if content.asks_team else 0
    return SurveyResults(len(answers), results, untold)


def _question(
    question: Question,
    answers: Sequence[Answer],
    levels: Sequence[str],
    teams: frozenset[str],
    fewest: int,
    mask: Callable[[str], str],
) -> QuestionResult:
    own = [each for each in answers if each.values.get(question.id)]
    if question.kind is QuestionKind.TEXT:
        quotes = sorted(mask(each.values[question.id][0]) for each in own)
        return QuestionResult(question, (), Counts(len(own), ()), (), tuple(quotes))
    options = _options(question, own, levels)
    if len(own) < fewest:
        return QuestionResult(question, options, Counts(len(own), (0,) * len(options)))
    told = _told_here(own, teams, fewest)
    by_team = ((team, [each for each in own if each.team == team]) for team in sorted(told))
    return QuestionResult(
        question,
        options,
        _counts(question, own, options),
        tuple(TeamCounts(team, _counts(question, some, options)) for team, some in by_team),
    )


def _told_here(own: Sequence[Answer], teams: frozenset[str], fewest: int) -> frozenset[str]:
    return told_groups(Counter(each.team if each.team in teams else "" for each in own), fewest)


def told_of(question: Question, answers: Sequence[Answer], fewest: int) -> frozenset[str]:
    """Return the teams that may be told of a question: enough of their people answered it, and the survey."""
    own = [each for each in answers if each.values.get(question.id)]
    return _told_here(own, told_teams(answers, fewest), fewest)


def _options(question: Question, own: Sequence[Answer], levels: Sequence[str]) -> tuple[Option, ...]:
    """Return what can be answered now, and behind it what was answered by names that the programme no longer has."""
    known = options_of(question, levels)
    values = {each.value for each in known}
    others = {value for each in own for value in each.values[question.id]} - values
    return (*known, *(Option(value, {}) for value in sorted(others)))


def _counts(question: Question, own: Sequence[Answer], options: Sequence[Option]) -> Counts:
    places = {each.value: place for place, each in enumerate(options)}
    return count([[places[value] for value in each.values[question.id]] for each in own], len(options))
