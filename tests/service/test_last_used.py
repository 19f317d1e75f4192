"""What was used last stays, as far as there is room."""

from hypothesis import given
from hypothesis import strategies as st

from service.last_used import LastUsed

STEPS = st.lists(st.tuples(st.sampled_from(["get", "put"]), st.integers(0, 5), st.integers(0, 60)))


@given(STEPS)
def test_the_last_that_there_is_room_for_are_kept(steps):
    """As in a list that is sorted by when each was used, whatever their sizes."""
    kept, model = LastUsed(100), []
    for at, (step, key, size) in enumerate(steps):
        if step == "get":
            known = next((each for each in model if each[0] == key), None)
            assert kept.get(key) == (known[1] if known else None)
            model = [each for each in model if each is not known] + ([known] if known else [])
        else:
            model = [*(each for each in model if each[0] != key), (key, at, size)]
            gone = []
            while sum(each[2] for each in model) > 100 and len(model) > 1:
                gone.append(model.pop(0)[0])
            assert kept.put(key, at, size) == tuple(gone)


def test_the_newest_stays_however_large():
    """Nothing else does."""
    kept = LastUsed(3)
    assert kept.put("a", 1) == ()
    assert kept.put("b", 2, size=9) == ("a",)
    assert (kept.get("a"), kept.get("b")) == (None, 2)


def test_what_is_forgotten_takes_no_room():
    """By its key; the others stay."""
    kept = LastUsed(2)
    kept.put("a", 1)
    kept.put("b", 2)
    kept.forget(lambda key: key == "a")
    assert kept.put("c", 3) == ()
    assert [kept.get(key) for key in "abc"] == [None, 2, 3]
