"""The command that shows every setting."""

import json

from typer.testing import CliRunner

from service.cli.main import app
from service.settings import Settings


def test_every_setting_is_printed_with_its_meaning(monkeypatch, tmp_path):
    """For people and for machines; a variable that is no setting is named."""
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MANYVOICES_PROT", "8100")
    printed = CliRunner().invoke(app, ["settings"])
    assert printed.exit_code == 0
    for name, field in Settings.model_fields.items():
        assert f"MANYVOICES_{name.upper()}" in printed.stdout
        assert field.description in printed.stdout
    assert "MANYVOICES_PROT is no setting" in printed.stderr
    machine = json.loads(CliRunner().invoke(app, ["settings", "--json"]).stdout)
    assert [each["name"] for each in machine["settings"]] == list(Settings.model_fields)
    assert machine["unknown_variables"] == ["MANYVOICES_PROT"]


def test_a_wrong_file_is_wrong_usage(monkeypatch, tmp_path):
    """Exit code 2 and one line with the place."""
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(tmp_path))
    (tmp_path / "manyvoices.toml").write_text("port = 0\nmodell = 3\n")
    done = CliRunner().invoke(app, ["settings"])
    assert (done.exit_code, done.stderr) == (2, f"{tmp_path}/manyvoices.toml, line 2: there is no setting modell.\n")
