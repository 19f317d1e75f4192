"""Numbers in the place of names give nobody away: not by their order, nor from one report to the next."""

import re

from fastapi.testclient import TestClient

from nlp.documents.types import Person
from service.presentation.i18n import language
from service.presentation.masking.masking import numbered
from tests.service.working import create_app

NAMES = [
    f"Person of {place}" for place in ("Dhaka", "Khulna", "Rangpur", "Sylhet", "Barishal", "Pokhara", "Jumla", "Ilam")
]
ROSTER = tuple(map(Person, NAMES))


def test_the_order_of_a_roster_tells_no_number():
    """With a secret the numbers are drawn; the same secret draws the same, another one others."""
    one, again, other = (numbered(NAMES, ROSTER, language("en"), drawn_with=secret).shown for secret in "aab")
    assert one == again != other
    assert sorted(one.values()) == sorted(other.values())
    assert [*one] != NAMES
    assert [numbered(NAMES, ROSTER, language("en"), drawn_with=f"{at}").call(NAMES[0]) for at in range(40)].count(
        "Person 1"
    ) < 20


def test_people_stand_in_the_order_of_their_numbers():
    """A list in the order of the roster would tell who they are; who has no number comes last."""
    people = numbered(NAMES, ROSTER, language("en"), drawn_with="secret")
    shown = [people.call(each) for each in people.in_order(["Somebody", *NAMES])]
    assert shown == [*(f"Person {n}" for n in range(1, 9)), "Somebody"]


def test_a_page_has_other_numbers_than_another_page_and_the_same_when_read_again(workspace, full):
    """One report is consistent inside; after a change of the programme it is another one, which cannot be joined."""
    at = workspace.findings(full).at
    assert at.numbers_of("report") == workspace.findings(full).at.numbers_of("report")
    assert at.numbers_of("report") != at.numbers_of("over time")
    workspace.files.remove(full, at.of_kind("ratings")[0].id)
    assert workspace.findings(full).at.numbers_of("report") != at.numbers_of("report")
    assert len(at.secret) == 32
    assert at.secret not in str(workspace.programmes.get(full))


def test_bars_of_a_session_without_names_stand_by_number(workspace, full):
    """The page lists Person 1 first, whoever stands first on the roster."""
    client = TestClient(create_app(workspace.settings, workspace), base_url="http://127.0.0.1")
    page = client.get(f"/programmes/{full}/sessions/session-2026-03-18?names=0").text
    bars = re.findall(r'class="person[^>]*>.*?Person (\d+)', page, re.DOTALL)
    assert bars == sorted(bars, key=int)
    assert len(bars) > 1
