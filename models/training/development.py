"""The development sets: those that came with the data, and two made here from held-out news and Wikipedia sentences.

There is no labelled topic set, so the teacher sorts the English side by descriptions of seven topics and only the
clear cases stay; their translations take the label over. A stand-in for SIB-200, with the teacher's own mistakes in it.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from .data.sources import Pair
from .learning.teacher import Teacher

TOPICS = {
    "science": (
        "science and technology",
        "computers, physics, chemistry, space, engineering, inventions",
        "scientists discovered a species, animals and dinosaurs",
        "software and the internet",
    ),
    "travel": (
        "travel and tourism",
        "tourists, hotels, airports, flights and passports",
        "visiting beaches, cities and landmarks",
        "advice for travellers",
    ),
    "politics": (
        "politics and government",
        "elections, parliament, president, ministers, laws",
        "war, military, diplomacy and protests",
    ),
    "sports": (
        "sports",
        "football, cricket, tennis and olympic games",
        "the team won the match; players, coach and championship",
    ),
    "health": (
        "health and medicine",
        "diseases, hospitals, doctors and patients",
        "virus, vaccine, infection, nutrition",
    ),
    "entertainment": (
        "entertainment",
        "music, films, actors and television",
        "celebrities, songs, concerts, books and art",
    ),
    "geography": (
        "geography",
        "mountains, rivers, islands, climate and regions",
        "the country has a population and borders; earthquakes, storms and weather",
    ),
}
CLEAR = 0.05
TOPIC_LANGUAGES = {"news": ("bn", "ne", "hi", "es", "fr", "pt", "sw", "ar", "ur"), "wikipedia": ("ne", "si")}


def prepare(given: Path, dev: Path, held_out: Mapping[str, Sequence[Pair]], teacher: Callable[[], Teacher]) -> Path:
    """A folder with everything that `evaluate_embedder` reads: the given sets, `news/` and `topics/`."""
    if (dev / "done").exists():
        return dev
    if given.is_dir():
        shutil.copytree(given, dev, dirs_exist_ok=True)
    reader = teacher()
    for folder in ("news", "topics"):
        (dev / folder).mkdir(parents=True, exist_ok=True)
    for language, pairs in held_out.items():
        lines = (f"{pair.english}\t{pair.other}\n" for pair in pairs)
        (dev / "news" / f"{language}.tsv").write_text("".join(lines), encoding="utf-8")
    for source, languages in TOPIC_LANGUAGES.items():
        paths = [path for path in sorted((dev / source).glob("*.tsv")) if path.name.split(".")[0] in languages]
        for path in paths:
            _write_topics(dev / "topics", path, 1, path.name.split(".")[0], reader)
        if paths:
            _write_topics(dev / "topics", paths[0], 0, "en", reader)
    (dev / "done").touch()
    return dev


def _write_topics(folder: Path, path: Path, side: int, language: str, reader: Teacher) -> None:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    labels = label(reader, [row[0] for row in rows])
    if len(set(labels) - {""}) > 1:
        lines = (f"{name}\t{row[side]}\n" for name, row in zip(labels, rows, strict=True) if name)
        (folder / f"{path.parent.name}-{language}.tsv").write_text("".join(lines), encoding="utf-8")


def label(reader: Teacher, texts: Sequence[str]) -> list[str]:
    """The topic of each English text, "" where the two nearest topics are about as near."""
    centres = np.stack([reader.encode(descriptions).mean(axis=0) for descriptions in TOPICS.values()])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    similarities = reader.encode(texts) @ centres.T
    similarities -= similarities.mean(axis=0) / 2
    ordered = np.sort(similarities, axis=1)
    names = list(TOPICS)
    clear = ordered[:, -1] - ordered[:, -2] > CLEAR
    return [names[best] if sure else "" for best, sure in zip(similarities.argmax(axis=1), clear, strict=True)]
