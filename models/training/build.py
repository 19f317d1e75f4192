"""The whole way: text in, model folder out.

Every long step keeps its result in the work folder and is skipped when that is there.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse
from tokenizers import Tokenizer

from . import card, development, export
from .data import sources
from .data.corpus import Corpus, read_corpus
from .learning import initial, lessons
from .learning.teacher import Teacher, project, teach
from .learning.train import Course, train
from .settings import FURTHER_LISTED, LISTED_WORDS, Settings
from .vocabulary import folding, tokens, words
from .vocabulary.lexicon import Lexicon, align, load_lexicon, save_lexicon, select_pairs

RICH_WORDS = 40_000


@dataclass(frozen=True, slots=True)
class Taught:
    """The teacher's vectors: `table` float16 (t, d) of unit rows, and the row of each English text."""

    table: np.ndarray
    rows: Mapping[str, int]

    def of(self, texts: "list[str] | tuple[str, ...]") -> np.ndarray:
        """The rows of some texts, int (n,)."""
        return np.array([self.rows[text] for text in texts], dtype=np.int64)


def build(
    data: Path, out: Path, work: Path, settings: Settings, teacher: Callable[[], Teacher], say: Callable[[str], None]
) -> None:
    """Makes the model folder `out` from the training text in `data`.

    Args:
        data: holds `parallel/`, `mono/` and `dev/`, or the two archives of them.
        out: the model folder; files of the same name are replaced.
        work: what the steps keep; a second run goes on from there.
        settings: all choices.
        teacher: makes the teacher, when there is something new to read.
        say: told what is being done.
    """
    work.mkdir(parents=True, exist_ok=True)
    say("reading the text")
    folder = sources.unpack(data, work)
    corpus = read_corpus(folder, settings.held_out, settings.seed)
    say("counting words")
    charsmap = folding.compile_rules(folding.rules())
    counts = count_corpus(charsmap, corpus, work)
    say("choosing the vocabulary")
    tokenizer = make_tokenizer(charsmap, counts, work, settings)
    say("aligning words")
    lexicons = make_lexicons(tokenizer, corpus, work, settings.seed)
    say("asking the teacher")
    frequent = [word for word, _ in counts["en"].most_common(RICH_WORDS)]
    taught = ask_teacher(teacher, [*frequent, *corpus.taught()], work, settings.dimension)
    say("putting the lessons together")
    courses, usage = make_courses(tokenizer, corpus, lexicons, counts["en"], taught, settings)
    start = initial.initial_vectors(
        tokenizer, frequent, taught.table[taught.of(frequent)].astype(np.float32), lexicons, usage
    )
    say(f"training {len(start)} vectors of {settings.dimension} numbers")
    vectors = train(start, courses, settings.schedule, settings.seed, work / "training.npz")
    say("writing the folder")
    export.save(out, tokenizer, vectors)
    words.save_words(out / "words.tsv", list_words(tokenizer, corpus))
    say("measuring")
    dev = development.prepare(folder / "dev", work / "development", corpus.held_out, teacher)
    card.write(out, dev, settings)


def count_corpus(charsmap: bytes, corpus: Corpus, work: Path) -> dict[str, Counter[str]]:
    """The folded words of each language; a dictionary entry's words count three times at most."""
    path = work / "counts.json"
    if path.exists():
        return {language: Counter(own) for language, own in json.loads(path.read_text(encoding="utf-8")).items()}
    splitter = tokens.splitter(charsmap)
    counts = {"en": tokens.count_words(splitter, (text for kind in corpus.english.values() for text in kind))}
    for language, pairs in corpus.pairs.items():
        counts[language] = tokens.count_words(splitter, (pair.other for pair in pairs if not pair.is_entry))
        entries = tokens.count_words(splitter, (pair.other for pair in pairs if pair.is_entry))
        counts[language].update({word: min(count, 3) for word, count in entries.items()})
    path.write_text(json.dumps(counts, ensure_ascii=False), encoding="utf-8")
    return counts


def make_tokenizer(charsmap: bytes, counts: Mapping[str, Counter[str]], work: Path, settings: Settings) -> Tokenizer:
    """Whole words by quota, then pieces for the rest."""
    path = work / "tokenizer.json"
    if not path.exists():
        whole = tokens.whole_words(counts, {language: settings.word_quota(language) for language in counts})
        pieces = tokens.pieces(counts, whole, settings.pieces)
        tokens.build(charsmap, [*whole, *pieces]).save(str(path), pretty=False)
    return Tokenizer.from_file(str(path))


def make_lexicons(tokenizer: Tokenizer, corpus: Corpus, work: Path, seed: int) -> dict[str, Lexicon]:
    """The lexicon of each language."""
    lexicons = {}
    for language, pairs in corpus.pairs.items():
        path = work / f"lexicon.{language}.npz"
        if not path.exists():
            chosen = select_pairs(pairs, seed)
            english = [tokens.words(tokenizer, pair.english) for pair in chosen]
            save_lexicon(path, align(english, [tokens.words(tokenizer, pair.other) for pair in chosen]))
        lexicons[language] = load_lexicon(path)
    return lexicons


def ask_teacher(teacher: Callable[[], Teacher], texts: list[str], work: Path, dimension: int) -> Taught:
    """The teacher's vectors for all English texts, in `dimension` numbers."""
    distinct = list(dict.fromkeys(texts))
    vectors = teach(teacher, distinct, work / "teacher")
    return Taught(project(vectors, dimension), {text: row for row, text in enumerate(distinct)})


def make_courses(
    tokenizer: Tokenizer,
    corpus: Corpus,
    lexicons: Mapping[str, Lexicon],
    english: Counter[str],
    taught: Taught,
    settings: Settings,
) -> tuple[list[Course], dict[str, np.ndarray]]:
    """All lessons with their weights, and how often each token occurs in the texts of each language."""
    mixture = settings.mixture
    weights = {"prose": mixture.prose, "glosses": mixture.glosses, "interface": mixture.interface}
    bags = {kind: lessons.bag(tokenizer, texts) for kind, texts in corpus.english.items()}
    courses = [
        Course(lessons.Reading((bags[kind],), taught.table, taught.of(corpus.english[kind])), weights[kind])
        for kind in bags
    ]
    frequent = [word for word, _ in english.most_common(RICH_WORDS)]
    courses.append(
        Course(lessons.Reading((lessons.bag(tokenizer, frequent),), taught.table, taught.of(frequent)), mixture.words)
    )
    usage = {"en": initial.token_usage(sparse.vstack(list(bags.values())))}
    glossing = _glossing_lessons(tokenizer, corpus, lexicons, english, taught, weights, settings.seed)
    total = sum(settings.language_weight(language) for language in corpus.pairs)
    for language in corpus.pairs:
        share = settings.language_weight(language) / total
        sides = _translation_lessons(tokenizer, corpus, language, taught)
        usage[language] = initial.token_usage(sparse.vstack([lesson.sides[0] for lesson in sides.values()]))
        courses += [
            Course(lesson, share * (mixture.entries if is_entry else mixture.translations))
            for is_entry, lesson in sides.items()
        ]
        courses.append(Course(glossing[language], share * mixture.glossing))
    return courses, usage


def _translation_lessons(
    tokenizer: Tokenizer, corpus: Corpus, language: str, taught: Taught
) -> dict[bool, lessons.Reading]:
    """The real translations of a language: running text under False, dictionary entries under True."""
    found = {}
    for is_entry in (False, True):
        pairs = [pair for pair in corpus.pairs[language] if pair.is_entry == is_entry]
        if pairs:
            english = [pair.english for pair in pairs]
            sides = (lessons.bag(tokenizer, [pair.other for pair in pairs]), lessons.bag(tokenizer, english))
            found[is_entry] = lessons.Reading(sides, taught.table, taught.of(english))
    return found


def _glossing_lessons(
    tokenizer: Tokenizer,
    corpus: Corpus,
    lexicons: Mapping[str, Lexicon],
    english: Counter[str],
    taught: Taught,
    weights: Mapping[str, float],
    seed: int,
) -> dict[str, lessons.Glossing]:
    whole = tokens.word_tokenizer(tokenizer, sorted(english))
    kinds = list(corpus.english)
    texts = sparse.csr_matrix(sparse.vstack([lessons.bag(whole, corpus.english[kind]) for kind in kinds]))
    rows = np.concatenate([taught.of(corpus.english[kind]) for kind in kinds])
    owner = np.repeat(
        [weights[kind] / len(corpus.english[kind]) for kind in kinds], [len(corpus.english[kind]) for kind in kinds]
    )
    pool = np.random.default_rng(seed).choice(len(owner), size=200_000, p=owner / owner.sum())
    return {
        language: lessons.Glossing(
            lessons.glossary(tokenizer, lexicon, whole.get_vocab()), texts, taught.table, rows, pool
        )
        for language, lexicon in lexicons.items()
    }


def list_words(tokenizer: Tokenizer, corpus: Corpus) -> dict[str, list[str]]:
    """The words that may explain vectors, for every language in its own script."""
    texts = {"en": [text for kind in corpus.english.values() for text in kind]}
    texts |= {
        language: [pair.other for pair in pairs] for language, pairs in corpus.pairs.items() if "-" not in language
    }
    return {
        language: words.frequent_words(tokenizer, language, own, LISTED_WORDS.get(language, FURTHER_LISTED))
        for language, own in texts.items()
    }
