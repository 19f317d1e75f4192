"""A survey that is being made: every wording in the reader's language first, and what is missing in the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service.presentation.i18n import NAMES, Language
from service.presentation.surveys.wording import kinds, what_is_missing, why_of
from service.surveys.checked import CHOSEN
from service.surveys.types import Content, Question, QuestionKind, Texts


@dataclass(frozen=True)
class Field:
    """What is written in one language."""

    code: str
    language: str
    text: str


@dataclass(frozen=True)
class Fields:
    """What is written in the reader's language, and in the others; `lacking` are languages without any."""

    own: Field
    others: tuple[Field, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The languages in which nothing is written, where something is in others."""
        every = (self.own, *self.others)
        return tuple(each.language for each in every if not each.text) if any(each.text for each in every) else ()


@dataclass(frozen=True)
class QuestionRow:
    """A question: its place from 0, and what is written of it; `options` are None where none are to be chosen from."""

    at: int
    question: Question
    kind: Markup
    text: Fields
    options: Fields | None


@dataclass(frozen=True)
class EditView:
    """A draft.

    Attributes:
        content: as it is stored, or as it was sent.
        title, why: in all languages.
        usual: why it is asked where nothing else is written.
        questions: in their order.
        missing: what is not written in which language, and what levels still need.
        kinds: of questions that can be added.
    """

    content: Content
    title: Fields
    why: Fields
    usual: str
    questions: tuple[QuestionRow, ...]
    missing: tuple[Markup, ...]
    kinds: tuple[tuple[str, Markup], ...]


def edit_view(content: Content, fewest: int, language: Language) -> EditView:
    """Turn a draft into what its page shows."""
    called = kinds(language)
    return EditView(
        content,
        _fields(content.title, language),
        _fields(content.why, language),
        why_of(Content(), fewest, language).text,
        tuple(_row(at, each, called[each.kind], language) for at, each in enumerate(content.questions)),
        (*what_is_missing(content, language), *_levels_wait(content, language)),
        tuple((kind.value, words) for kind, words in called.items()),
    )


def _levels_wait(content: Content, language: Language) -> tuple[Markup, ...]:
    """Return what levels still need to become ratings."""
    asked = any(each.kind is QuestionKind.LEVEL for each in content.questions)
    if not asked or (content.review and content.asks_team):
        return ()
    return (language.gettext("Levels become ratings only with a review, and where people are asked for their team."),)


def _row(at: int, question: Question, kind: Markup, language: Language) -> QuestionRow:
    options = _lines(question.options, language) if question.kind in CHOSEN else None
    return QuestionRow(at, question, kind, _fields(question.text, language), options)


def _fields(texts: Texts, language: Language) -> Fields:
    own, *others = (Field(code, NAMES[code], texts.get(code, "")) for code in _order(language))
    return Fields(own, tuple(others))


def _lines(options: Sequence[Texts], language: Language) -> Fields:
    own, *others = (
        Field(code, NAMES[code], "\n".join(each.get(code, "") for each in options).rstrip())
        for code in _order(language)
    )
    return Fields(own, tuple(others))


def _order(language: Language) -> list[str]:
    return sorted(NAMES, key=lambda code: code != language.code)
