"""Texts of old fonts among others, and texts that only look like them."""

from pathlib import Path

import pytest

from nlp.text.legacy_fonts.convert import LegacyFont
from nlp.text.legacy_fonts.detect import font_of_letters, restore

ROOT = Path(__file__).parents[4]
BIJOY = ["†hvMv‡hvM fv‡jv Pj‡Q, Avgiv Lywk|", "cÖwk¶‡Yi Kvh©µg mgqg‡Zv ïiæ nqwb|", "Avgv‡`i gZvgZ †KD †kv‡b bv|"]
PREETI = [
    "xfdL Psfcs{fdf e/ k5f}{+ / hfg]sf] s'/f ;a} lhNnf sfof{no;Fu afF8\\5f}+.",
    "k|ltlqmof l9nf] k'U5 / s;n] lg0f{o u5{ s;}nfO{ yfxf 5}g.",
]


@pytest.mark.parametrize(("texts", "font"), [(BIJOY, LegacyFont.BIJOY), (PREETI, LegacyFont.PREETI)])
def test_a_file_in_an_old_font_is_converted(texts: list[str], font: LegacyFont):
    """No Latin letter is left, and the count is that of the texts."""
    found = restore(texts)
    assert (found.font, found.count) == (font, len(texts))
    assert not any(sign.isascii() and sign.isalpha() for text in found.texts for sign in text)


def test_english_and_unicode_among_them_stay():
    """Headings, whole sentences, and what is in Unicode already; a short word of the font does not."""
    english = ["Communications", "The office in London was closed.", "Team: Nepal", "আমরা"]
    found = restore([*english, *BIJOY])
    assert found.texts[:4] == tuple(english)
    assert found.count == len(BIJOY)
    assert restore(["Impact", *BIJOY, "mgq"]).texts[::4] == ("Impact", "সময়")


@pytest.mark.parametrize(
    "texts",
    [
        ["We agreed on this† and on that‡, see the notes†.", "† by majority", "‡ with one voice"],
        ["amra shobai mile kaj kori, kintu shomoy nai", "hami sabai milera kaam garchhau, samaya chaina"],
        [
            "const a = b[i]; if (x[j]) { y = z['k'] }",
            "for (;;) { s[i]++; }",
            "def f(x): return x[1:]",
            "sed 's/a/b/g;s/]/[/'",
        ],
        ["Ça été décidé à l'unanimité", "Não há reuniões às terças", "Zażółć gęślą jaźń", "größer, süß"],
        ["cafÃ© dÃ©jÃ  vu", "â€œquotedâ€\x9d", "naïve façade"],
        ["TLDR; GKE is OK", "ABC DEF GHI", "5G / 4G", ""],
        ["হামি", "नेपाल", "👍🏽👍🏽", "\u200d"],
    ],
)
def test_other_texts_are_never_taken_for_one(texts: list[str]):
    """Footnotes, romanised Bangla and Nepali, code, accents, mojibake, abbreviations."""
    assert font_of_letters(texts) is None
    assert restore(texts).texts == tuple(texts)


def test_nothing_of_this_project_is_taken_for_one():
    """Its own notes and code, five lines at a time."""
    files = [*ROOT.glob("corpora/sample/*.*"), *ROOT.glob("nlp/[dprt]*/*.py"), *ROOT.glob("service/web/static/*.js")]
    assert len(files) > 40
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()[:600]
        assert all(font_of_letters(lines[at : at + 5]) is None for at in range(0, len(lines), 5)), file
