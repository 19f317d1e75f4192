"""Vectors that are kept between runs: found again, private, bounded, whole whoever writes and is killed."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from nlp.embedding.remembered import FEWER_AT_ONCE
from service.models.cached import PROBE_TEXT, CachedEmbedder, cached
from service.models.vectors import FOLDER, ModelVectors, folder_of, forget
from tests.embedders import BagOfWords

ROOT = Path(__file__).parents[3]
PLACE = "http://localhost:1/v1#toy"
TEXTS = ["We trust our partners", "আমরা বিশ্বাস করি", "हामी विश्वास गर्छौं", "क्‍ष 🙂", "half a sign \ud83d"]
MOST = 10**7
WRITER = f"""
import sys
from pathlib import Path
import numpy as np
from service.models.vectors import ModelVectors
vectors = ModelVectors(Path(sys.argv[1]), {PLACE!r}, np.array([1, 0], dtype=np.float32))
for number in range(int(sys.argv[3])):
    made = {{f"{{sys.argv[2]}} {{number}} {{each}}": np.array([number, each], np.float32) for each in range(5)}}
    vectors.add("", made)
    print(number, flush=True)
"""


class Counting(BagOfWords):
    """A model that counts what it is asked for."""

    prompt = "query: "

    def __init__(self):
        super().__init__()
        self.asked = []

    def encode(self, texts):
        """Return vectors."""
        self.asked += [text for text in texts if text != PROBE_TEXT]
        return super().encode(texts)


def opened(folder, probe=(1.0, 0.0)):
    """Return the vectors of a model of two numbers."""
    return ModelVectors(folder, PLACE, np.array(probe, dtype=np.float32))


def writer(folder, name, count):
    """Start a process that adds parts of five texts."""
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_model_is_asked_for_each_text_once(tmp_path):
    """In whatever run, three scripts and half a sign; the vectors are the same to the byte."""
    first, second = Counting(), Counting()
    made = cached(first, PLACE, tmp_path, MOST).encode([*TEXTS, "", TEXTS[0]])
    again = cached(second, PLACE, tmp_path, MOST)
    np.testing.assert_array_equal(again.encode([*TEXTS[::-1], "new"])[:5], made[:5][::-1])
    assert first.asked == [*TEXTS, ""]
    assert second.asked == ["new"]
    assert (again.name, again.dimension) == (first.name, first.dimension)
    assert again.known(["", "trust"]).tolist() == first.known(["", "trust"]).tolist()
    assert again.encode([]).shape == (0, first.dimension)


def test_other_prompts_and_other_models_are_asked_anew(tmp_path):
    """A text means something else with another prompt before it."""
    cached(Counting(), PLACE, tmp_path, MOST).encode(TEXTS)
    for place, prompt in ((PLACE, "passage: "), ("http://localhost:1/v1#other", "query: ")):
        embedder = Counting()
        embedder.prompt = prompt
        cached(embedder, place, tmp_path, MOST).encode(TEXTS)
        assert set(TEXTS) <= set(embedder.asked)


def test_a_model_that_has_changed_behind_its_name_is_asked_anew(tmp_path):
    """What it gave before is forgotten; the last bits of a number are no change."""
    opened(tmp_path).add("", {"trust": np.array([0.0, 1.0], np.float32)})
    assert opened(tmp_path, (1.0, 0.0005)).find("", ["trust"])
    assert not opened(tmp_path, (0.9, 0.4359)).find("", ["trust"])
    assert not ModelVectors(tmp_path, PLACE, np.array([1, 0, 0], np.float32)).find("", ["trust"])


def test_nobody_else_may_read_them(tmp_path):
    """Neither folders nor files; no text stands in them."""
    cached(Counting(), PLACE, tmp_path / "cache", MOST).encode(["Rahima is afraid"])
    found = [tmp_path / "cache" / FOLDER, *(tmp_path / "cache" / FOLDER).rglob("*")]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in found}
    assert modes == {0o700, 0o600}
    assert not any(b"Rahima" in path.read_bytes() for path in found if path.is_file())


def test_what_was_used_longest_ago_goes_first(tmp_path):
    """Over all models, until there is room; what is used stays."""
    other = ModelVectors(tmp_path, "other", np.array([1, 0], np.float32))
    vectors = opened(tmp_path)
    for number, one in enumerate([other, vectors, vectors, vectors]):
        one.add("", {f"text {number}": np.array([0, 1], np.float32)})
        for path in folder_of(tmp_path, "other" if one is other else PLACE).glob("*.npy"):
            if path.stat().st_mtime > time.time() - 1000:
                os.utime(path, (time.time() - 5000 + number,) * 2)
    assert vectors.find("", ["text 1"])
    size = max(path.stat().st_size for path in tmp_path.rglob("*.npy"))
    vectors.trim(4 * size)
    left = opened(tmp_path).find("", [f"text {number}" for number in range(4)])
    assert "text 1" in left
    assert "text 0" not in left
    assert not ModelVectors(tmp_path, "other", np.array([1, 0], np.float32)).find("", ["text 0"])


def test_what_another_process_took_away_is_asked_anew(tmp_path):
    """Nobody breaks over it."""
    vectors = opened(tmp_path)
    vectors.add("", {"trust": np.array([0, 1], np.float32)})
    assert forget(tmp_path, PLACE)
    assert not forget(tmp_path, PLACE)
    assert vectors.find("", ["trust"]) == {}


@pytest.mark.parametrize("broken", [b"", b"\x93NUMPY", b"no array", np.zeros(3).tobytes()])
def test_a_broken_part_is_passed_over(tmp_path, broken):
    """The texts in it are asked for again."""
    vectors = opened(tmp_path)
    vectors.add("", {"trust": np.array([0, 1], np.float32)})
    vectors.add("", {"share": np.array([1, 0], np.float32)})
    first = next(path for path in folder_of(tmp_path, PLACE).glob("*.npy") if path.stem != "probe")
    first.write_bytes(broken)
    assert len(vectors.find("", ["trust", "share"])) == 1
    assert len(opened(tmp_path).find("", ["trust", "share"])) == 1


def test_two_processes_keep_what_both_were_given(tmp_path):
    """Side by side in one folder."""
    processes = [writer(tmp_path, name, 20) for name in ("a", "b")]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    texts = [f"{name} {number} {each}" for name in ("a", "b") for number in range(20) for each in range(5)]
    assert len(opened(tmp_path).find("", texts)) == 200


def test_a_process_that_is_killed_leaves_whole_parts(tmp_path):
    """All that it had told is there, and nothing that is half of something; its rest goes after a day."""
    process = writer(tmp_path, "a", 100_000)
    told = [process.stdout.readline() for _ in range(30)]
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    folder = folder_of(tmp_path, PLACE)
    (folder / "rest.part").write_bytes(b"half")
    os.utime(folder / "rest.part", (1, 1))
    vectors = opened(tmp_path)
    found = vectors.find("", [f"a {number} {each}" for number in range(len(told)) for each in range(5)])
    assert len(found) == 150
    assert found["a 29 4"].tolist() == [29, 4]
    vectors.trim(MOST)
    assert not (folder / "rest.part").exists()


def test_a_disk_that_is_full_costs_time_alone(tmp_path, monkeypatch):
    """Nothing is kept, and nothing is wrong; the same where the folder cannot be made, or nothing is to be kept."""
    embedder = cached(Counting(), PLACE, tmp_path, MOST)
    assert isinstance(embedder, CachedEmbedder)
    monkeypatch.setattr("nlp.scale.kept.os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))
    assert embedder.encode(TEXTS).shape == (5, embedder.dimension)
    (tmp_path / "file").touch()
    for cache, most in ((tmp_path / "file", MOST), (tmp_path, 0)):
        plain = Counting()
        assert cached(plain, PLACE, cache, most) is plain


def test_a_run_that_is_broken_off_goes_on_from_there(tmp_path):
    """What a server gave before it went away is kept."""

    class Failing(Counting):
        def encode(self, texts):
            if len(self.asked) >= FEWER_AT_ONCE:
                raise ConnectionError
            return super().encode(texts)

    texts = [f"note {number}" for number in range(FEWER_AT_ONCE + 10)]
    with pytest.raises(ConnectionError):
        cached(Failing(), PLACE, tmp_path, MOST).encode(texts)
    later = Counting()
    cached(later, PLACE, tmp_path, MOST).encode(texts)
    assert later.asked == texts[FEWER_AT_ONCE:]
