"""Signs that begin a bullet."""

import pytest

from nlp.text.segmentation.bullets import find_bullet, is_rule


@pytest.mark.parametrize(
    "sign",
    ["- ", "* ", "+ ", "• ", "•", "– ", "— ", "▪ ", "○ ", "-", "  - ", "\t• ", "1. ", "12) ", "(3) ", "1.", "১। ",
     "২) ", "१. ", "१) ", "क) ", "(ক) ", "a) ", "iv) ", "1.2. ", "- [ ] ", "- [x] ", "☐ ", "☑ ", "✅ ", "o\t", "o   ",
     "\uf0b7 ", "\uf0a7", "> - ", "➢ ", "✔\ufe0f ", "① ", "❷", "1\ufe0f\u20e3 ", "⑶ ", "1- ", "২– ", "i. ", "ii. ",
     "IV. "],
)  # fmt: skip
def test_bullets_are_found(sign: str):
    """Dashes, dots, boxes, Word's private signs, numbers in three scripts and letters; only the sign is left out."""
    bullet = find_bullet(sign + "trust")
    assert bullet is not None
    assert bullet.text_start == len(sign)


@pytest.mark.parametrize(
    "line",
    ["-5 degrees", "1.5 million", "10.30 start", "2026 was hard", "**Trust** matters", "*Trust* matters",
     "trust - and more",
     "Openness – criticism", "A. Rahman said", "I. Rahman said", "v. good", "12-day course",
     "10 - 12 people", "5–6 times", "o well", "1 of us", "--- trust", "১০ জন", "", "(we) agreed", "100%"],
)  # fmt: skip
def test_what_only_looks_like_a_bullet(line: str):
    """Numbers, emphasis, initials, and dashes inside a line."""
    assert find_bullet(line) is None


def test_rules_say_nothing():
    """Lines of dashes or stars separate; emoji and letters say something."""
    assert all(is_rule(line) for line in ("---", "* * *", "=====", "", "…", "____"))
    assert not any(is_rule(line) for line in ("a", "।ক।", "👍", "☺", "7"))
