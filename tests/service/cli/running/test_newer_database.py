"""What a newer release has made is left alone: every command that opens the database refuses it in one line."""

from collections.abc import Iterator
from inspect import Parameter, signature

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from nlp.errors import ManyvoicesError
from service.cli.main import COMMANDS, GROUPS, app
from service.store.connections.engine import make_engine
from service.store.upkeep.backup import schema_of

DO_WITHOUT = {"backup", "restore"}
"""A backup is written of any tables, and where there are some, restoring needs --replace: that has tests of its own."""
GIVEN = {"programme": "p", "words": "news", "login": "a@example.org"}


def opening() -> Iterator[list[str]]:
    """Yield every command that takes `--database`, with what it must be given."""
    of_groups = {f"{group} {name}": does for group, (_, every) in GROUPS.items() for name, does in every.items()}
    for name, does in {**COMMANDS, **of_groups}.items():
        given = signature(does).parameters
        if "database" in given and name not in DO_WITHOUT:
            needed = [each.name for each in given.values() if each.default is Parameter.empty]
            yield [*name.split(), *(GIVEN.get(each, "FILE") for each in needed)]


@pytest.fixture(scope="module")
def newer(tmp_path_factory) -> str:
    """The address of a database whose tables are of a release that is not known yet."""
    url = f"sqlite:///{tmp_path_factory.mktemp('newer')}/manyvoices.db"
    engine = make_engine(url)
    with engine.execution_options(writing=True).begin() as db:
        db.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        db.execute(text("INSERT INTO alembic_version VALUES ('9999')"))
    engine.dispose()
    return url


@pytest.mark.parametrize("words", [*opening()], ids=" ".join)
def test_one_line_and_nothing_is_touched(words, newer, tmp_path, monkeypatch):
    """It names the database, its tables and what to do; `serve` listens to nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "FILE").write_bytes(b"")
    done = CliRunner().invoke(app, [*words, "--database", newer])
    assert isinstance(done.exception, ManyvoicesError), done.output
    line = str(done.exception)
    assert "was made by a newer release (tables 9999" in line
    assert "Install that release" in line
    assert "\n" not in line
    assert schema_of(newer) == "9999"
    assert [each.name for each in tmp_path.iterdir()] == ["FILE"]
