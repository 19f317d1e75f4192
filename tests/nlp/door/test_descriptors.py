"""Rubrics at the door of a comparison."""

from dataclasses import replace

import pytest

from nlp import Descriptor, Rubric, compare_rubrics, read_rubric
from nlp.door.descriptors import descriptors_of, named_by_files
from nlp.errors import NothingToAnalyse, WrongType

READ = "Write compare_rubrics([read_rubric(...), read_rubric(...)])."
ROWS = {
    "nepal": ["We pay for what we break", "Leaders ask first"],
    "bangladesh": ["Failure is told openly", "Leaders ask before they decide"],
}


ONE = Descriptor("1", "Risk", "good", "We ask first", "en", "", 1, "A")


def rubric(team, source=""):
    """The rubric of a team, from rows without a column of teams."""
    rows = [{"element": "Risk", "level": level, "descriptor": text} for level, text in enumerate(ROWS[team])]
    return read_rubric(rows, source=source or f"{team}.csv")


def test_rubrics_are_compared_as_they_were_read():
    """One, several, or their descriptors; each is its file's where none names a team."""
    both = [rubric("nepal"), rubric("bangladesh")]
    assert compare_rubrics(both).teams == ("nepal", "bangladesh")
    assert compare_rubrics(iter(both)) == compare_rubrics(both)
    named = [replace(each, team=own.name) for own in both for each in own.descriptors]
    assert compare_rubrics(named).teams == ("nepal.csv", "bangladesh.csv")
    assert compare_rubrics(Rubric("all", tuple(named))) == compare_rubrics(named)


def test_no_team_is_made_up():
    """Of files of one name, or where somebody is named, nothing follows from the files."""
    with pytest.raises(NothingToAnalyse, match="one team only"):
        compare_rubrics([rubric("nepal", "x.csv"), rubric("bangladesh", "x.csv")])
    own, rubrics = descriptors_of([rubric("nepal"), rubric("bangladesh")])
    named = [replace(own[0], team="NP"), *own[1:]]
    assert named_by_files(named, rubrics) == named


def test_versions_of_one_rubric_stay_versions():
    """Files of which each has the words of the one before are no teams."""
    older, newer = rubric("nepal", "v1.csv"), rubric("nepal", "v2.csv")
    assert list(compare_rubrics([older, newer]).versions.values()) == ["v2.csv"]


@pytest.mark.parametrize(("handed", "line"), [
    (None, f"descriptors must be Rubric | list[Descriptor], not None. {READ}"),
    (["a text"], f"descriptors[0] must be Descriptor, not str ('a text'). {READ}"),
    ([rubric("nepal"), 5], f"rubrics[1] must be Rubric, not int (5). {READ}"),
    ([replace(ONE, text=None)], "descriptors[0]: text must be str, not None. Leave it out."),
    ([replace(ONE, level=["good"])], "descriptors[0]: level must be str, not list. Give it one value"),
], ids=str)  # fmt: skip
def test_what_is_no_rubric_is_refused(handed, line):
    """With its place and the remedy."""
    with pytest.raises(WrongType) as raised:
        compare_rubrics(handed)
    assert str(raised.value).startswith(line)


def test_a_number_is_a_level():
    """0 too."""
    found, _ = descriptors_of([replace(ONE, level=0), replace(ONE, level=1.0)])
    assert [each.level for each in found] == ["0", "1"]
