"""Where a partnership stands: what a programme really did, and what facilitators say of it."""

from datetime import UTC, date, datetime

import pytest

from nlp.errors import InputError
from nlp.participation.feedback import Observation
from service.access.acting import act_as
from service.access.types import Reader
from service.actions.types import Became, Status
from service.annotations.tokens import new_token
from service.errors import NotFound
from service.library.types import LibraryKind, SharedWords
from service.stages.types import LONGEST_WHY, Deed, Stage

NOTES = "text,element,team\nআমরা কথা বলি,Trust,A\nहामी बोल्छौँ,Trust,B\nWe call,Trust,A\n".encode()
RATINGS = b"review,team,element,level\nMarch 2026,A,Trust,Emerging\nMay 2026,A,Trust,Emerging\n"


@pytest.fixture
def slug(workspace):
    """An empty programme."""
    return workspace.programmes.create("নদী", ["A", "B"]).slug


def done(workspace, slug):
    stages = workspace.stages.of(workspace.findings(slug)).stages
    return {one.deed: (one.count, one.first, one.last) for each in stages for one in each.done}


def test_an_empty_programme_has_done_nothing(workspace, slug):
    """And nobody says where it stands: that is never worked out."""
    standing = workspace.stages.of(workspace.findings(slug))
    assert standing.said == ()
    assert not [each for each in standing.stages if each.done]


def test_only_what_was_really_done_is_counted(workspace, slug):
    """Notes, reviews, actions and what became of them, forms with answers, and talks about sessions."""
    workspace.files.add(slug, [("notes.csv", NOTES), ("ratings.csv", RATINGS)])
    form = workspace.feedback.add_form(slug, "Day one").code
    assert Deed.ANSWERS not in done(workspace, slug)
    workspace.feedback.answer(form, {new_token(): Observation(5, 5, 5)})
    for text in ("We ask everybody", "सबैलाई सोध्ने"):
        workspace.reflections.intend(slug, form, text)
    first, second = (workspace.actions.make(slug, text).code for text in ("Call", "लेख्ने"))
    workspace.actions.change(slug, first, status=Status.DONE)
    workspace.actions.judge(slug, first, Became.CHANGED, review="March 2026")
    workspace.actions.judge(slug, second, Became.TOO_EARLY)
    found = done(workspace, slug)
    today = workspace.stages.today
    assert found[Deed.NOTES] == (3, today, today)
    assert found[Deed.REVIEWS][0] == 2
    assert found[Deed.RATED_AGAIN] == (1, "2026-05", "2026-05")
    assert found[Deed.ANSWERS] == found[Deed.REFLECTED] == (1, "", "")
    assert found[Deed.AGREED] == (2, today, today)
    assert found[Deed.DONE] == (1, "", "")
    assert (found[Deed.JUDGED][0], found[Deed.CHANGED][0]) == (2, 1)
    assert not {Deed.SESSIONS, Deed.RUBRICS, Deed.CAFES, Deed.PUBLISHED, Deed.DOING} & set(found)


def test_what_is_shared_with_others_counts_as_carried_further(workspace, slug):
    """As long as it is shared."""
    action = workspace.actions.make(slug, "सबैलाई एसएमएस पठाउने").code
    said = SharedWords(LibraryKind.ACTION, "ne", "", "सबैलाई एसएमएस पठाउने")
    entry = workspace.shares.share(slug, action, "", said).entry.id
    today = workspace.stages.today
    assert done(workspace, slug)[Deed.SHARED] == (1, today, today)
    workspace.shares.take_back(slug, entry)
    assert Deed.SHARED not in done(workspace, slug)


def test_facilitators_say_it_and_what_they_said_stays(workspace, slug):
    """By the day from which it holds; taken back it is gone; history tells of it, not in their words."""
    with act_as(Reader(account=1, name="Rina", sits_here=True)):
        workspace.stages.say(slug, Stage.ACCLIMATE, " আমরা একে অন্যকে চিনি ", "2026-03-01", "somebody else")
    before = workspace.stages.say(slug, Stage.ADVISE, "किनभने सुन्दैछौँ", "2026-01-05", "बिनिता")
    said = workspace.stages.of(workspace.findings(slug)).said
    assert [(each.stage, each.who) for each in said] == [(Stage.ADVISE, "बिनिता"), (Stage.ACCLIMATE, "Rina")]
    assert said[1].why == "আমরা একে অন্যকে চিনি"
    workspace.stages.take_back(slug, before.number)
    assert [each.stage for each in workspace.stages.of(workspace.findings(slug)).said] == [Stage.ACCLIMATE]
    with pytest.raises(NotFound):
        workspace.stages.take_back(slug, before.number)
    actions = [each.entry.action for each in workspace.journal.page(slug).done]
    assert actions[:2] == ["stage taken back", "stage said"]


@pytest.mark.parametrize(
    ("why", "day", "who"),
    [
        (" ", "", ""),
        ("x" * (LONGEST_WHY + 1), "", ""),
        ("x", "tomorrow", ""),
        ("x", "2999-01-01", ""),
        ("x", "", "n" * 201),
    ],
)
def test_what_says_nothing_is_refused(workspace, slug, why, day, who):
    """No reason, too long, no day, a day to come; nothing is kept."""
    with pytest.raises(InputError):
        workspace.stages.say(slug, Stage.ADVISE, why, day, who)
    assert workspace.stages.of(workspace.findings(slug)).said == ()


def test_it_goes_with_the_programme_as_a_file(workspace, slug, tmp_path):
    """What was said comes along into another installation."""
    workspace.stages.say(slug, Stage.ACTIVATE, "করছি")
    workspace.archives.write(slug, tmp_path / "p.zip")
    there = workspace.archives.read(tmp_path / "p.zip").slug
    (said,) = workspace.stages.of(workspace.findings(there)).said
    assert (said.stage, said.why) == (Stage.ACTIVATE, "করছি")


def test_a_review_that_is_to_come_was_not_held(settings, open_workspace):
    """Planned is not done."""
    work = open_workspace(settings, clock=lambda: datetime(2026, 5, 4, tzinfo=UTC))
    slug = work.programmes.create("P").slug
    work.reviews.plan(slug, "Next", date(2026, 11, 4))
    assert Deed.REVIEWS not in done(work, slug)
