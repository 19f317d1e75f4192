"""The training text: parallel pairs, English prose, and what is too noisy to count fully."""

import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ARCHIVES = ("parallel.tar.xz", "mono_and_dev.tar.xz")
DICTIONARIES = ("mturk-dict", "minhaskamal-dict", "sushil79g-dict", "cldr", "tico-terms")
SKIPPED = ("quran",)
PROSE_SHARE = {"nodejs-tsc": 0.3}
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Pair:
    """One translation: an English text, the same in another language, and where it comes from."""

    english: str
    other: str
    source: str

    @property
    def is_entry(self) -> bool:
        """Whether it is a dictionary entry rather than running text."""
        return self.source.startswith(DICTIONARIES)


def unpack(data: Path, work: Path) -> Path:
    """The folder with `parallel/`, `mono/` and `dev/`: `data` itself, or `work` once the archives are unpacked."""
    if (data / "parallel").is_dir():
        return data
    for name in ARCHIVES:
        done = work / f"{name}.unpacked"
        if not done.exists():
            work.mkdir(parents=True, exist_ok=True)
            with tarfile.open(data / name) as archive:
                archive.extractall(work, filter="data")
            done.touch()
    return work


def languages(data: Path) -> list[str]:
    """The languages with parallel text, in alphabetical order."""
    return sorted(path.stem for path in (data / "parallel").glob("*.tsv"))


def read_pairs(data: Path, language: str) -> list[Pair]:
    """All usable pairs of one language, in the order of the file."""
    pairs = []
    for line in (data / "parallel" / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 3 and fields[0] and fields[1] and not fields[2].startswith(SKIPPED):
            pairs.append(Pair(*fields))
    return pairs


def read_prose(data: Path) -> dict[str, list[str]]:
    """English texts by file (`mono/en.<name>.txt`): lines of at least three words, each once."""
    prose = {}
    for path in sorted((data / "mono").glob("en.*.txt")):
        name = path.stem.removeprefix("en.")
        lines = list(_sentences(path.read_text(encoding="utf-8").splitlines()))
        prose[name] = lines[: int(len(lines) * PROSE_SHARE.get(name, 1))]
    return prose


def _sentences(lines: Iterable[str]) -> Iterator[str]:
    seen = set()
    for line in lines:
        text = line.strip()
        if text not in seen and len(_WORD.findall(text)) >= 3:
            seen.add(text)
            yield text[:600]
