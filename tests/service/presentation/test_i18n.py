import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from service.presentation.i18n import choose, language, language_of

EN, BN, NE = language("en"), language("bn"), language("ne")


def test_numbers_stand_in_the_readers_digits():
    """Bangla and Nepali sentences count in their own digits, grouped in lakhs."""
    assert (EN.number(123456), BN.number(123456), NE.number(1234567)) == ("123,456", "১,২৩,৪৫৬", "१२,३४,५६७")


@pytest.mark.parametrize(
    ("count", "english", "bangla"), [(0, "0 notes", "০টি নোট"), (1, "1 note", "১টি নোট"), (21, "21 notes", "২১টি নোট")]
)
def test_plural_forms(count, english, bangla):
    """English has one form for one thing and another for all else; Bangla counts the same way always."""
    assert EN.ngettext("{n} note", "{n} notes", count) == english
    assert BN.ngettext("{n} note", "{n} notes", count) == bangla


def test_percentages_are_whole():
    """A share is said as whole per cent."""
    assert (EN.percent(0.234), BN.percent(0.234), NE.percent(0.5)) == ("23%", "২৩%", "५०%")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (605, "10 min"),
        (3599, "1 h 0 min"),
        (7320, "2 h 2 min"),
    ],
)
def test_durations_have_two_units_at_most(seconds, said):
    """Seconds matter below ten minutes only."""
    assert EN.duration(seconds) == said


def test_dates_are_written_out():
    """A day, a month and anything else."""
    assert (EN.date("2026-03-18"), EN.date("2026-03"), EN.date("spring")) == ("18 March 2026", "March 2026", "spring")
    assert BN.date("2026-03-18") == "১৮ মার্চ ২০২৬"


def test_lists_read_as_a_sentence():
    """Nothing, one, two and three things."""
    assert [EN.list(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


@given(st.text())
def test_values_cannot_bring_markup(text):
    """Whatever a value says, it stays text."""
    said = EN.gettext("Remove {file}", file=text)
    assert isinstance(said, Markup)
    assert "<" not in said
    assert said.unescape() == f"Remove {text}"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("bn", "Bangla"),
        ("ne", "Nepali"),
        ("bn-Latn", "Bangla in Latin letters"),
        ("und", "language not told"),
        ("x!", "x!"),
    ],
)
def test_languages_have_names(code, name):
    """A code becomes a name; romanised text and unknown codes say what they are."""
    assert EN.language_name(code) == name


@pytest.mark.parametrize(
    ("asked", "remembered", "accepted", "spoken"),
    [
        ("ne", "bn", "en", "ne"),
        ("xx", "bn", "en", "bn"),
        (None, None, "de-DE,de;q=0.9,bn;q=0.8,en;q=0.7", "bn"),
        (None, None, "fr;q=x,,", "en"),
        (None, None, "", "en"),
    ],
)
def test_the_language_is_the_one_asked_for(asked, remembered, accepted, spoken):
    """Asked for wins over remembered, that over what the browser accepts, and English is left."""
    assert choose(asked, remembered, accepted) == spoken


@pytest.mark.parametrize(("text", "code"), [("“ঢাকা” office", "bn"), ("कर्णाली", "ne"), ("Dhaka", "en"), ("12 🙂", "en")])
def test_the_first_letter_tells_the_script(text, code):
    """Signs and digits are passed over."""
    assert language_of(text) == code


def test_bangla_is_called_in_nepali_as_nepal_writes_it():
    """Babel has the Hindi spelling."""
    assert language("ne").language_name("bn") == "बङ्गाली"
