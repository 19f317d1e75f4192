"""Bangla and Nepali in Latin letters."""

from collections import Counter
from pathlib import Path

import numpy as np

from nlp.text.language import identify_languages
from nlp.text.romanised import identify_romanised, own_sentences, train, trained_classifier

FOLDS = 5


def plain(language: str) -> str:
    """Return a romanised language's tag, "other" for every other language."""
    return language if language.endswith("-Latn") else "other"


def test_cross_validation_on_the_own_sentences():
    """Five folds: at least 97 in 100 Bangla and Nepali sentences, and 99 in 100 others, are told right."""
    sentences = own_sentences()
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        classifier = train([pair for position, pair in enumerate(sentences) if position % FOLDS != fold])
        for language, sentence in sentences[fold::FOLDS]:
            told = classifier.languages[int(classifier.scores([sentence])[0].argmax())]
            right[plain(language)] += plain(told) == plain(language)
    total = Counter(plain(language) for language, _ in sentences)
    assert right["bn-Latn"] >= 0.97 * total["bn-Latn"]
    assert right["ne-Latn"] >= 0.97 * total["ne-Latn"]
    assert right["other"] >= 0.99 * total["other"]


def test_sentences_that_it_never_saw():
    """Held-out sentences, names and office English among them: one in forty romanised may be missed, no other taken."""
    lines = (Path(__file__).parent / "held_out.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [(language, sentence) for language, _, sentence in (line.partition("\t") for line in lines)]
    told = identify_languages([sentence for _, sentence in pairs])
    wrong = [(language, found, sentence) for (language, sentence), found in zip(pairs, told, strict=True)
             if plain(language) != plain(found)]  # fmt: skip
    assert not [sentence for language, _, sentence in wrong if plain(language) == "other"]
    assert len(wrong) <= 1, wrong


def test_the_held_out_sentences_are_held_out():
    """None of them is among those it learnt from."""
    lines = (Path(__file__).parent / "held_out.tsv").read_text(encoding="utf-8").splitlines()
    learnt = {sentence for _, sentence in own_sentences()}
    assert not learnt.intersection(line.partition("\t")[2] for line in lines)


def test_there_are_enough_own_sentences():
    """At least 120 of Bangla and of Nepali, none twice."""
    sentences = own_sentences()
    counts = Counter(language for language, _ in sentences)
    assert min(counts["bn-Latn"], counts["ne-Latn"], counts["en"]) >= 120
    assert len(set(sentences)) == len(sentences)


def test_two_words_and_accents_are_not_enough():
    """No answer below three words, nor for letters with many accents."""
    assert identify_romanised([["amra", "pari"]], ["bn"]) == [None]
    assert identify_romanised([["chúng", "tôi", "làm", "việc", "cùng", "nhau"]], ["bn", "ne"]) == [None]


def test_scores_are_one_per_class():
    """Unknown letters leave all classes alike."""
    classifier = trained_classifier()
    assert classifier.scores(["amra kaj kori"]).shape == (1, len(classifier.languages))
    assert np.all(classifier.scores([""]) == 0)
