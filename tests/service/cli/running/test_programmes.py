"""The commands that hand on a whole programme."""

import json

import pytest
from typer.testing import CliRunner

from nlp.errors import ManyvoicesError
from service.cli.main import app
from tests.service.cli.running.test_backups import run, url  # noqa: F401 - a fixture


def test_a_programme_goes_out_and_comes_in(url, tmp_path):  # noqa: F811
    """Into another database; the name in addresses that it got is said."""
    path, other = tmp_path / "p.zip", f"sqlite:///{tmp_path}/other/manyvoices.db"
    said = run("programme", "export", "দুই-তীর", path, "--database", url)
    assert "1 files" in said
    assert path.stat().st_mode & 0o077 == 0
    assert "is here as দুই-তীর." in run("programme", "import", path, "--database", other)
    again = json.loads(run("programme", "import", path, "--database", other, "--json"))
    assert again["slug"] == "দুই-তীর-2"


def test_a_programme_that_is_not_there(url, tmp_path):  # noqa: F811
    """One line, and no file."""
    path = tmp_path / "p.zip"
    done = CliRunner().invoke(app, ["programme", "export", "none", str(path), "--database", url])
    assert isinstance(done.exception, ManyvoicesError)
    assert not path.exists()
    with pytest.raises(ManyvoicesError, match="cannot be written"):
        run("programme", "export", "দুই-তীর", tmp_path / "no" / "folder.zip", "--database", url)
