"""Levels are compared by their rank, whatever they are called."""

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents import Rubric, read_document
from nlp.documents.types import Descriptor
from nlp.rubrics.level_orders import OrderFound
from nlp.rubrics.levels import Direction, LevelRanks, LevelRelation

SAME, OTHER, OPPOSITE, UNKNOWN = LevelRelation

LADDERS = [
    ("well-functioning", "emerging", "needs help"),
    ("ভালো চলছে", "উদীয়মান", "সহায়তা দরকার"),
    ("राम्रो चलेको", "उदीयमान", "सहयोग चाहिने"),
    ("सुचारु", "विकास हुँदै", "मद्दत चाहिन्छ"),
    ("funciona bien", "emergente", "necesita ayuda"),
    ("fonctionne bien", "émergent", "besoin d'aide"),
    ("अच्छी तरह चल रहा", "उभरता हुआ", "मदद चाहिए"),
    ("funciona bem", "emergente", "precisa de ajuda"),
    ("جيد", "متوسط", "ضعيف"),
    ("nzuri", "wastani", "dhaifu"),
    ("اچھا", "درمیانہ", "کمزور"),
    ("baik", "berkembang", "perlu bantuan"),
    ("High", "Medium", "Low"),
    ("Strong", "Moderate", "Weak"),
    ("Green", "Amber", "Red"),
    ("🟢", "🟡", "🔴"),
    ("সবুজ", "হলুদ", "লাল"),
    ("Level 3", "Level 2", "Level 1"),
    ("স্তর ৩", "স্তর ২", "স্তর ১"),
    ("तह ३", "तह २", "तह १"),
    ("Stage III", "Stage II", "Stage I"),
    ("★★★", "★★", "★"),
    ("3 stars", "2 stars", "1 star"),
    ("A", "B", "C"),
    ("Level 3: strong", "Level 2: getting there", "Level 1: weak"),
]


def rows(team: str, levels: tuple[str, ...], *, wide: bool = True) -> list[Descriptor]:
    """Return a rubric with one descriptor of every level."""
    return [
        Descriptor(f"{team}{n}", "Trust", level, "text", "und", f"{team}.csv", 2 if wide else n + 2, team)
        for n, level in enumerate(levels)
    ]


def relations(a: list[Descriptor], b: list[Descriptor], **given_: tuple[str, ...]) -> list[LevelRelation]:
    """Return the relation of every level of one rubric to every level of another."""
    ranks = LevelRanks.of([*a, *b], given_)
    return [ranks.relation(one, other) for one in a for other in b]


@pytest.mark.parametrize("other", LADDERS, ids=" ".join)
@pytest.mark.parametrize("first", LADDERS[:3], ids=" ".join)
def test_the_same_ladder_in_other_words_crosses_nothing(first, other):
    """Best with best, middle with middle, worst with worst, in any two languages; the ends are opposite."""
    found = relations(rows("A", first), rows("B", other))
    assert found == [SAME, OTHER, OPPOSITE, OTHER, SAME, OTHER, OPPOSITE, OTHER, SAME]


@given(st.sampled_from(LADDERS), st.permutations(range(3)), st.sampled_from(["NFC", "NFD"]))
def test_the_order_of_the_columns_does_not_matter_where_names_are_known(ladder, order, form):
    """Best first, worst first or anyhow: the ranks are the same, composed or decomposed, in capitals or not."""
    written = tuple(normalize(form, ladder[place]).upper() for place in order)
    ranks = LevelRanks.of(rows("A", written))
    assert [ranks.rank(each) for each in rows("A", written)] == [place + 1 for place in order]


@pytest.mark.parametrize(
    ("levels", "found", "direction", "best_first"),
    [
        (("strong", "fair", "weak"), OrderFound.NAMES, Direction.BEST_FIRST, ("strong", "fair", "weak")),
        (("দুর্বল", "মাঝারি", "ভালো"), OrderFound.NAMES, Direction.WORST_FIRST, ("ভালো", "মাঝারি", "দুর্বল")),
        (("high", "low", "medium"), OrderFound.NAMES, Direction.MIXED, ("high", "medium", "low")),
        (("Level 1", "Level 2"), OrderFound.NUMBERS, Direction.WORST_FIRST, ("Level 2", "Level 1")),
        (("১", "২", "৩"), OrderFound.NUMBERS, Direction.UNKNOWN, ("১", "২", "৩")),
        (("Seed", "Sapling", "Good"), OrderFound.COLUMNS, Direction.WORST_FIRST, ("Good", "Sapling", "Seed")),
        (("Weak", "A bit", "Emerging", "Good"), OrderFound.COLUMNS, Direction.WORST_FIRST, None),
        (("Seed", "Sapling", "Tree"), OrderFound.COLUMNS, Direction.UNKNOWN, ("Seed", "Sapling", "Tree")),
        (("বীজ", "চারা", "গাছ"), OrderFound.COLUMNS, Direction.UNKNOWN, ("বীজ", "চারা", "গাছ")),
        (("A", "C", "E"), OrderFound.COLUMNS, Direction.UNKNOWN, ("A", "C", "E")),
    ],
)
def test_each_rubric_says_how_its_order_was_found(levels, found, direction, best_first):
    """And in which direction it writes; where no end is known to be the best, it is left as it is written."""
    (ladder,) = LevelRanks.of(rows("A", levels)).ladders
    assert (ladder.found, ladder.direction) == (found, direction)
    assert ladder.levels == (best_first or levels[::-1])


def test_a_long_table_gives_the_order_of_appearance():
    """A row for every descriptor has no columns; rows that contradict each other give no order."""
    (ladder,) = LevelRanks.of(rows("A", ("Seed", "Sapling", "Tree"), wide=False)).ladders
    assert (ladder.found, ladder.direction) == (OrderFound.APPEARANCE, Direction.UNKNOWN)
    other = [Descriptor("x", "Risk", level, "t", "en", "A.csv", 9 + n, "A") for n, level in enumerate(("Tree", "Seed"))]
    (ladder,) = LevelRanks.of([*rows("A", ("Seed", "Sapling", "Tree"), wide=False), *other]).ladders
    assert ladder.found is OrderFound.UNKNOWN


def test_an_empty_cell_does_not_move_its_column():
    """The first row leaves the first column empty: the other rows show where it stands."""
    table = (
        "element,Seed,Sapling,Tree\nTrust,,it grows a bit,it stands tall\nRisk,nobody dares,somebody dares,all dare\n"
    )
    rubric = read_document("rubric.csv", table.encode())
    assert isinstance(rubric, Rubric)
    (ladder,) = LevelRanks.of(rubric.descriptors).ladders
    assert ladder.levels == ("Seed", "Sapling", "Tree")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Seed", "Sapling", "Tree"), ("strong", "fair", "weak")),
        (("Seed", "Sapling", "Tree"), ("বীজ", "চারা", "গাছ")),
        (("1", "2", "3"), ("strong", "fair", "weak")),
        (("1", "2", "3"), ("1st", "2nd", "3rd", "4th")),
    ],
)
def test_nothing_is_claimed_where_an_order_is_not_certain(a, b):
    """Neither a crossing nor opposite ends, and it is said that they could not be compared."""
    assert set(relations(rows("A", a), rows("B", b))) <= {UNKNOWN, SAME}
    assert OTHER not in relations(rows("A", a), rows("B", b))


def test_unknown_names_that_both_use_are_compared():
    """The same three words are the same ladder, whichever end is the best; so are the same numbers in other digits."""
    seed = ("Seed", "Sapling", "Tree")
    expected = [SAME, OTHER, OPPOSITE, OTHER, SAME, OTHER, OPPOSITE, OTHER, SAME]
    assert relations(rows("A", seed), rows("B", tuple(map(str.upper, seed)))) == expected
    assert relations(rows("A", ("1", "2", "3")), rows("B", ("১", "২", "३"))) == expected


def test_ladders_of_different_length_are_laid_end_to_end():
    """Of five levels the second lies between two of three and crosses neither; two steps off is another level."""
    five = ("very high", "high", "medium", "low", "very low")
    three = ("ভালো", "মোটামুটি", "দুর্বল")
    assert relations(rows("A", five), rows("B", three)) == [
        *(SAME, OTHER, OPPOSITE),
        *(SAME, SAME, OTHER),
        *(OTHER, SAME, OTHER),
        *(OTHER, SAME, SAME),
        *(OPPOSITE, OTHER, SAME),
    ]


def test_a_rubric_that_leaves_levels_out_is_part_of_the_whole_ladder():
    """Two teams that use two each of the same three names."""
    a, b = rows("A", ("well-functioning", "emerging")), rows("B", ("well-functioning", "needs help"))
    assert relations(a, b) == [SAME, OPPOSITE, OTHER, OTHER]


def test_two_levels_are_not_held_against_the_middle_of_three():
    """Good and bad of one team, three levels of another in another language: only the ends differ."""
    a, b = rows("A", ("good", "bad")), rows("B", ("ভালো চলছে", "উদীয়মান", "সহায়তা দরকার"))
    assert relations(a, b) == [SAME, SAME, OPPOSITE, OPPOSITE, SAME, SAME]


def test_what_people_say_of_the_levels_goes_first():
    """The order that was asked for makes unknown names comparable, and turns numbers round."""
    a, b = rows("A", ("বীজ", "চারা", "গাছ")), rows("B", ("strong", "fair", "weak"))
    said = ("গাছ", "চারা", "বীজ")
    assert relations(a, b, A=said) == [OPPOSITE, OTHER, SAME, OTHER, SAME, OTHER, SAME, OTHER, OPPOSITE]
    assert LevelRanks.of(a, {"A": said}).ladders[0].found is OrderFound.GIVEN
    one, other = rows("A", ("1", "2", "3")), rows("B", ("1", "2", "3"))
    assert relations(one, other, A=("1", "2", "3"), B=("3", "2", "1"))[0] is OPPOSITE


NAMES = st.lists(
    st.sampled_from([name for ladder in LADDERS for name in ladder] + ["Seed", "চারা", "🙂🙂", "", "7", "II"]),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(NAMES, NAMES)
def test_any_two_ladders_have_symmetric_relations(a, b):
    """Whatever is written, nothing fails, and it does not matter which of two comes first."""
    left, right = rows("A", tuple(a)), rows("B", tuple(b))
    ranks = LevelRanks.of([*left, *right])
    for one in left:
        for other in right:
            assert ranks.relation(one, other) is ranks.relation(other, one)
            if one.level == other.level:
                assert ranks.relation(one, other) is SAME
    for ladder in ranks.ladders:
        assert sorted(ladder.levels) == sorted(a if ladder.team == "A" else b)


@given(NAMES)
def test_ranks_rise_without_gaps(levels):
    """From 1 for the best on, or from 2 where the best of the known names is left out, or none at all."""
    ranks = LevelRanks.of(rows("A", tuple(levels)))
    found = sorted({rank for each in rows("A", tuple(levels)) if (rank := ranks.rank(each))})
    assert all(after - before == 1 for before, after in pairwise(found))
    assert not found or found[0] in (1, 2)


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        ("emerging", "well-functioning", LevelRelation.OTHER),
        ("उदीयमान", "ভালো চলছে", LevelRelation.OTHER),
        ("emerging", "উদীয়মান", LevelRelation.SAME),
        ("well-functioning", "needs help", LevelRelation.OPPOSITE),
    ],
)
def test_rubrics_of_a_single_known_level_are_taken_to_come_from_a_ladder_of_three(before, after, relation):
    """A version that has only one level left still tells whether a descriptor has moved."""
    old, new = (
        Descriptor(str(n), "Trust", level, "We ring", "en", "r.csv", 2, "A", str(n))
        for n, level in enumerate((before, after))
    )
    assert LevelRanks.of([old, new]).relation(old, new) is relation
