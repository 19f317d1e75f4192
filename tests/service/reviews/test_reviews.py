"""The reviews of a programme."""

from datetime import UTC, date, datetime

import pytest

from nlp.errors import InputError
from service.actions.beside import review_gone
from service.actions.types import Became
from service.errors import NotFound, Refused, Undecided
from service.memos.types import Subject
from service.reviews.hanging import ItsActions
from service.reviews.types import USUAL_AGENDA, AgendaPart, GivenLevel, PartKind, Way

TODAY = datetime(2026, 5, 4, tzinfo=UTC)
RATINGS = b"review,team,element,level\nMarch 2026,A,Trust,Emerging\n"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace whose clock stands."""
    return open_workspace(settings, clock=lambda: TODAY)


@pytest.fixture
def slug(work):
    """A programme with ratings of one review."""
    made = work.programmes.create("নদী", ["A", "B"]).slug
    work.files.add(made, [("ratings.csv", RATINGS)])
    return made


def named(found):
    return [(each.name, each.date, each.is_held, each.is_planned) for each in found]


def test_reviews_of_files_and_planned_ones_stand_together(work, slug):
    """Oldest first; six months after the last is the day that nobody said."""
    assert named(work.reviews.every(slug)) == [("March 2026", "2026-03", True, False)]
    made = work.reviews.plan(slug, "  সেপ্টেম্বর   পর্যালোচনা ")
    assert (made.name, made.date, made.slug) == ("সেপ্টেম্বর পর্যালোচনা", "2026-09-01", "সেপ্টেম্বর-পর্যালোচনা")
    work.reviews.plan(slug, "Before", date(2026, 1, 7))
    assert [each.name for each in work.reviews.every(slug)] == ["Before", "March 2026", made.name]
    assert made.agenda == USUAL_AGENDA
    assert work.reviews.get(slug, made.slug) == work.reviews.get(slug, made.name) == made


def test_a_day_that_is_said_counts_everywhere(work, slug):
    """A review of files gets a row of its own; its day is the programme's, and while it is to come it is not held."""
    work.reviews.change(slug, "march-2026", day=date(2026, 3, 18))
    assert named(work.reviews.every(slug)) == [("March 2026", "2026-03-18", True, True)]
    assert work.findings(slug).at.outline.reviews[0].date == "2026-03-18"
    work.reviews.change(slug, "march-2026", day=date(2026, 5, 18))
    assert not work.reviews.get(slug, "March 2026").is_held


def test_one_name_is_one_review(work, slug):
    """Whatever its spelling; and what notes speak of keeps its name."""
    for name in ("March 2026", "march  2026", "MARCH 2026"):
        with pytest.raises(Refused):
            work.reviews.plan(slug, name)
    work.reviews.plan(slug, "Next")
    with pytest.raises(Refused):
        work.reviews.change(slug, "next", "March 2026")
    with pytest.raises(Refused):
        work.reviews.change(slug, "march-2026", "Spring")
    assert work.reviews.change(slug, "next", "NEXT").name == "NEXT"
    assert work.reviews.change(slug, "next", "अर्को").slug == "अर्को"


@pytest.mark.parametrize(("name", "day"), [("", None), (" ", None), ("x" * 201, None), ("x", date(2100, 1, 1))])
def test_what_is_no_review_is_refused(work, slug, name, day):
    """No name, too long a name, a day that is a slip of the pen."""
    with pytest.raises(InputError):
        work.reviews.plan(slug, name, day)


def test_the_agenda_can_be_changed(work, slug):
    """Of a review that files speak of too; not to nothing, nor to parts that take no time."""
    parts = (AgendaPart(PartKind.RATINGS, 30), AgendaPart(PartKind.OTHER, 10, "चिया"))
    assert work.reviews.set_agenda(slug, "march-2026", parts).agenda == parts
    for wrong in ((), parts * 16, (AgendaPart(PartKind.OTHER, 0),), (AgendaPart(PartKind.OTHER, 5, "x" * 201),)):
        with pytest.raises(InputError):
            work.reviews.set_agenda(slug, "march-2026", wrong)


def test_what_was_planned_can_be_removed(work, slug):
    """What files say stays; what nobody planned goes with its files."""
    work.reviews.plan(slug, "Next")
    work.reviews.remove(slug, "next")
    with pytest.raises(NotFound):
        work.reviews.get(slug, "next")
    with pytest.raises(Refused):
        work.reviews.remove(slug, "march-2026")
    work.reviews.change(slug, "march-2026", day=date(2026, 3, 18))
    work.reviews.remove(slug, "march-2026")
    assert named(work.reviews.every(slug)) == [("March 2026", "2026-03", True, False)]
    done = [each.entry.action for each in work.journal.page(slug).done]
    assert done[:3] == ["review removed", "review changed", "review removed"]


@pytest.fixture
def agreed(work, slug):
    """A review that was planned here and that a file speaks of, two actions that came of it, and an older one."""
    before = work.actions.make(slug, "আগের কাজ")
    work.reviews.plan(slug, "May 2026", date(2026, 5, 3))
    given = [GivenLevel("Trust", "Emerging", "We call")]
    work.ratings.enter(slug, "may-2026", Way.COLLECTIVE, "A", given)
    made = [work.actions.make(slug, text) for text in ("फोन गर्ने", "Write minutes")]
    work.actions.judge(slug, before.code, Became.CHANGED, review="May 2026")
    return [each.code for each in (before, *made)]


def test_it_says_what_hangs_on_a_review(work, slug, agreed):
    """Actions that came of it, ratings, and of how many others it was told."""
    hangs = work.reviews.hanging(slug, "may-2026")
    assert [each.code for each in hangs.actions] == agreed[1:]
    assert (hangs.told, hangs.ratings, hangs.waiting) == (1, 1, 0)
    assert hangs.files == ("ratings-may-2026.csv",)
    assert work.reviews.hanging(slug, "march-2026").actions[0].what == "আগের কাজ"


def test_a_review_with_actions_does_not_go_in_silence(work, slug, agreed):
    """Until somebody says what becomes of them, all is as it was."""
    with pytest.raises(Undecided, match="actions came of the review “May 2026”: 2"):
        work.reviews.remove(slug, "may-2026")
    assert work.reviews.get(slug, "may-2026").is_planned
    assert len(work.actions.every(slug)) == len(agreed)


def test_its_actions_are_deleted_with_it(work, slug, agreed):
    """Only those that came of it, with the memos about them, each told in the history."""
    for code in agreed[:2]:
        work.memos.begin(slug, Subject.ACTION, code, "", "কেন?")
    work.reviews.remove(slug, "may-2026", ItsActions.DELETE)
    assert [each.about.id for each in work.findings(slug).at.memos] == agreed[:1]
    (left,) = work.actions.every(slug)
    assert (left.code, left.verdicts[0].review) == (agreed[0], "May 2026")
    done = [each.entry.action for each in work.journal.page(slug).done]
    assert done[:3] == ["review removed", "action removed", "action removed"]


def test_actions_that_are_kept_say_that_their_review_is_gone(work, slug, agreed):
    """As soon as nothing speaks of it any more; while a file does, it is there."""
    work.reviews.remove(slug, "may-2026", ItsActions.KEEP)
    assert [each.code for each in work.actions.every(slug)] == agreed
    made = work.actions.get(slug, agreed[1])
    assert review_gone(made.evidence, work.findings(slug).at) == ""
    kept = work.findings(slug).at.kept_files
    work.files.remove(slug, next(each.id for each in kept if each.filename == "ratings-may-2026.csv"))
    assert review_gone(made.evidence, work.findings(slug).at) == "May 2026"
    older = work.actions.get(slug, agreed[0])
    assert review_gone(older.evidence, work.findings(slug).at) == ""


def test_it_goes_with_the_programme_as_a_file(work, slug, tmp_path):
    """Plans come along into another installation."""
    work.reviews.plan(slug, "Next")
    archive = tmp_path / "programme.zip"
    work.archives.write(slug, archive)
    there = work.archives.read(archive).slug
    assert there != slug
    assert named(work.reviews.every(there)) == named(work.reviews.every(slug))
