"""Ratings in three ways, and from phones."""

import pytest

from nlp.documents.read import read_document
from nlp.errors import InputError
from service.annotations.rate import Rate
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, TooOften
from service.privacy.types import Doomed
from service.reviews.types import USUAL_LEVELS, GivenLevel, Way

NOTES = b"text,element,team\nWe call,Trust,A\nWe write,Calls,B\n"
BEST, MIDDLE, LOWEST = USUAL_LEVELS


@pytest.fixture
def work(settings, open_workspace):
    """A work."""
    return open_workspace(settings)


@pytest.fixture
def slug(work):
    """A programme with two teams, two elements and a review to come."""
    return programme(work)


def programme(work):
    made = work.programmes.create("P", ["A", "B"]).slug
    work.files.add(made, [("notes.csv", NOTES)])
    work.reviews.plan(made, "May 2031")
    return made


def rated(work, slug):
    return [
        (each.team, each.element, each.level, each.participant, each.note) for each in work.findings(slug).ratings()
    ]


def test_one_level_that_the_team_agreed_on(work, slug):
    """It is among the ratings of the programme at once; the next takes its place; none takes it back."""

    def enter(*given):
        return work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "A", given)

    enter(GivenLevel("Trust", MIDDLE, " আমরা  কথা বলি "), GivenLevel("Calls", LOWEST))
    assert rated(work, slug) == [("A", "Trust", MIDDLE, "", "আমরা কথা বলি"), ("A", "Calls", LOWEST, "", "")]
    assert "May 2031" in work.programmes.get(slug).reviews
    files = len(work.files.every(slug))
    enter(GivenLevel("trust", BEST))
    assert rated(work, slug) == [("A", "Trust", BEST, "", "")]
    assert len(work.files.every(slug)) == files
    assert enter() == ()
    assert rated(work, slug) == []


def test_individuals_are_all_kept(work, slug):
    """Each person's own, never a mean; one person's does not touch another's, nor the team's."""
    for person, level in (("Asha", BEST), ("বিনিতা", LOWEST), ("asha", MIDDLE)):
        work.ratings.enter(slug, "may-2031", Way.INDIVIDUAL, "B", [GivenLevel("Trust", level)], person)
    work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "B", [GivenLevel("Trust", MIDDLE)])
    assert sorted(each[2:4] for each in rated(work, slug)) == [(MIDDLE, ""), (MIDDLE, "asha"), (LOWEST, "বিনিতা")]
    with pytest.raises(InputError):
        work.ratings.enter(slug, "may-2031", Way.INDIVIDUAL, "B", [GivenLevel("Trust", BEST)], " ")


def test_texts_under_every_level_are_notes_too(work, slug):
    """Several levels of one element; what is empty says nothing."""
    given = [
        GivenLevel("Trust", BEST, "We meet"),
        GivenLevel("Trust", LOWEST, "फोन बन्द"),
        GivenLevel("Calls", BEST, "-"),
    ]
    work.ratings.enter(slug, "may-2031", Way.LEVELS, "A", given)
    assert [each[1:] for each in rated(work, slug)] == [
        ("Trust", BEST, "", "We meet"),
        ("Trust", LOWEST, "", "फोन बन्द"),
    ]
    notes = {
        (note.text, note.attributes["team"], note.attributes.get("review")) for note in work.findings(slug).notes()
    }
    assert {("We meet", "A", "May 2031"), ("फोन बन्द", "A", "May 2031")} <= notes


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ([GivenLevel("Nothing", BEST)], NotFound),
        ([GivenLevel("Trust", "splendid")], InputError),
        ([GivenLevel("Trust", BEST), GivenLevel("TRUST", LOWEST)], InputError),
        ([GivenLevel("Trust", BEST, "x" * 1001)], InputError),
    ],
)
def test_what_cannot_be_rated_is_refused(work, slug, given, wrong):
    """And nothing of it is kept."""
    with pytest.raises(wrong):
        work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "A", given)
    with pytest.raises(NotFound):
        work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "Nobody", [])
    assert work.ratings.entered(slug, "may-2031") == ()


def send(work, code, level, team="A", token="", reason=""):
    work.ratings.rate(code, token or new_token(), team, [GivenLevel("Trust", level, reason)])


def test_phones_wait_for_three_of_their_team(workspace):
    """Nobody sees fewer; sent again counts once; what is shown is taken in by the facilitator, or when it closes."""
    work, slug = workspace, programme(workspace)
    code = work.ratings.set_open(slug, "may-2031", is_open=True).code
    mine = new_token()
    send(work, code, LOWEST, token=mine)
    send(work, code, BEST, token=mine, reason="call me on +977 9841234567")
    send(work, code, BEST)
    send(work, code, BEST, team="B")
    link = work.ratings.link(slug, "may-2031")
    assert (link.waiting, link.to_take_in) == (3, 0)
    assert work.ratings.take_in(slug, "may-2031") == ()
    send(work, code, LOWEST)
    link = work.ratings.link(slug, "may-2031")
    assert (link.waiting, link.to_take_in) == (1, 3)
    assert rated(work, slug) == []
    work.ratings.take_in(slug, "may-2031")
    assert sorted(each[2] for each in rated(work, slug)) == sorted([BEST, BEST, LOWEST])
    assert "9841234567" not in str(rated(work, slug))
    send(work, code, MIDDLE, token=mine)
    work.ratings.set_open(slug, "may-2031", is_open=False)
    assert len(rated(work, slug)) == 3
    with pytest.raises(Closed):
        send(work, code, BEST)


def test_nothing_of_a_phone_stays_with_what_is_shown(work, slug):
    """No random name of it, and no two ratings of one person under ids that belong together."""
    code = work.ratings.set_open(slug, "may-2031", is_open=True).code
    for _ in range(3):
        work.ratings.rate(code, new_token(), "A", [GivenLevel("Trust", BEST), GivenLevel("Calls", LOWEST)])
    with work._database.reading() as db:
        rows = db.exec_driver_sql("select id, person, participant from entered_ratings").all()
    assert len(rows) == 6
    assert {(row.person, row.participant) for row in rows} == {("", "")}


def test_a_link_asks_what_the_programme_has(work, slug):
    """Nothing to rate, no link; an empty form is none; floods are held back."""
    empty = work.programmes.create("Empty").slug
    work.reviews.plan(empty, "First")
    with pytest.raises(InputError):
        work.ratings.set_open(empty, "first", is_open=True)
    code = work.ratings.set_open(slug, "may-2031", is_open=True).code
    assert work.ratings.asked(code)[1].levels == USUAL_LEVELS
    with pytest.raises(InputError):
        work.ratings.rate(code, new_token(), "A", [])
    with pytest.raises(NotFound):
        work.ratings.asked("nothing")
    work.ratings._rate = Rate(1)
    send(work, code, BEST)
    with pytest.raises(TooOften):
        send(work, code, BEST)


def test_names_that_are_changed_later_are_those_of_the_ratings(work, slug):
    """What was entered under the name before is found again, and replaced."""
    from service.names.types import NameKind

    work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "A", [GivenLevel("Trust", BEST)])
    work.names.rename(slug, NameKind.TEAM, "A", "North")
    assert work.ratings.entered(slug, "may-2031")[0].team == "North"
    work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "North", [GivenLevel("Trust", LOWEST)])
    assert [each[:3] for each in rated(work, slug)] == [("North", "Trust", LOWEST)]


def test_a_person_who_is_deleted_does_not_come_back(work, slug):
    """Neither from the table nor with the next file; the others stay."""
    for person in ("Asha Rai", "Binod"):
        work.ratings.enter(slug, "may-2031", Way.INDIVIDUAL, "B", [GivenLevel("Trust", BEST, "Asha Rai said")], person)
    work.deletion.delete(slug, Doomed.PERSON, "Asha Rai", "Asha Rai")
    work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "A", [GivenLevel("Trust", LOWEST)])
    left = rated(work, slug)
    assert {each[3] for each in left} == {"", "Binod"}
    assert "Asha" not in str(left)
    assert not [file for file in work.files.every(slug) if b"Asha" in work.files.original(slug, file.id)[1]]


def test_it_goes_with_the_programme(work, slug, tmp_path):
    """With a new code for phones, and its files."""
    work.ratings.enter(slug, "may-2031", Way.LEVELS, "A", [GivenLevel("Trust", BEST, "We meet")])
    code = work.ratings.set_open(slug, "may-2031", is_open=True).code
    work.archives.write(slug, tmp_path / "p.zip")
    there = work.archives.read(tmp_path / "p.zip").slug
    assert work.ratings.entered(there, "may-2031") == work.ratings.entered(slug, "may-2031")
    assert work.ratings.link(there, "may-2031").code != code
    files = len(work.files.every(there))
    work.ratings.enter(there, "may-2031", Way.COLLECTIVE, "A", [GivenLevel("Trust", BEST)])
    assert len(work.files.every(there)) == files


def test_the_file_is_one_that_can_be_read(work, slug):
    """By whoever takes the data along."""
    work.ratings.enter(slug, "may-2031", Way.COLLECTIVE, "A", [GivenLevel("Trust", BEST, '"=1+1", they say')])
    (file,) = [each for each in work.files.every(slug) if each.kind == "ratings"]
    (one,) = read_document("x.csv", work.files.original(slug, file.id)[1]).ratings
    assert (one.review, one.note) == ("May 2031", '"=1+1", they say')
