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
    """

    anchor: str
    text: str
    code: str
    language: str
    mark: Mark
    source: str = ""


@dataclass(frozen=True)
class Label:
    """What a reading is called.

    Attributes:
        text, code: in the reader's language where the notes or the model give it, else in the original.
        original, original_code: in the words of the notes; "" where `text` already is.
        machine: whether `text` was made by the model.
        given: whether a person gave it this name.
    """

    text: str
    code: str
    original: str = ""
    original_code: str = ""
    machine: bool = False
    given: bool = False

    @property
    def name(self) -> Markup:
        """The label as it stands in a sentence."""
        return name(self.text, self.code)


def name(text: str, code: str = "") -> Markup:
    """Return a name or a label inside a sentence, with its own language.

    Where a programme calls an element, a level or a team otherwise in the reader's language, that stands in its place;
    what has a language of its own stays as it is, and so does what is `spelled`.
    """
    return spelled(text, code) if code else Name.of(text)


def spelled(text: str, code: str = "") -> Markup:
    """Return a name inside a sentence as it is spelled, whatever it is called in the reader's language."""
    return Markup(Name.of(text, code))


def quote(unit: Unit, marks: Marks, language: Language) -> Quote:
    """Return one note as a quote."""
    code = unit.language or "und"
    shown = "" if code == "und" else code
    mark = marks.of(unit.attributes.get("team", ""))
    return Quote(f"n-{unit.id}", unit.text, shown, language.language_name(code), mark, unit.source)


def label(reading: Reading | ReadingDrift, language: Language) -> Label:
    """Return what a reading is called for this reader: words of its notes in their language, else what the model has.

    Where neither is there, the label stays as the notes have it. A name that a person gave goes before all.
    """
    if reading.given:
        code, original = next(iter(reading.labels.items()), ("", ""))
        return Label(reading.given, language_of(reading.given), original, code, given=True)
    if own := reading.labels.get(language.code):
        return Label(own, language.code)
    code = _label_code(reading)
    if near := reading.gloss.get(language.code):
        return Label(" · ".join(near), language.code, reading.label, code, machine=True)
    return Label(reading.label, code)


def _label_code(reading: Reading | ReadingDrift) -> str:
    """Return the language that a reading's label is in."""
    return next((code for code, text in reading.labels.items() if text == reading.label), language_of(reading.label))
