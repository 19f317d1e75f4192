"""A server that speaks as OpenAI's does: a real one on this machine that answers well, late, wrongly or not at all."""

import gc
import socket
import sys
from hashlib import sha256

import numpy as np
import pytest

from nlp import Unit, interpret
from nlp.asked_server import TRIES
from nlp.embedding import EndpointEmbedder, load_embedder
from nlp.embedding.endpoint import BATCH
from nlp.errors import EmbeddingError, WrongType
from tests.embedders import BagOfWords
from tests.openai_server import OpenAIServer, serving

TEXTS = ["We trust our partners.", "আমরা বিশ্বাস করি", "हामी विश्वास गर्छौं", "क्‍ष 🙂", "We trust our partners."]


def vector_of(text):
    """Three numbers that only this text has."""
    return [byte - 128 for byte in sha256(text.encode()).digest()[:3]]


class Server(OpenAIServer):
    """Answers with vectors.

    Attributes:
        longest: letters of all texts of a request that are taken.
    """

    longest = None

    def usual(self, body):
        """Return vectors."""
        if self.longest and sum(map(len, body["input"])) > self.longest:
            return 400, {"error": {"message": "input is too long"}}, {}
        data = [{"index": place, "embedding": vector_of(text)} for place, text in enumerate(body["input"])]
        return 200, {"object": "list", "data": data[::-1], "model": body["model"]}, {}


@pytest.fixture
def server():
    """One that answers well."""
    return Server()


@pytest.fixture
def address(server):
    """Where it is."""
    with serving(server) as address:
        yield f"{address}#toy"


@pytest.fixture
def waited():
    """How long was waited, each time."""
    return []


@pytest.fixture
def embedder(address, waited):
    """Asks it, without waiting."""
    return EndpointEmbedder(address, wait=waited.append)


def test_vectors_are_the_servers_at_unit_length_in_the_order_of_the_texts(embedder, server):
    """Whatever the order of the answer; each text is sent once, and what was asked is kept."""
    found = embedder.encode(TEXTS)
    wanted = np.array([vector_of(text) for text in TEXTS], dtype=float)
    np.testing.assert_allclose(found, wanted / np.linalg.norm(wanted, axis=1, keepdims=True), atol=1e-6)
    assert found.dtype == np.float32
    assert server.asked == [{"model": "toy", "input": TEXTS[:4], "encoding_format": "float"}]
    np.testing.assert_array_equal(embedder.encode(TEXTS[::-1]), found[::-1])
    assert embedder.asked == 1
    assert (embedder.dimension, embedder.name.startswith("toy at 127.0.0.1:")) == (3, True)


def test_blank_texts_are_sent_to_nobody(embedder, server):
    """Their rows are zeros, and say nothing."""
    found = embedder.encode(["", "trust", " \n"])
    assert found[0].tolist() == found[2].tolist() == [0, 0, 0]
    assert [body["input"] for body in server.asked] == [["trust"]]
    assert embedder.known(["", "trust"]).tolist() == [False, True]
    assert embedder.encode([]).shape == (0, 3)
    with pytest.raises(WrongType):
        embedder.encode([None])


def test_many_texts_go_in_parts(embedder, server):
    """No request has more than a batch."""
    texts = [f"note {number}" for number in range(2 * BATCH + 1)]
    assert len(embedder.encode(texts)) == len(texts)
    assert [len(body["input"]) for body in server.asked] == [BATCH, BATCH, 1]


def test_a_busy_server_is_asked_again(embedder, server, waited):
    """After what it says, or a little longer each time."""
    server.answers = [(503, b"", {}), (429, b"", {"Retry-After": "7"}), (500, b"", {"Retry-After": "no date"})]
    assert embedder.encode(TEXTS).shape == (5, 3)
    assert waited == [0.5, 7.0, 2.0]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((503, {"error": "loading"}, {}), "503 loading"),
        ((401, {"error": {"message": "Incorrect API key"}}, {}), "401 Incorrect API key"),
        ((404, {"error": {"message": 'model "toy" not found, try pulling it first'}}, {}), "not found"),
        ((200, b"<html>", {}), "no vectors in its answer"),
        ((200, {"data": []}, {}), "no table of numbers"),
        ((200, {"data": [{"index": 0}]}, {}), "no vectors in its answer"),
        ((200, {"data": [{"index": at, "embedding": [1, None, 2]} for at in range(4)]}, {}), "missing or infinite"),
        ((200, {"data": [{"index": at, "embedding": [1, 1e999]} for at in range(4)]}, {}), "missing or infinite"),
        ((200, ["nothing"], {}), "no vectors in its answer"),
        ((302, b"", {"Location": "http://example.org/"}), "302"),
    ],
)
def test_what_is_no_answer_is_one_line(embedder, server, answer, said):
    """Which model, what it said, and what to look at; no redirect is followed."""
    server.answers = [answer] * TRIES
    with pytest.raises(EmbeddingError, match=said) as caught:
        embedder.encode(TEXTS)
    assert "\n" not in str(caught.value)
    assert "toy at 127.0.0.1" in str(caught.value)


def test_a_server_that_is_not_there_is_one_line(waited):
    """Tried a few times, for it may be starting."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        embedder = EndpointEmbedder(f"http://127.0.0.1:{probe.getsockname()[1]}/v1#toy", wait=waited.append)
        with pytest.raises(EmbeddingError, match="See that the server runs"):
            embedder.encode(["a"])
    assert len(waited) == TRIES - 1


def test_texts_that_are_too_long_go_in_smaller_parts_and_then_by_their_beginning(embedder, server):
    """Nothing is lost but the end of a text that the model cannot take whole."""
    server.longest = 200
    texts = ["a" * 90, "b" * 90, "c" * 90, "d" * 700]
    found = embedder.encode(texts)
    assert [body["input"] for body in server.asked][-1] == ["d" * 175]
    own = np.array(vector_of("a" * 90)) / np.linalg.norm(vector_of("a" * 90))
    np.testing.assert_allclose(found[0], own, atol=1e-6)
    server.longest = 1
    with pytest.raises(EmbeddingError, match="400 input is too long"):
        embedder.encode(["x" * 70])


def test_vectors_of_another_length_are_refused(embedder, server):
    """Somebody has put another model behind the name."""
    embedder.encode(["trust"])
    server.answers = [(200, {"data": [{"index": 0, "embedding": [1, 2, 3, 4]}]}, {})]
    with pytest.raises(EmbeddingError, match="vectors of 4 numbers after those of 3"):
        embedder.encode(["others"])


def test_the_key_and_the_machines_come_from_the_environment(address, server, tmp_path, monkeypatch):
    """A file wins over the key itself; a file that cannot be read is named."""
    monkeypatch.setenv("MANYVOICES_MODEL_KEY", "from the environment")
    load_embedder(address)
    (tmp_path / "key").write_text("from a file\n")
    monkeypatch.setenv("MANYVOICES_MODEL_KEY_FILE", str(tmp_path / "key"))
    load_embedder(address)
    load_embedder(address, key="given")
    load_embedder(address, key="")
    assert server.keys == ["Bearer from the environment", "Bearer from a file", "Bearer given", None]
    monkeypatch.setenv("MANYVOICES_MODEL_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(EmbeddingError, match="none cannot be read"):
        load_embedder(address)


@pytest.mark.parametrize("host", ["models.example.org", "192.168.1.7", "localhost.example.org"])
def test_another_machine_is_asked_only_if_it_is_named(host, monkeypatch):
    """Notes leave this machine by nobody's mistake."""
    with pytest.raises(EmbeddingError, match=f"{host} is another machine, and would read the notes"):
        load_embedder(f"https://{host}/v1#toy")
    monkeypatch.setenv("MANYVOICES_MODEL_HOSTS", f"a.example.org, {host}")
    with pytest.raises(EmbeddingError, match="another machine"):
        EndpointEmbedder("https://b.example.org/v1#toy", hosts=[host])
    assert EndpointEmbedder(f"https://{host}/v1#toy", hosts=[host]).name == f"toy at {host}"


@pytest.mark.parametrize("address", ["http://localhost:11434/v1", "http://#toy", "http://[::1#toy", "http://a:b/#m"])
def test_an_address_without_a_model_is_refused(address):
    """One line with an example."""
    with pytest.raises(EmbeddingError, match="http://localhost:11434/v1#bge-m3"):
        EndpointEmbedder(address)


def test_a_proxy_never_sees_what_goes_to_this_machine(address, monkeypatch):
    """Whatever the environment says."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert load_embedder(address).dimension == 3


def test_connections_end_with_the_model(address):
    """A server that keeps them open is not left with one for each model that was ever loaded."""
    embedder = load_embedder(address)
    client = embedder._server._client
    del embedder
    gc.collect()
    assert client.is_closed


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(EmbeddingError, match=r"pip install 'manyvoices\[endpoint\]'"):
        load_embedder("http://localhost:1/v1#toy")


def test_notes_are_interpreted_with_it(server, address, monkeypatch):
    """The whole analysis, with vectors that mean something."""
    bag = BagOfWords()
    monkeypatch.setattr(f"{__name__}.vector_of", lambda text: bag.encode([text])[0].tolist())
    notes = ["we trust them", "we trust them all", "trust them we do", "the bus is late", "late is the bus", "bus late"]
    found = interpret([Unit.of(note) for note in notes], address)
    assert found.model.startswith("toy at 127.0.0.1")
    assert {each for body in server.asked for each in body["input"]} >= set(notes)
