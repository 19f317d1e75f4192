"""What a place gives, and what it does not."""

import pytest

from service.access.permissions import IN_PROGRAMMES, Need, access_of
from service.access.types import OWN_MACHINE, STRANGER, Membership, Reader, Role
from service.errors import NotSignedIn, Refused

HERE, ELSEWHERE = 1, 2
PEOPLE = {
    "facilitator": Reader(1, "F", memberships={HERE: Membership(Role.FACILITATOR)}),
    "member": Reader(2, "M", memberships={HERE: Membership(Role.MEMBER, "उत्तर")}),
    "observer": Reader(3, "O", memberships={HERE: Membership(Role.OBSERVER)}),
    "administrator": Reader(4, "A", is_administrator=True),
    "nobody here": Reader(5, "N", memberships={ELSEWHERE: Membership(Role.FACILITATOR)}),
    "stranger": STRANGER,
    "own machine": OWN_MACHINE,
}
MAY = {
    "facilitator": {Need.NOTHING, Need.ACCOUNT, Need.MAKER, *IN_PROGRAMMES},
    "member": {Need.NOTHING, Need.ACCOUNT, Need.PUBLISHED, Need.TEAM},
    "observer": {Need.NOTHING, Need.ACCOUNT, Need.PUBLISHED},
    "administrator": {Need.NOTHING, Need.ACCOUNT, Need.MAKER, Need.ADMINISTRATOR},
    "nobody here": {Need.NOTHING, Need.ACCOUNT, Need.MAKER},
    "stranger": {Need.NOTHING},
    "own machine": set(Need),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_a_place_gives_what_the_table_says(who):
    """And no more: each need of each person, one by one."""
    access = access_of(PEOPLE[who], HERE)
    assert {need for need in Need if access.may(need)} == MAY[who]


@pytest.mark.parametrize("who", PEOPLE)
def test_outside_of_programmes_a_place_gives_nothing(who):
    """Somebody's place counts where it is."""
    access = access_of(PEOPLE[who])
    assert {need for need in Need if access.may(need)} == MAY[who] - (
        IN_PROGRAMMES if who != "own machine" else frozenset()
    )


def test_raw_notes_are_those_of_the_own_team():
    """All for facilitators, none for those without a team."""
    teams = {who: access_of(reader, HERE).teams for who, reader in PEOPLE.items()}
    assert (teams["facilitator"], teams["own machine"]) == (None, None)
    assert teams["member"] == {"उत्तर"}
    assert {who for who, seen in teams.items() if seen == frozenset()} == {
        "observer",
        "administrator",
        "nobody here",
        "stranger",
    }
    nameless = Reader(6, "T", memberships={HERE: Membership(Role.MEMBER)})
    assert access_of(nameless, HERE).teams == frozenset()


NOBODY = Reader(7, "Z")


@pytest.mark.parametrize("need", [need for need in Need if need not in (Need.NOTHING, Need.ACCOUNT)])
def test_a_refusal_says_what_to_do(need):
    """In one line."""
    with pytest.raises(Refused) as caught:
        access_of(NOBODY, HERE).check(need)
    assert str(caught.value.problem)
    assert str(caught.value.remedy).startswith("Ask ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("need", [need for need in Need if need is not Need.NOTHING])
def test_strangers_are_asked_to_sign_in(need):
    """Whatever it is that they ask for."""
    with pytest.raises(NotSignedIn):
        access_of(STRANGER, HERE).check(need)
