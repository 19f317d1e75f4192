"""What became of a rubric from one version to the next."""

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import compare_rubrics
from nlp.documents.types import Descriptor
from nlp.errors import NothingToAnalyse
from nlp.rubrics.types import DescriptorChange
from nlp.rubrics.versions import compare_versions, newest, undeclared_versions, versions, with_versions
from tests.embedders import BagOfWords

HIGH, MIDDLE, LOW = "well-functioning", "emerging", "needs help"


def row(version: str, level: str, text: str, language: str = "en", element: str = "Trust", team: str = "Delta"):
    return Descriptor(f"{version}-{text}", element, level, text, language, f"{version}.csv", 2, team, version)


def changes(rows: Sequence[Descriptor]) -> list[tuple[str, str, str]]:
    """Return (kind, text before, text after) of all changes."""
    return [
        (change.kind, change.before.text if change.before else "", change.after.text if change.after else "")
        for found in compare_versions(rows, BagOfWords())
        for element in found.elements
        for change in element.changes
    ]


@pytest.mark.parametrize(
    ("language", "kept", "moved", "old", "new", "dropped", "added"),
    [
        (
            "en",
            "Decisions are written down",
            "Partners say what they think",
            "Mistakes are shared with every partner",
            "Mistakes are shared with every partner early",
            "Money is never spoken of",
            "The field office chairs in turn",
        ),
        (
            "bn",
            "সিদ্ধান্ত লিখে রাখা হয়",
            "সবাই মনের কথা বলতে পারে",
            "ভুল হলে সবাইকে জানানো হয়",
            "ভুল হলে আগেই সবাইকে জানানো হয়",
            "টাকার কথা কেউ তোলে না",
            "মাঠের অফিস পালা করে সভা চালায়",
        ),
        (
            "ne",
            "निर्णय लेखेर राखिन्छ",
            "सबैले मनको कुरा भन्न सक्छन्",
            "गल्ती भए सबैलाई भनिन्छ",
            "गल्ती भए सबैलाई तुरुन्तै भनिन्छ",
            "पैसाको कुरा उठ्दैन",
            "जिल्ला कार्यालयले पालैपालो बैठक चलाउँछ",
        ),
    ],
)
def test_every_kind_of_change_by_hand(language, kept, moved, old, new, dropped, added):
    """Kept, reworded, moved to another level, dropped and new, in three scripts; moved first, kept last."""
    rows = [
        row("1", HIGH, kept, language),
        row("1", MIDDLE, moved, language),
        row("1", HIGH, old, language),
        row("1", LOW, dropped, language),
        row("2", HIGH, f" {kept.upper()}! ", language),
        row("2", HIGH, moved, language),
        row("2", HIGH, new, language),
        row("2", LOW, added, language),
    ]
    assert changes(rows) == [
        ("moved", moved, moved),
        ("reworded", old, new),
        ("new", "", added),
        ("dropped", dropped, ""),
        ("kept", kept, f" {kept.upper()}! "),
    ]


def test_composed_and_decomposed_letters_are_the_same_words():
    """A rubric that was saved by another program is no new version of its words."""
    text = "ভুল নৌকো পৌঁছায়"
    assert normalize("NFC", text) != normalize("NFD", text)
    rows = [row("1", HIGH, normalize("NFC", text), "bn"), row("2", HIGH, normalize("NFD", text), "bn")]
    assert [kind for kind, _, _ in changes(rows)] == ["kept"]


def test_words_that_stand_twice_keep_their_levels():
    """The same sentence on two levels of both versions moved nowhere."""
    rows = [row(version, level, "It depends") for version in "12" for level in (HIGH, LOW)]
    assert [kind for kind, _, _ in changes(rows)] == ["kept", "kept"]


def test_a_meaning_that_went_from_one_end_to_the_other_may_be_its_opposite():
    """Reworded and moved between the first and the last level it is marked; the same words there are not."""
    texts = ("Everybody hears of decisions in time", "Everybody hears of decisions in time now")
    rows = [row("1", HIGH, texts[0]), row("1", MIDDLE, "Some do"), row("2", LOW, texts[1])]
    (found,) = compare_versions(rows, BagOfWords())
    moved = found.elements[0].changes[0]
    assert (moved.kind, moved.opposite_ends) == ("moved", True)
    (found,) = compare_versions([rows[0], rows[1], replace(rows[2], text=texts[0])], BagOfWords())
    assert found.elements[0].changes[0].opposite_ends is False


def test_every_step_of_every_team_is_followed():
    """Three versions of one team are two steps; a team with one version has none; texts of others do not mix in."""
    rows = [row(version, HIGH, f"text {version}") for version in ("2", "10", "1")] + [row("7", HIGH, "else", team="B")]
    assert [(each.team, each.before, each.after) for each in compare_versions(rows, BagOfWords())] == [
        ("Delta", "1", "2"),
        ("Delta", "2", "10"),
    ]


def test_an_element_that_came_or_went_is_new_or_dropped():
    """Nothing is matched across elements."""
    rows = [row("1", HIGH, "We listen", element="Trust"), row("2", HIGH, "We listen", element="Openness")]
    assert changes(rows) == [("dropped", "We listen", ""), ("new", "", "We listen")]


@pytest.mark.parametrize(
    ("given_", "ordered"),
    [
        (("10", "9", ""), ("", "9", "10")),
        (("সংস্করণ ২", "সংস্করণ ১"), ("সংস্করণ ১", "সংস্করণ ২")),
        (("2026-09", "2026-03"), ("2026-03", "2026-09")),
        (("v1.10", "V1.9"), ("V1.9", "v1.10")),
        (("September", "March"), ("September", "March")),
        (("final 2", "draft 7"), ("final 2", "draft 7")),
    ],
)
def test_versions_are_in_the_order_of_their_numbers(given_, ordered):
    """Numbers in any script count; names that differ otherwise keep the order of the input."""
    assert versions([row(version, HIGH, "x") for version in given_]) == {"Delta": ordered}


def test_a_version_named_once_counts_for_the_whole_table():
    """Rows left empty belong to it; where a table names two versions, an empty one is the oldest."""
    rows = [row("2", HIGH, "a"), replace(row("", HIGH, "b"), source="2.csv"), row("", HIGH, "c")]
    assert [each.version for each in with_versions(rows)] == ["2", "2", ""]
    both = [row("1", HIGH, "a"), replace(row("2", HIGH, "b"), source="1.csv"), replace(rows[1], source="1.csv")]
    assert [each.version for each in with_versions(both)] == ["1", "2", ""]


def test_teams_are_compared_in_their_newest_versions():
    """What an old version said is not held against a team."""
    rows = [row("1", HIGH, "We ring each other"), row("2", HIGH, "We write each other")]
    rows += [row("", LOW, "We ring each other", team="B")]
    assert [each.version for each in newest(rows)] == ["2", ""]
    result = compare_rubrics(rows, BagOfWords())
    assert result.versions == {"Delta": "2", "B": ""}
    assert all(match.a == "We write each other" for match in result.elements[0].matched)
    assert len(result.changes) == 1


def test_one_team_with_two_versions_is_enough():
    """There is nothing to compare between teams, and the changes are told; one version alone is refused."""
    rows = [row("1", HIGH, "We ring"), row("2", HIGH, "We ring")]
    result = compare_rubrics(rows, BagOfWords())
    assert (result.elements, len(result.changes)) == ((), 1)
    with pytest.raises(NothingToAnalyse, match="two versions of one"):
        compare_rubrics(rows[:1], BagOfWords())


TEXTS = st.lists(st.sampled_from(["one", "one two", "দুই", "दुई तीन", "🙂", "three four"]), max_size=6)


@given(TEXTS, TEXTS)
def test_every_descriptor_is_told_of_once(old, new):
    """Each of the old ones is kept, reworded, moved or dropped, each of the new ones kept, reworded, moved or new."""
    rows = [row("1", (HIGH, LOW)[n % 2], text) for n, text in enumerate(old)]
    rows += [row("2", (HIGH, LOW)[n % 2], text) for n, text in enumerate(new)]
    found: list[DescriptorChange] = [
        change for each in compare_versions(rows, BagOfWords()) for e in each.elements for change in e.changes
    ]
    if old and new:
        assert sorted(change.before.text for change in found if change.before) == sorted(old)
        assert sorted(change.after.text for change in found if change.after) == sorted(new)
        assert all(change.kind != "kept" or change.before.level == change.after.level for change in found)


def in_file(source: str, *texts: str, element: str = "Trust", team: str = "Delta") -> list[Descriptor]:
    """Return descriptors of one file that names no version."""
    return [replace(row("", MIDDLE, text, element=element, team=team), source=source) for text in texts]


def test_files_with_much_the_same_descriptors_are_versions_though_none_is_named():
    """One of three sentences is the same: the later file is the newer version, and it alone is compared."""
    old = in_file("first.csv", "আমরা বলি", "We ring", "We write")
    new = in_file("again.csv", "আমরা বলি!", "We ring every week", "We visit")
    assert undeclared_versions([*old, *new]) == {"Delta": ("first.csv", "again.csv")}
    result = compare_rubrics([*old, *new, *in_file("gamma.csv", "We visit", team="Gamma")], BagOfWords())
    assert result.versions == {"Delta": "again.csv", "Gamma": ""}
    assert [(each.before, each.after) for each in result.changes] == [("first.csv", "again.csv")]
    compared = [each.source for element in result.elements for each in element.only_in["Delta"]]
    assert compared == ["again.csv", "again.csv"]


def test_parts_of_one_rubric_are_no_versions():
    """Files about other elements, of other teams, or with other sentences belong together; a named version decides."""
    first = in_file("a.csv", "We ring", "We write", "We visit", "We ask")
    assert not undeclared_versions([*first, *in_file("b.csv", "We ring", element="Risk")])
    assert not undeclared_versions([*first, *in_file("b.csv", "We ring", team="Gamma")])
    assert not undeclared_versions([*first, *in_file("b.csv", "We ring", "One", "Two", "Three")])
    assert not undeclared_versions([*first, *(replace(each, version="2") for each in in_file("b.csv", "We ring"))])


def test_a_version_with_its_levels_in_another_language_moves_nothing():
    """The rubric was translated: what stayed on its level is kept or reworded; what did not has moved."""
    bangla = {HIGH: "ভালো চলছে", MIDDLE: "উদীয়মান", LOW: "সহায়তা দরকার"}
    texts = {
        HIGH: "Decisions are written down",
        MIDDLE: "Partners say what they think",
        LOW: "Money is never spoken of",
    }
    old = [row("1", level, text) for level, text in texts.items()]
    new = [row("2", bangla[level], text) for level, text in texts.items()]
    assert [kind for kind, _, _ in changes([*old, *new])] == ["kept"] * 3
    moved = [row("2", bangla[MIDDLE], texts[HIGH]), *new[1:]]
    assert [kind for kind, _, _ in changes([*old, *moved])] == ["moved", "kept", "kept"]


def test_a_version_with_its_elements_in_another_language_drops_nothing():
    """The element is found by its known name, and what it is called now is told."""
    old, new = row("1", HIGH, "Decisions are written down"), row("2", HIGH, "Decisions are written down", element="আস্থা")
    (found,) = compare_versions([old, new], BagOfWords())
    (element,) = found.elements
    assert (element.element, [each.kind for each in element.changes]) == ("Trust", ["kept"])
    assert [(each.team, each.name) for each in element.names] == [("2", "আস্থা")]


def test_levels_of_an_unknown_order_are_not_said_to_move():
    """Other words for levels that nobody knows: the descriptor is kept, and that the levels are not known is said."""
    old = [row("1", level, text) for level, text in (("Seed", "one"), ("Tree", "two"))]
    new = [row("2", level, text) for level, text in (("বীজ", "one"), ("গাছ", "two"))]
    (found,) = compare_versions([*old, *new], BagOfWords())
    assert [(each.kind, each.levels_known) for each in found.elements[0].changes] == [("kept", False)] * 2
