"""The commands migrate, backup and restore."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nlp.errors import ManyvoicesError
from service.cli.main import app
from service.settings import Settings
from service.workspace import Workspace

SECRET = "Nobody may read this"


@pytest.fixture
def url(tmp_path) -> str:
    """The address of a database with one programme."""
    url = f"sqlite:///{tmp_path}/manyvoices.db"
    workspace = Workspace.open(Settings(data_dir=tmp_path, database_url=url))
    slug = workspace.programmes.create("দুই তীর", ["North"]).slug
    workspace.files.add(slug, [("notes.csv", f"text,element\n{SECRET},Trust\n".encode())])
    workspace.close()
    return url


def run(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_a_backup_is_written_looked_at_and_restored(url, tmp_path):
    """It says which programmes it holds, without anything that people wrote; so do the list and the check."""
    said = run("backup", "--database", url)
    (path,) = (tmp_path / "copies").glob("*.zip")
    assert str(path) in said
    for line in (said, run("backup", path, "--check"), run("backup", "--list", "--database", url)):
        assert "দুই তীর" in line
        assert "1 files" in line
        assert SECRET not in line
    held = json.loads(run("backup", path, "--check", "--json"))
    assert [each["name"] for each in held["programmes"]] == ["দুই তীর"]
    other = f"sqlite:///{tmp_path}/other/manyvoices.db"
    assert "was restored" in run("restore", path, "--database", other)
    with pytest.raises(ManyvoicesError, match="already"):
        run("restore", path, "--database", other)
    assert "What was there before is in" in run("restore", path, "--database", other, "--replace")


def test_a_damaged_file_is_listed_with_its_problem(url, tmp_path):
    """The others are listed all the same."""
    run("backup", "--database", url)
    (tmp_path / "copies" / "broken.zip").write_bytes(b"PK")
    listed = json.loads(run("backup", "--list", "--json", "--database", url))["backups"]
    assert [bool(each["manifest"]) for each in listed] == [True, False]
    assert "no file that Manyvoices has made" in listed[1]["problem"]


def test_migrate_says_from_what_to_what(url):
    """--check changes nothing and its exit code tells."""
    assert "those of this release" in run("migrate", "--database", url)
    assert "those of this release" in run("migrate", "--check", "--database", url)
    new = url.replace("manyvoices.db", "new.db")
    Path(new.removeprefix("sqlite:///")).touch()
    checked = CliRunner().invoke(app, ["migrate", "--check", "--database", new])
    assert (checked.exit_code, "no tables yet" in checked.stdout) == (1, True)
    assert "made" in run("migrate", "--database", new)


def test_a_check_needs_a_file(url):
    """Wrong usage is exit code 2 and one line."""
    done = CliRunner().invoke(app, ["backup", "--check", "--database", url])
    assert (done.exit_code, done.stderr) == (2, "--check needs the file\n")
