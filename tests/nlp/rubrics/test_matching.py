"""Pairs that can be believed, on rubrics whose matches a person knows."""

import csv
from itertools import combinations

import pytest

from corpora import GOLD
from nlp import compare_rubrics, load_embedder
from nlp.documents.types import Descriptor

PROGRAMMES = ("water-alliance", "learning-centres")


def rubrics(programme):
    """Return the descriptors of a programme, and descriptor -> its meaning."""
    with (GOLD / "rubrics" / f"{programme}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    said = [
        Descriptor(
            str(line), row["element"], row["level"], row["descriptor"], row["language"], "r.csv", line, row["team"]
        )
        for line, row in enumerate(rows, 2)
    ]
    return said, {row["descriptor"]: row["meaning"] for row in rows}


@pytest.fixture(scope="module", params=PROGRAMMES)
def compared(request):
    said, meaning = rubrics(request.param)
    same = sum(a.team != b.team and meaning[a.text] == meaning[b.text] for a, b in combinations(said, 2))
    return compare_rubrics(said, load_embedder()), meaning, same


def right(matches, meaning):
    return [meaning[match.a] == meaning[match.b] for match in matches]


def test_what_is_said_to_be_the_same_is_the_same(compared):
    """At least 88 of 100 pairs are right, and 70 of 100 that there are have been found."""
    result, meaning, same = compared
    found = right([match for element in result.elements for match in element.matched], meaning)
    assert sum(found) / len(found) >= 0.88
    assert sum(found) / same >= 0.7


def test_the_same_on_another_level_is_the_sharpest_sentence_and_right(compared):
    """The words "never", "only", "some", "before" and "late" do not pair the two ends of one ladder."""
    result, meaning, _ = compared
    crossing = [match for element in result.elements for match in element.matched if match.crosses_levels]
    assert crossing
    assert sum(right(crossing, meaning)) / len(crossing) >= 0.85


def test_every_descriptor_stands_in_one_place(compared):
    """Said by two, close to one of another team, or said by one team only."""
    result, meaning, _ = compared
    for element in result.elements:
        sure = {text for match in element.matched for text in (match.a, match.b)}
        close = {text for match in element.close for text in (match.a, match.b)}
        alone = {each.text for own in element.only_in.values() for each in own}
        assert not alone & (sure | close)
    shown = sum(
        len({text for match in (*element.matched, *element.close) for text in (match.a, match.b)})
        + sum(map(len, element.only_in.values()))
        for element in result.elements
    )
    assert shown == len(meaning)


def test_what_people_say_goes_before_the_model():
    """A close pair that was accepted is the same; a sure one that was refused is not shown again."""
    from nlp.readings.edits.types import text_key

    said, _ = rubrics("water-alliance")
    before = compare_rubrics(said, load_embedder())
    sure, close = [next(iter(found)) for found in _pairs(before)]
    judged = {
        frozenset((text_key(close.a), text_key(close.b))): True,
        frozenset((text_key(sure.a), text_key(sure.b))): False,
    }
    matched, still_close = _pairs(compare_rubrics(said, load_embedder(), judged=judged))
    assert [(each.a, each.b) for each in matched if each.accepted] == [(close.a, close.b)]
    assert (sure.a, sure.b) not in [(each.a, each.b) for each in (*matched, *still_close)]


def _pairs(result):
    matched = [match for element in result.elements for match in element.matched]
    return matched, [match for element in result.elements for match in element.close]
