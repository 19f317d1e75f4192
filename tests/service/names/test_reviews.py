"""Reviews: when they were, and in which order they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Notes, Rating, Ratings, Unit
from service.names.outline import merged, outline_of
from service.names.reviews import in_order, place_in_series
from service.types import DatedBy, Outline, Review


def notes(filename: str, *written: tuple[str, str]) -> tuple[str, Outline]:
    """Return the outline of a file of notes of these (review, date)."""
    units = tuple(
        Unit(f"{filename}{n}", "text", "en", filename, n, 0, 4, None, {"review": review, "date": date})
        for n, (review, date) in enumerate(written)
    )
    return "notes", outline_of(Notes(filename, units))


def ratings(filename: str, *reviews: str) -> tuple[str, Outline]:
    return "ratings", outline_of(Ratings(filename, tuple(Rating(each, "A", "Trust", "high") for each in reviews)))


def names(*files: tuple[str, Outline]) -> list[str]:
    return [review.name for review in merged(Outline(), files).reviews]


def test_september_that_was_uploaded_first_stands_after_march():
    """The dates of the notes order the reviews, not the order of the files."""
    september = notes("b.csv", ("Second round", "2026-09-16"), ("Second round", "2026-09-17"))
    march = notes("a.csv", ("First talks", "2026-03-18"))
    assert names(september, march) == names(march, september) == ["First talks", "Second round"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("March 2026", "September 2026"),
        ("मार्च २०२६", "सेप्टेम्बर २०२६"),
        ("মার্চ ২০২৬ পর্যালোচনা", "সেপ্টেম্বর ২০২৬ পর্যালোচনা"),
        ("चैत २०८२", "असोज २०८३"),
        ("AAR 2026-03", "AAR 2026-09"),
        ("Q1 2026", "Q3 2026"),
        ("Review 18/03/2026", "Review 16/09/2026"),
        ("marzo 2026", "September 2026"),
    ],
)
def test_a_name_says_when_it_was(first, second):
    """In any language and script; whichever came first."""
    assert names(notes("b.csv", (second, "")), notes("a.csv", (first, ""))) == [first, second]


def test_the_name_of_the_file_is_the_last_resort():
    """It counts for a file of one review whose notes and name say nothing."""
    files = [notes("notes-2026-09-nepal.csv", ("Kathmandu", "")), notes("notes-2026-03-nepal.csv", ("Pokhara", ""))]
    (pokhara, kathmandu) = merged(Outline(), files).reviews
    assert pokhara == Review("Pokhara", "2026-03", DatedBy.FILE)
    assert kathmandu == Review("Kathmandu", "2026-09", DatedBy.FILE)
    assert merged(Outline(), [ratings("all-2026-09.csv", "A", "B")]).reviews == (Review("A"), Review("B"))


def test_who_knows_best():
    """The facilitator, then the dates of the notes, then the name, then the file."""
    own = Outline(reviews=(Review("march 2026", "2026-04-01"),))
    dated = notes("2025-01.csv", ("March 2026", "2026-03-18"))
    undated = notes("2025-01.csv", ("March 2026", ""))
    assert merged(own, [dated]).reviews == (Review("march 2026", "2026-04-01", DatedBy.FACILITATOR),)
    assert merged(Outline(), [undated, dated]).reviews == (Review("March 2026", "2026-03-18", DatedBy.NOTES),)
    assert merged(Outline(), [undated]).reviews == (Review("March 2026", "2026-03", DatedBy.NAME),)


def test_a_slip_in_one_note_does_not_move_a_review():
    """Of a file's dates the middle one counts, of several files the earliest."""
    slip = notes("a.csv", ("R", "2026-03-18"), ("R", "2062-03-18"), ("R", "2026-03-17"), ("R", "soon"), ("R", ""))
    later = notes("b.csv", ("R", "2026-03-20"))
    assert merged(Outline(), [later, slip]).reviews == (Review("R", "2026-03-18", DatedBy.NOTES),)


@pytest.mark.parametrize(
    "ordered",
    [
        ["AAR 1", "AAR 2", "AAR 10"],
        ["Review 2", "Review 3"],
        ["পর্যালোচনা ১", "পর্যালোচনা ২", "পর্যালোচনা ১০"],
        ["पहिलो समीक्षा", "दोस्रो समीक्षा"],
        ["First review", "Second review", "Third review"],
        ["Review I", "Review II", "Review IV"],
        ["1st AAR", "2nd AAR"],
        ["Baseline", "Midline", "Endline"],
        ["আধাররেখা", "মধ্যরেখা", "প্রান্তরেখা"],
    ],
)
def test_numbered_names_follow_their_numbers(ordered):
    """Where no date is known: digits of any script, ordinals, Roman numerals, the three lines of evaluators."""
    backwards = [notes(f"{n}.csv", (name, "")) for n, name in enumerate(reversed(ordered))]
    assert names(*backwards) == ordered


def test_a_number_places_a_review_among_dated_ones():
    """AAR 2 without a date stands between the two that have one; a name of its own comes last."""
    files = [
        notes("d.csv", ("Pilot", "")),
        notes("c.csv", ("AAR 3", "2026-09-16")),
        notes("b.csv", ("AAR 2", "")),
        notes("a.csv", ("AAR 1", "2026-03-18")),
        notes("e.csv", ("AAR 4", "")),
    ]
    assert names(*files) == ["AAR 1", "AAR 2", "AAR 3", "AAR 4", "Pilot"]


def test_without_date_and_number_the_first_appearance_counts():
    """Two names that say nothing are not sorted, and their date stays open."""
    found = merged(Outline(), [notes("b.csv", ("September", "")), notes("a.csv", ("March", ""))]).reviews
    assert found == (Review("September"), Review("March"))


def test_places_in_a_series():
    """The name without its number, and the number; a year is no number."""
    assert place_in_series("AAR 3") == place_in_series("AAR-03")
    assert place_in_series("AAR 3") == ("aar #", 3)
    assert place_in_series("Pilot") is None
    assert place_in_series("Review 2026") is None


@given(st.permutations([Review("AAR 2"), Review("AAR 1", "2026-03"), Review("Pilot"), Review("M", "2025-01-02")]))
def test_the_order_of_the_dated_ones_does_not_depend_on_the_upload(reviews):
    """Any order in gives the same order out."""
    assert [each.name for each in in_order(reviews)] == ["M", "AAR 1", "AAR 2", "Pilot"]
