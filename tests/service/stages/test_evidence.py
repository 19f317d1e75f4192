"""What was done, by stage: counted, with its days, and nothing concluded."""

from hypothesis import given
from hypothesis import strategies as st

from service.presentation.stages.stages import DEEDS, STAGES
from service.stages.evidence import by_stage, counted
from service.stages.types import BELONGS, Deed, DoneDeed, Stage

days = st.dates().map(lambda day: day.isoformat()) | st.just("")


def test_every_deed_belongs_to_one_stage_and_has_words():
    """So that nothing is counted twice and nothing has no place."""
    placed = [deed for own in BELONGS.values() for deed in own]
    assert sorted(placed) == sorted(Deed)
    assert set(BELONGS) == set(STAGES) == set(Stage)
    assert set(DEEDS) == set(Deed)


@given(st.lists(days))
def test_days_are_the_first_and_the_last_that_are_known(given_days):
    """In whatever order they come; a day that is not known counts, and is no day."""
    found = counted(Deed.SESSIONS, given_days)
    known = [day for day in given_days if day]
    assert found == DoneDeed(Deed.SESSIONS, len(given_days), min(known, default=""), max(known, default=""))


@given(st.dictionaries(st.sampled_from(Deed), st.lists(days, max_size=3).map(tuple)))
def test_each_deed_is_done_or_not_yet(found):
    """One or the other, in the order of the stages."""
    stages = by_stage(found)
    assert [each.stage for each in stages] == list(Stage)
    for each in stages:
        done = [one.deed for one in each.done]
        assert sorted([*done, *each.not_yet]) == sorted(BELONGS[each.stage])
        assert all(found.get(deed) for deed in done)
