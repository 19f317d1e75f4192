"""Files: previewed, kept and removed, on real databases."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from nlp.readings.edits.align import notes_of
from service.errors import Expired, TooLarge
from service.settings import Settings
from service.store import sessions
from tests.service.files import BAD, EVERYTHING, KINDS, NOTES, ROSTER, RUBRIC_NORTH
from tests.service.rows import rows


def test_a_preview_says_what_each_file_is_and_keeps_nothing(workspace, programme):
    """Kinds come from the content; only the waiting bytes are stored."""
    before = rows(workspace)
    preview = workspace.files.preview(programme, EVERYTHING)
    assert [file.kind for file in preview.files] == KINDS
    notes, roster, *_, transcript = preview.files
    assert notes.counts == {"notes": 5}
    assert set(notes.languages) == {"en", "bn", "ne"}
    assert notes.people == ("Asha Rai", "Rina")
    assert notes.elements == ("Communications", "Entrepreneurial culture")
    assert notes.sample[0] == "We share the news in time"
    assert roster.counts == {"people": 4}
    assert transcript.counts == {"turns": 3, "speakers": 2}
    assert all(file.problem is None for file in preview.files)
    after = rows(workspace)
    assert {name for name in after if after[name] != before[name]} == {"uploads", "upload_files"}


def test_a_preview_can_be_looked_at_again(workspace, programme):
    """The same files, as often as one looks, until they are kept."""
    preview = workspace.files.preview(programme, EVERYTHING)
    assert workspace.files.previewed(programme, preview.token) == preview
    assert workspace.files.previewed(programme, preview.token) == preview
    workspace.files.keep(programme, preview.token)
    with pytest.raises(Expired):
        workspace.files.previewed(programme, preview.token)


def test_a_preview_of_another_release_has_expired(workspace, programme):
    """What was read has the fields of the release that read it; another one asks for the files again."""
    token = workspace.files.preview(programme, [("notes.csv", NOTES), *BAD]).token
    with workspace._database.writing() as db:
        db.execute(text("UPDATE upload_files SET reading = '{}'"))
    for look in (workspace.files.previewed, workspace.files.keep):
        with pytest.raises(Expired):
            look(programme, token)


def test_half_an_emoji_can_wait(workspace, programme):
    """Chat programs cut emoji in two; the halves become U+FFFD, as in what is kept at once."""
    turns = [{"start": 0, "end": 2, "speaker": "Rina \ud83d", "text": "All well \ud83d"}]
    record = json.dumps({"segments": [*turns, {"start": 2, "end": 4, "speaker": "Tom", "text": "Yes"}]}).encode()
    preview = workspace.files.preview(programme, [("session.json", record)])
    assert preview.files[0].people == ("Rina \ufffd", "Tom")
    (kept,) = workspace.files.keep(programme, preview.token)
    assert kept.counts == {"turns": 2, "speakers": 2}


def test_a_preview_can_be_kept_once(workspace, programme):
    """After keeping, the token is gone."""
    token = workspace.files.preview(programme, [("notes.csv", NOTES)]).token
    (kept,) = workspace.files.keep(programme, token)
    assert (kept.filename, kept.kind, kept.counts) == ("notes.csv", "notes", {"notes": 5})
    with pytest.raises(Expired):
        workspace.files.keep(programme, token)
    assert len(workspace.files.every(programme)) == 1


def test_a_preview_can_be_discarded(workspace, programme):
    """Discarding forgets the bytes; a second time there is nothing to discard."""
    token = workspace.files.preview(programme, [("notes.csv", NOTES)]).token
    workspace.files.discard(programme, token)
    assert rows(workspace, "uploads", "upload_files") == {"uploads": 0, "upload_files": 0}
    for again in (workspace.files.discard, workspace.files.keep):
        with pytest.raises(Expired):
            again(programme, token)


def test_a_preview_belongs_to_its_programme(workspace, programme):
    """A token is of no use in another programme."""
    other = workspace.programmes.create("Other").slug
    token = workspace.files.preview(programme, [("notes.csv", NOTES)]).token
    with pytest.raises(Expired):
        workspace.files.keep(other, token)
    assert workspace.files.keep(programme, token)


def test_a_preview_waits_for_a_day(url, tmp_path, open_workspace):
    """A day later it cannot be kept, and the next preview removes its bytes."""
    now = datetime(2026, 3, 18, tzinfo=UTC)
    clock = [now]
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url), clock=lambda: clock[0])
    slug = workspace.programmes.create("P").slug
    token = workspace.files.preview(slug, [("notes.csv", NOTES)]).token
    clock[0] = now + timedelta(hours=25)
    with pytest.raises(Expired):
        workspace.files.keep(slug, token)
    workspace.files.preview(slug, [("roster.csv", ROSTER)])
    assert rows(workspace, "uploads") == {"uploads": 1}


def test_files_with_a_problem_are_left_out(workspace, programme):
    """The preview shows the one line; keep stores the others."""
    preview = workspace.files.preview(programme, [("empty.csv", b""), ("notes.csv", NOTES)])
    empty, good = preview.files
    assert (empty.kind, good.kind) == (None, "notes")
    assert empty.problem
    assert "empty.csv" in str(empty.problem)
    assert [file.filename for file in workspace.files.keep(programme, preview.token)] == ["notes.csv"]


@pytest.mark.parametrize(("name", "data"), BAD, ids=[name for name, _ in BAD])
def test_bad_input_stores_nothing(workspace, programme, name, data):
    """One bad file among good ones: one line that names it, and none of them is stored."""
    before = rows(workspace)
    with pytest.raises(InputError) as caught:
        workspace.files.add(programme, [("notes.csv", NOTES), (name, data)])
    line = str(caught.value)
    assert name in line
    assert "\n" not in line
    assert rows(workspace) == before


def test_a_crash_in_the_middle_of_keep_leaves_nothing(workspace, programme, monkeypatch):
    """Whatever fails after the first rows were written: nothing is kept and the upload still waits."""
    preview = workspace.files.preview(programme, EVERYTHING)
    before = rows(workspace)

    def crash(*_):
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(sessions, "add", crash)
        with pytest.raises(RuntimeError, match="power cut"):
            workspace.files.keep(programme, preview.token)
    assert rows(workspace) == before
    assert len(workspace.files.keep(programme, preview.token)) == len(EVERYTHING)


def test_the_same_bytes_are_kept_once(workspace, programme):
    """Uploading a file again, under whatever name, gives the file that is there."""
    first = workspace.files.add(programme, [("notes.csv", NOTES)])
    again = workspace.files.add(programme, [("copy.csv", NOTES), ("copy 2.csv", NOTES)])
    assert first == again
    assert rows(workspace, "files", "units") == {"files": 1, "units": 5}


def test_the_same_name_is_kept_under_a_number(workspace, programme):
    """Two teams' notes.csv are two files, and the notes of each name their own source."""
    workspace.files.add(programme, [("notes.csv", NOTES)])
    (second,) = workspace.files.add(programme, [("notes.csv", NOTES + b"One more,Communications,North,,\n")])
    assert second.filename == "notes (2).csv"
    units = [unit for element in workspace.findings(programme).readings().elements for unit in notes_of(element)]
    assert {unit.source for unit in units} == {"notes.csv", "notes (2).csv"}
    assert len({unit.id for unit in units}) == 11


def test_names_cannot_lead_anywhere(workspace, programme, tmp_path):
    """Paths, control signs and direction signs in a name are not kept; letters of every script are."""
    before = set(tmp_path.rglob("*"))
    names = ["../../etc/নোট.csv", "C:\\temp\\roster.csv", "a\u202evsc.exe.csv"]
    datas = [NOTES, ROSTER, RUBRIC_NORTH]
    kept = workspace.files.add(programme, list(zip(names, datas, strict=True)))
    assert [file.filename for file in kept] == ["নোট.csv", "roster.csv", "a vsc.exe.csv"]
    assert {path.name.partition("-")[0] for path in set(tmp_path.rglob("*")) - before} <= {"manyvoices.db"}


def test_limits_of_an_upload(url, tmp_path, open_workspace):
    """Too many files, too many bytes and no file at all are refused."""
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url, max_upload_mb=1, max_files=2))
    slug = workspace.programmes.create("P").slug
    with pytest.raises(TooLarge, match="3 files"):
        workspace.files.preview(slug, [(f"{n}.csv", NOTES + b"\n" * n) for n in range(3)])
    with pytest.raises(TooLarge, match="1 MB"):
        workspace.files.preview(slug, [("a.txt", b"x" * 600_000), ("b.txt", b"x" * 600_000)])
    with pytest.raises(InputError, match="no file"):
        workspace.files.preview(slug, [("", b"")])
    assert rows(workspace, "uploads") == {"uploads": 0}


def test_removing_a_file_removes_what_came_from_it(workspace, full):
    """Rows, vectors and findings are gone, and the programme's names with them; then the bytes, deleted for good."""
    workspace.findings(full).readings()
    workspace.findings(full).rubrics()
    workspace.findings(full).participation("session-2026-03-18")
    for file in workspace.files.every(full):
        workspace.files.remove(full, file.id)
    assert workspace.programmes.get(full).elements == ()
    read = ("units", "descriptors", "people", "ratings", "turns", "vectors", "findings", "search_entries")
    assert not any(rows(workspace, *read).values())
    for file in workspace.removed.every(full):
        workspace.removed.delete(full, file.id)
    left = {name for name, count in rows(workspace).items() if count}
    assert left <= {"programmes", "journal", "privacy", "jobs"}


def test_removed_words_are_not_left_in_the_file(tmp_path, open_workspace):
    """Once deleted for good, the words are nowhere in the SQLite file: notes can be sensitive."""
    settings = Settings(data_dir=tmp_path)
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("P").slug
    (file,) = workspace.files.add(slug, [("notes.csv", NOTES)])
    workspace.findings(slug).readings()
    path = tmp_path / "manyvoices.db"
    with workspace._database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Decisions reach us late" in path.read_bytes()
    workspace.files.remove(slug, file.id)
    workspace.removed.delete(slug, file.id)
    workspace.close()
    found = b"".join(each.read_bytes() for each in tmp_path.glob("manyvoices.db*"))
    assert b"Decisions reach us late" not in found
