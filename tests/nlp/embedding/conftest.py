"""A model of a dozen words, saved as the recipe saves the real one."""

from pathlib import Path

import numpy as np
import pytest

from models.training import export
from models.training.vocabulary import folding, tokens

WORDS = ("trust", "money", "risk", "the", "share", "बिश्बास", "पैसा", "confianza", "dinero", "##s", "##को")


@pytest.fixture(scope="session")
def toy_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A StaticEmbedding folder with a random vector of eight numbers for each word."""
    folder = tmp_path_factory.mktemp("models") / "toy"
    tokenizer = tokens.build(folding.compile_rules(folding.rules()), WORDS)
    vectors = np.random.default_rng(1).normal(size=(len(WORDS) + 1, 8)).astype(np.float32)
    export.save(folder, tokenizer, vectors)
    (folder / "words.tsv").write_text("en\ttrust\nen\tmoney\nne\tविश्वास\nne\tपैसा\nes\tdinero\n", encoding="utf-8")
    return folder
