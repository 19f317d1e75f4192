"""How long programmes are kept: until a day, or some months after the last review, and never longer."""

from datetime import UTC, datetime, timedelta

import pytest

from nlp.errors import InputError
from service.errors import Expired, NotFound
from service.settings import Settings
from tests.service.files import EVERYTHING

NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        """The time."""
        return self.now


@pytest.fixture
def clock():
    """A clock at noon of a day in October."""
    return Clock()


@pytest.fixture
def work(url, tmp_path, open_workspace, clock):
    """A workspace on that clock."""
    return open_workspace(Settings(data_dir=tmp_path, database_url=url), clock=clock)


@pytest.fixture
def slug(work):
    """A programme whose last review was in September 2026."""
    made = work.programmes.create("Two rivers", ["North", "South", "West"]).slug
    work.files.add(made, EVERYTHING)
    return made


def test_a_programme_is_kept_without_end_unless_somebody_says_otherwise(work, slug, clock):
    """Nothing is deleted by itself."""
    clock.now += timedelta(days=40_000)
    assert work.retention.tidy() == ()
    assert (work.retention.of(slug).ends, work.retention.of(slug).soon) == ("", False)


def test_months_are_counted_from_the_last_review(work, slug, clock):
    """To the end of its month; within thirty days of that it is soon, and on that day all is gone."""
    assert work.retention.keep(slug, 6, "").ends == "2027-03-30"
    assert not work.retention.of(slug).soon
    clock.now = datetime(2027, 3, 1, tzinfo=UTC)
    assert work.retention.of(slug).soon
    assert work.retention.tidy() == ()
    clock.now = datetime(2027, 3, 30, tzinfo=UTC)
    other = work.programmes.create("Other").slug
    assert work.retention.tidy() == (slug,)
    assert [each.slug for each in work.programmes.every()] == [other]
    with pytest.raises(NotFound):
        work.retention.of(slug)


def test_a_day_that_was_set_counts_before_months(work, slug, clock):
    """It can be moved, and taken back."""
    assert work.retention.keep(slug, 6, "2026-12-24").ends == "2026-12-24"
    work.retention.keep(slug, None, "")
    clock.now = datetime(2027, 1, 1, tzinfo=UTC)
    assert work.retention.tidy() == ()


@pytest.mark.parametrize(
    ("months", "until"),
    [(0, ""), (601, ""), (None, "tomorrow"), (None, "2026-13-01"), (None, "2026-10-01"), (None, "20270101")],
)
def test_what_is_no_time_is_refused(work, slug, months, until):
    """A day that has gone by would delete at once: that is not what somebody means who sets an end."""
    with pytest.raises(InputError):
        work.retention.keep(slug, months, until)
    assert work.retention.of(slug).ends == ""


def test_waiting_uploads_vanish_after_a_day_whatever_is_opened(work, slug, clock):
    """Nobody need upload anything for that."""
    token = work.files.preview(slug, [("more.csv", EVERYTHING[0][1])]).token
    clock.now += timedelta(hours=23)
    work.retention.tidy()
    assert work.files.previewed(slug, token)
    clock.now += timedelta(hours=2)
    work.retention.tidy()
    with work._database.reading() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM upload_files").scalar() == 0
    with pytest.raises(Expired):
        work.files.previewed(slug, token)
