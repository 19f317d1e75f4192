"""What the partners of the sample programme did about what they heard."""

from service.actions.types import Became, Origin, Status
from service.programmes.sample_loop import read_loop
from service.reviews.types import PartKind
from service.surveys.types import SurveyState

BANGLA, DEVANAGARI = range(0x980, 0xA00), range(0x900, 0x980)


def test_the_sample_has_a_learning_loop(workspace):
    """Actions in every state, agreed in March and judged in September; memos, power, a survey, the next review."""
    slug = workspace.load_sample().slug
    actions = workspace.actions.every(slug)
    assert {each.day for each in actions} == {"2026-03-19"}
    assert [each.status for each in actions] == [Status.DONE, Status.DOING, Status.DONE, Status.OPEN]
    became = [each.became for one in actions for each in one.verdicts if each.review == "September 2026"]
    assert became == [Became.CHANGED, Became.TOO_EARLY, Became.NOT_CHANGED]
    at = workspace.findings(slug).at
    assert [len(memo.said) for memo in at.memos] == [2, 1]
    assert [each.there for each in workspace.power.of(at, "session-2026-03-review")] == [True, False]
    review = workspace.reviews.get(slug, "March 2027")
    assert (review.is_held, review.starts, PartKind.OTHER in {part.kind for part in review.agenda}) == (
        False,
        "09:30",
        True,
    )
    (survey,) = workspace.surveys.every(slug)
    assert (survey.state, survey.received, survey.notes, survey.ratings) == (SurveyState.CLOSED, 7, None, None)
    assert workspace.surveys.results(workspace.findings(slug), survey.code).people == 7
    assert "२०२७" in survey.outcome


def test_it_is_kept_once(workspace):
    """Loading the sample again neither doubles it nor brings back what somebody removed."""
    slug = workspace.load_sample().slug
    workspace.actions.remove(slug, workspace.actions.every(slug)[0].code)
    workspace.reviews.remove(slug, "March 2027")
    workspace.load_sample()
    assert len(workspace.actions.every(slug)) == 3
    assert [each.name for each in workspace.reviews.every(slug)] == ["March 2026", "September 2026"]
    assert len(workspace.surveys.every(slug)) == 1


def test_what_led_to_each_action_is_found_again_when_the_readings_are_there(workspace, sample):
    """Though no reading was there when they were agreed; the reading that people named is the one that it is now."""
    slug = workspace.load_sample().slug
    every = [workspace.actions.then_and_now(sample, each) for each in workspace.actions.every(slug)]
    assert all(each.now.reading for each in every)
    first = next(each for each in every if each.action.evidence.origin is Origin.READING)
    named = {each.id: each.given for each in sample.element("adaptability-and-flexibility").readings}
    assert named[first.now.reading] == "Money that can be moved"
    assert {each.action.evidence.review for each in every} == {"March 2026"}
    assert all(each.action.evidence.said for each in every)


def test_it_speaks_three_languages():
    """English, Bangla and Nepali."""
    said = " ".join(each.what for each in read_loop().actions)
    assert all(any(ord(sign) in script for sign in said) for script in (BANGLA, DEVANAGARI, range(0x41, 0x7B)))
