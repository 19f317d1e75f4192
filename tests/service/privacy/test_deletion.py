"""What is deleted for good is in no file of the database any more, in any script and Unicode form."""

from pathlib import Path
from unicodedata import normalize

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from nlp.participation.people.identities import Identity
from service.errors import NotFound
from service.privacy.types import Doomed
from tests.service.files import EVERYTHING

PERSON = {"Latin": "Zubaydah Qwertysen", "Bangla": "জুবায়দা কুয়ার্টিসেন", "Devanagari": "जुबैदा क्वार्टीसेन"}
NOTE = {
    "Latin": "the zanzibar quagmire swallowed our minutes",
    "Bangla": "জাঞ্জিবারের চোরাবালি আমাদের কার্যবিবরণী গিলেছে",
    "Devanagari": "जान्जिबारको दलदलले हाम्रो टिपोट निल्यो",
}
SCRIPTS = tuple(PERSON)
AMONG = """text,element,team,participant,date
{note},Communications,North,{person},2026-03-20
{person} told us so,Communications,South,Rina,2026-03-20
"""
RECORD = """WEBVTT

00:00:01.000 --> 00:00:09.000
<v {person}>I speak of {note}.

00:00:10.000 --> 00:00:19.000
<v Asha Rai>Thank you, {person}.

00:00:20.000 --> 00:00:29.000
<v iPhone (2)>We heard it.
"""


@pytest.fixture(params=SCRIPTS)
def script(request):
    """Latin, Bangla or Devanagari."""
    return request.param


@pytest.fixture(params=("NFC", "NFD"))
def form(request):
    """Composed, decomposed."""
    return request.param


@pytest.fixture
def there(workspace, full, script, form):
    """A programme in which somebody stands in every kind of file, and in what people said of them."""
    person, note = normalize(form, PERSON[script]), normalize(form, NOTE[script])
    roster = EVERYTHING[1][1] + f"{person},,North,woman,River Trust,director\n".encode()
    ratings = f"review,team,element,level,participant,note\nMarch 2026,North,Communications,emerging,{person},{note}\n"
    workspace.files.add(
        full,
        [
            ("among.csv", AMONG.format(person=person, note=note).encode()),
            ("roster.csv", roster),
            (f"interview {person}.vtt", RECORD.format(person=person, note=note).encode()),
            ("ratings-2.csv", ratings.encode()),
        ],
    )
    session = next(each for each in workspace.findings(full).at.sessions if "session-2026" not in each.slug).slug
    workspace.identities.tell(full, session, Identity("iPhone (2)", "person", PERSON[script]))
    workspace.files.preview(full, [("waits.csv", AMONG.format(person=person, note=note).encode())])
    found = workspace.findings(full)
    found.readings()
    found.participation(session)
    found.over_time()
    workspace.publications.publish(full, "Report", "en", f"<p>{person}: {note}</p>".encode())
    return full


def drop(workspace, slug, file_id):
    """Remove a file, and not so that it could be taken back."""
    workspace.files.remove(slug, file_id)
    workspace.removed.delete(slug, file_id)


def _forms(words):
    """The words, and each single long word of them, in both forms."""
    return {normalize(form, each) for each in (words, *words.split()) if len(each) > 5 for form in ("NFC", "NFD")}


def _raw(workspace):
    """Every byte of the files of the database."""
    database = workspace._database
    if database.engine.dialect.name == "sqlite":
        main = Path(str(database.engine.url.database))
        return b"".join(each.read_bytes() for each in main.parent.glob(f"{main.name}*"))
    with database.reading() as db:
        folder, own = db.execute(
            text("SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()")
        ).one()
        db.execute(text("SELECT 1"))
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
    return b"".join(each.read_bytes() for each in (Path(folder) / "base" / str(own)).iterdir() if each.is_file())


def _told(workspace, words):
    """Which of the words stand in the files, as they are or as JSON escapes them."""
    raw = _raw(workspace)
    return {
        each
        for form in _forms(words)
        for each in (form, form.encode("unicode_escape").decode())
        if each.encode() in raw
    }


def test_a_person_is_gone_from_every_file_of_the_database(workspace, there, script):
    """From rosters, notes, records, ratings, uploads, names, findings and reports; and what they wrote with them."""
    assert _told(workspace, PERSON[script])
    looked = workspace.deletion.look(there, Doomed.PERSON, PERSON[script])
    assert not looked.done
    assert (looked.notes, looked.turns, looked.ratings, looked.rosters, looked.publications) == (1, 2, 1, 1, 1)
    assert _told(workspace, PERSON[script])
    done = workspace.deletion.delete(there, Doomed.PERSON, PERSON[script], PERSON[script])
    assert done.done
    assert _told(workspace, PERSON[script]) == set()
    assert _told(workspace, NOTE[script]) == set()
    with pytest.raises(NotFound):
        workspace.deletion.look(there, Doomed.PERSON, PERSON[script])


def test_everybody_else_stays_when_a_person_goes(workspace, there, script):
    """Words of others stay with "…" in the place of the name, and every page can be made."""
    before = {file.filename for file in workspace.files.every(there)}
    workspace.deletion.delete(there, Doomed.PERSON, PERSON[script], PERSON[script])
    found = workspace.findings(there)
    notes = {unit.text for element in found.readings().elements for each in element.readings for unit in each.units}
    notes |= {unit.text for element in found.readings().elements for unit in element.alone}
    assert "… told us so" in notes
    assert "We share the news in time" in notes
    assert len(found.at.people) == 4
    assert found.participation("session-2026-03-18").speakers
    assert len({file.filename for file in workspace.files.every(there)}) == len(before)


def test_a_note_is_gone_from_every_file_of_the_database(workspace, there, script, form):
    """With every copy of its words among notes; what others said in a session stays theirs."""
    note = next(
        unit.id
        for element in workspace.findings(there).readings().elements
        for unit in (*element.alone, *(one for each in element.readings for one in each.units))
        if unit.text == normalize("NFC", NOTE[script])
    )
    record = workspace.findings(there).at.of_kind("transcript")[-1].id
    drop(workspace, there, record)
    drop(workspace, there, workspace.findings(there).at.of_kind("ratings")[-1].id)
    looked = workspace.deletion.look(there, Doomed.NOTE, note)
    assert (looked.notes, looked.files, looked.originals) == (1, 1, 1)
    assert normalize("NFC", NOTE[script]).startswith(looked.name)
    workspace.deletion.delete(there, Doomed.NOTE, note, looked.name)
    left = {each for each in _told(workspace, NOTE[script]) if " " in each}
    assert left == set()
    assert _told(workspace, PERSON[script])
    with pytest.raises(NotFound):
        workspace.deletion.look(there, Doomed.NOTE, note)


def test_a_session_is_gone_from_every_file_of_the_database(workspace, there, script):
    """With its record, its form, what was said of its labels, and reports that tell it."""
    at = workspace.findings(there).at
    session = next(each for each in at.sessions if "session-2026" not in each.slug)
    workspace.publications.remove(there, workspace.publications.every(there)[0].id)
    for file in at.files:
        if file.filename in {"among.csv", "ratings-2.csv"}:
            drop(workspace, there, file.id)
    workspace.deletion.delete(there, Doomed.SESSION, session.slug, session.title)
    assert {each for each in _told(workspace, NOTE[script]) if " " in each} == set()
    assert [each.slug for each in workspace.findings(there).at.sessions] == ["session-2026-03-18"]


def test_a_programme_is_gone_from_every_file_of_the_database(workspace, there, script):
    """With everything; another programme stays as it is."""
    other = workspace.programmes.create("Other").slug
    workspace.files.add(other, EVERYTHING)
    name = workspace.programmes.get(there).name
    assert workspace.deletion.look(there, Doomed.PROGRAMME, "").files == 10
    workspace.deletion.delete(there, Doomed.PROGRAMME, "", name)
    assert _told(workspace, PERSON[script]) | _told(workspace, NOTE[script]) == set()
    assert [each.slug for each in workspace.programmes.every()] == [other]
    assert workspace.findings(other).readings().elements


def test_nothing_goes_unless_the_name_is_typed(workspace, there, script):
    """What was typed is told, and everything is as it was."""
    before = workspace.findings(there).at.row
    for kind, name in ((Doomed.PROGRAMME, ""), (Doomed.PERSON, PERSON[script]), (Doomed.SESSION, "session-2026-03-18")):
        with pytest.raises(InputError, match="is not what has to be typed"):
            workspace.deletion.delete(there, kind, name, "something else")
    assert workspace.findings(there).at.row == before
    assert _told(workspace, PERSON[script])
