"""What participants answered to “Did we hear you right?”, for the facilitator: beside readings, and all of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.giving_back.asks import Asks
from service.giving_back.types import Answers, Ask, Beside, Line, ReadingAnswers
from service.presentation.giving_back.ask import heard_label, verdict_words
from service.presentation.i18n import Language, language_of
from service.presentation.text import Label, name


@dataclass(frozen=True)
class LineView:
    """A line that somebody wrote: its words, their language, and what they answered beside it."""

    text: str
    code: str
    verdict: Markup | None


@dataclass(frozen=True)
class AnswersView:
    """Answers as a sentence, as shares of a bar in 0 to 100, and the lines; `of` says who was asked, and when."""

    of: Markup
    sentence: Markup
    yes: float
    partly: float
    no: float
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class AnsweredReading:
    """A reading as it was given back, and what was answered; None while too few have."""

    label: Label
    answers: AnswersView | None


@dataclass(frozen=True)
class AnsweredElement:
    """The readings of an element that are still there."""

    name: str
    readings: tuple[AnsweredReading, ...]


@dataclass(frozen=True)
class ResultsView:
    """What was answered on a page: a sentence first; `gone` are readings that are no longer there."""

    lead: Markup
    elements: tuple[AnsweredElement, ...]
    gone: tuple[AnsweredReading, ...]


@dataclass(frozen=True)
class AskLine:
    """A page “Did we hear you right?” in a list: whose view, and whether it takes answers."""

    code: str
    whose: Markup
    state: Markup
    is_open: bool
    withdrawn: bool
    until: str


Told = Mapping[str, tuple[AnswersView, ...]]
"""Id of a reading -> what was answered to it."""


def ask_line(ask: Ask, language: Language) -> AskLine:
    """Turn a page “Did we hear you right?” into its line."""
    whose = name(ask.team) if ask.team else language.gettext("everybody")
    opened, until = language.date(ask.opened), language.date(ask.until)
    if ask.withdrawn:
        state = language.gettext("opened on {day}, withdrawn", day=opened)
    elif ask.is_open:
        state = language.gettext("opened on {day}, open until {until}", day=opened, until=until)
    else:
        state = language.gettext("opened on {day}, closed since {until}", day=opened, until=until)
    return AskLine(ask.code, whose, state, ask.is_open, ask.withdrawn, ask.until)


def results_view(answered: Sequence[ReadingAnswers], fewest: int, language: Language) -> ResultsView:
    """Turn the answers of a page into what its facilitator sees."""
    people = max((each.answers.people for each in answered), default=0)
    if people:
        lead = language.ngettext("At least {n} person has answered.", "At least {n} people have answered.", people)
    else:
        lead = language.gettext("Answers are shown as soon as {n} people have answered the same reading.", n=fewest)
    there = [each for each in answered if each.reading]
    elements = dict.fromkeys(each.element for each in there)
    return ResultsView(
        lead,
        tuple(
            AnsweredElement(own, tuple(_reading(each, language) for each in there if each.element == own))
            for own in elements
        ),
        tuple(_reading(each, language) for each in answered if not each.reading),
    )


def beside_views(told: Mapping[str, Sequence[Beside]], language: Language) -> Told:
    """Turn answers into what stands beside readings, by their ids."""
    return {
        reading: tuple(answers_view(each.answers, language, _asked(each, language)) for each in own)
        for reading, own in told.items()
    }


def told_beside(asks: Asks, found: Findings, language: Language, element: str | None = None) -> Told:
    """Return what stands beside readings, of one element by its slug or of all; nothing where none can be made."""
    outcome = attempt(asks.beside, found, element)
    return {} if isinstance(outcome, Failed) else beside_views(outcome, language)


def answers_view(answers: Answers, language: Language, of: Markup) -> AnswersView:
    """Turn answers on one reading into words."""
    return AnswersView(
        of=of,
        sentence=_sentence(answers, language),
        yes=_share(answers.yes, answers),
        partly=_share(answers.partly, answers),
        no=_share(answers.no, answers),
        lines=tuple(_line(each, language) for each in answers.lines),
    )


def _asked(told: Beside, language: Language) -> Markup:
    day = language.date(told.opened)
    if told.team:
        return language.gettext("Asked of {team} on {day}", team=name(told.team), day=day)
    return language.gettext("Asked of everybody on {day}", day=day)


def _reading(answered: ReadingAnswers, language: Language) -> AnsweredReading:
    told = answered.answers
    is_told = told.people or told.lines
    return AnsweredReading(
        heard_label(answered.heard, language), answers_view(told, language, Markup("")) if is_told else None
    )


def _sentence(answers: Answers, language: Language) -> Markup:
    if not answers.people:
        return language.gettext("Too few chose an answer to count them; some wrote a line.")
    if answers.yes == answers.people:
        return language.ngettext(
            "{n} person answered: you heard us right.",
            "All {n} who answered say: you heard us right.",
            answers.people,
        )
    heard = language.gettext("{k} of {n} who answered: you heard us right", k=answers.yes, n=answers.people)
    others = [
        (answers.partly, language.gettext("{k}: partly", k=answers.partly)),
        (answers.no, language.gettext("{k}: no", k=answers.no)),
    ]
    said = Markup("; ").join([heard, *(words for count, words in others if count)])
    return language.gettext("{said}.", said=said)


def _share(count: int, answers: Answers) -> float:
    return round(100 * count / answers.people, 1) if answers.people else 0.0


def _line(line: Line, language: Language) -> LineView:
    verdict = verdict_words(line.verdict, language) if line.verdict else None
    return LineView(line.text, language_of(line.text), verdict)
