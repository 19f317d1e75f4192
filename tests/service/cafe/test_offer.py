"""When a pause is offered: what people said, and nothing where nothing speaks for it."""

from nlp.participation.feedback import Observation
from nlp.participation.low_trust import SignKind
from service.annotations.tokens import new_token
from service.cafe.offer import signs


def found(work):
    return [(each.kind, each.count, each.of) for each in signs(work.findings("p"), work.feedback)]


def test_nothing_is_offered_without_evidence(work, sample_workspace):
    """Neither to a new programme nor to the sample, where trust grew."""
    assert found(work) == []
    sample = sample_workspace.findings(sample_workspace.programmes.every()[0].slug)
    assert signs(sample, sample_workspace.feedback) == ()


def test_ratings_of_trust_in_any_language_are_evidence(work):
    """An element is about trust by any of its names; forms speak once they are closed and enough people answered."""
    rows = "review,team,element,level\n" + "".join(
        f"May 2026,{team},পারস্পরিক আস্থা,needs help\n" for team in ("North", "South", "West")
    )
    work.files.add("p", [("ratings.csv", rows.encode())])
    assert found(work) == [(SignKind.RATED_LOW, 3, 3)]
    form = work.feedback.add_form("p", "Day one").code
    work.feedback.answer(form, {new_token(): Observation(voice=voice) for voice in (1, 2, 5)})
    assert len(found(work)) == 1
    work.feedback.set_open("p", form, is_open=False)
    assert found(work)[1:] == [(SignKind.NOT_SAID, 2, 3)]
