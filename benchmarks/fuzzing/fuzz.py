"""Coverage-guided fuzzing of every reader, by hand.

    nice -n 19 python -m benchmarks.fuzzing.fuzz SEEDS --mode docx --seconds 3600

SEEDS is a folder with real files; their beginnings are what is mutated. Of docx and xlsx it is the trees of the parts
of a file made here (`office.py`). Needs `pip install atheris`. What a reader must not do (raise anything but an
InputError, take more than `SLOW` seconds or `LARGE` bytes, break the promises of `Transcript`) is written to --out with
the input that did it, and the run goes on. The quick part of the same checks is
`tests/nlp/transcripts/test_any_input.py`.
"""

import argparse
import hashlib
import re
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed: pip install atheris")

with atheris.instrument_imports(include=["nlp"], enable_loader_override=False):
    from nlp.documents import read_document
    from nlp.errors import InputError
    from nlp.transcripts import read_transcript
from benchmarks.fuzzing import office
from tests.nlp.transcripts.promises import broken_promises

SEED_SIZE = 2_000
LONGEST_INPUT = 4_000
SLOW, LARGE = 10.0, 500_000_000
"""Seconds of CPU and bytes of memory that no file of 50 MB may take, so none of these either."""
WORDS = (
    *("-->", "WEBVTT", "<v ", "</v>", "00:00:01.000", "[00:01]", "#00:00:01-2#", "SPEAKER", "Name:", "From ", " to "),
    *('"speaker":', '"text":', '"start":', '"words":', '"results":', "<Media omitted>", "\u200e", "\u202f", "রহিম: "),
    *("12/03/2024, 14:05 - ", "[12.03.24, 14:05:09] ", "@UTF8", "*CHI:\t", "\x15", "IntervalTier", "TIME_SLOT"),
)


TARGETS: dict[str, tuple[Callable[[bytes], object], ...]] = {
    "transcripts": (lambda data: read_transcript("x", data),),
    "documents": (
        lambda data: read_document("x.txt", data, ("en",)),
        lambda data: read_document("x.csv", data, ("en",)),
    ),
    "docx": (
        lambda data: read_transcript("x.docx", office.file_of("docx", data)),
        lambda data: read_document("x.docx", office.file_of("docx", data), ("en",)),
    ),
    "xlsx": (
        lambda data: read_transcript("x.xlsx", office.file_of("xlsx", data)),
        lambda data: read_document("x.xlsx", office.file_of("xlsx", data), ("en",)),
    ),
}
"""What is called with every input; for office files the input is one of their parts."""
OFFICE = ("docx", "xlsx")


class Watch:
    """Calls the readers and keeps every input that broke a promise, once for each place in the code."""

    def __init__(self, mode: str, out: Path) -> None:
        self.targets = TARGETS[mode]
        self.whole = office.whole(mode) if mode in OFFICE else b""
        self.out = out
        self.seen: set[str] = set()
        self.runs = 0

    def __call__(self, data: bytes) -> None:
        """Read `data` in every way; seven times in eight as UTF-8, because the search for an encoding is slow."""
        if not self.whole and sum(data) % 8:
            data = data.decode(errors="ignore").encode()
        self.runs += 1
        for place, target in enumerate(self.targets):
            before, held = time.process_time(), _memory()
            try:
                broken = broken_promises(target(data), self.whole or data)
            except InputError as error:
                broken = ["a refusal of several lines"] if "\n" in str(error) else []
            except Exception:
                broken = [traceback.format_exc()]
            took, grown = time.process_time() - before, _memory() - held
            if took > SLOW or grown > LARGE:
                broken.append(f"target {place} took {took:.1f} s and {grown:,} bytes")
            for what in broken:
                self.keep(what, data)

    def keep(self, what: str, data: bytes) -> None:
        """Write the input and what happened, unless the same place has done it before."""
        places = [line for line in what.splitlines()[-4:] if "File" in line or "Error" in line]
        key = re.sub(r"\d+", "0", "\n".join(places)[:300] or what[:20])
        if key in self.seen:
            return
        self.seen.add(key)
        name = hashlib.sha256(data).hexdigest()[:12]
        self.out.mkdir(parents=True, exist_ok=True)
        (self.out / f"{name}.input").write_bytes(data)
        (self.out / f"{name}.txt").write_text(what, encoding="utf-8")
        print(f"{name}: {what.splitlines()[-1]}", flush=True)


def _memory() -> int:
    """Return the most bytes that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Fuzz until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("--mode", choices=TARGETS, default="transcripts")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    options = parser.parse_args()
    corpus = options.out / f"corpus-{options.mode}"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in _seeds(options.mode, options.seeds):
        (corpus / hashlib.sha256(seed).hexdigest()[:12]).write_bytes(seed)
    words = options.out / "words.txt"
    words.write_text("\n".join(f'"{_quoted(word)}"' for word in WORDS), encoding="ascii")
    watch = Watch(options.mode, options.out)
    longest = office.MOST_BYTES if options.mode in OFFICE else LONGEST_INPUT
    arguments = [f"-max_total_time={options.seconds}", f"-max_len={longest}", f"-dict={words}", "-timeout=600"]
    mutator = {"custom_mutator": _mutate} if options.mode in OFFICE else {}
    arguments += ["-rss_limit_mb=3000", f"-artifact_prefix={options.out}/"]
    atheris.Setup([sys.argv[0], *arguments, str(corpus)], watch, **mutator)
    atheris.Fuzz()


def _seeds(mode: str, folder: Path) -> Iterable[bytes]:
    """Return the beginnings of real files, or the parts of an office file."""
    if mode in OFFICE:
        return office.seeds(mode)
    return (path.read_bytes()[:SEED_SIZE] for path in sorted(folder.rglob("*")) if path.is_file())


def _mutate(data: bytes, most: int, seed: int) -> bytes:
    return office.mutate(bytes(data), most, seed, atheris.Mutate)


def _quoted(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    main()
