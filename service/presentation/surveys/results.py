"""The answers to a survey: a sentence first, then for each question bars of counts, never a mean."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from nlp.surveys.counts import Counts
from service.presentation.i18n import Language, Name
from service.presentation.surveys.wording import Words, option_words, words
from service.surveys.types import QuestionKind, QuestionResult, Survey, SurveyResults, SurveyState


@dataclass(frozen=True)
class Bar:
    """An answer that could be given: its words, how often it was, and that as a part of a hundred."""

    words: Words
    count: int
    share: float


@dataclass(frozen=True)
class Spread:
    """Answers on both sides of the middle of a scale, as one bar whose middle is the middle of the page.

    Attributes:
        begins: where it begins, 0 to 100.
        parts: number of the answer from 1, and its width.
    """

    begins: float
    parts: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class TeamLine:
    """How one team answered, in words and as a bar."""

    team: str
    words: Markup
    spread: Spread | None


@dataclass(frozen=True)
class QuestionView:
    """A question and its answers.

    Attributes:
        number: from 1.
        words: what was asked.
        element: that it is about, "" for none.
        lead: the answers as one sentence.
        spread: of agreement; None of any other kind.
        bars: each answer with its count.
        teams: the same by team.
        quotes: own words.
    """

    number: int
    words: Words
    element: str
    lead: Markup
    spread: Spread | None
    bars: tuple[Bar, ...]
    teams: tuple[TeamLine, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class ResultsView:
    """All answers: what they say in sentences, each question, and what is held back and why."""

    lead: tuple[Markup, ...]
    questions: tuple[QuestionView, ...]
    cautions: tuple[Markup, ...]


def results_view(survey: Survey, results: SurveyResults, fewest: int, language: Language) -> ResultsView:
    """Turn the answers to a survey into what its page shows."""
    shown = tuple(_question(each, at, fewest, language) for at, each in enumerate(results.questions, start=1))
    return ResultsView(
        tuple(_lead(survey, results, fewest, language)), shown, tuple(_cautions(survey, results, fewest, language))
    )


def _lead(survey: Survey, results: SurveyResults, fewest: int, language: Language) -> Iterator[Markup]:
    if not results.people:
        yield language.ngettext("{n} person answered.", "{n} people answered.", survey.received)
        if survey.state is SurveyState.CLOSED:
            yield language.gettext("That is too few to show: single people could be recognised.")
        return
    yield language.ngettext("{n} person answered.", "{n} people answered.", results.people)
    stated = [each for each in results.questions if _is_told(each, fewest) and _is_agreement(each)]
    if stated:
        agreed = sum(each.counts.mostly_above for each in stated)
        yield language.ngettext(
            "At least two thirds agree with {agreed} of {n} statement.",
            "At least two thirds agree with {agreed} of {n} statements.",
            len(stated),
            agreed=agreed,
        )
    differing = [each for each in stated if each.counts.differ]
    if differing:
        most = max(differing, key=lambda each: min(each.counts.below, each.counts.above) / each.counts.people)
        said = words(most.question.text, language)
        yield language.gettext("Opinions differ most on {question}", question=Name.of(said.text, said.code))


def _cautions(survey: Survey, results: SurveyResults, fewest: int, language: Language) -> Iterator[Markup]:
    if results.untold:
        yield language.ngettext(
            "{n} team is not shown by itself: fewer than {fewest} of its people answered, or it could be worked out.",
            "{n} teams are not shown by themselves: fewer than {fewest} of their people answered, or it could be "
            "worked out.",
            results.untold,
            fewest=fewest,
        )
    levels = any(each.question.kind is QuestionKind.LEVEL for each in results.questions)
    if levels and survey.ratings is None:
        yield language.gettext(
            "The levels are not among the ratings: that needs a review, and teams of which enough people answered."
        )


def _is_agreement(result: QuestionResult) -> bool:
    return result.question.kind is QuestionKind.AGREEMENT


def _is_told(result: QuestionResult, fewest: int) -> bool:
    return result.counts.people >= fewest


def _question(result: QuestionResult, number: int, fewest: int, language: Language) -> QuestionView:
    told = _is_told(result, fewest) and bool(result.options)
    return QuestionView(
        number,
        words(result.question.text, language),
        result.question.element,
        _sentence(result, fewest, language),
        spread(result.counts) if told and _is_agreement(result) else None,
        _bars(result, language) if told else (),
        tuple(_team(each.team, each.counts, result, language) for each in result.teams),
        result.quotes,
    )


def _bars(result: QuestionResult, language: Language) -> tuple[Bar, ...]:
    people = result.counts.people
    return tuple(
        Bar(option_words(result.question, option, language), count, round(100 * count / people, 2))
        for option, count in zip(result.options, result.counts.of, strict=True)
    )


def spread(counts: Counts) -> Spread:
    """Return the bar of a scale, half as wide as the page, its middle answer across the middle of the page."""
    width = 50 / counts.people
    begins = 50 - width * (counts.below + counts.middle / 2)
    parts = tuple((at, round(width * count, 2)) for at, count in enumerate(counts.of, start=1) if count)
    return Spread(round(begins, 2), parts)


def _sentence(result: QuestionResult, fewest: int, language: Language) -> Markup:
    counts = result.counts
    if not counts.people:
        return language.gettext("Nobody answered this.")
    if result.question.kind is QuestionKind.TEXT:
        return language.ngettext("{n} person wrote something.", "{n} people wrote something.", counts.people)
    if not _is_told(result, fewest):
        return language.gettext("Too few people answered this to show it.")
    if _is_agreement(result):
        return _agreement(counts, language)
    if result.question.kind is QuestionKind.SEVERAL:
        return language.ngettext(
            "{n} person answered; several answers were possible.",
            "{n} people answered; several answers were possible.",
            counts.people,
        )
    return _most_chosen(result, language)


def _agreement(counts: Counts, language: Language) -> Markup:
    return language.gettext(
        "{agree} of {n} agree or strongly agree, {disagree} disagree or strongly disagree.",
        agree=counts.above,
        n=counts.people,
        disagree=counts.below,
    )


def _most_chosen(result: QuestionResult, language: Language) -> Markup:
    most = max(result.counts.of)
    first = [option for option, count in zip(result.options, result.counts.of, strict=True) if count == most]
    said = [option_words(result.question, each, language) for each in first]
    return language.gettext(
        "Chosen most often: {answers}, by {count} of {n}.",
        answers=language.list([Name.of(each.text, each.code) for each in said]),
        count=most,
        n=result.counts.people,
    )


def _team(team: str, counts: Counts, result: QuestionResult, language: Language) -> TeamLine:
    if _is_agreement(result):
        return TeamLine(team, _agreement(counts, language), spread(counts))
    chosen = [
        language.gettext("{answer}: {count}", answer=Name.of(said.text, said.code), count=count)
        for option, count in zip(result.options, counts.of, strict=True)
        if count and (said := option_words(result.question, option, language))
    ]
    return TeamLine(team, language.list(chosen), None)
