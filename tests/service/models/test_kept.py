"""Fetching models from a hub that breaks off, lies or has nothing of the kind."""

import errno
import shutil
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

from nlp import load_embedder
from nlp.errors import InputError
from service.models.hub import Hub
from service.models.kept import KeptModels
from service.models.place import FOLDER, place_of
from tests.service.models.conftest import REPOSITORY, toy_files

WANTED = {
    "README.md",
    "tokenizer.json",
    "1_Pooling/config.json",
    "onnx/model_quantized.onnx",
    "onnx/model_quantized.onnx_data",
    "manyvoices.json",
}


@pytest.fixture
def models(tmp_path):
    """None yet."""
    return KeptModels(tmp_path / FOLDER)


def get(models, address, name=REPOSITORY, told=lambda _: None):
    """Fetch a model without waiting."""
    with Hub(address, wait=lambda _: None) as hub:
        return models.get(name, hub, told)


def files_of(models):
    """Return what lies in the folder of the models."""
    folder = models.folder / "toy-onnx"
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_model_is_fetched_once_and_used_without_the_hub(models, address, hub, tmp_path):
    """The int8 file with its data, the tokenizer and what it says; not the rest. Again, nobody is asked."""
    seen = []
    kept = get(models, address, told=seen.append)
    assert (kept.name, kept.repository, kept.licence) == ("toy-onnx", REPOSITORY, "mit")
    assert files_of(models) == WANTED
    assert seen == sorted(seen)
    assert (seen[0] > 0, seen[-1]) == (True, 1.0)
    asked = len(hub.asked)
    assert get(models, address) == kept == models.every()[0]
    assert len(hub.asked) == asked
    embedder = load_embedder(place_of("Toy-ONNX", tmp_path))
    np.testing.assert_allclose(embedder.encode("we trust"), [0, 0.5**0.5, 0.5**0.5, 0], atol=1e-6)
    assert kept.size == sum(len(toy_files()[path]) for path in WANTED - {"manyvoices.json"})


@pytest.mark.parametrize("ranges", [True, False])
def test_what_breaks_off_goes_on(models, address, hub, ranges):
    """Where it broke off, or from the beginning where the hub cannot do that."""
    hub.ranges = ranges
    hub.cut["onnx/model_quantized.onnx_data"] = 1000
    get(models, address)
    asked = [at for path, at in hub.asked if path.endswith("_data")]
    assert asked == ["", "bytes=1000-"]
    assert files_of(models) == WANTED


def test_a_file_that_is_not_what_the_hub_says_is_fetched_anew(models, address, hub):
    """By its hash: of the large ones and of the small ones."""
    hub.wrong = {"onnx/model_quantized.onnx", "tokenizer.json"}
    get(models, address)
    folder = models.folder / "toy-onnx"
    assert all((folder / path).read_bytes() == toy_files()[path] for path in WANTED - {"manyvoices.json"})


def test_what_never_comes_right_is_one_line_and_no_model(models, address, hub, monkeypatch):
    """What came stays for the next time, and is no model until all is there."""
    changed = hub.listing

    def lying(repository):
        told = changed(repository)
        told["siblings"][4]["lfs"]["sha256"] = "0" * 64
        return told

    monkeypatch.setattr(hub, "listing", lying)
    with pytest.raises(InputError, match="it does not come whole and right"):
        get(models, address)
    assert models.every() == ()
    assert models.find("toy-onnx") is None
    monkeypatch.setattr(hub, "listing", changed)
    before = len([path for path, _ in hub.asked if path.endswith("tokenizer.json")])
    get(models, address)
    assert len([path for path, _ in hub.asked if path.endswith("tokenizer.json")]) == before


def test_a_full_disk_is_one_line(models, address, monkeypatch):
    """Before anything is fetched where that can be told, else when it happens."""
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9, 10**6))
    with pytest.raises(InputError, match="0 MB are still to come, and 0 MB are free"):
        get(models, address)
    monkeypatch.undo()

    def full(self, mode="r", *rest, **others):
        if mode in ("wb", "ab"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, mode, *rest, **others)

    real = Path.open
    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(InputError, match=r"it cannot be written \(No space left on device\)"):
        get(models, address)
    assert models.every() == ()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"model.safetensors": b""}, "no file of ONNX"),
        ({"onnx/model.onnx": b"1"}, "no file of ONNX"),
        ({"../../evil.onnx": b"1", "tokenizer.json": b"{}"}, "no name of a file"),
        ({"/etc/model.onnx": b"1", "tokenizer.json": b"{}"}, "no name of a file"),
    ],
)
def test_a_repository_without_such_a_model_is_refused(models, address, hub, files, said):
    """Nor is anything written outside the folder."""
    hub.files["a/b"] = files
    with pytest.raises(InputError, match=said):
        get(models, address, "a/b")
    assert not list(models.folder.rglob("*"))


def test_names_that_are_none_are_refused(models, address, tmp_path):
    """Of the hub, of the program, and of what is deleted."""
    with pytest.raises(InputError, match="has no such model"):
        get(models, address, "nobody/nothing")
    with pytest.raises(InputError, match="comes with the program"):
        get(models, address, "Bundled")
    for name in ("", "..", "../..", "a/b/c", "a/..", "a\\b", "a\nb"):
        with pytest.raises(InputError, match="no name of a model"):
            get(models, address, name)
    with pytest.raises(InputError, match="no such model here"):
        models.remove("toy-onnx")
    assert models.find("../secrets") is models.find("") is models.find(None) is None
    with pytest.raises(InputError, match="does not answer"), Hub("http://127.0.0.1:9") as hub:
        hub.listing("a/b")


def test_a_model_of_the_same_name_from_elsewhere_is_no_mistake(models, address, hub):
    """Nobody gets another one than was asked for, without being told."""
    hub.files["other/toy-onnx"] = toy_files()
    get(models, address)
    with pytest.raises(InputError, match=f"is here, from {REPOSITORY}.*models remove toy-onnx"):
        get(models, address, "other/toy-onnx")


def test_a_model_is_deleted(models, address):
    """With all its files."""
    get(models, address)
    models.remove("Toy-ONNX")
    assert models.every() == ()
    assert not (models.folder / "toy-onnx").exists()


def test_names_lead_to_places(models, address, tmp_path):
    """The bundled model to none, one kept here to its folder, all others to themselves."""
    get(models, address)
    assert place_of(None, tmp_path) is place_of("Bundled", tmp_path) is None
    assert place_of("TOY-onnx", tmp_path) == str(tmp_path / FOLDER / "toy-onnx")
    others = ("intfloat/multilingual-e5-small", "http://localhost:11434/v1#toy-onnx", "./toy-onnx", "models/toy-onnx")
    assert [place_of(each, tmp_path) for each in others] == list(others)
