"""Words of the notes as pages show them: quotes, names and labels, each with its own language."""

from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Unit
from nlp.readings.drift import ReadingDrift
from nlp.readings.types import Reading
from service.presentation.i18n import Language, Name, language_of
from service.presentation.team_marks import Mark, Marks


@dataclass(frozen=True)
class Quote:
    """One note in the words of its writer.

    Attributes:
        anchor: where the page shows it.
        text: as written.
        code: BCP 47 for the `lang` attribute; "" is HTML's unknown.
        language: its name in the reader's language.
        mark: of its team.
        source: name of its file.
        by_hand: whether a person put it where it is.
    """

    anchor: str
    text: str
    code: str
    language: str
    mark: Mark
    source: str = ""
    by_hand: bool = False


@dataclass(frozen=True)
class Label:
    """What a reading is called.

    Attributes:
        text, code: in the reader's language where a person or a note gives it, else in the original.
        original, original_code: in the words of the notes, under a name that a person gave.
        gloss: nearest words in the reader's language, by the model, under what is not in it.
        gloss_code: the reader's language.
        example: where nothing says what the notes share, `text` is only one of them, and this says so.
        given: whether a person gave it this name.
        reading: the id of the reading.
    """

    text: str
    code: str
    original: str = ""
    original_code: str = ""
    gloss: str = ""
    gloss_code: str = ""
    example: Markup | None = None
    given: bool = False
    reading: str = ""

    @property
    def name(self) -> Markup:
        """The label as it stands in a sentence."""
        return name(self.text, self.code)

    @property
    def line(self) -> str:
        """The label on a line of its own, without marks of language."""
        return str(self.example.striptags()) if self.example else self.text


def name(text: str, code: str = "") -> Markup:
    """Return a name or a label inside a sentence, with its own language.

    Where a programme calls an element, a level or a team otherwise in the reader's language, that stands in its place;
    what has a language of its own stays as it is, and so does what is `spelled`.
    """
    return spelled(text, code) if code else Name.of(text)


def spelled(text: str, code: str = "") -> Markup:
    """Return a name inside a sentence as it is spelled, whatever it is called in the reader's language."""
    return Markup.escape(Name.of(text, code))


def quote(unit: Unit, marks: Marks, language: Language, *, by_hand: bool = False) -> Quote:
    """Return one note as a quote; `by_hand` says that a person put it where it is."""
    code = unit.language or "und"
    shown = "" if code == "und" else code
    mark = marks.of(unit.attributes.get("team", ""))
    return Quote(anchor_of(unit), unit.text, shown, language.language_name(code), mark, unit.source, by_hand)


def anchor_of(unit: Unit) -> str:
    """Return what tells a note from the others of a page."""
    return f"n-{unit.id}"


def label(reading: Reading | ReadingDrift, language: Language) -> Label:
    """Return what a reading is called for this reader.

    That is the name that a person gave it; else a clause of its notes in the reader's language, be it in Latin letters;
    else the clause that names it in another language, with a gloss; else how many notes there are, with one of them.
    """
    if reading.given:
        given = reading.given_in.get(language.code, reading.given)
        code, original = next(iter(reading.labels.items()), ("", ""))
        return Label(
            given, language_of(given), original if original != given else "", code, given=True, reading=reading.id
        )
    for code in (language.code, f"{language.code}-Latn"):
        if own := reading.labels.get(code):
            return Label(own, code, reading=reading.id)
    code = next(iter(reading.labels), "") or language_of(reading.label)
    gloss = "" if code.partition("-")[0] == language.code else " · ".join(reading.gloss.get(language.code, ()))
    example = _example(reading, code, language)
    return Label(reading.label, code, "", "", gloss, language.code, example, reading=reading.id)


def _example(reading: Reading | ReadingDrift, code: str, language: Language) -> Markup | None:
    if not reading.example:
        return None
    return language.ngettext(
        "{n} note that says “{quote}”",
        "{n} notes that say, for example, “{quote}”",
        reading.notes if isinstance(reading, ReadingDrift) else len(reading.units),
        quote=Markup('<span lang="{}">{}</span>').format(code, reading.example),
    )
