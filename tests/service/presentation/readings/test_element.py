"""What the page of one element shows."""

from dataclasses import replace

import pytest

from nlp.readings.types import Difference, SpeechDifference
from nlp.statistics.verdicts import Trust, Verdict
from service.presentation.i18n import language
from service.presentation.readings.element import FEATURED, element_view
from service.presentation.team_marks import marks
from tests.service.presentation.readings.made import TEAMS, communications, element, note, reading


def view(spoken="en", **changed):
    return element_view(replace(communications(), **changed), marks(TEAMS), language(spoken))


def test_readings_are_ordered_by_what_teams_share():
    """Shared first, then those that some team lacks, then those of one; each heading counts what was written."""
    assert [str(band.heading) for band in view().bands] == [
        "Shared by all teams",
        "Not heard from every team",
        "Heard from one team only",
    ]


def test_every_note_has_a_dot_and_a_quote(sample):
    """One dot per note, each leading to its quote; quotes are not shown twice."""
    shown = element_view(sample.element("communications"), marks(sample.at.programme.teams), language("en"))
    for row in (*view().rows, *shown.rows):
        anchors = [quote.anchor for quote in (*row.quotes, *row.others)]
        assert sorted(dot.quote.anchor for dot in row.dots) == sorted(anchors)
        assert len(anchors) == len(set(anchors))


def test_bars_count_the_teams_in_their_order():
    """Counts worked out by hand from the notes: 2 of 5, 3 of 6, 2 of 5."""
    assert [(bar.mark.name, str(bar.words)) for bar in view().rows[0].bars] == [
        ("Coordination", "2 of 5 notes"),
        ("Sylhet", "3 of 6 notes"),
        ("कर्णाली", "2 of 5 notes"),
    ]


def test_bars_lie_inside_their_bands(sample):
    """On every element of the sample, in per cent."""
    signs = marks(sample.at.programme.teams)
    shown = [element_view(each, signs, language("en")) for each in sample.readings().elements]
    bars = [bar for each in shown for row in each.rows for bar in row.bars]
    assert bars
    assert all(0 <= bar.low <= bar.share <= bar.high <= 100 for bar in bars)


def test_a_missing_team_is_said_in_the_finding():
    """The text alternative of a row names who holds it and who does not."""
    assert view().rows[1].finding.striptags() == "Heard from Coordination and Sylhet, not from कर्णाली."


@pytest.mark.parametrize(
    ("spoken", "gloss"),
    [("en", "electricity · online meeting · network"), ("ne", "")],
)
def test_a_name_in_another_language_stays_and_has_a_gloss(spoken, gloss):
    """Words of the model never name a reading; they stand under words that the reader may not know."""
    found = view(spoken).rows[2].label
    assert (found.text, found.gloss) == ("अनलाइन बैठक बीचमै टुट्छ", gloss)


def test_notes_without_a_known_language_say_so_to_the_browser():
    """`und` becomes an empty `lang`, which is HTML's unknown."""
    assert [(quote.code, quote.language) for quote in view().alone] == [("bn", "Bangla"), ("", "language not told")]


def test_other_attributes_are_tables():
    """Language is counted for every reading; team is in the rows already."""
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
    empty = element_view(element(alone=1, teams={"A": 1}), marks(TEAMS), language("en"))
    assert (empty.bands, len(empty.alone), len(empty.questions)) == ((), 1, 1)


def test_a_large_reading_is_thinned_evenly():
    """Of 500 notes a page holds 120 and the quotes, says so, and every mark still leads to its note."""
    large = reading("large", A=(500, 500), B=(0, 9))
    units = tuple(replace(unit, typicality=1 - at / 1000) for at, unit in enumerate(large.units))
    given = element(replace(large, units=units))
    given = replace(given, readings=(replace(given.readings[0], quotes=(given.readings[0].units[1].id,)),))
    (shown,) = element_view(given, marks(("A", "B")), language("en")).rows
    assert str(shown.more) == "121 of 500 notes are shown."
    assert {dot.quote.anchor for dot in shown.dots} == {quote.anchor for quote in (*shown.quotes, *shown.others)}


def test_notes_without_an_author_are_said_in_the_readers_language():
    """They count as different people; with none of them nothing is said."""
    (limit,) = view("bn", nameless=3).limits
    assert limit.startswith("১৬টি নোটের মধ্যে ৩টিতে কে লিখেছেন তা নেই")
    assert view("bn").limits == ()


def test_an_element_of_the_lowest_grade_opens_with_heaps_and_notes():
    """Every note once, heaps first; no question leans on its readings, and the lead says why, in each language."""
    units = [unit for each in communications().readings for unit in each.units]
    heap = tuple(unit.id for unit in units[:3])
    shown = view("ne", trust=Trust.LOWEST, heaps=(heap,))
    assert [quote.text for quote in shown.notes_first.heaps[0].notes] == [unit.text for unit in units[:3]]
    assert len(shown.notes_first.others.notes) == communications().notes - 3
    assert (shown.questions, shown.trust) == ((), ())
    assert shown.lead[0].startswith("कुन नोट कुनसँग मिल्छ")


def test_other_grades_open_with_readings():
    """And say in plain words how far to trust them."""
    for grade in (Trust.MIDDLE, Trust.HIGHEST):
        shown = view(trust=grade)
        assert shown.notes_first is None
        assert len(shown.trust) == 1


def test_a_layout_is_one_way_with_fewer_and_more_beside_it():
    """Never fewer than one, never more than the notes allow."""
    shown = view(most_readings=4).layout
    assert str(shown.words) == "One way to lay out these notes: in 3 readings."
    assert (shown.fewer, shown.more) == (2, 4)
    assert view(most_readings=3).layout.more is None
    one = element_view(element(reading(A=(2, 2), B=(3, 3))), marks(TEAMS), language("en")).layout
    assert (one.fewer, one.more) == (None, None)


@pytest.mark.parametrize(
    ("verdict", "begins"),
    [
        (Verdict.DIFFERS, "The teams speak differently here"),
        (Verdict.NO_DIFFERENCE, "Taken as a whole"),
        (Verdict.TOO_FEW, "Too few people of different teams"),
    ],
)
def test_whether_teams_speak_differently_stands_before_the_readings(verdict, begins):
    """With the readings that show it, or that none does."""
    speech = {"team": SpeechDifference(0.01, 0.02, verdict)}
    (line,) = view(speech=speech).speech
    assert line.startswith(begins)
    assert ("No single reading shows how" in line) == (verdict == Verdict.DIFFERS)
    first, *others = communications().readings
    differs = replace(first, difference={**first.difference, "team": Difference(0.01, 0.5, Verdict.DIFFERS)})
    (line,) = view(speech=speech, readings=(differs, *others)).speech
    assert ("It shows in" in line) == (verdict == Verdict.DIFFERS)


def test_other_groups_are_spoken_of_where_they_differ():
    """Nothing is said of a role whose people speak alike."""
    found = {"role": SpeechDifference(0.01, 0.02, Verdict.DIFFERS)}
    assert "Seen by role" in view(speech=found).speech[0]
    assert view(speech={"role": SpeechDifference(0.4, 0.0, Verdict.NO_DIFFERENCE)}).speech == ()


def test_attributes_that_would_show_single_people_are_named():
    """What is missing from the page, and why."""
    assert view(withheld=("gender",)).limits == (
        "Not shown, because groups this small would show single people: gender.",
    )


def test_a_pool_of_small_groups_is_named_in_the_readers_language():
    """Nobody gave the group "other" its name."""
    given = communications()
    groups = {**given.groups, "role": {"facilitator": 8, "other": 8}}
    readings = tuple(replace(each, held_by={**each.held_by, "role": {}}) for each in given.readings)
    table = next(each for each in view("bn", groups=groups, readings=readings).tables if each.attribute == "role")
    assert table.groups == ("facilitator", "বাকি সবাই")


def test_teams_that_differ_are_set_beside_the_others_in_counts():
    """Which team stands out, counted on both sides; where no difference was seen nobody stands out."""
    assert all("Furthest" not in str(row.certainty) for row in view().rows)
    *others, last = communications().readings
    differs = replace(
        last, difference={**last.difference, "team": replace(last.difference["team"], verdict=Verdict.DIFFERS)}
    )
    row = next(each for each in view(readings=(*others, differs)).rows if each.id == last.id)
    assert row.certainty.striptags().endswith(
        "Furthest from the others is कर्णाली: 3 of 5 notes, the others 0 of 11 notes."
    )


def test_teams_with_languages_of_their_own_are_cautioned():
    """A difference between teams may be one between languages: this stands among the first sentences."""
    assert str(view(like_language=("team",)).cautions[0]).startswith("Here each team writes in its own language")


def test_a_difference_is_never_under_too_few_to_say():
    """One team that wrote enough against several that wrote little: where the test sees a difference, so do we."""
    given = reading("trust", Verdict.DIFFERS, A=(0, 12), B=(2, 2), C=(2, 2), D=(2, 2))
    (band,) = element_view(element(given), marks(("A", "B", "C", "D")), language("en")).bands
    assert band.heading == "Heard unevenly"


def test_who_wrote_too_little_to_be_compared_shares_nothing():
    """A heading names the teams that share a reading where another one is missing in its caption."""
    (band,) = element_view(element(reading(A=(5, 9), B=(4, 8), C=(0, 1))), marks(("A", "B", "C")), language("en")).bands
    assert band.heading.striptags() == "Shared by A and B"
    assert band.rows[0].finding.striptags() == "Heard from A and B, not from C."


def test_a_page_has_the_history_of_its_readings(sample):
    """Given what became of this element, and only then."""
    given, signs = sample.element("communications"), marks(sample.at.programme.teams)
    drift = sample.element_drift("communications")
    assert all(row.history is None for row in element_view(given, signs, language("en")).rows)
    with_reviews = element_view(given, signs, language("en"), drift).rows
    assert any(row.history for row in with_reviews) == any(each.steps for each in drift.readings)


def test_texts_of_any_script_stay_as_they_were_written():
    """Joiners, combining marks, decomposed letters and emoji in quotes and marks of notes."""
    texts = ("র‌্যাব ক্ষ", "नेपाल‍ी क्‍ष", "re\u0301union", "আমি khub খুশি 👩‍👩‍👧", "<b>bold</b>")
    alone = tuple(note(at, "A", "und", text) for at, text in enumerate(texts))
    assert tuple(quote.text for quote in view(alone=alone).alone) == texts


def test_notes_without_a_team_have_a_bar_of_their_own():
    """Behind the bars of the teams, without a band: they are compared with nothing."""
    said = reading(Sylhet=(2, 3))
    units = tuple(replace(each, attributes={}) if at else each for at, each in enumerate(said.units))
    shown = element_view(element(replace(said, units=units)), marks(TEAMS), language("en"))
    (row,) = shown.rows
    last = row.bars[-1]
    assert (last.mark.name, last.count, last.share, last.high - last.low) == ("", 1, 100.0, 0)
