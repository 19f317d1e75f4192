"""Who was heard over all sessions of a programme."""

import pytest

from nlp.errors import InputError
from nlp.participation.people.attendance import Presence
from nlp.participation.people.identities import Identity
from tests.service.files import ROSTER, TRANSCRIPT


@pytest.fixture
def programme(workspace):
    """A programme with two sessions in which all were; the second has a guest in place of Tom Bell's voice."""
    workspace.programmes.create("P")
    second = TRANSCRIPT.replace(b"Tom Bell", b"Guest 2").replace(b"late", b"late once more")
    files = [("roster.csv", ROSTER), ("meeting-2026-03-18.vtt", TRANSCRIPT), ("meeting-2026-09-16.vtt", second)]
    workspace.files.add("p", files)
    for session in ("meeting-2026-03-18", "meeting-2026-09-16"):
        workspace.attendance.say_of_the_others("p", session, Presence.PRESENT)
    return workspace


def test_sessions_stand_in_the_order_of_time(programme):
    """With everybody's share in each."""
    found = programme.findings("p").over_time()
    assert found.sessions == ("meeting-2026-03-18", "meeting-2026-09-16")
    assert found.shares["meeting-2026-03-18"] == pytest.approx(
        {"Asha Rai": 50 / 60, "Tom Bell": 10 / 60, "Rina Das": 0, "Hari Lama": 0}
    )
    people = {person.name: person for person in found.people}
    assert list(people)[:4] == ["Asha Rai", "Rina Das", "Tom Bell", "Hari Lama"]
    assert people["Rina Das"].silent == found.sessions
    assert people["Tom Bell"].silent == ("meeting-2026-09-16",)


def test_groups_of_two_are_not_shown(programme):
    """Two women and two men: an attribute with groups this small is withheld in every session."""
    found = programme.findings("p").over_time()
    assert found.groups == {}
    assert "gender" in found.withheld


def test_a_label_that_is_told_changes_it(programme):
    """Guest 2 was Tom Bell."""
    programme.identities.tell("p", "meeting-2026-09-16", Identity("Guest 2", "person", "Tom Bell"))
    people = {person.name: person for person in programme.findings("p").over_time().people}
    assert "Guest 2" not in people
    assert people["Tom Bell"].silent == ()


def test_a_programme_without_sessions_has_nothing_to_show(workspace):
    """And no error."""
    workspace.programmes.create("P")
    found = workspace.findings("p").over_time()
    assert (found.sessions, found.people, found.groups) == ((), (), {})


def test_shares_that_a_facilitator_expects_count_here_too(workspace):
    """Four women of seven are expected to have a quarter of the floor; who is nobody's group is refused."""
    people = ["Asha", "Bina", "Chobi", "Dipa", "Hari", "Ivan", "Jamal"]
    roster = "name,gender\n" + "".join(f"{name},{'woman' if name < 'E' else 'man'}\n" for name in people)
    cues = (f"00:0{n}:00.000 --> 00:0{n}:30.000\n<v {name}>We went.</v>\n\n" for n, name in enumerate(people))
    record = ("WEBVTT\n\n" + "".join(cues)).encode()
    workspace.programmes.create("P")
    workspace.files.add("p", [("r.csv", roster.encode()), ("a.vtt", record), ("b.vtt", record + b"\n")])
    women, _ = workspace.findings("p").over_time(("gender",), {"woman": 0.25}).groups["gender"]
    assert (women.expected_share, women.gap) == (0.25, pytest.approx(4 / 7 - 0.25))
    assert workspace.findings("p").over_time(("gender",)).groups["gender"][0].gap == pytest.approx(0)
    with pytest.raises(InputError, match="nobody on the roster is elder"):
        workspace.findings("p").over_time(("gender",), {"elder": 0.5})


def test_a_roster_that_spells_a_person_otherwise_makes_nobody_new(programme):
    """A later roster in capitals, chosen for the second session."""
    programme.files.add("p", [("roster-2.csv", ROSTER.replace(b"Asha Rai,Asha", b"ASHA RAI,Asha"))])
    programme.files.choose_roster("p", "meeting-2026-09-16", "roster-2.csv")
    people = {person.name: person for person in programme.findings("p").over_time().people}
    assert "ASHA RAI" not in people
    assert len(people["Asha Rai"].sessions) == 2


def test_nobody_is_silent_or_absent_of_whom_it_is_not_known(programme):
    """Rina was in the first session; of the second nobody knows, so it counts for nothing."""
    programme.attendance.say("p", "meeting-2026-09-16", {"Rina Das": Presence.NOT_KNOWN})
    (rina,) = [each for each in programme.findings("p").over_time().people if each.name == "Rina Das"]
    assert (rina.sessions, rina.silent) == (("meeting-2026-03-18",), ("meeting-2026-03-18",))
    assert rina.not_known == ("meeting-2026-09-16",)
    programme.attendance.say("p", "meeting-2026-09-16", {"Rina Das": Presence.ABSENT})
    (rina,) = [each for each in programme.findings("p").over_time().people if each.name == "Rina Das"]
    assert rina.not_known == ()
