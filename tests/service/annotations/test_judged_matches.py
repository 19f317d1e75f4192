"""What facilitators say of descriptors that were put side by side."""

import pytest

from nlp.errors import InputError
from service.exports.report import build_report

RUBRIC = """element,level,descriptor,team
Trust,well-functioning,We call every week,North
Trust,emerging,Boats arrive late,North
Trust,well-functioning,We call every week and more,South
Trust,emerging,Nobody knows the plan,South
"""
CALLS = ("We call every week", "We call every week and more")
APART = ("Boats arrive late", "Nobody knows the plan")


@pytest.fixture
def slug(workspace, programme):
    """A programme with the rubrics of two teams."""
    workspace.files.add(programme, [("rubric.csv", RUBRIC.encode())])
    return programme


def matched(workspace, slug):
    return {
        (match.a, match.b): match.accepted
        for element in workspace.findings(slug).rubrics().elements
        for match in element.matched
    }


def test_a_match_is_refused_and_taken_back(workspace, slug):
    """The two stand apart, each as what one team only says; undone, they are matched as before."""
    assert matched(workspace, slug) == {CALLS: False}
    workspace.matches.judge(slug, *CALLS, same=False)
    assert matched(workspace, slug) == {}
    (element,) = workspace.findings(slug).rubrics().elements
    assert {team: len(all_) for team, all_ in element.only_in.items()} == {"North": 2, "South": 2}
    workspace.matches.judge(slug, *CALLS, same=None)
    assert matched(workspace, slug) == {CALLS: False}


def test_a_match_is_accepted_and_one_that_the_model_missed_is_made(workspace, slug):
    """Whatever their similarity; in either order of the two."""
    workspace.matches.judge(slug, *CALLS[::-1], same=True)
    workspace.matches.judge(slug, *APART, same=True)
    assert matched(workspace, slug) == {CALLS: True, APART: True}


def test_what_was_said_is_listed_and_stands_in_the_report(workspace, slug):
    """The last word counts; what is gone from the rubrics is not quoted."""
    workspace.matches.judge(slug, *CALLS, same=True)
    workspace.matches.judge(slug, *CALLS, same=False)
    (said,) = workspace.matches.of(slug)
    assert ({said.a, said.b}, said.same) == (set(CALLS), False)
    assert "do not say the same" in build_report(workspace, slug).decode()
    (file,) = workspace.files.every(slug)
    workspace.files.remove(slug, file.id)
    assert workspace.matches.of(slug) == ()


def test_only_descriptors_of_the_rubrics_can_be_judged(workspace, slug):
    """Any other text is refused."""
    with pytest.raises(InputError, match="no such descriptor"):
        workspace.matches.judge(slug, CALLS[0], "something else", same=True)
