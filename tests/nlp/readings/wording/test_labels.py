"""How a reading is named in each language."""

from nlp.documents.types import Unit
from nlp.embedding.vocabulary import Vocabulary
from nlp.readings.wording.labels import find_gloss, find_labels
from tests.embedders import BagOfWords

EMBEDDER = BagOfWords()


def unit(text: str, language: str) -> Unit:
    return Unit(text, text, language, "notes.csv", 2, 0, len(text))


def test_a_note_at_the_edge_names_nothing():
    """The Nepali note stands last, so only the typical Bangla notes give a label."""
    (direction,) = EMBEDDER.encode(["মোবাইল ডাটা"])
    notes = [unit("মোবাইল ডাটা নেই", "bn"), unit("মোবাইল ডাটা শেষ", "bn"), unit("आज", "bn"), unit("मोबाइल महँगो छ", "ne")]
    assert set(find_labels(notes, direction, EMBEDDER)) == {"bn"}


def test_a_reading_that_no_phrase_fits_is_named_all_the_same():
    """Where nothing is close, the language with the most notes still gives its best phrase."""
    (direction,) = EMBEDDER.encode(["something else entirely"])
    assert find_labels([unit("boats moved", "en"), unit("boats moved again", "en")], direction, EMBEDDER)["en"]


def test_words_by_machine_only_where_no_label_is():
    """English has a label and needs no gloss; Bangla has no word list here, Nepali gets its nearest words."""
    vocabulary = Vocabulary(EMBEDDER, {"en": ["phone"], "ne": ["फोन", "फोनमा", "बिजुली"]})
    (direction,) = EMBEDDER.encode(["फोन"])
    assert find_gloss(direction, {"en": "minutes on the phone"}, vocabulary) == {"ne": ("फोन", "बिजुली")}
