"""`manyvoices models`, against a hub on this machine."""

import json

import pytest
from typer.testing import CliRunner

from nlp.errors import InputError
from service.cli.main import app
from tests.nlp.embedding.test_endpoint import Server
from tests.openai_server import serving
from tests.service.models.conftest import REPOSITORY, address, hub  # noqa: F401 - fixtures

NOTES = "text,team\nwe trust them,Nepal\ntrust them we,Nepal\nthey are late,Kenya\n"


@pytest.fixture(autouse=True)
def _data(tmp_path, monkeypatch):
    monkeypatch.setenv("MANYVOICES_DATA_DIR", str(tmp_path / "data"))


def said(*words):
    """Return what a command says."""
    done = CliRunner().invoke(app, list(map(str, words)))
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_model_is_listed_fetched_used_and_deleted(tmp_path, address):  # noqa: F811 - the fixture
    """By its short name in any command; a known one says what is known of it before it is here."""
    before = {each["name"]: each for each in json.loads(said("models", "list", "--json"))["models"]}
    assert before["bundled"]["is_here"]
    assert not before["harrier-oss-v1-270m"]["is_here"]
    assert before["harrier-oss-v1-270m"]["scores"] == [58.8, 52.2, 51.1]
    assert "manyvoices interpret notes.csv --model toy-onnx" in said("models", "get", REPOSITORY, "--hub", address)
    (tmp_path / "notes.csv").write_text(NOTES)
    found = json.loads(said("interpret", tmp_path / "notes.csv", "--model", "toy-onnx", "--json"))
    assert found["model"] == "toy-onnx"
    listed = json.loads(said("models", "list", "--time", "--json"))["models"]
    assert [(each["name"], each["licence"]) for each in listed if each["is_here"]] == [
        ("bundled", "Apache-2.0"),
        ("toy-onnx", "mit"),
    ]
    assert all((each["seconds"] is not None) == each["is_here"] for each in listed)
    assert "toy-onnx" in said("models", "list")
    assert "deleted" in said("models", "remove", "toy-onnx")
    assert "toy-onnx" not in said("models", "list")


def test_a_name_that_is_none_is_one_line(address):  # noqa: F811 - the fixture
    """With what to do."""
    with pytest.raises(InputError, match="manyvoices models list"):
        said("models", "get", "nobody/nothing", "--hub", address)


def test_a_server_is_asked_for_each_note_once_on_this_machine(tmp_path, monkeypatch):
    """The second run asks for no note; what is measured is asked anew; when it is removed all is asked again."""
    monkeypatch.setenv("MANYVOICES_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "notes.csv").write_text(NOTES)
    server = Server()
    with serving(server) as where:
        place = f"{where}#toy"
        first = json.loads(said("interpret", tmp_path / "notes.csv", "--model", place, "--json"))
        asked = len(server.asked)
        second = json.loads(said("interpret", tmp_path / "notes.csv", "--model", place, "--json"))
        assert first == second
        texts = {text for body in server.asked[asked:] for text in body["input"]}
        assert not texts & {"we trust them", "trust them we", "they are late"}
        assert "with the vectors that it gave" in said("models", "remove", place)
        assert not list((tmp_path / "cache").rglob("*.npy"))
        said("interpret", tmp_path / "notes.csv", "--model", place)
        assert sum("we trust them" in body["input"] for body in server.asked) == 2
        with pytest.raises(InputError):
            said("models", "remove", "nothing")


def test_a_server_is_told_the_key_of_the_settings_also_where_vectors_are_kept(tmp_path):
    """From the file of settings, not from the environment alone."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "manyvoices.toml").write_text('model_key = "of the file"\n')
    (tmp_path / "notes.csv").write_text(NOTES)
    server = Server()
    with serving(server) as where:
        said("interpret", tmp_path / "notes.csv", "--model", f"{where}#toy", "--keep", tmp_path / "kept", "--json")
    assert set(server.keys) == {"Bearer of the file"}
