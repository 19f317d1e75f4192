"""`manyvoices library`: out of one installation and into another."""

import json

import pytest

from nlp.errors import ManyvoicesError
from service.library.types import LibraryKind, SharedWords
from service.settings import Settings
from service.workspace import Workspace
from tests.service.cli.running.test_backups import run


@pytest.fixture
def database(tmp_path):
    """An installation whose one programme shares an action."""
    url = f"sqlite:///{tmp_path / 'here.db'}"
    work = Workspace.open(Settings(database_url=url))
    work.programmes.create("P", ["A"])
    said = SharedWords(LibraryKind.ACTION, "bn", "যোগাযোগ", "সোমবার ফোন", came_of="It changed", credit="us")
    work.shares.share("p", work.actions.make("p", "সোমবার ফোন").code, "", said)
    work.close()
    return url


def test_out_and_in(database, tmp_path):
    """Looked at first; the same again is there already."""
    file, there = tmp_path / "library.json", f"sqlite:///{tmp_path / 'there.db'}"
    assert "1 entry in" in run("library", "export", str(file), "--programme", "p", "--database", database)
    looked = run("library", "import", str(file), "--preview", "--database", there)
    assert "সোমবার ফোন" in looked
    assert "would come in" in looked
    assert "1 entry came in" in run("library", "import", str(file), "--database", there)
    again = json.loads(run("library", "import", str(file), "--json", "--database", there))
    assert (again["new"], again["here"]) == (0, 1)
    listed = json.loads(run("library", "list", "সোমবার", "--json", "--database", there))["entries"]
    assert [(each["words"], each["brought_in"]) for each in listed] == [("সোমবার ফোন", "library.json")]
    assert "Nothing is there." in run("library", "list", "--kind", "reading", "--database", there)


def test_what_is_no_library(database, tmp_path):
    """Is refused in one line."""
    wrong = tmp_path / "x.json"
    wrong.write_bytes(b"{}")
    with pytest.raises(ManyvoicesError, match="this is no file of a library"):
        run("library", "import", str(wrong), "--database", database)
