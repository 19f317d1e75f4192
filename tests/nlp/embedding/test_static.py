"""The fast path: right, robust, and the same as sentence-transformers."""

import json
import shutil
import subprocess
import sys
import tracemalloc
import unicodedata
from itertools import islice, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import bundled_model
from nlp.embedding import load_embedder
from nlp.embedding.static import StaticEmbedder
from nlp.errors import EmbeddingError

NOTHING_KNOWN = ("", "   ", "...!?।", "\u200d", "\n\t")
SENTENCES = (
    "We trust our partners to take risks.",
    "আমরা অংশীদারদের বিশ্বাস করি, তাই ঝুঁকি নিই।",
    "हामी साझेदारहरूलाई विश्वास गर्छौं र जोखिम लिन्छौं।",
    "amra shobai mile kaj kori",
    "hami sabai milera kaam garchhau",
    "Confiamos en nuestros socios y asumimos riesgos.",
    "Les décisions sont prises ensemble, n'est-ce pas ?",
    "Tunaaminiana na tunafanya kazi pamoja.",
    "نحن نثق بشركائنا ونتحمل المخاطر",
    "ہم اپنے شراکت داروں پر اعتماد کرتے ہیں",
    "budget কে ঠিক করে? बजेट कसले तय गर्छ 😊👍🏽",
    "我们信任合作伙伴",
    "क्षेत्रीय र‍्याली, স্বাস্থ্য ও শিক্ষা\u200c র উন্নতি",
)


@pytest.fixture(scope="module")
def bundled() -> StaticEmbedder:
    """The model that is delivered."""
    embedder = load_embedder()
    assert isinstance(embedder, StaticEmbedder)
    return embedder


def mixed_texts() -> list[str]:
    """1,000 texts: every pair of sentences, cut at different lengths, in NFC and NFD."""
    pairs = product(SENTENCES, SENTENCES, range(3, 60, 9))
    texts = (f"{a[:cut]} {b}" for a, b, cut in pairs)
    return [
        unicodedata.normalize(form, text) for text, form in zip(islice(texts, 1000), ("NFC", "NFD") * 500, strict=True)
    ]


def test_same_vectors_as_sentence_transformers(bundled):
    """1,000 mixed texts have cosine 0.9999 or more between both paths."""
    from sentence_transformers import SentenceTransformer

    texts = mixed_texts()
    reference = SentenceTransformer(str(bundled.folder), device="cpu").encode(texts, normalize_embeddings=True)
    assert len(texts) == 1000
    assert np.einsum("nd,nd->n", bundled.encode(texts), reference).min() >= 0.9999


def test_toy_vectors_are_the_mean_of_their_tokens(toy_folder):
    """A text of two words points where the sum of their own vectors points."""
    embedder = StaticEmbedder.load(toy_folder)
    rows = embedder._vectors.rows.astype(np.float32) * embedder._vectors.scales[:, None]
    ids = [embedder._tokenizer.token_to_id(token) for token in ("trust", "##s", "money")]
    expected = rows[ids].sum(axis=0)
    np.testing.assert_allclose(embedder.encode(["Trusts, money!"])[0], expected / np.linalg.norm(expected), atol=1e-6)


@settings(deadline=None)
@given(texts=st.lists(st.text(max_size=40), max_size=5))
def test_any_text_has_a_finite_row_of_unit_length(bundled, texts):
    """Whatever the characters, the answer is a unit vector."""
    vectors = bundled.encode(texts)
    assert vectors.shape[0] == len(texts)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("text", NOTHING_KNOWN)
def test_a_text_without_a_known_token_is_said_to_be_unknown(bundled, text):
    """It gets the unknown direction, `known` says so, and ordinary texts are not near it."""
    vector = bundled.encode([text])[0]
    np.testing.assert_allclose(vector, bundled.unknown_direction, atol=1e-6)
    assert not bundled.known([text]).any()
    assert np.abs(bundled.encode(SENTENCES) @ vector).max() < 0.35


def test_an_unknown_script_is_unknown_in_both_paths(bundled):
    """Letters that the model never met give the unknown direction, not zeros."""
    text = "ᚠᚢᚦ ᚨᚱᚲ"
    assert not bundled.known([text]).any()
    np.testing.assert_allclose(bundled.encode([text])[0], bundled.unknown_direction, atol=1e-6)


def test_ordinary_texts_are_known(bundled):
    """Every one of the sample sentences has known tokens."""
    assert bundled.known(SENTENCES).all()


def test_row_order_and_batch_do_not_matter(bundled):
    """A text has the same vector alone, among others, and in another order."""
    together = bundled.encode(SENTENCES)
    np.testing.assert_allclose(together[::-1], bundled.encode(SENTENCES[::-1]), atol=1e-6)
    np.testing.assert_allclose(together[3], bundled.encode([SENTENCES[3]])[0], atol=1e-6)


def test_composed_and_decomposed_text_are_the_same(bundled):
    """NFC and NFD, upper and lower case, with or without ZWNJ: one vector."""
    for text in SENTENCES:
        variants = [unicodedata.normalize("NFD", text), text.upper(), text.replace("\u200c", "").replace("\u200d", "")]
        similarities = bundled.encode(variants) @ bundled.encode([text])[0]
        assert similarities.min() > 0.999, text


def test_a_very_long_text_is_read_to_its_end(bundled):
    """100,000 words change direction when the second half does."""
    trust, money = "trust " * 50_000, "money " * 50_000
    vectors = bundled.encode([trust + money, trust, "money"])
    assert vectors[0] @ vectors[2] > vectors[1] @ vectors[2] + 0.2


def test_many_texts_take_little_more_memory_than_their_vectors(bundled):
    """Seen against each other, too: their tokens are a few bytes each, and vectors of tokens are looked up in parts."""
    texts = [f"{sentence} {number}" for number in range(1_500) for sentence in SENTENCES[:10]]
    bundled.encode_by_rarity(texts[:10])
    tracemalloc.start()
    vectors = bundled.encode_by_rarity(texts)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2.5 * vectors.nbytes


def test_no_texts_give_no_rows(bundled):
    """An empty list is an empty table of the right width."""
    assert bundled.encode([]).shape == (0, bundled.dimension)
    assert bundled.encode_by_rarity([]).shape == (0, bundled.dimension)
    assert bundled.known([]).shape == (0,)


def test_cold_start_is_quick_and_small():
    """A fresh process loads the model and embeds in well under a second of its own time and 150 MiB, without torch."""
    code = (
        "import re, sys, time; start = time.process_time()\n"
        "from nlp.embedding import load_embedder\n"
        "embedder = load_embedder()\n"
        "embedder.encode(['hello', 'বিশ্বাস', 'विश्वास'])\n"
        "seconds = time.process_time() - start\n"
        "status = open('/proc/self/status').read() if sys.platform == 'linux' else 'VmHWM: 0 kB'\n"
        "print(seconds, int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) / 1024, 'torch' in sys.modules)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    figures = [run.stdout.split() for run in runs]
    assert min(float(seconds) for seconds, _, _ in figures) < 0.8  # 0.3 s on two cores of 2023; others may be slower
    assert all(float(memory) < 150 for _, memory, _ in figures)
    assert {torch for _, _, torch in figures} == {"False"}


@pytest.mark.parametrize(
    "missing", ["modules.json", "0_StaticEmbedding/tokenizer.json", "0_StaticEmbedding/model.safetensors"]
)
def test_a_missing_file_is_named(toy_folder, tmp_path, missing):
    """The error says which file of the folder is missing."""
    folder = shutil.copytree(toy_folder, tmp_path / "copy")
    (folder / missing).unlink()
    with pytest.raises(EmbeddingError, match=missing.rsplit("/", 1)[-1]):
        StaticEmbedder.load(folder)


@pytest.mark.parametrize(
    "broken", ["modules.json", "0_StaticEmbedding/tokenizer.json", "0_StaticEmbedding/model.safetensors"]
)
def test_a_broken_file_is_named(toy_folder, tmp_path, broken):
    """A file cut off in the middle gives one clear line."""
    folder = shutil.copytree(toy_folder, tmp_path / "copy")
    data = (folder / broken).read_bytes()
    (folder / broken).write_bytes(data[: len(data) // 2])
    with pytest.raises(EmbeddingError, match=broken.rsplit("/", 1)[-1]):
        StaticEmbedder.load(folder)


def test_fewer_vectors_than_tokens_are_refused(toy_folder, tmp_path):
    """A tokenizer and weights of different models are told apart."""
    from safetensors.numpy import load_file, save_file

    folder = shutil.copytree(toy_folder, tmp_path / "copy")
    path = folder / "0_StaticEmbedding" / "model.safetensors"
    save_file({name: array[:-2].copy() for name, array in load_file(path).items()}, path)
    with pytest.raises(EmbeddingError, match="12 tokens but 10 vectors"):
        StaticEmbedder.load(folder)


@pytest.mark.parametrize("kind", ["float32", "float16", "mapped"])
def test_the_other_ways_to_store_vectors_are_read(toy_folder, tmp_path, kind):
    """`embedding.weight` in float32 or float16, and a table with a mapping, give the vectors of the int8 table."""
    from safetensors.numpy import load_file, save_file

    folder = shutil.copytree(toy_folder, tmp_path / "copy")
    path = folder / "0_StaticEmbedding" / "model.safetensors"
    arrays = load_file(path)
    table = arrays["embeddings"] * arrays["weights"][:, None]
    stored = (
        {"embedding.weight": table.astype(kind)}
        if kind != "mapped"
        else {"embeddings": table[::-1].copy(), "mapping": np.arange(len(table))[::-1].copy()}
    )
    save_file(stored, path)
    texts = ["trust and money", "विश्वासको पैसा"]
    np.testing.assert_allclose(
        StaticEmbedder.load(folder).encode(texts), StaticEmbedder.load(toy_folder).encode(texts), atol=2e-3
    )


def test_a_folder_with_more_than_a_static_embedding_is_refused(toy_folder, tmp_path):
    """The fast path does not ignore a module that would change the vectors."""
    folder = shutil.copytree(toy_folder, tmp_path / "copy")
    modules = json.loads((folder / "modules.json").read_text())
    modules.append({"idx": 2, "name": "2", "path": "2_Dense", "type": "sentence_transformers.models.Dense"})
    (folder / "modules.json").write_text(json.dumps(modules))
    with pytest.raises(EmbeddingError, match="not a static model but StaticEmbedding"):
        StaticEmbedder.load(folder)


def test_the_bundled_folder_is_complete_and_small():
    """At most 32 MB with card and word lists."""
    files = [path for path in bundled_model().rglob("*") if path.is_file()]
    assert {"README.md", "words.tsv", "modules.json"} <= {path.name for path in files}
    assert sum(path.stat().st_size for path in files) <= 32_000_000
