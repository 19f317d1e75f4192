"""A toy world: five ideas, said in English, Nepali and Bangla, and a teacher that knows which is which."""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest

IDEAS = (
    ("trust", "विश्वास", "বিশ্বাস"),
    ("money", "पैसा", "টাকা"),
    ("risk", "जोखिम", "ঝুঁকি"),
    ("water", "पानी", "পানি"),
    ("school", "विद्यालय", "স্কুল"),
)
FILLERS = (
    ("the partners share", "साझेदारहरू बाँड्छन्", "অংশীদাররা ভাগ করে"),
    ("we need more", "हामीलाई थप चाहिन्छ", "আমাদের আরো চাই"),
)


class ToyTeacher:
    """One axis for each idea, a little noise for each word, and a count of the texts it read."""

    read = 0

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Float32 (n, 12), rows of unit length."""
        ToyTeacher.read += len(texts)
        vectors = np.zeros((len(texts), 12), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                for axis, (name, _, _) in enumerate(IDEAS):
                    vectors[row, axis] += word.startswith(name)
                vectors[row, 5 + sum(map(ord, word)) % 7] += 0.1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)


@pytest.fixture
def toy_teacher() -> Callable[[], ToyTeacher]:
    """Makes the teacher; its count starts at nought."""
    ToyTeacher.read = 0
    return ToyTeacher


@pytest.fixture(scope="session")
def toy_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the recipe expects it: parallel text, prose and development sets."""
    data = tmp_path_factory.mktemp("data")
    for folder in ("parallel", "mono", "dev/tatoeba", "dev/sts/dev"):
        (data / folder).mkdir(parents=True)
    generator = Random(1)
    for side, language in ((1, "ne"), (2, "bn")):
        lines = [_line(generator, side, "ntrex128" if number % 10 == 0 else "app") for number in range(300)]
        lines += [f"{idea[0]}\t{idea[side]}\tmturk-dict" for idea in IDEAS for _ in range(3)]
        (data / "parallel" / f"{language}.tsv").write_text("\n".join(lines), encoding="utf-8")
        (data / "dev" / "tatoeba" / f"{language}.tsv").write_text(
            "\n".join(f"{idea[0]}\t{idea[side]}" for idea in IDEAS), encoding="utf-8"
        )
    prose = (f"{generator.choice(IDEAS)[0]} and {generator.choice(IDEAS)[0]} number {number}" for number in range(80))
    (data / "mono" / "en.handbook.txt").write_text("\n".join(prose), encoding="utf-8")
    (data / "mono" / "en.open-english-wordnet.txt").write_text(
        "\n".join(f"{idea[0]} is a good thing" for idea in IDEAS), encoding="utf-8"
    )
    (data / "dev" / "sts" / "dev" / "en.tsv").write_text(
        "trust\ttrust us\t5\ntrust\tmoney\t0\nrisk\trisk it\t4\n", encoding="utf-8"
    )
    return data


def _line(generator: Random, side: int, source: str) -> str:
    one, two = generator.sample(IDEAS, 2)
    filler = generator.choice(FILLERS)
    return f"{filler[0]} {one[0]} {two[0]}\t{filler[side]} {one[side]} {two[side]}\t{source}"
