"""What was done with rubrics, on both databases."""

from datetime import UTC, datetime

from service.rubrics.types import Did, RubricStep
from service.store import programmes
from service.store.rubrics import steps

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
WROTE = RubricStep(0, Did.WROTE, "নেপাল", "Trust", "भरोसा", "k\u200dhabar\x00 <b>\n👩‍👧", ("a", "b"), "why", "Asha", NOW)


def test_steps_come_back_as_they_were_written(workspace):
    """In their order, each with a number; signs that cannot be stored are replaced."""
    slug = workspace.programmes.create("Delta").slug
    with workspace._database.writing() as db:
        here = programmes.find(db, slug).id
        first = steps.add(db, here, WROTE)
        steps.add(db, here, RubricStep(0, Did.RETIRED, element="Trust", time=NOW))
        steps.set_file(db, here, "নেপাল", None)
    with workspace._database.reading() as db:
        one, other = steps.every(db, here)
        assert steps.files_of(db, here) == {"নেপাল": None}
    assert (one.number, one.others, one.time, one.text) == (
        first.number,
        ("a", "b"),
        NOW,
        "k\u200dhabar\ufffd <b>\n👩‍👧",
    )
    assert (other.did, other.element, one.number < other.number) == (Did.RETIRED, "Trust", True)
    with workspace._database.writing() as db:
        steps.remove(db, here, "নেপাল")
        assert [each.did for each in steps.every(db, here)] == [Did.RETIRED]
        assert steps.files_of(db, here) == {}
