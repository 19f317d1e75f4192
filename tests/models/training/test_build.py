"""The whole recipe on a toy world, in seconds."""

import tarfile
from dataclasses import replace

import numpy as np
import pytest

from models.training import __main__ as command
from models.training.build import build
from models.training.export import quantise
from models.training.learning.train import Schedule
from models.training.settings import Settings
from nlp.embedding import load_embedder
from nlp.embedding.vocabulary import Vocabulary
from tests.models.training.conftest import ToyTeacher

SETTINGS = Settings(seed=3, dimension=8, pieces=120, held_out=10, schedule=Schedule(steps=120, batch=32))


def run(data, folder, work, teacher, settings=SETTINGS):
    """Builds and returns what was said."""
    said: list[str] = []
    build(data, folder, work, settings, teacher, said.append)
    return said


@pytest.fixture(scope="module", autouse=True)
def _small_draws():
    """The topic figures of a toy need no 16,384 rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nlp.embedding.evaluate.DRAW_SIZE", 64)
        yield


@pytest.fixture(scope="module")
def built(toy_data, tmp_path_factory):
    """The folder of a finished toy model; what the steps kept lies in `work` beside it."""
    place = tmp_path_factory.mktemp("built")
    run(toy_data, place / "toy", place / "work", ToyTeacher)
    return place / "toy"


def test_the_recipe_makes_a_model_that_crosses_languages(built):
    """Words of other scripts lie nearest to their own idea; the card has figures; words explain vectors."""
    embedder = load_embedder(built)
    english = embedder.encode(["trust", "money", "risk", "water", "school"])
    for texts in (["विश्वास", "पैसा", "जोखिम", "पानी", "विद्यालय"], ["বিশ্বাস", "টাকা", "ঝুঁকি", "পানি", "স্কুল"]):
        assert (english @ embedder.encode(texts).T).argmax(axis=1).tolist() == [0, 1, 2, 3, 4]
    card = (built / "README.md").read_text(encoding="utf-8")
    assert "license: apache-2.0" in card
    assert "| tatoeba | bn " in card
    assert "$" not in card
    nearest = Vocabulary.load(embedder, built).nearest_words(embedder.encode(["money"])[0], "ne", k=1)
    assert [word.word for word in nearest] == ["पैसा"]


def test_the_same_data_and_seed_give_the_same_files(built, toy_data, toy_teacher, tmp_path):
    """A second run in another place is the same to the last byte."""
    run(toy_data, tmp_path / "again" / "toy", tmp_path / "other", toy_teacher)
    for path in built.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / "toy" / path.relative_to(built)).read_bytes(), path.name


def test_a_second_run_in_the_same_place_reads_nothing_again(built, toy_data, toy_teacher):
    """The work folder holds what the teacher said; no text is read twice."""
    run(toy_data, built, built.parent / "work", toy_teacher)
    assert toy_teacher.read == 0


def test_the_two_archives_do_as_well_as_their_folders(built, toy_data, toy_teacher, tmp_path):
    """Data that comes packed gives the same model; what was unpacked is left alone."""
    packed = {"parallel.tar.xz": ("parallel",), "mono_and_dev.tar.xz": ("mono", "dev")}
    (tmp_path / "packed").mkdir()
    for name, folders in packed.items():
        with tarfile.open(tmp_path / "packed" / name, "w:xz") as archive:
            for folder in folders:
                archive.add(toy_data / folder, folder)
    run(tmp_path / "packed", tmp_path / "toy", tmp_path / "work", toy_teacher)
    assert (tmp_path / "toy" / "README.md").read_bytes() == (built / "README.md").read_bytes()


def test_another_seed_gives_another_model(built, toy_data, toy_teacher, tmp_path):
    """The seed reaches the training."""
    run(toy_data, tmp_path / "seed", tmp_path / "seedwork", toy_teacher, replace(SETTINGS, seed=4))
    texts = ["trust money"]
    assert not np.allclose(load_embedder(built).encode(texts), load_embedder(tmp_path / "seed").encode(texts))


def test_quantised_vectors_are_near():
    """Int8 rows times scales are the vectors to half a step; a row of zeros stays zero."""
    vectors = np.random.default_rng(1).normal(size=(20, 16)).astype(np.float32)
    vectors[3] = 0
    rows, scales = quantise(vectors)
    assert rows.dtype == np.int8
    assert np.abs(rows * scales[:, None] - vectors).max() <= scales.max() / 2 + 1e-6
    assert not rows[3].any()


def test_the_command_builds(toy_data, toy_teacher, tmp_path, monkeypatch):
    """`python -m models.training build --data DIR --out DIR` ends with a model folder."""
    from typer.testing import CliRunner

    monkeypatch.setattr("models.training.learning.teacher.MiniLM", toy_teacher)
    monkeypatch.setattr(command, "Settings", lambda seed: replace(SETTINGS, seed=seed))
    arguments = ["build", "--data", toy_data, "--out", tmp_path / "m", "--work", tmp_path / "w", "--steps", "20"]
    result = CliRunner().invoke(command.application, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    assert load_embedder(tmp_path / "m").dimension == 8
