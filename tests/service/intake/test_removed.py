"""A removed file takes part in nothing, and comes back as it was within thirty days."""

from datetime import UTC, datetime, timedelta

import pytest

from nlp.errors import InputError
from nlp.participation.people.attendance import Presence
from nlp.participation.people.identities import Identity
from nlp.readings.edits.types import GONE
from service.access.acting import act_as
from service.access.types import Reader
from service.errors import NotFound
from service.settings import Settings
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.files import NOTES, ROSTER, TRANSCRIPT
from tests.service.rows import rows


@pytest.fixture
def slug(workspace):
    """A programme with notes, a roster and a session."""
    slug = workspace.programmes.create("Two rivers").slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("roster.csv", ROSTER), ("session.vtt", TRANSCRIPT)])
    return slug


def remove(workspace, slug, filename):
    """Remove a file by its name and return its id."""
    found = next(file.id for file in workspace.files.every(slug) if file.filename == filename)
    workspace.files.remove(slug, found)
    return found


def test_a_removed_file_takes_part_in_nothing(workspace, slug):
    """Neither its notes nor its names, nor anything that is read or found, are there; other files are."""
    number = remove(workspace, slug, "notes.csv")
    found = workspace.findings(slug)
    assert "notes.csv" not in {file.filename for file in workspace.files.every(slug)}
    assert found.readings().elements == ()
    assert found.at.outline.elements == ()
    assert rows(workspace, "units") == {"units": 0}
    with pytest.raises(NotFound):
        workspace.files.open(slug, number)
    with pytest.raises(NotFound):
        workspace.files.remove(slug, number)


def test_it_comes_back_with_its_id_its_notes_and_the_names_that_people_gave(workspace):
    """What was changed about its readings is not applied while it is away, without the words of its notes."""
    slug = workspace.programmes.create("সংস্কৃতি").slug
    rows_ = [f"{text},Culture,{team}" for team, texts in {"A": RISK, "B": JOINT, "C": POWER}.items() for text in texts]
    (file,) = workspace.files.add(slug, [("march.csv", "\n".join(["text,element,team", *rows_]).encode())])
    reading = workspace.findings(slug).element("culture").readings[0]
    workspace.edits.rename(slug, "culture", reading.id, "সাহস")
    before, (edit,) = workspace.findings(slug).element("culture"), workspace.findings(slug).at.edits
    workspace.files.remove(slug, file.id)
    assert [each.reading.label for each in workspace.findings(slug).at.edits] == [""]
    workspace.files.add(slug, [("other.csv", b"element,text\nCulture,We wait.\nCulture,We wait long.\n")])
    assert [told.why_not for told in workspace.findings(slug).readings().edits] == [GONE]
    remove(workspace, slug, "other.csv")
    assert workspace.removed.take_back(slug, file.id) == file
    again = workspace.findings(slug).element("culture")
    named = next(each for each in again.readings if each.label == "সাহস")
    assert {unit.id for unit in named.units} == {unit.id for unit in reading.units}
    assert len(again.readings) == len(before.readings)
    assert workspace.findings(slug).at.edits[0].id == edit.id


def test_a_session_comes_back_with_its_address_and_all_that_was_said_of_it(workspace, slug):
    """Who was there, who is behind a label, its roster, its form, its slug; another one may have that meanwhile."""
    speaker = workspace.findings(slug).at.speakers
    label = next(iter(speaker.values()))[0]
    workspace.identities.tell(slug, "session", Identity(label, "person", "Somebody Else"), everywhere=False)
    workspace.files.choose_roster(slug, "session", "roster.csv")
    silent = workspace.attendance.of(slug, "session").people[-1].name
    workspace.attendance.say(slug, "session", {silent: Presence.PRESENT})
    code = workspace.feedback.add_form(slug, "Day one", "session").code
    before = workspace.findings(slug)
    number = remove(workspace, slug, "session.vtt")
    assert workspace.findings(slug).at.sessions == ()
    assert workspace.feedback.form(slug, code).session is None
    workspace.removed.take_back(slug, number)
    after = workspace.findings(slug)
    assert after.at.sessions == before.at.sessions
    assert (after.at.identities, after.at.present) == (before.at.identities, before.at.present)
    assert workspace.feedback.form(slug, code).session == "session"
    assert after.participation("session") == before.participation("session")


def test_a_removed_roster_is_chosen_for_nothing(workspace, slug):
    """Its sessions are measured without it, and with it again once it is back."""
    workspace.files.choose_roster(slug, "session", "roster.csv")
    number = remove(workspace, slug, "roster.csv")
    assert workspace.findings(slug).at.session("session").roster is None
    workspace.findings(slug).participation("session")
    workspace.removed.take_back(slug, number)
    assert workspace.findings(slug).at.session("session").roster == "roster.csv"


def test_the_same_content_kept_meanwhile_is_not_kept_twice(workspace, slug):
    """The refusal names the file that is there; the removed one stays where it is."""
    number = remove(workspace, slug, "notes.csv")
    workspace.files.add(slug, [("copy.csv", NOTES)])
    with pytest.raises(InputError, match=r"notes\.csv: the same file is kept already, as “copy\.csv”"):
        workspace.removed.take_back(slug, number)
    assert [file.id for file in workspace.removed.every(slug)] == [number]


def test_a_name_taken_meanwhile_is_not_taken_away(workspace, slug):
    """Files and sessions of the same name come back under the next one that is free."""
    number = remove(workspace, slug, "session.vtt")
    workspace.files.add(slug, [("session.vtt", TRANSCRIPT + b"\n00:59:00.000 --> 00:59:09.000\n<v Asha Rai>One more.")])
    assert workspace.findings(slug).at.session("session").transcript == "session.vtt"
    kept = workspace.removed.take_back(slug, number)
    assert kept.filename != "session.vtt"
    assert {each.slug: each.transcript for each in workspace.findings(slug).at.sessions} == {
        "session": "session.vtt",
        "session-2": kept.filename,
    }


def test_it_says_who_removed_it_and_how_long_it_stays(workspace, slug):
    """Those removed last come first; after thirty days nobody sees it, and then it is deleted for good."""
    with act_as(Reader(account=1, name="Asha")):
        remove(workspace, slug, "roster.csv")
    (away,) = workspace.removed.every(slug)
    assert (away.filename, away.kind, away.by) == ("roster.csv", "roster", "Asha")
    assert away.until - away.removed == timedelta(days=30)


def test_after_thirty_days_it_goes(url, tmp_path, open_workspace):
    """Not before; bytes and rows are gone, in every programme, and what is newer stays."""
    now = [datetime(2026, 3, 1, tzinfo=UTC)]
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url), clock=lambda: now[0])
    slug = workspace.programmes.create("Two rivers").slug
    workspace.files.add(slug, [("notes.csv", NOTES), ("roster.csv", ROSTER)])
    remove(workspace, slug, "notes.csv")
    now[0] += timedelta(days=10)
    remove(workspace, slug, "roster.csv")
    now[0] += timedelta(days=19)
    assert workspace.removed.delete_old() == 0
    now[0] += timedelta(days=2)
    assert [file.filename for file in workspace.removed.every(slug)] == ["roster.csv"]
    assert workspace.removed.delete_old() == 1
    assert rows(workspace, "files", "removed_files") == {"files": 1, "removed_files": 1}


def test_deleted_for_good_it_is_gone(workspace, slug):
    """Only what was removed can be, and only once; nothing says what it was called."""
    (kept,) = [file.id for file in workspace.files.every(slug) if file.filename == "roster.csv"]
    with pytest.raises(NotFound):
        workspace.removed.delete(slug, kept)
    number = remove(workspace, slug, "notes.csv")
    workspace.removed.delete(slug, number)
    for act in (workspace.removed.delete, workspace.removed.take_back):
        with pytest.raises(NotFound):
            act(slug, number)
    assert rows(workspace, "files", "removed_files") == {"files": 2, "removed_files": 0}
