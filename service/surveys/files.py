"""Files that are made of the answers to a survey: notes, ratings, and all answers as a table of their own."""

from collections.abc import Iterator, Sequence
from random import SystemRandom

from nlp.consent import ATTRIBUTE, Consent
from service.exports.tables.cells import looks_like_formula
from service.exports.tables.csv_files import GUARD
from service.intake.written import as_csv
from service.surveys.checked import options_of
from service.surveys.tell import told_of, told_teams
from service.surveys.types import POINTS, Answer, Content, Question, QuestionKind, said_in

_NOTES = ("text", "element", "team", "review", "asked", ATTRIBUTE)
_RATINGS = ("review", "team", "element", "level")
BYTE_ORDER_MARK = "\ufeff".encode()
"""By which Excel knows the encoding."""
AGREEMENT = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
"""The points in tables, which are in English in all of them."""


def notes_of(content: Content, answers: Sequence[Answer], fewest: int) -> bytes:
    """Return own words as a table of notes, nobody named; their team only where enough of its people wrote some."""
    rows = [row for each in content.questions for row in _notes(each, content, answers, fewest)]
    return as_csv(_NOTES, rows)


def _notes(question: Question, content: Content, answers: Sequence[Answer], fewest: int) -> Iterator[dict[str, str]]:
    if question.kind is not QuestionKind.TEXT:
        return
    teams = told_of(question, answers, fewest)
    said = ((each.values[question.id][0], each.team) for each in answers if each.values.get(question.id))
    for text, team in sorted((" ".join(text.split()), team if team in teams else "") for text, team in said):
        consent = Consent.WITHOUT_NAME if team else Consent.NOT_ATTRIBUTED
        yield {
            "text": text,
            "element": question.element,
            "team": team,
            "review": content.review,
            "asked": said_in(question.text)[0],
            ATTRIBUTE: consent.value,
        }


def ratings_of(content: Content, answers: Sequence[Answer], fewest: int) -> bytes:
    """Return levels as a table of ratings, of teams that may be told; without a review there are none."""
    rows = [
        {"review": content.review, "team": team, "element": question.element, "level": level}
        for question in content.questions
        if question.kind is QuestionKind.LEVEL and content.review
        for team, level in _levels(question, answers, fewest)
    ]
    return as_csv(_RATINGS, rows)


def _levels(question: Question, answers: Sequence[Answer], fewest: int) -> list[tuple[str, str]]:
    teams = told_of(question, answers, fewest)
    own = [each for each in answers if each.values.get(question.id) and each.team in teams]
    return sorted((each.team, each.values[question.id][0]) for each in own)


def table_of(content: Content, answers: Sequence[Answer], fewest: int) -> bytes:
    """Return all answers, one row a person, in an order drawn anew each time: no name, no time, no small team."""
    teams = told_teams(answers, fewest)
    named = {f"{number}. {said_in(each.text)[0]}": each for number, each in enumerate(content.questions, start=1)}
    rows = [
        {"team": each.team if each.team in teams else "", **{name: _cell(own, each) for name, own in named.items()}}
        for each in answers
    ]
    SystemRandom().shuffle(rows)
    columns = ("team", *named) if content.asks_team else tuple(named)
    return BYTE_ORDER_MARK + as_csv(columns, ({name: row[name] for name in columns} for row in rows))


def _cell(question: Question, answer: Answer) -> str:
    given = answer.values.get(question.id, ())
    if question.kind is QuestionKind.AGREEMENT:
        return "".join(AGREEMENT[POINTS.index(each)] for each in given)
    words = {each.value: said_in(each.text)[0] for each in options_of(question, ())}
    return _guarded("; ".join(words.get(each, each) for each in given))


def _guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return GUARD + text if text.startswith(GUARD) or looks_like_formula(text) else text
