"""Rosters: which one a session is measured against, and what becomes of one that is corrected."""

import pytest

from service.store import sessions
from tests.service.files import NOTES, ROSTER, TRANSCRIPT
from tests.service.rows import rows


def test_a_roster_can_be_chosen(workspace, programme):
    """What the facilitator says goes before what the names say."""
    small = b"name,gender\nAsha Rai,woman\nTom Bell,man\n"
    preview = workspace.files.preview(
        programme, [("s1.vtt", TRANSCRIPT), ("s1-roster.csv", ROSTER), ("other.csv", small)]
    )
    workspace.files.keep(programme, preview.token, {"s1.vtt": "other.csv"})
    assert workspace.findings(programme).at.session("s1").roster == "other.csv"
    assert workspace.findings(programme).participation("s1").not_known in ([], ())
    other = next(file for file in workspace.files.every(programme) if file.filename == "other.csv")
    workspace.files.remove(programme, other.id)
    assert workspace.findings(programme).at.session("s1").roster == "s1-roster.csv"
    assert len(workspace.findings(programme).participation("s1").not_known) == 2


FIRST = b"name,gender\nAsha Rai,woman\nThomas Bell,man\nHari Lama,man\n"
CORRECTED = b"name,aliases,gender\nAsha Rai,,woman\nThomas Bell,Tom Bell,man\nHari Lama,,woman\n"


@pytest.mark.parametrize("rosters", [{}, {"session.vtt": "who is here.csv"}])
def test_a_corrected_roster_replaces_the_one_of_its_name(workspace, programme, rosters):
    """Its sessions, chosen or found, its people and the findings are the new one's; the old one can be taken back."""
    workspace.files.add(programme, [("session.vtt", TRANSCRIPT), ("who is here.csv", FIRST)], rosters)
    before = workspace.findings(programme).participation("session")
    assert set(before.not_known) == {"Thomas Bell", "Hari Lama"}
    preview = workspace.files.preview(programme, [("who is here.csv", CORRECTED)])
    (kept,) = workspace.files.keep(programme, preview.token)
    assert kept.filename == "who is here.csv"
    assert [file.filename for file in workspace.files.every(programme)] == ["session.vtt", "who is here.csv"]
    assert [file.filename for file in workspace.removed.every(programme)] == ["who is here.csv"]
    assert rows(workspace, "findings") == {"findings": 0}
    assert workspace.findings(programme).at.session("session").roster == "who is here.csv"
    assert list(workspace.findings(programme).participation("session").not_known) == ["Hari Lama"]
    people = {person.name: person for person in workspace.findings(programme).at.people}
    assert people["Thomas Bell"].aliases == ("Tom Bell",)
    assert people["Hari Lama"].attributes["gender"] == "woman"
    with workspace._database.reading() as db:
        chosen = [row.roster_id for row in sessions.every(db, 1)]
    assert chosen == [kept.id if rosters else None]


def test_only_rosters_are_replaced(workspace, programme):
    """Notes of a kept name get a number, and so does a roster that comes under the name of notes."""
    workspace.files.add(programme, [("notes.csv", NOTES), ("who.csv", FIRST)])
    workspace.files.add(programme, [("notes.csv", NOTES + b"More,Communications,North,Asha Rai,2026-09-16\n")])
    workspace.files.add(programme, [("notes.csv", CORRECTED)])
    names = [file.filename for file in workspace.files.every(programme)]
    assert names == ["notes.csv", "who.csv", "notes (2).csv", "notes (3).csv"]


def test_two_rosters_can_change_names(workspace, programme):
    """The bytes of each come under the name of the other."""
    workspace.files.add(programme, [("a.csv", FIRST), ("b.csv", CORRECTED)])
    kept = workspace.files.add(programme, [("a.csv", CORRECTED), ("b.csv", FIRST)])
    assert workspace.files.every(programme) == kept
    assert [file.filename for file in kept] == ["a.csv", "b.csv"]


def test_a_session_keeps_a_roster_when_another_one_comes(workspace, programme):
    """Two rosters whose names say nothing: the one with the speakers, whichever came first."""
    workspace.files.add(programme, [("session.vtt", TRANSCRIPT), ("people.csv", ROSTER)])
    workspace.files.add(programme, [("others.csv", b"name,gender\nRam,man\nSita,woman\n")])
    assert workspace.findings(programme).at.session("session").roster == "people.csv"


def test_a_roster_can_be_chosen_for_a_known_transcript(workspace, programme):
    """The transcript is not stored again; without a choice the one made before stays."""
    workspace.files.add(programme, [("session.vtt", TRANSCRIPT), ("people.csv", ROSTER), ("first.csv", FIRST)])
    assert workspace.findings(programme).at.session("session").roster == "people.csv"
    assert len(workspace.findings(programme).participation("session").not_known) == 2
    again = workspace.files.preview(programme, [("once more.vtt", TRANSCRIPT)])
    workspace.files.keep(programme, again.token, {"once more.vtt": "first.csv"})
    assert workspace.findings(programme).at.session("session").roster == "first.csv"
    assert set(workspace.findings(programme).participation("session").not_known) == {"Thomas Bell", "Hari Lama"}
    workspace.files.add(programme, [("session.vtt", TRANSCRIPT)])
    assert workspace.findings(programme).at.session("session").roster == "first.csv"
    assert len(workspace.files.every(programme)) == 3
