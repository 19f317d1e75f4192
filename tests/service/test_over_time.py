"""Who was heard over all sessions of a programme."""

import pytest

from nlp.participation.identities import Identity
from tests.service.files import ROSTER, TRANSCRIPT


@pytest.fixture
def programme(workspace):
    """A programme with two sessions; the second has a guest in place of Tom Bell."""
    workspace.create_programme("P")
    second = TRANSCRIPT.replace(b"Tom Bell", b"Guest 2").replace(b"late", b"late once more")
    files = [("roster.csv", ROSTER), ("meeting-2026-03-18.vtt", TRANSCRIPT), ("meeting-2026-09-16.vtt", second)]
    workspace.add_files("p", files)
    return workspace


def test_sessions_stand_in_the_order_of_time(programme):
    """With everybody's share in each."""
    found = programme.over_time("p")
    assert found["sessions"] == ["meeting-2026-03-18", "meeting-2026-09-16"]
    assert found["shares"]["meeting-2026-03-18"] == pytest.approx(
        {"Asha Rai": 50 / 60, "Tom Bell": 10 / 60, "Rina Das": 0, "Hari Lama": 0}
    )
    people = {person["name"]: person for person in found["people"]}
    assert list(people)[:4] == ["Asha Rai", "Rina Das", "Tom Bell", "Hari Lama"]
    assert people["Rina Das"]["silent"] == found["sessions"]
    assert people["Tom Bell"]["silent"] == ["meeting-2026-09-16"]


def test_groups_of_two_are_not_shown(programme):
    """Two women and two men: an attribute with groups this small is withheld in every session."""
    found = programme.over_time("p")
    assert found["groups"] == {}
    assert "gender" in found["withheld"]


def test_a_label_that_is_told_changes_it(programme):
    """Guest 2 was Tom Bell."""
    programme.identities.tell("p", "meeting-2026-09-16", Identity("Guest 2", "person", "Tom Bell"))
    people = {person["name"]: person for person in programme.over_time("p")["people"]}
    assert "Guest 2" not in people
    assert people["Tom Bell"]["silent"] == []


def test_a_programme_without_sessions_has_nothing_to_show(workspace):
    """And no error."""
    workspace.create_programme("P")
    found = workspace.over_time("p")
    assert (found["sessions"], found["people"], found["groups"]) == ([], [], {})
