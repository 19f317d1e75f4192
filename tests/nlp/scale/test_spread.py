"""Very many texts in chunks: by any executor, in any order, broken off and taken up again, the vectors are the same."""

import multiprocessing
import random
from concurrent.futures import Executor, Future, ProcessPoolExecutor

import numpy as np
import pytest

from nlp import Unit, interpret, load_embedder, spread_embedder
from nlp.errors import EmbeddingError, InputError
from nlp.messages import Message
from nlp.scale import spread as spreading
from nlp.scale.in_order import in_order
from nlp.scale.kept import Kept
from nlp.scale.spread import SpreadTokens
from nlp.scale.work import Model, Texts, encode

WORDS = ["trust", "বিশ্বাস", "विश्वास", "plan", "river", "খাতা", "किताब", "🙂", "ná", "xqzw"]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    """Have three chunks of the texts here; a chunk stays a multiple of what the model reads at once."""
    monkeypatch.setattr(spreading.SpreadTokens, "chunk", 2048)


@pytest.fixture(scope="module")
def texts():
    choose = random.Random(3)
    return [f"{' '.join(choose.choices(WORDS, k=choose.randint(0, 9)))} {number % 4500}" for number in range(5000)]


@pytest.fixture(scope="module")
def alone(texts):
    """What the model makes in one go."""
    model = load_embedder()
    return model.encode(texts), model.encode_by_rarity(texts)


class Backwards(Executor):
    """Does the last of some parts first, as a cluster may."""

    def __init__(self):
        self.waiting, self.done = [], 0

    def submit(self, fn, /, *args):
        """Remember it."""
        future = Future()
        future.result = lambda: self._run(future)
        self.waiting.append((future, fn, args))
        return future

    def _run(self, wanted):
        while self.waiting:
            future, fn, args = self.waiting.pop()
            future.set_result(fn(*args))
            self.done += 1
        return Future.result(wanted)


def same(model, texts, alone):
    plain, by_rarity = alone
    assert np.array_equal(model.encode_by_rarity(texts), by_rarity)
    assert np.array_equal(np.concatenate(list(model.encode_in_chunks(texts))), plain)
    assert np.array_equal(model.encode(texts), plain)


def test_the_order_in_which_chunks_are_ready_changes_nothing(texts, alone):
    """The last first, and every chunk elsewhere."""
    executor = Backwards()
    same(spread_embedder(None, executor, None), texts, alone)
    assert executor.done == 4 * 3


def test_processes_make_the_same_to_the_byte(texts, alone):
    """Each loads the model for itself."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        same(spread_embedder(None, pool, None), texts, alone)


def test_what_broke_off_goes_on_where_it_stopped(texts, alone, tmp_path):
    """Chunks that are kept are not made again, and one whose file was cut off is."""
    first = Backwards()
    same(spread_embedder(None, first, tmp_path), texts, alone)
    made = sorted(tmp_path.iterdir())
    assert len(made) == 3 * 3
    assert {path.suffix for path in made} == {".npy"}
    made[0].write_bytes(made[0].read_bytes()[:50])
    made[4].unlink()
    again = Backwards()
    same(spread_embedder(None, again, tmp_path), texts, alone)
    assert again.done <= 2
    assert sorted(tmp_path.iterdir()) == made


def test_more_texts_are_more_chunks_and_no_others(texts, tmp_path):
    """What a token weighs follows from all texts, so their vectors seen against each other are made anew."""
    model = spread_embedder(None, None, tmp_path)
    model.encode(texts)
    plain = set(tmp_path.iterdir())
    model.encode([*texts[:4096], "one more"])
    assert len(set(tmp_path.iterdir()) - plain) == 1


def test_few_texts_are_encoded_here(texts):
    """Names and clauses wait for nobody."""
    model = spread_embedder(None, Backwards(), None)
    assert np.array_equal(model.encode(texts[:9]), load_embedder().encode(texts[:9]))
    assert np.array_equal(model.encode("trust"), load_embedder().encode("trust"))
    assert np.array_equal(model.encode_by_rarity(texts[:9]), load_embedder().encode_by_rarity(texts[:9]))


def test_texts_against_others_are_the_same(texts):
    """Texts weighed by what is frequent among other texts, as where a few notes are placed among many."""
    model = spread_embedder(None, Backwards(), None)
    expected = load_embedder().encode_by_rarity(texts[:20], texts)
    assert np.array_equal(model.encode_by_rarity(texts[:20], texts), expected)


def test_the_readings_are_the_same(texts):
    """As they are found alone, to the byte."""
    teams = ("Nepal", "Kenya", "Peru")
    units = [
        Unit.of(text, line=line, team=teams[line % 3], language="en") for line, text in enumerate(texts, 1) if text
    ]
    alone, spread = interpret(units), interpret(units, spread_embedder(None, Backwards(), None))
    assert spread.to_json() == alone.to_json()


def test_another_model_on_a_worker_is_refused():
    """Its vectors would not lie among those of the others."""
    with pytest.raises(EmbeddingError, match="Install the same release"):
        encode(Texts(Model(None, "another"), ("trust",)))


class Broken(Executor):
    """Does nothing."""

    def submit(self, fn, /, *args):  # noqa: ARG002
        """Say that nobody is there."""
        future = Future()
        future.set_exception(OSError("the other end is gone.\nat 12"))
        return future


def test_workers_that_are_gone_are_one_line(texts):
    """What happened, and what to do."""
    with pytest.raises(InputError) as refused:
        spread_embedder(None, Broken(), None).encode(texts)
    assert str(refused.value) == (
        "the workers did not do a part of the work (the other end is gone). "
        "See whether the scheduler and its workers run, then try again."
    )


class Loses(Backwards):
    """Loses so many parts, as where the connection to those who do them breaks off."""

    def __init__(self, lost):
        super().__init__()
        self.lost = lost

    def submit(self, fn, /, *args):
        """Remember it, or lose it."""
        if not self.lost:
            return super().submit(fn, *args)
        self.lost -= 1
        future = Future()
        future.cancel()
        return future


def test_what_was_lost_is_handed_on_again(texts, alone):
    """Some times; then one line says what happened."""
    same(spread_embedder(None, Loses(3), None), texts, alone)
    assert list(in_order(str, [1], Loses(3))) == ["1"]
    with pytest.raises(InputError, match=r"did not do a part of the work \(the connection broke off\)"):
        next(in_order(str, [1], Loses(4)))


class Nobody(Backwards):
    """Says at last that nobody is there."""

    def submit(self, fn, /, *args):  # noqa: ARG002
        """Do nothing."""
        return Future()

    def check(self):
        """Say it."""
        raise InputError("", Message("nobody is there"), Message("Look for somebody"))


def test_whoever_waits_is_told_that_nobody_is_there(monkeypatch):
    """In the line of the executor, and nothing around it."""
    monkeypatch.setattr("nlp.scale.in_order.LOOK_SECONDS", 0.01)
    with pytest.raises(InputError) as refused:
        next(in_order(str, [1], Nobody()))
    assert str(refused.value) == "nobody is there. Look for somebody."


def test_only_so_many_parts_are_on_their_way():
    """Others are not even taken, so that there is room for what comes back."""
    taken = []
    executor = Backwards()
    found = in_order(str, (taken.append(each) or each for each in range(9)), executor, ahead=3)
    assert next(found) == "0"
    assert taken == [0, 1, 2]
    assert list(found) == [str(each) for each in range(1, 9)]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path):
    """A file that stands in its place, say."""
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="vectors cannot be kept there"):
        Kept(tmp_path / "file" / "inside")


def test_without_anybody_to_do_it_the_model_is_the_usual_one():
    """Neither an executor nor a folder: nothing is different."""
    assert type(spread_embedder(None, None, None)) is type(load_embedder())
    assert isinstance(spread_embedder(None, Backwards(), None), SpreadTokens)
