"""Rubrics of several teams: same, same on another level, only here."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import compare_rubrics
from nlp.documents.types import Descriptor
from nlp.errors import NothingToAnalyse
from tests.embedders import BagOfWords


def descriptor(team: str, level: str, text: str, element: str = "Communications") -> Descriptor:
    return Descriptor(f"{team}-{text}", element, level, text, "en", f"{team}.csv", 2, team)


NEPAL = [
    descriptor("Nepal", "emerging", "Decisions reach the field office by phone"),
    descriptor("Nepal", "well-functioning", "Load shedding is planned for"),
]
BANGLADESH = [
    descriptor("Bangladesh", "well-functioning", "Decisions reach the field office by phone"),
    descriptor("Bangladesh", "needs help", "Nobody reads long emails"),
]


def test_the_same_sentence_on_another_level_comes_first():
    """What Nepal calls emerging is well-functioning for Bangladesh."""
    (element,) = compare_rubrics([*NEPAL, *BANGLADESH], BagOfWords()).elements
    (match,) = element.matched
    assert match.crosses_levels
    assert (match.team_a, match.level_a, match.level_b) == ("Nepal", "emerging", "well-functioning")
    assert match.similarity == pytest.approx(1.0, abs=1e-5)


def test_descriptors_without_a_match_stand_in_one_team_only():
    """Nothing is matched by force."""
    (element,) = compare_rubrics([*NEPAL, *BANGLADESH], BagOfWords()).elements
    assert [d.text for d in element.only_in["Nepal"]] == ["Load shedding is planned for"]
    assert [d.text for d in element.only_in["Bangladesh"]] == ["Nobody reads long emails"]


def test_each_descriptor_has_one_match_per_team():
    """Two like sentences of one team do not share the only counterpart of the other."""
    double = [NEPAL[0], descriptor("Nepal", "emerging", "Decisions reach the field office by phone call")]
    (element,) = compare_rubrics([*double, BANGLADESH[0]], BagOfWords()).elements
    assert len(element.matched) == 1
    assert len(element.only_in["Nepal"]) == 1


def test_three_teams_are_compared_in_pairs():
    """A sentence that three teams share gives three matches and stands in no team only."""
    teams = [descriptor(team, "emerging", "We listen to each other") for team in ("A", "B", "C")]
    (element,) = compare_rubrics(teams, BagOfWords()).elements
    assert len(element.matched) == 3
    assert not any(element.only_in.values())


def test_what_the_model_cannot_read_is_like_nothing():
    """Two descriptors of emoji only have the same vector and are no match."""
    smile, rocket = descriptor("Nepal", "emerging", "🙂"), descriptor("Bangladesh", "emerging", "🚀")
    (element,) = compare_rubrics([*NEPAL, smile, *BANGLADESH, rocket], BagOfWords()).elements
    assert not {"🙂", "🚀"} & {text for match in element.matched for text in (match.a, match.b)}


@given(order=st.permutations([*NEPAL, *BANGLADESH]))
def test_the_order_of_the_descriptors_does_not_change_the_matches(order):
    """Any order of the rows gives the same pairs."""
    (element,) = compare_rubrics(order, BagOfWords()).elements
    assert [{match.a, match.b} for match in element.matched] == [{NEPAL[0].text, BANGLADESH[0].text}]
    assert sorted(d.text for found in element.only_in.values() for d in found) == [
        "Load shedding is planned for",
        "Nobody reads long emails",
    ]


class OneTone(BagOfWords):
    """Adds the same direction to every text, as the vectors of texts on one subject have."""

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 (n, 64)."""
        vectors = super().encode(texts) + 2.0 * np.eye(1, self.dimension, dtype=np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_what_all_descriptors_share_makes_no_two_alike():
    """Forty unlike sentences in one tone: the one that both teams have is the nearest, and the threshold is low."""
    said = [" ".join(f"{stem}{n}" for stem in ("river", "boat", "market", "school")) for n in range(40)]
    teams = ("Nepal", "Bangladesh")
    rows = [descriptor(teams[n % 2], "emerging", text, element=f"Element {n // 4}") for n, text in enumerate(said)]
    result = compare_rubrics([*rows, replace(rows[0], team="Bangladesh")], OneTone())
    best = max((match for element in result.elements for match in element.matched), key=lambda match: match.similarity)
    assert (best.a, best.b) == (said[0], said[0])
    assert result.threshold < 0.5


def test_elements_are_not_mixed():
    """The same sentence under another element is no match."""
    other = descriptor("Bangladesh", "emerging", "Load shedding is planned for", element="Adaptability")
    result = compare_rubrics([*NEPAL, other], BagOfWords())
    assert [len(element.matched) for element in result.elements] == [0, 0]


def test_names_that_differ_in_case_only_are_the_same():
    """An element, a level or a team typed in capitals is no other one."""
    typed = [replace(each, element="COMMUNICATIONS", team="nepal", level=each.level.title()) for each in NEPAL]
    (element,) = compare_rubrics([*NEPAL, *typed, *BANGLADESH], BagOfWords()).elements
    assert set(element.only_in) == {"Nepal", "Bangladesh"}
    assert (element.matched[0].level_a, element.matched[0].level_b) == ("Emerging", "well-functioning")


def test_one_team_is_refused():
    """A comparison needs two teams, and the line says so; without any rubric there is not even one."""
    with pytest.raises(NothingToAnalyse, match="of one team only, a comparison needs two"):
        compare_rubrics(NEPAL, BagOfWords())
    with pytest.raises(NothingToAnalyse, match="no rubric, a comparison needs two"):
        compare_rubrics([], BagOfWords())


def test_the_two_ends_may_be_opposites():
    """Feeling heard on the first level and not feeling heard on the last come close, and no more is said."""
    rows = [
        descriptor("Nepal", "well-functioning", "Smaller partners feel heard"),
        descriptor("Nepal", "emerging", "Somebody takes minutes"),
        descriptor("Bangladesh", "needs help", "Smaller partners do not feel heard"),
    ]
    (element,) = compare_rubrics(rows, BagOfWords()).elements
    (match,) = element.close
    assert match.opposite_ends
    assert (element.matched, element.only_in["Bangladesh"]) == ((), ())


def test_neighbouring_levels_are_no_opposites():
    """One step apart the same sentence is the same sentence."""
    (element,) = compare_rubrics([*NEPAL, *BANGLADESH], BagOfWords()).elements
    assert not element.matched[0].opposite_ends


def in_bangla(row: Descriptor) -> Descriptor:
    """Return a descriptor of Bangladesh with its level and its element in Bangla."""
    levels = {"well-functioning": "ভালো চলছে", "emerging": "উদীয়মান", "needs help": "সহায়তা দরকার"}
    return replace(row, level=levels[row.level], element="কার্যকর যোগাযোগ", team="Bangladesh", source="b.csv")


FULL = [
    descriptor("Nepal", "well-functioning", "Decisions reach the field office by phone"),
    descriptor("Nepal", "emerging", "Some of us read the long emails"),
    descriptor("Nepal", "needs help", "Nobody knows whom to ask"),
]


def test_the_same_rubric_in_another_language_crosses_nothing():
    """Levels and elements with Bangla names are the same levels and elements; the proposal is shown."""
    (element,) = compare_rubrics([*FULL, *map(in_bangla, FULL)], BagOfWords()).elements
    assert len(element.matched) == 3
    assert not any(match.crosses_levels or match.opposite_ends for match in element.matched)
    assert all(match.levels_known and match.rank_a == match.rank_b for match in element.matched)
    (known_as,) = element.names
    assert (known_as.element, known_as.team, known_as.name) == ("Communications", "Bangladesh", "কার্যকর যোগাযোগ")
    assert known_as.found == "known names"


def test_a_crossing_between_languages_is_found():
    """What is well-functioning in Nepal is emerging for Bangladesh, in Bangla."""
    other = [in_bangla(replace(FULL[0], level="emerging")), *map(in_bangla, FULL[1:])]
    (element,) = compare_rubrics([*FULL, *other], BagOfWords()).elements
    (first, *rest) = element.matched
    assert (first.crosses_levels, first.rank_a, first.rank_b, first.level_b) == (True, 1, 2, "উদীয়মান")
    assert not any(match.crosses_levels for match in rest)


def test_levels_in_words_nobody_knows_are_not_said_to_cross():
    """Unknown names of levels: matches are shown, crossings not claimed, and the order can be given."""
    names = {"well-functioning": "গাছ", "emerging": "চারা", "needs help": "বীজ"}
    trees = [replace(in_bangla(each), level=names[each.level]) for each in FULL]
    result = compare_rubrics([*FULL, *trees], BagOfWords())
    assert [(match.crosses_levels, match.levels_known) for match in result.elements[0].matched] == [(False, False)] * 3
    assert [(each.team, str(each.found), str(each.direction)) for each in result.ladders] == [
        ("Nepal", "known names", "best first"),
        ("Bangladesh", "order of the columns", "unknown"),
    ]
    said = compare_rubrics([*FULL, *trees], BagOfWords(), levels={"bangladesh": ("বীজ", "চারা", "গাছ")})
    assert sum(match.crosses_levels for match in said.elements[0].matched) == 2
    assert sum(match.opposite_ends for match in said.elements[0].matched) == 2


def test_elements_can_be_told_apart():
    """A proposal that is wrong is taken back by an argument."""
    apart = {"Bangladesh": {"কার্যকর যোগাযোগ": "কার্যকর যোগাযোগ"}}
    result = compare_rubrics([*FULL, *map(in_bangla, FULL)], BagOfWords(), elements=apart)
    assert [(element.element, len(element.matched)) for element in result.elements] == [
        ("Communications", 0),
        ("কার্যকর যোগাযোগ", 0),
    ]
