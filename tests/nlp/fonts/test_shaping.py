"""Text as glyphs: conjuncts whole, scripts apart, nothing that no font has."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest

from nlp.fonts.faces import BENGALI, DEVANAGARI, LATIN
from nlp.fonts.shaping import is_complex, shaped, stretches, width_of

pytest.importorskip("matplotlib")


def names(text):
    return [glyph.name for glyph in shaped(text).glyphs]


@pytest.mark.parametrize(
    ("word", "glyphs"),
    [("ক্ষমতা", 4), ("স্ত্রী", 2), ("विश्वास", 6), ("क्षेत्र", 3), ("र‍्याब", 3), ("ইন্টারনেট", 8)],
)
def test_conjuncts_become_their_own_glyphs(word, glyphs):
    """A conjunct is fewer glyphs than letters; without shaping every code point would be one."""
    drawn = [glyph for glyph in shaped(word).glyphs if len(glyph.path.vertices)]
    assert len(drawn) <= glyphs < len(word)


@pytest.mark.parametrize("word", ["ক্ষমতা", "র‍্যাব", "বিশ্বাস", "विश्वास", "श्रृङ्खला", "किन‍्‍यो", "Straße"])
def test_nothing_is_missing_and_no_dotted_circle_shows(word):
    """No glyph is number 0, and none is the circle that a shaper puts under a sign without a letter."""
    circle = names("\u25cc")[-1]
    assert all(not name.endswith("-0") for name in names(word))
    assert circle not in names(word)


def test_composed_and_decomposed_letters_look_the_same():
    """NFC and NFD give the same glyphs."""
    for word in ("বড় কাজ", "ক্ষুদ্রঋণ", "ज़मीन", "café"):
        assert names(unicodedata.normalize("NFD", word)) == names(unicodedata.normalize("NFC", word))


def test_stretches_of_one_script_hold_together():
    """Spaces, signs, digits and joiners go with the letters before them; nothing is lost."""
    text = "Trust (বিশ্বাস) র‍্যাব, विश्वास। ok"
    found = list(stretches(text))
    assert "".join(stretch for _, stretch in found) == text
    assert [face for face, _ in found] == [LATIN, BENGALI, DEVANAGARI, LATIN]


def test_what_no_font_has_is_left_out():
    """A sign of a script without a font leaves no box behind; its neighbours stay."""
    assert names("a\U0001f9d1b") == names("ab")
    assert names("") == []


def test_bold_is_wider_and_size_counts():
    """Widths are those of the weight and grow with the size."""
    assert width_of("বিশ্বাস", 20, bold=True) > width_of("বিশ্বাস", 20) == 2 * width_of("বিশ্বাস", 10)


def test_letters_that_need_more_room_are_known():
    """Bengali and Devanagari; romanised text is not."""
    assert is_complex("a বি")
    assert is_complex("वि")
    assert not is_complex("bishwas 12 ।")


def test_threads_shape_the_same():
    """Eight threads at once give what one gives alone."""
    words = [f"ক্ষমতা {number} विश्वास trust" for number in range(40)]
    alone = [shaped.__wrapped__(word).width for word in words]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda word: shaped.__wrapped__(word).width, words)) == alone


def test_nepali_has_its_own_forms():
    """As a font gives them that is told the language: श्व with a half letter, as office programs and pages draw it."""
    assert len([glyph for glyph in shaped("श्व").glyphs if len(glyph.path.vertices)]) == 2
