"""Text shaped into glyphs with the bundled fonts, a stretch a script, and measured.

Every stretch of one script is shaped with its own face first: a joiner or a sign that two faces have would otherwise
tear a Bangla conjunct apart. Nothing here is shared between threads but what never changes.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from nlp.fonts.faces import BENGALI, DEVANAGARI, FACES, LATIN, Face

UNITS = 100.0
"""Glyphs are shaped at this size."""

REMEMBERED = 4096
_BLOCKS = ((0x0980, 0x09FF, BENGALI), (0x0900, 0x097F, DEVANAGARI), (0x1CD0, 0x1CFF, DEVANAGARI))
FORMS = {BENGALI: "bn", DEVANAGARI: "ne"}
"""Whose forms of letters a font gives: Nepali has other conjuncts than what a font does when it is not told."""

_SHARED = "।॥\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph where it stands; `path` is of matplotlib, with y upwards, and `name` the same for equal ones."""

    name: str
    path: Any
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shaped:
    """One line of text as glyphs at size `UNITS`."""

    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(REMEMBERED)
def shaped(text: str, *, bold: bool = False) -> Shaped:
    """Return one line of text as glyphs; signs that no font here has are left out."""
    from matplotlib.ft2font import LoadFlags
    from matplotlib.textpath import TextToPath

    glyphs: list[Glyph] = []
    width = 0.0
    for face, stretch in stretches(drawable(text)):
        font = _font(face, bold=bold)
        spoken = FORMS.get(face)
        placed, paths, _ = TextToPath().get_glyphs_with_font(font, stretch, language=spoken)
        for name, x, y, _scale in placed:
            glyphs.append(Glyph(name, _path(*paths[name]), width + x, y))
        font.set_text(stretch, 0.0, flags=LoadFlags.NO_HINTING, language=spoken)
        width += font.get_width_height()[0] / 64
    return Shaped(tuple(glyphs), width)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how long one line of text is at a size."""
    return shaped(text, bold=bold).width * size / UNITS


def stretches(text: str) -> Iterator[tuple[Face, str]]:
    """Yield a text in stretches of one face; signs and spaces go with what stands before them."""
    face, start = _first_face(text), 0
    for at, sign in enumerate(text):
        own = _face_of(sign)
        if own and own is not face:
            yield face, text[start:at]
            face, start = own, at
    if text[start:]:
        yield face, text[start:]


def is_complex(text: str) -> bool:
    """Whether something in a text is written in Bengali or Devanagari letters."""
    return any(_face_of(sign) not in (None, LATIN) for sign in text)


def drawable(text: str) -> str:
    """Return a text in NFC on one line, without signs that no font here has."""
    whole = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(sign for sign in whole if _is_known(sign))


def _first_face(text: str) -> Face:
    return next((face for sign in text if (face := _face_of(sign))), LATIN)


def _face_of(sign: str) -> Face | None:
    """Return the face of a letter, None for what any face may have."""
    if sign in _SHARED:
        return None
    code = ord(sign)
    found = next((face for first, last, face in _BLOCKS if first <= code <= last), None)
    return found or (LATIN if sign.isalpha() else None)


@lru_cache(REMEMBERED)
def _is_known(sign: str) -> bool:
    from matplotlib.font_manager import get_font

    return any(get_font([path]).get_char_index(ord(sign)) for path in _files(LATIN, bold=False))


def _font(face: Face, *, bold: bool) -> Any:  # noqa: ANN401 - a font of matplotlib, one a thread
    from matplotlib.font_manager import get_font

    font = get_font(_files(face, bold=bold))
    font.set_size(UNITS, 72)
    return font


def _files(face: Face, *, bold: bool) -> list[str]:
    """Return a face's file, then those in which a sign that it lacks is looked for."""
    import matplotlib

    others = [each for each in FACES if each is not face]
    own = [str(each.bold if bold else each.regular) for each in (face, *others)]
    fallback = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return [*own, str(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / fallback)]


def _path(vertices: Any, codes: Any) -> Any:  # noqa: ANN401 - arrays of matplotlib
    from matplotlib.path import Path as Outline

    return Outline(vertices, codes)
