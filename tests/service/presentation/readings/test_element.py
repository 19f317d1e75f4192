import pytest

from nlp.json_form import interpretation_to_json
from nlp.readings.types import Interpretation
from service.presentation.i18n import language
from service.presentation.readings.element import FEATURED, element_view
from service.presentation.team_marks import marks
from service.presentation.text import label
from tests.service.presentation.fake import ELEMENTS, TEAMS


def view(spoken="en", element=0):
    given = interpretation_to_json(Interpretation("m", ("team", "language"), ELEMENTS))["elements"][element]
    return element_view(given, marks(TEAMS), language(spoken))


def test_readings_are_ordered_by_what_teams_share():
    """Shared first, then contested, then held by one."""
    assert [str(band.heading) for band in view().bands] == [
        "Shared by all teams",
        "Heard unevenly",
        "Held by one team",
    ]


def test_every_note_has_a_dot_and_a_quote():
    """One dot per note, each leading to its quote; quotes are not shown twice."""
    for strip in view().strips:
        anchors = [quote.anchor for quote in (*strip.quotes, *strip.others)]
        assert sorted(dot.quote.anchor for dot in strip.dots) == sorted(anchors)
        assert len(anchors) == len(set(anchors))


def test_bars_count_the_teams_in_their_order():
    """Counts worked out by hand from the notes: 2 of 5, 3 of 6, 2 of 5."""
    bars = view().strips[0].bars
    assert [(bar.mark.name, str(bar.words)) for bar in bars] == [
        ("Coordination", "2 of 5 notes"),
        ("Sylhet", "3 of 6 notes"),
        ("कर्णाली", "2 of 5 notes"),
    ]
    assert all(bar.low <= bar.share <= bar.high for bar in bars)


def test_a_missing_team_is_said_in_the_finding():
    """The text alternative of a strip names who holds it and who does not."""
    assert view().strips[1].finding.striptags() == "Heard from Coordination and Sylhet, not from कर्णाली."


@pytest.mark.parametrize(
    ("spoken", "shown", "original", "machine"),
    [
        ("en", "electricity · online meeting · network", "अनलाइन बैठक बीचमै टुट्छ", True),
        ("ne", "अनलाइन बैठक बीचमै टुट्छ", "", False),
    ],
)
def test_labels_are_in_the_readers_language_where_they_can_be(spoken, shown, original, machine):
    """Words of the model are marked and stand beside the original; own words need neither."""
    found = view(spoken).strips[2].label
    assert (found.text, found.original, found.machine) == (shown, original, machine)


def test_a_label_without_words_in_the_readers_language_stays_as_it_is():
    """Neither notes nor model have English for it."""
    given = {"label": "টাকা", "labels": {"bn": "টাকা"}, "given": "", "gloss": {}, "units": []}
    assert (label(given, language("en")).text, label(given, language("en")).code) == ("টাকা", "bn")


def test_notes_without_a_known_language_say_so_to_the_browser():
    """`und` becomes an empty `lang`, which is HTML's unknown."""
    assert [(quote.code, quote.language) for quote in view().alone] == [("bn", "Bangla"), ("", "language not told")]


def test_other_attributes_are_tables():
    """Language is counted for every reading; team is on the strips already."""
    (table,) = view().tables
    assert table.attribute == "language"
    assert table.groups == ("English", "Bangla", "Nepali")
    assert [str(cell) for cell in table.rows[2][1]] == ["0 of 4", "0 of 6", "3 of 5"]


def test_a_short_report_shows_a_few_readings_of_every_kind():
    """The first of each band, in the order of the page, and what is left out is said."""
    assert len(view().featured) == FEATURED
    assert str(view().more) == "Not shown here: 1 more reading and 2 notes that stand alone."


def test_an_element_without_readings():
    """Nothing breaks where every note stands alone."""
    empty = view(element=2)
    assert (empty.bands, len(empty.alone), len(empty.questions)) == ((), 1, 1)


def test_a_large_reading_is_thinned_evenly():
    """Of 500 notes a page holds 120 and the quotes, says so, and every mark still leads to its note."""
    given = interpretation_to_json(Interpretation("m", ("team", "language"), ELEMENTS))["elements"][0]
    reading = given["readings"][0]
    first = reading["units"][0]
    reading["units"] = [{**first, "id": f"u{at}", "typicality": 1 - at / 1000} for at in range(500)]
    reading["quotes"] = ["u1"]
    shown = element_view(given, marks(TEAMS), language("en")).strips[0]
    assert str(shown.more) == "121 of 500 notes are shown."
    assert {dot.quote.anchor for dot in shown.dots} == {quote.anchor for quote in (*shown.quotes, *shown.others)}


def made(**changed):
    given = interpretation_to_json(Interpretation("m", ("team", "language"), ELEMENTS))["elements"][0]
    return given | changed


def test_notes_without_an_author_are_said_in_the_readers_language():
    """They count as different people; with none of them nothing is said."""
    shown = element_view(made(nameless=3), marks(TEAMS), language("bn"))
    (limit,) = shown.limits
    assert limit.startswith("১৬টি নোটের মধ্যে ৩টিতে কে লিখেছেন তা নেই")
    assert element_view(made(nameless=0), marks(TEAMS), language("bn")).limits == ()


def test_faint_readings_come_with_a_warning():
    """Where notes hardly fall into readings the page says so, in the reader's language."""
    caution, *_ = element_view(made(nameless=0, faint=True), marks(TEAMS), language("ne")).cautions
    assert caution.startswith("यी नोट छुट्टाछुट्टै बुझाइमा")


def test_attributes_that_would_show_single_people_are_named():
    """What is missing from the page, and why."""
    shown = element_view(made(nameless=0, withheld=["gender"]), marks(TEAMS), language("en"))
    assert shown.limits == ("Not shown, because groups this small would show single people: gender.",)


def test_a_pool_of_small_groups_is_named_in_the_readers_language():
    """Nobody gave the group "other" its name."""
    given = made()
    given["groups"]["role"] = {"facilitator": 8, "other": 8}
    for reading in given["readings"]:
        reading["held_by"]["role"] = {}
    table = next(each for each in element_view(given, marks(TEAMS), language("bn")).tables if each.attribute == "role")
    assert table.groups == ("facilitator", "অন্যান্য")


def test_teams_that_differ_are_set_beside_the_others_in_counts():
    """Which team stands out, counted on both sides; where no difference was seen nobody stands out."""
    given = made()
    before = element_view(given, marks(TEAMS), language("en")).strips
    assert all("Furthest" not in str(strip.certainty) for strip in before)
    given["readings"][2]["difference"]["team"]["verdict"] = "differs"
    last = element_view(given, marks(TEAMS), language("en")).strips[2]
    assert last.certainty.striptags().endswith(
        "Furthest from the others is कर्णाली: 3 of 5 notes, the others 0 of 11 notes."
    )


def test_teams_with_languages_of_their_own_are_cautioned():
    """A difference between teams may be one between languages: this stands among the first sentences."""
    shown = element_view(made(like_language=["team"]), marks(TEAMS), language("en"))
    assert str(shown.cautions[0]).startswith("Here each team writes in its own language")
