"""A programme as one file: all of it comes into another installation, and hostile files change nothing."""

import io
import json
import zipfile
from hashlib import sha256

import pytest
from sqlalchemy import select

from nlp.errors import ManyvoicesError
from nlp.participation.feedback import Observation
from service.actions.types import Origin, Source
from service.memos.types import Subject
from service.settings import Settings
from service.store.columns import metadata
from service.store.memos.tables import memos
from service.store.upkeep.archive import Archive
from service.store.upkeep.one_programme import FRESH, LEFT_OUT, exported, is_of_programme, own_number


@pytest.fixture
def there(tmp_path, open_workspace, sqlite_tables):
    """Another installation, on SQLite."""
    return open_workspace(Settings(data_dir=tmp_path / "there", database_url=f"sqlite:///{tmp_path}/there/m.db"))


@pytest.fixture
def rich(workspace, full):
    """A programme with files, findings, a form with answers, an edit and a sorting."""
    found = workspace.findings(full)
    found.readings()
    found.rubrics()
    for session in found.at.sessions:
        found.participation(session.slug)
    form = workspace.feedback.add_form(full, session=found.at.sessions[0].slug)
    workspace.feedback.answer(form.code, {"token-of-a-phone-1": Observation(missing="সময় কম")})
    return full


@pytest.fixture
def file(tmp_path, workspace, rich):
    """The file of that programme."""
    path = tmp_path / "programme.zip"
    workspace.archives.write(rich, path)
    return path


def test_every_table_goes_with_a_programme_or_says_why_not():
    """A new table of a programme is exported by itself; those that are not stand in LEFT_OUT with a reason."""
    of_programmes = {table.name for table in metadata.sorted_tables if is_of_programme(table)}
    nullable = {"journal", "account_links"}
    assert set(LEFT_OUT) <= of_programmes | nullable | {"jobs"}
    assert {table.name for table in exported()} == of_programmes - set(LEFT_OUT)
    assert all(LEFT_OUT.values())


def test_what_only_one_of_an_installation_may_have_is_made_anew():
    """Codes and tokens that are unique over all programmes would collide where the programme itself is still there."""
    for table in exported():
        if table.name == "programmes":
            continue
        alone = {(table.name, column.name) for column in table.columns if column.unique and not column.foreign_keys}
        key = list(table.primary_key)
        if len(key) == 1 and own_number(table) is None and not key[0].foreign_keys:
            alone.add((table.name, key[0].name))
        assert alone <= FRESH


def test_all_of_it_comes_into_another_installation(workspace, there, file, rich):
    """Files, people, sessions, answers and findings are the same, and nothing is computed again."""
    there.programmes.create("Another one")
    made = there.archives.read(file)
    assert (made.name, made.slug) == ("Two rivers", "two-rivers")
    before, after = workspace.findings(rich), there.findings(made.slug)
    assert [each.filename for each in after.at.files] == [each.filename for each in before.at.files]
    assert after.at.people == before.at.people
    assert [each.title for each in after.at.sessions] == [each.title for each in before.at.sessions]
    assert after.at.files[0].id is not None
    count = "SELECT count(*) FROM findings"
    with there._database.reading() as db:
        stored = db.exec_driver_sql(count).scalar()
    assert after.readings() == before.readings()
    assert after.rubrics() == before.rubrics()
    for session in before.at.sessions:
        assert after.participation(session.slug) == before.participation(session.slug)
    with there._database.reading() as db:
        assert db.exec_driver_sql(count).scalar() == stored > 0
        assert db.exec_driver_sql("SELECT missing FROM observations").scalar() == "সময় কম"
        assert db.exec_driver_sql("SELECT count(*) FROM vectors").scalar() > 0


def test_into_the_same_installation_it_is_a_second_one(workspace, file, rich):
    """Under a slug of its own; codes are new; removing one leaves the other."""
    twice = [workspace.archives.read(file).slug for _ in range(2)]
    assert twice == ["two-rivers-2", "two-rivers-3"]
    with workspace._database.reading() as db:
        codes = list(db.exec_driver_sql("SELECT code FROM forms").scalars())
    assert len(set(codes)) == len(codes) == 3
    for kept in workspace.files.every(twice[0]):
        workspace.files.remove(twice[0], kept.id)
    assert workspace.findings(rich).readings().elements
    assert workspace.findings(twice[1]).readings() == workspace.findings(rich).readings()


def test_what_names_something_by_its_code_finds_it_there_too(workspace, there, rich, tmp_path):
    """An action that came of talking about a session, and a memo on it: codes are new, and both lead on."""
    (form,) = workspace.feedback.forms(rich)
    done = workspace.actions.make(rich, "Speak slower", source=Source(Origin.REFLECTION, form.code))
    workspace.memos.begin(rich, Subject.ACTION, done.code, "", "Who does?")
    workspace.archives.write(rich, tmp_path / "programme.zip")
    slug = there.archives.read(tmp_path / "programme.zip").slug
    ((form_there,), (action,)) = there.feedback.forms(slug), there.actions.every(slug)
    assert form.code != form_there.code == action.evidence.id
    with there._database.reading() as db:
        assert db.scalar(select(memos.c.about)).id == action.code != done.code


def rewritten(data: bytes, change) -> bytes:
    """The archive after `change(manifest, tables)`, its hashes right again unless `change` says otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        tables = {name[7:-6]: packed.read(name) for name in packed.namelist() if name.startswith("tables/")}
    extra = change(manifest, tables) or {}
    if not extra.pop("keep hashes", False):
        manifest["tables"] = {
            name: {"rows": lines.count(b"\n") - 1, "size": len(lines), "sha256": sha256(lines).hexdigest()}
            for name, lines in tables.items()
        }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, lines in tables.items():
            packed.writestr(f"tables/{name}.jsonl", lines)
        packed.writestr("manifest.json", json.dumps(manifest))
        for name, lines in extra.items():
            packed.writestr(name, lines)
    return out.getvalue()


def edit_rows(table: str, change):
    """Change every row of a table, a dictionary."""

    def edit(_manifest, tables):
        head, *rows = tables[table].splitlines()
        columns = json.loads(head)["columns"]
        changed = [change(dict(zip(columns, json.loads(row), strict=True))) for row in rows]
        lines = [json.dumps([row[name] for name in columns], ensure_ascii=False) for row in changed]
        tables[table] = b"\n".join([head, *(line.encode() for line in lines)]) + b"\n"

    return edit


def set_in(**values):
    return lambda row: {**row, **values}


def administrator(_, tables):
    tables["accounts"] = b'{"columns":["id","login"]}\n[1,"me"]\n'


def second_programme(_, tables):
    head, row = tables["programmes"].splitlines()
    other = [99, *["other" if position == 1 else value for position, value in enumerate(json.loads(row))][1:]]
    tables["programmes"] = b"\n".join([head, row, json.dumps(other).encode()]) + b"\n"


HOSTILE = {
    "an account in it": administrator,
    "two programmes": second_programme,
    "no programme": lambda _, tables: tables.update(programmes=tables["programmes"].splitlines()[0] + b"\n"),
    "rows of another programme": edit_rows("files", set_in(programme_id=77)),
    "notes of another file": edit_rows("units", set_in(file_id=12345)),
    "other bytes than the hash says": edit_rows("files", set_in(content="SGVsbG8=")),
    "bytes that are none": edit_rows("files", set_in(content="***")),
    "a column that is not there": lambda _, tables: tables.update(
        units=tables["units"].replace(b'"columns":["', b'"columns":["evil', 1)
    ),
    "a row that is too short": lambda _, tables: tables.update(units=tables["units"] + b"[1]\n"),
    "a row that is no list": lambda _, tables: tables.update(units=tables["units"] + b'{"a":1}\n'),
    "no JSON": lambda _, tables: tables.update(units=tables["units"] + b"\xff\xfe\n"),
    "deep JSON": lambda _, tables: tables.update(units=tables["units"] + b"[" * 100_000 + b"\n"),
    "an outline that is none": edit_rows("programmes", set_in(outline={"teams": 7})),
    "a time that is none": edit_rows("files", set_in(added="yesterday")),
    "a file that is not in the manifest": lambda *_: {"../../evil.sh": b"rm"},
    "a newer release": lambda manifest, _: manifest.update(schema="9999"),
    "a newer format": lambda manifest, _: manifest.update(format=99),
    "an SQL in the place of a schema": lambda manifest, _: manifest.update(schema="'; DROP TABLE files; --"),
    "a backup": lambda manifest, _: manifest.update(kind="backup"),
    "a manifest that is none": lambda manifest, _: manifest.clear(),
    "hashes that are wrong": lambda _, tables: tables.update(units=tables["units"] + b"[]\n") or {"keep hashes": True},
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_hostile_file_is_refused_and_changes_nothing(workspace, there, file, how, tmp_path):
    """One line each, the database as it was, and nothing left in the folder."""
    file.write_bytes(rewritten(file.read_bytes(), HOSTILE[how]))
    with pytest.raises(ManyvoicesError) as caught:
        there.archives.read(file)
    assert "\n" not in str(caught.value)
    assert there.programmes.every() == ()
    assert [each.name for each in (tmp_path / "there").iterdir() if each.name.startswith(".")] == []


def test_a_bomb_is_refused_before_it_is_unpacked(there, file, monkeypatch):
    """What would unpack to a hundred times its size, beyond what is small, is not read."""
    monkeypatch.setattr("service.store.upkeep.archive.SMALL", 1_000_000)

    def swell(_, tables):
        tables["units"] += b"[" + b" " * 20_000_000 + b"]\n"

    file.write_bytes(rewritten(file.read_bytes(), swell))
    monkeypatch.setattr(Archive, "_read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(ManyvoicesError, match="unpack to more"):
        there.archives.read(file)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text,element\nA note,Trust\n"])
def test_any_other_file_is_none_of_ours(there, tmp_path, data):
    """A table of notes, nothing, half a zip."""
    path = tmp_path / "other.zip"
    path.write_bytes(data)
    with pytest.raises(ManyvoicesError, match="no file that Manyvoices has made"):
        there.archives.read(path)


def test_findings_that_cannot_be_read_are_made_again(workspace, there, file, rich):
    """A finding of another form is left out; the page is there all the same."""
    file.write_bytes(rewritten(file.read_bytes(), edit_rows("findings", set_in(result='{"evil": 1}'))))
    made = there.archives.read(file)
    assert there.findings(made.slug).readings() == workspace.findings(rich).readings()
