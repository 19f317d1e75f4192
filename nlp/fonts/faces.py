"""The fonts that are bundled, and which of them a language is written with."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Face:
    """One family of letters.

    Attributes:
        family: its name, as Word, LibreOffice and a style sheet know it.
        regular, bold: its files.
    """

    family: str
    regular: Path
    bold: Path


def _face(family: str) -> Face:
    name = family.replace(" ", "")
    return Face(family, FOLDER / f"{name}-Regular.ttf", FOLDER / f"{name}-Bold.ttf")


LATIN = _face("Noto Sans")
BENGALI = _face("Noto Sans Bengali")
DEVANAGARI = _face("Noto Sans Devanagari")
FACES = (LATIN, BENGALI, DEVANAGARI)
"""In the order in which a letter is looked for."""

_OF_LANGUAGE = {"bn": BENGALI, "as": BENGALI, "ne": DEVANAGARI, "hi": DEVANAGARI, "mr": DEVANAGARI, "mai": DEVANAGARI}


def face_of(language: str) -> Face:
    """Return the face of a language as BCP 47 names it; Latin letters, "bn-Latn" as well, are those of `LATIN`."""
    code, _, script = language.partition("-")
    return LATIN if script == "Latn" else _OF_LANGUAGE.get(code, LATIN)
