"""The tables of actions, on both databases."""

from datetime import UTC, datetime

import pytest

from service.actions.types import ActionVerdict, Became, Calendar, Evidence, Origin, Status
from service.errors import NotFound
from service.giving_back.types import Said
from service.store import programmes
from service.store.actions import actions, calendars, left

NOW = datetime(2026, 11, 30, 12, 0, 0, 5, tzinfo=UTC)
EVIDENCE = Evidence(Origin.NOTE, "a1", "Culture", None, (Said("कुरा 👩‍👧", "ne", ("k",), "A"),), frozenset({"k"}))


@pytest.fixture
def place(workspace):
    """(database, id of a programme)."""
    slug = workspace.programmes.create("P").slug
    return workspace._database, workspace.programmes.id_of(slug)


def test_what_is_stored_comes_back(place):
    """Actions with their evidence and verdicts, what is left, and the calendar, each in its place."""
    database, own = place
    with database.writing() as db:
        code = actions.add(db, own, "Call", "A", "2026-12-01", NOW, EVIDENCE)
        for became in (Became.TOO_EARLY, Became.CHANGED):
            actions.judge(db, own, code, ActionVerdict("May", became, "yes", "2026-12-02"))
        left.add(db, own, "Not ours", "2026-12-01", EVIDENCE)
        for secret in ("one", "two"):
            calendars.keep(db, own, Calendar(secret, names=secret == "two"))
    with database.reading() as db:
        (found,) = actions.every(db, own)
        assert (found.what, found.who, found.until, found.status, found.changed) == (
            "Call",
            "A",
            "2026-12-01",
            Status.OPEN,
            NOW,
        )
        assert found.evidence == EVIDENCE
        assert found.verdicts == (ActionVerdict("May", Became.CHANGED, "yes", "2026-12-02"),)
        assert [(each.reason, each.evidence) for each in left.every(db, own)] == [("Not ours", EVIDENCE)]
        assert calendars.find(db, own) == Calendar("two", names=True)
        assert calendars.programme_of(db, "two") == own
        with pytest.raises(NotFound):
            calendars.programme_of(db, "one")


def test_all_of_it_goes_with_its_programme(place):
    """Nothing is left in a table."""
    database, own = place
    with database.writing() as db:
        code = actions.add(db, own, "Call", "A", "", NOW, EVIDENCE)
        actions.judge(db, own, code, ActionVerdict("", Became.CHANGED, "", "2026-12-02"))
        left.add(db, own, "Not ours", "2026-12-01", EVIDENCE)
        calendars.keep(db, own, Calendar("one", names=False))
        db.execute(programmes.programmes.delete().where(programmes.programmes.c.id == own))
    with database.reading() as db:
        assert (actions.every(db, own), left.every(db, own), calendars.find(db, own)) == ((), (), None)
