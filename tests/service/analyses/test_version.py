"""A result counts only as long as everything that made it is what it was."""

import shutil
from pathlib import Path

import pytest

import nlp
from models import bundled_model
from service.analyses import version
from service.analyses.version import DATA, analysis_version, hash_of

LIBRARIES = {"python": "3.11.9", "numpy": "2.1.0"}


@pytest.fixture
def tree(tmp_path):
    """A copy of a part of the analysis, and of the lists beside the model."""
    shutil.copytree(Path(nlp.__file__).parent / "text", tmp_path / "nlp", ignore=shutil.ignore_patterns("__pycache__"))
    words = tmp_path / "words.tsv"
    words.write_text("en\tnews\n", encoding="utf-8")
    return tmp_path / "nlp", words


def of(tree, **libraries):
    folder, words = tree
    return hash_of([folder], [words], LIBRARIES | libraries)


def test_the_same_tree_is_the_same_version(tree, tmp_path):
    """Also somewhere else, with what Python leaves behind."""
    before = of(tree)
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(tree[0], elsewhere)
    (elsewhere / "__pycache__").mkdir()
    (elsewhere / "__pycache__" / "words.cpython-311.pyc").write_bytes(b"compiled")
    assert hash_of([elsewhere], [tree[1]], LIBRARIES) == before


def test_a_line_of_code_changes_it(tree):
    """In any file of the tree."""
    before = of(tree)
    for path in sorted(tree[0].rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n# one more\n", encoding="utf-8")
        assert of(tree) != before, path
        path.write_text(text, encoding="utf-8")
    assert of(tree) == before


@pytest.mark.parametrize("ending", sorted(DATA))
def test_a_data_file_changes_it(tree, ending):
    """A new one, what stands in it, and its name."""
    seen = [of(tree)]
    data = tree[0] / f"list{ending}"
    data.write_text("খবর\n", encoding="utf-8")
    seen.append(of(tree))
    data.write_text("खबर\n", encoding="utf-8")
    seen.append(of(tree))
    data.rename(tree[0] / f"other{ending}")
    seen.append(of(tree))
    assert len(set(seen)) == len(seen)


def test_the_lists_of_words_change_it(tree):
    """They stand beside the model, which is not in the tree."""
    before = of(tree)
    tree[1].write_text("en\tnews\nbn\tখবর\n", encoding="utf-8")
    assert of(tree) != before


def test_a_library_changes_it(tree):
    """Another version of one, or of Python."""
    assert len({of(tree), of(tree, numpy="2.1.1"), of(tree, python="3.12.0")}) == 3


def test_all_of_these_are_asked_for(monkeypatch):
    """The analysis, what of the service takes part, the bundled lists and the libraries."""
    asked = []
    monkeypatch.setattr(version, "hash_of", lambda *given: asked.append(given) or "0" * 12)
    analysis_version.cache_clear()
    assert analysis_version().endswith("0" * 12)
    analysis_version.cache_clear()
    ((folders, words, libraries),) = asked
    assert {folder.name for folder in folders} == {"nlp", "analyses", "names", "programmes", "sortings", "masking"}
    assert words == [bundled_model() / "words.tsv"]
    assert {"python", "numpy", "scikit-learn", "spacy"} <= libraries.keys()
