"""Sequences of requests made from the description: what one answer gives, the next requests use."""

from benchmarks.fuzzing.api import Met, a_description, run


def test_what_answers_give_can_be_used(tmp_path):
    """Nothing in a row of requests breaks the service or its description, and some of them succeed."""
    met = Met()
    with a_description(tmp_path) as description:
        run(description, met, sequences=3, steps=12, derandomize=True)
    assert met.faults == {}
    assert sum(met.statuses.values()) > 20
    assert met.done
