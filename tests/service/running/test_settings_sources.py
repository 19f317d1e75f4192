"""Where settings come from, and what is said of a wrong one."""

from pathlib import Path

import pytest

from service.running.settings_shown import HIDDEN, load_settings, shown_settings
from service.running.settings_sources import WrongSetting, unknown_variables
from service.settings import Settings


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    """A data folder that is the test's own."""
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(tmp_path))


def toml(folder: Path, text: str) -> Path:
    path = folder / "manyvoices.toml"
    path.write_text(text, encoding="utf-8")
    return path


def source_of(name: str, **given: object) -> tuple[str, str]:
    return next((each.value, each.source) for each in shown_settings(given) if each.name == name)


def test_the_stronger_source_wins(tmp_path, monkeypatch):
    """A value is that of the TOML file, of the environment over it, of an argument over both; each says its source."""
    assert source_of("port") == ("8000", "default")
    path = toml(tmp_path, "# ours\nthreshold = 4\nport = 8100\n")
    assert source_of("port") == ("8100", f"{path}, line 3")
    monkeypatch.setenv("MANYVOICES_PORT", "8200")
    assert source_of("port") == ("8200", "environment")
    assert source_of("port", port=8300) == ("8300", "option")
    assert load_settings({"port": 8300}).threshold == 4


def test_a_file_can_be_named(tmp_path, monkeypatch):
    """MANYVOICES_CONFIG names a file, which is read in the place of the one in the data folder."""
    toml(tmp_path, "port = 8100")
    other = tmp_path / "other.toml"
    other.write_text('allowed_hosts = ["वार्ता.example", "b.example"]', encoding="utf-8")
    monkeypatch.setenv("MANYVOICES_CONFIG", str(other))
    settings = load_settings({})
    assert (settings.port, settings.allowed_hosts) == (8000, ("वार्ता.example", "b.example"))
    monkeypatch.setenv("MANYVOICES_CONFIG", str(tmp_path / "none.toml"))
    with pytest.raises(WrongSetting, match="not there"):
        load_settings({})


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("port = 8100\nprot = 1", 2, "there is no setting prot"),
        ("\n\nport = 99999", 3, "port cannot be 99999: it may be 65535 at most"),
        ('port = "many"', 1, "port cannot be many: it must be a whole number"),
        ("phones = 7", 1, "it must be true or false"),
        ('log_format = "xml"', 1, "it must be 'text' or 'json'"),
        ("[allowed_hosts]\na = 1", 1, "allowed_hosts"),
    ],
)
def test_a_wrong_line_is_one_line(tmp_path, text, line, said):
    """A key that does not exist or a value that cannot be is named with its file and line."""
    path = toml(tmp_path, text)
    with pytest.raises(WrongSetting) as caught:
        load_settings({})
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert f"line {line}" in str(caught.value) or said == "allowed_hosts"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"port = = 1", b"port = 1\xff", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_one_line(tmp_path, data):
    """Broken TOML or other bytes are said with the path."""
    (tmp_path / "manyvoices.toml").write_bytes(data)
    with pytest.raises(WrongSetting, match=r"manyvoices\.toml") as caught:
        load_settings({})
    assert "\n" not in str(caught.value)


def test_a_secret_lies_in_a_file_and_is_not_shown(tmp_path, monkeypatch):
    """The file's text without its last line break is the value; what is printed does not have it."""
    secret = tmp_path / "secret"
    secret.write_text("postgresql://a:pässword@db/m\n", encoding="utf-8")
    monkeypatch.setenv("MANYVOICES_DATABASE_URL_FILE", str(secret))
    assert load_settings({}).url == "postgresql://a:pässword@db/m"
    assert source_of("database_url") == (HIDDEN, "file of a secret")
    monkeypatch.setenv("MANYVOICES_DATABASE_URL_FILE", str(tmp_path / "gone"))
    with pytest.raises(WrongSetting, match="cannot be read"):
        load_settings({})


@pytest.mark.parametrize("value", ['["a.example", "b.example"]', "a.example, b.example", "a.example,b.example,"])
def test_a_list_in_the_environment_has_commas_or_is_json(monkeypatch, value):
    """Both ways of writing a list give the same."""
    monkeypatch.setenv("MANYVOICES_ALLOWED_HOSTS", value)
    assert load_settings({}).allowed_hosts == ("a.example", "b.example")


def test_variables_that_do_nothing_are_known(monkeypatch):
    """A misspelled variable is found; files of secrets and the name of the TOML file are none."""
    for name in ("PROT", "PORT", "CONFIG", "DATABASE_URL_FILE", "PROT_FILE"):
        monkeypatch.setenv(f"MANYVOICES_{name}", "1")
    assert unknown_variables(Settings.model_fields) == ("MANYVOICES_PROT", "MANYVOICES_PROT_FILE")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_says_what_it_means(name):
    """Each has a description that is a sentence or more; `manyvoices settings` prints it."""
    meaning = Settings.model_fields[name].description or ""
    assert meaning.endswith(".")
    assert len(meaning) > 15


@pytest.mark.parametrize(("name", "value"), [("smtp_url", "smtp://us:topsecret#1@mail"), ("mail_from", "a@b, c@d")])
def test_a_mail_server_that_cannot_be_is_said_without_its_password(monkeypatch, name, value):
    """When the service starts, with how it is written."""
    monkeypatch.setenv(f"MANYVOICES_{name.upper()}", value)
    with pytest.raises(WrongSetting, match=rf"The setting {name} cannot be .*: it must be .*@") as wrong:
        load_settings({})
    assert "topsecret" not in str(wrong.value)
