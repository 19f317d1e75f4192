"""What surveys say in a reader's language, and which of their words are not written in it."""

from dataclasses import dataclass

from markupsafe import Markup

from service.presentation.i18n import NAMES, Language, language_of
from service.surveys.checked import missing
from service.surveys.types import POINTS, Content, Option, Question, QuestionKind, Ready, SurveyState, Texts, said_in


@dataclass(frozen=True)
class Words:
    """Words in the language that they are written in."""

    text: str
    code: str


def words(texts: Texts, language: Language) -> Words:
    """Return words in the reader's language, in English or the first one where they are not written in it."""
    text, code = said_in(texts, language.code)
    return Words(text, code)


def titled(content: Content, language: Language) -> Words:
    """Return the title of a survey, which a draft may not have yet."""
    if not content.title:
        return Words(language.gettext("A survey without a title"), language.code)
    return words(content.title, language)


def agreement(language: Language) -> tuple[Markup, ...]:
    """Return the five words of agreement, from strong disagreement on."""
    return (
        language.gettext("strongly disagree"),
        language.gettext("disagree"),
        language.gettext("neither"),
        language.gettext("agree"),
        language.gettext("strongly agree"),
    )


def option_words(question: Question, option: Option, language: Language) -> Words:
    """Return what can be answered, in words."""
    if question.kind is QuestionKind.AGREEMENT:
        return Words(agreement(language)[POINTS.index(option.value)], language.code)
    if question.kind is QuestionKind.LEVEL or not option.text:
        called = language.called(option.value)
        return Words(called, language_of(called))
    return words(option.text, language)


def kinds(language: Language) -> dict[QuestionKind, Markup]:
    """Return how questions are answered, in words."""
    return {
        QuestionKind.AGREEMENT: language.gettext("agree or disagree"),
        QuestionKind.ONE: language.gettext("choose one"),
        QuestionKind.SEVERAL: language.gettext("choose several"),
        QuestionKind.LEVEL: language.gettext("the level of an element"),
        QuestionKind.TEXT: language.gettext("in own words"),
    }


def states(language: Language) -> dict[SurveyState, Markup]:
    """Return where surveys are, in words."""
    return {
        SurveyState.DRAFT: language.gettext("a draft"),
        SurveyState.OPEN: language.gettext("open"),
        SurveyState.CLOSED: language.gettext("closed"),
    }


def starts(language: Language) -> tuple[tuple[Ready, Markup, Markup], ...]:
    """Return the surveys to start from, each with what it asks."""
    return (
        (
            Ready.BEFORE_REVIEW,
            language.gettext("Before a review"),
            language.gettext("What went well, what was hard, what to talk about, and what would help to take part."),
        ),
        (
            Ready.AFTER_SESSION,
            language.gettext("After a session"),
            language.gettext("Whether it was worth the time and understood, and what should be different next time."),
        ),
        (
            Ready.PARTNERSHIP,
            language.gettext("How our partnership works"),
            language.gettext("Where people see each element of the rubric, and which change would help most."),
        ),
        (Ready.EMPTY, language.gettext("An empty one"), language.gettext("You write every question yourself.")),
    )


def what_is_missing(content: Content, language: Language) -> tuple[Markup, ...]:
    """Return, for each language that lacks wordings, how many, and what people see instead."""
    if not content.title and not content.questions:
        return ()
    return tuple(
        language.ngettext(
            "{language}: {n} of {of} wordings is missing. People see it in another language.",
            "{language}: {n} of {of} wordings are missing. People see these in another language.",
            count,
            language=language.language_name(code),
            of=of,
        )
        for code, (count, of) in missing(content).items()
        if code in NAMES
    )


def why_of(content: Content, fewest: int, language: Language) -> Words:
    """Return why a survey is asked, who sees the answers, and what comes of them: its own words, or the usual ones."""
    if content.why:
        return words(content.why, language)
    usual = language.gettext(
        "This is asked to learn what should stay and what should change in working together. The facilitators see the "
        "answers when the survey is closed and at least {n} people have answered, never whose they are. What you "
        "write in your own words is read with the notes and may be quoted without your name.",
        n=fewest,
    )
    return Words(usual, language.code)
