"""The training text as the steps need it."""

import tarfile

from models.training.data import sources
from models.training.data.corpus import read_corpus


def test_held_out_news_is_nowhere_else(toy_data):
    """The last news sentences are kept for development in every language and occur in no other part."""
    corpus = read_corpus(toy_data, held_out=5, seed=1)
    kept = {pair.english for pairs in corpus.held_out.values() for pair in pairs}
    assert kept
    assert all(
        pair.source == "ntrex128"
        for pairs in corpus.held_out.values()
        for pair in pairs
        if pair.english in kept and pair.source != "app"
    )
    assert not any(pair.english in kept for pairs in corpus.pairs.values() for pair in pairs)
    assert not kept & {text for kind in corpus.english.values() for text in kind}
    assert not kept & set(corpus.taught())


def test_romanised_languages_stand_beside_their_own(toy_data):
    """Bangla and Nepali come in Latin letters too, wholly, and the same seed gives the same text."""
    corpus = read_corpus(toy_data, held_out=5, seed=1)
    assert set(corpus.pairs) == {"bn", "ne", "bn-Latn", "ne-Latn"}
    assert all(pair.other.isascii() for language in ("bn-Latn", "ne-Latn") for pair in corpus.pairs[language])
    assert read_corpus(toy_data, held_out=5, seed=1).pairs == corpus.pairs


def test_english_is_sorted_by_kind(toy_data):
    """Handbooks are prose, WordNet is glosses, the English side of running pairs is interface text."""
    english = read_corpus(toy_data, held_out=0, seed=1).english
    assert {kind: bool(texts) for kind, texts in english.items()} == {"prose": True, "glosses": True, "interface": True}
    assert "trust" not in english["interface"]
    assert len(set(english["prose"])) == len(english["prose"])


def test_archives_are_unpacked_once(toy_data, tmp_path):
    """A folder with the two archives is as good as an unpacked one."""
    for name, folders in zip(sources.ARCHIVES, (("parallel",), ("mono", "dev")), strict=True):
        with tarfile.open(tmp_path / name, "w:xz") as archive:
            for folder in folders:
                archive.add(toy_data / folder, folder)
    work = tmp_path / "work"
    assert sources.unpack(tmp_path, work) == work
    assert sources.languages(work) == ["bn", "ne"]
    before = (work / "parallel" / "ne.tsv").stat().st_mtime_ns
    sources.unpack(tmp_path, work)
    assert (work / "parallel" / "ne.tsv").stat().st_mtime_ns == before
    assert sources.unpack(toy_data, work) == toy_data
