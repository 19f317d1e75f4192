"""What is said on a slide, and what is said by who shows it."""

from collections.abc import Iterator

from markupsafe import Markup

from service.exports.office.signs import sign
from service.exports.office.slides.text import BULLET, Line
from service.exports.pictures.drawing import ACCENT, QUIET
from service.presentation.i18n import Language
from service.presentation.report.document import Block, Chart, Paragraph, Points, Questions, Quotes, Tone
from service.presentation.text import Quote

QUESTION, LEAD, PLAIN, SMALL = 28.0, 24.0, 20.0, 16.0
HEADING = 18.0
MOST_QUOTES = 3


def lines_of(block: Block, title: Markup, language: Language, zoom: float) -> tuple[Line, ...]:
    """Return a block of words as paragraphs, `zoom` times as large as usual; the title is not said again."""
    match block:
        case Paragraph():
            size = LEAD if block.tone is Tone.LEAD else PLAIN
            return (Line(block.words, language.code, round(size * zoom), before=6),)
        case Points():
            return tuple(_points(block, language, zoom))
        case Questions():
            return tuple(_questions(block, title, language, zoom))
        case Quotes():
            return tuple(_quotes(block, language, zoom))
        case _:
            return ()


def _points(block: Points, language: Language, zoom: float) -> Iterator[Line]:
    for number, item in enumerate(block.items, 1):
        mark = f"{language.number(number)}.\u00a0" if block.numbered else BULLET
        yield Line(Markup("{}{}").format(mark, item), language.code, round(PLAIN * zoom), before=6)


def _questions(block: Questions, title: Markup, language: Language, zoom: float) -> Iterator[Line]:
    if block.heading and block.heading.striptags() != title.striptags():
        yield Line(block.heading, language.code, HEADING, bold=True, colour=ACCENT, before=8, with_next=True)
    for question in block.questions:
        yield Line(question.text, question.code or language.code, round(QUESTION * zoom), before=10)


def _quotes(block: Quotes, language: Language, zoom: float) -> Iterator[Line]:
    if block.of:
        yield Line(block.of.line, block.of.code, round(PLAIN * zoom), bold=True, before=8, with_next=True)
    for quote in block.quotes[:MOST_QUOTES]:
        named = bool(quote.mark.name)
        yield Line(f"“{quote.text}”", quote.code or language.code, round(LEAD * zoom), before=8, with_next=named)
        if named:
            yield Line(f"{sign(quote.mark)} {quote.mark.name}", language.code, SMALL, colour=QUIET)


def is_for_notes(block: Block) -> bool:
    """Whether something is said by who shows the slides, not read from them."""
    return isinstance(block, Quotes) or (isinstance(block, Paragraph) and block.tone in {Tone.SMALL, Tone.CAUTION})


def notes_of(block: Block, language: Language) -> Iterator[str]:
    """Yield what stands in the notes: how to ask, what words in other languages mean, quotes, cautions, findings."""
    match block:
        case Questions():
            yield str(
                language.gettext(
                    "How to ask: read the question as it stands, then wait. Let people talk in pairs first, in the "
                    "language that suits them, and hear those who have not spoken yet before you go on."
                )
            )
            for question in block.questions:
                yield question.text
                yield from (f"{hint.text} ≈ {hint.gloss}" for hint in question.hints)
        case Quotes():
            if block.of:
                yield block.of.line
            yield from (_quoted(quote) for quote in block.quotes)
        case Paragraph() if is_for_notes(block):
            yield str(block.words.striptags())
        case Chart():
            yield f"{block.title.striptags()}. {block.says.striptags()}"


def _quoted(quote: Quote) -> str:
    said = f"“{quote.text}”"
    return f"{said} ({quote.mark.name})" if quote.mark.name else said
