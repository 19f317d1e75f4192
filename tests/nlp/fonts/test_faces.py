"""The bundled fonts: their letters, their licence, their size."""

import pytest

from nlp.fonts.faces import BENGALI, DEVANAGARI, FACES, FOLDER, LATIN, face_of

fonts = pytest.importorskip("fontTools.ttLib")

LETTERS = {
    "Noto Sans": "AZaz09éñ“”–…·×",
    "Noto Sans Bengali": "কখগক্ষমতাড়ঢ়য়ৎংঃঁ০৯।\u200c\u200d",
    "Noto Sans Devanagari": "कखगविश्वासक्षत्रज्ञ०९।ॐ\u200c\u200d",
}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.family)
def test_every_face_has_its_letters_in_both_weights(face):
    """No letter of its script is missing, and the file calls itself as the face is called."""
    for path in (face.regular, face.bold):
        with fonts.TTFont(path) as font:
            assert font["name"].getDebugName(1) == face.family
            assert [letter for letter in LETTERS[face.family] if ord(letter) not in font.getBestCmap()] == []


@pytest.mark.parametrize("face", [BENGALI, DEVANAGARI], ids=lambda face: face.family)
def test_what_shapes_conjuncts_is_still_inside(face):
    """The tables that a shaper needs were not lost when the files were made smaller."""
    with fonts.TTFont(face.regular) as font:
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"akhn", "half", "pres", "blwf"} <= features


def test_they_are_small_and_come_with_their_licence():
    """All of them together are below a megabyte and a half; the licence stands beside them."""
    assert sum(path.stat().st_size for path in FOLDER.glob("*.ttf")) < 1.5e6
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "face"),
    [("bn", BENGALI), ("ne", DEVANAGARI), ("hi", DEVANAGARI), ("en", LATIN), ("bn-Latn", LATIN), ("", LATIN)],
)
def test_a_language_is_written_with_its_face(language, face):
    """Bangla in Bengali letters, Nepali in Devanagari; romanised text in Latin ones."""
    assert face_of(language) is face
