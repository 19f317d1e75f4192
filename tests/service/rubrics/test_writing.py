"""A cell that is written in the room: without names, in rounds, and what the team agrees on."""

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, Refused, Stale

SAID = ("खबर ढिलो आउँछ", "খবর দেরিতে আসে", "news comes late 👩‍👧")


@pytest.fixture
def code(workspace, begun):
    """A room for one cell."""
    return workspace.writing.open(begun, "consortium", "communications", "Emerging").code


def propose(workspace, code, *texts, token=None):
    """Every one of some proposals comes from somebody else, unless `token` says who it is."""
    for each in texts:
        workspace.writing.propose(code, token or new_token(), new_token(), each)


def shown(workspace, slug, code):
    found = workspace.writing.groups(workspace.findings(slug), code)
    return {each.text for group in found for each in group}


def test_what_is_proposed_is_seen_from_three_people_on(workspace, begun, code):
    """Until then nobody sees it, nor how many there are; then in rounds; the rest when the room closes."""
    room = workspace.writing.get(begun, code)
    assert (room.team, room.element, room.level, room.proposals) == ("Consortium", "Communications", "emerging", 0)
    propose(workspace, code, *SAID[:2])
    assert workspace.writing.get(begun, code) == room
    propose(workspace, code, SAID[2])
    assert shown(workspace, begun, code) == set(SAID)
    propose(workspace, code, "one more")
    assert shown(workspace, begun, code) == set(SAID)
    assert not workspace.writing.set_open(begun, code, is_open=False).is_open
    assert shown(workspace, begun, code) == {*SAID, "one more"}
    with pytest.raises(Closed):
        propose(workspace, code, "late")
    assert [each.code for each in workspace.writing.every(begun)] == [code]


def test_two_people_alone_are_not_shown_when_it_closes(workspace, begun, code):
    """Each would know the other."""
    propose(workspace, code, *SAID[:2])
    workspace.writing.set_open(begun, code, is_open=False)
    assert shown(workspace, begun, code) == set()


def test_what_is_sent_twice_counts_once_and_nobody_is_told_by_it(workspace, begun, code):
    """No token, time or order is kept; one phone is one person, and may not fill the room; contact data goes."""
    mine, form = new_token(), new_token()
    for _ in range(2):
        workspace.writing.propose(code, mine, form, "  call 01712345678\nearlier ")
    propose(workspace, code, "a", "b", "c", "d", token=mine)
    with pytest.raises(Refused, match="no room for more"):
        propose(workspace, code, "e", token=mine)
    with workspace._database.reading() as db:
        rows = db.execute(text("SELECT * FROM rubric_proposals")).mappings().all()
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert mine not in repr(rows)
    assert set(rows[0]) == {"rubric_room_id", "id", "person", "text", "shown"}
    propose(workspace, code, "x", "y")
    assert shown(workspace, begun, code) == {"call … earlier", "a", "b", "c", "d", "x", "y"}
    with workspace._database.reading() as db:
        assert set(db.execute(text("SELECT person FROM rubric_proposals")).scalars()) == {""}
    for wrong in ("", "👩‍👧", "x" * 301):
        with pytest.raises(InputError, match="a descriptor has"):
            propose(workspace, code, wrong)


def test_the_team_agrees_on_one_text(workspace, begun, code):
    """Proposals as they are behind its own words; unless somebody wrote there meanwhile."""
    propose(workspace, code, *SAID)
    groups = workspace.writing.groups(workspace.findings(begun), code)
    ids = {each.text: each.id for group in groups for each in group}
    seen = workspace.writing.cell(begun, code).text
    agreed = workspace.writing.agree(begun, code, [ids[SAID[1]]], "Ours\n", "in the room", seen)
    assert agreed.descriptors == ("Ours", SAID[1])
    assert workspace.rubrics.history(begun, "consortium", "communications")[0].why == "in the room"
    with pytest.raises(Stale):
        workspace.writing.agree(begun, code, (), "Other", before=seen)
    with pytest.raises(InputError, match="nothing is chosen"):
        workspace.writing.agree(begun, code)
    with pytest.raises(NotFound):
        workspace.writing.agree(begun, code, ["nobodys"])
    workspace.writing.remove(begun, code)
    assert workspace.writing.every(begun) == ()
    assert workspace.rubrics.cell(begun, "consortium", "communications", "emerging").descriptors == ("Ours", SAID[1])
