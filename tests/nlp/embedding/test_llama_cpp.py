"""llama.cpp's own server with a tiny model of random numbers: run where the server and the package `gguf` are.

The server is the program `llama-server`, or the command in the environment variable MANYVOICES_LLAMA_SERVER, such as
`/opt/llama/bin/python -m llama_cpp.server`.
"""

import os
import shlex
import shutil
import socket
import subprocess
import time
from urllib.request import urlopen

import numpy as np
import pytest

from nlp import Unit, interpret, load_embedder

COMMAND = shlex.split(os.environ.get("MANYVOICES_LLAMA_SERVER", "")) or [shutil.which("llama-server")]
gguf = pytest.importorskip("gguf", reason="the package gguf is not installed")
pytestmark = pytest.mark.skipif(COMMAND == [None], reason="there is no program llama-server")

TEXTS = ["We trust our partners.", "আমরা বিশ্বাস করি", "हामी विश्वास गर्छौं", "🙂", "word " * 400]
WIDTH, HEADS, LAYERS, LONG = 32, 4, 1, 512


def write_model(path):
    """Write a Llama of one layer: a token for each byte, random numbers, the mean of all tokens as a text's vector."""
    random = np.random.default_rng(0)
    tokens = [b"<unk>", b"<s>", b"</s>", *(f"<0x{byte:02X}>".encode() for byte in range(256))]
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL] + [gguf.TokenType.BYTE] * 256
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_context_length(LONG)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(2 * WIDTH)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)

    def add(name, *shape):
        writer.add_tensor(name, (random.standard_normal(shape) / np.sqrt(WIDTH)).astype(np.float32))

    add("token_embd.weight", len(tokens), WIDTH)
    add("output.weight", len(tokens), WIDTH)
    writer.add_tensor("output_norm.weight", np.ones(WIDTH, np.float32))
    for norm in ("attn_norm", "ffn_norm"):
        writer.add_tensor(f"blk.0.{norm}.weight", np.ones(WIDTH, np.float32))
    for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
        add(f"blk.0.{part}.weight", WIDTH, WIDTH)
    for part, shape in (
        ("ffn_gate", (2 * WIDTH, WIDTH)),
        ("ffn_up", (2 * WIDTH, WIDTH)),
        ("ffn_down", (WIDTH, 2 * WIDTH)),
    ):
        add(f"blk.0.{part}.weight", *shape)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where the server answers."""
    folder = tmp_path_factory.mktemp("llama")
    write_model(folder / "tiny.gguf")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    native = "llama_cpp.server" not in COMMAND
    told = ["--embedding"] if native else ["--embedding", "true", "--n_ctx", str(LONG), "--n_threads", "1"]
    where = ["--host", "127.0.0.1", "--port", str(port), "--model", str(folder / "tiny.gguf")]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([*COMMAND, *where, *told], stdout=log, stderr=log)
        try:
            _wait(process, f"http://127.0.0.1:{port}/v1/models", folder / "log")
            yield f"http://127.0.0.1:{port}/v1#tiny"
        finally:
            process.kill()
            process.wait()


def _wait(process, url, log):
    while True:
        assert process.poll() is None, log.read_text()[-2000:]
        try:
            with urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.2)


def test_its_vectors_are_taken_as_they_are(address):
    """Three scripts and a sign beyond them; of a text that is too long its beginning; the same each time."""
    embedder = load_embedder(address)
    found = embedder.encode(TEXTS)
    assert found.shape == (len(TEXTS), WIDTH)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(load_embedder(address).encode(TEXTS[:4][::-1])[::-1], found[:4], atol=1e-3)
    assert len({vector.tobytes() for vector in found}) == len(TEXTS)


def test_notes_are_interpreted_with_it(address):
    """Whatever a random model thinks of them: the way is whole."""
    notes = ["we trust them", "we trust them all", "trust them we do", "the bus is late", "late is the bus", "bus late"]
    found = interpret([Unit.of(note) for note in notes], address)
    assert found.model.startswith("tiny at 127.0.0.1")
    assert sum(element.notes for element in found.elements) == len(notes)
