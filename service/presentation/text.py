"""Words of the notes as pages show them: quotes, names and labels, each with its own language."""

from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from service.presentation.i18n import Language, language_of
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
    """

    anchor: str
    text: str
    code: str
    language: str
    mark: Mark


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
    """Return a name or a label inside a sentence, with its own language."""
    return Markup('<b lang="{}">{}</b>').format(code or language_of(text), text)


def quote(unit: Json, marks: Marks, language: Language) -> Quote:
    """Return one unit of the JSON form as a quote."""
    code = str(unit.get("language") or "und")
    shown = "" if code == "und" else code
    return Quote(
        f"n-{unit['id']}", str(unit["text"]), shown, language.language_name(code), marks.of(str(unit.get("team", "")))
    )


def label(reading: Json, language: Language) -> Label:
    """Return what a reading is called for this reader: words of its notes in their language, else what the model has.

    Where neither is there, the label stays as the notes have it. A name that a person gave goes before all.
    """
    if given := str(reading.get("given", "")):
        found = next(iter(reading["labels"].items()), ("", ""))
        return Label(given, language_of(given), str(found[1]), str(found[0]), given=True)
    original, code = str(reading["label"]), _label_code(reading)
    if own := reading["labels"].get(language.code):
        return Label(str(own), language.code)
    if near := reading["gloss"].get(language.code):
        return Label(" · ".join(near), language.code, original, code, machine=True)
    return Label(original, code)


def _label_code(reading: Json) -> str:
    """Return the language that a reading's label is in."""
    label = str(reading["label"])
    return next((code for code, text in reading["labels"].items() if text == label), language_of(label))
