"""Sorting together: what a person placed stays, every note is in one place, and the order of the rows is nothing."""

import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import GOLD
from nlp import sort_notes
from nlp.documents.types import Unit
from nlp.embedding import load_embedder
from nlp.errors import NothingToAnalyse
from nlp.sorting.codebook import Code
from nlp.sorting.prepare import prepare_notes
from nlp.sorting.sort import SURE, UNTOLD
from nlp.sorting.types import SortedElement
from service.analyses.evaluation import load_gold
from tests.embedders import BagOfWords

TEXTS = (
    "money can move between budget lines", "the donor let us move funds", "the money moved", "টাকা অন্য খাতে যায়",
    "বাজেটের টাকা সরানো যায়", "বন্যায় কাজ পিছিয়ে যায়", "बाढीले तालिम सारियो", "पैसा अर्को शीर्षकमा सार्न पाइन्छ",
    "bonnay kaj bondho thake", "badhi aayo, talim saryo", "rain stops work", "floods: we wait 🌧️", "👍", "??",
    "ফ্লেক্সিবল budget चाहिन्छ",    "ক্\u200dষমা", "cafe\u0301 money",
)  # fmt: skip
NAMES = ("money", "টাকা", "वर्षा", "r1", "🙂", "rain and floods")


def notes(texts: Sequence[str], element: str | None = None) -> list[Unit]:
    """Return a unit for each text."""
    return [Unit(f"n{row}", text, "en", "made.csv", row + 2, 0, len(text), element) for row, text in enumerate(texts)]


def sort_one(texts: Sequence[str], placed: dict[str, str], **more: object) -> SortedElement:
    """Return the only element of some texts."""
    (element,) = sort_notes(notes(texts), placed, BagOfWords(), **more).elements  # type: ignore[arg-type]
    return element


placings = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=14).flatmap(
    lambda texts: st.tuples(
        st.just(texts),
        st.dictionaries(st.integers(0, len(texts) - 1).map(lambda row: f"n{row}"), st.sampled_from(NAMES)),
        st.sets(st.integers(0, len(texts) - 1).map(lambda row: f"n{row}"), max_size=3),
    )
)


@given(placings)
def test_every_note_is_in_one_place_and_a_person_s_placing_stays(case):
    """Each note is placed, left or put aside; those placed by hand are where they were put; confidences are shares."""
    texts, placed, aside = case
    element = sort_one(texts, placed, fits_none=aside)
    where = [note.id for note in (*element.placed, *element.unsure, *element.fits_none)]
    assert sorted(where) == sorted(f"n{row}" for row in range(len(texts)))
    by_hand = {note.id: note.reading for note in element.placed if note.by_hand}
    assert by_hand == {note: name for note, name in placed.items() if note not in aside}
    assert {note.id for note in element.fits_none} == aside
    confidences = [note.confidence for note in element.placed] + [
        likely.confidence for note in element.unsure for likely in note.best
    ]
    assert all(0.0 <= each <= 1.0 for each in confidences)
    assert all(note.best for note in element.unsure) == bool(by_hand or not element.unsure)
    assert all(note.confidence >= SURE for note in element.placed)


@given(placings, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_never_matters(case, chance):
    """Shuffled rows give the same result."""
    texts, placed, aside = case
    units = notes(texts)
    shuffled = list(units)
    chance.shuffle(shuffled)
    first = sort_notes(units, placed, BagOfWords(), fits_none=aside)
    again = sort_notes(shuffled, dict(reversed(placed.items())), BagOfWords(), fits_none=aside)
    assert first == again


def test_the_hash_seed_never_matters():
    """Two processes with other hashes of texts give the same result."""
    code = (
        "from tests.nlp.sorting.test_sort import TEXTS, notes\n"
        "from tests.embedders import BagOfWords\n"
        "from nlp import sort_notes\n"
        "print(sort_notes(notes(TEXTS), {'n0': 'money', 'n10': 'rain', 'n5': 'rain'}, BagOfWords(),"
        " apart=[('n1', 'n0'), ('n2', 'n3')]))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]


def test_nothing_placed_gives_heaps_and_asks_for_a_typical_note():
    """Without any placing all notes are left without a guess, and what is alike lies in heaps."""
    texts = ["money moves", "money moves on", "money moves now", "rain", "floods", "bridge"]
    element = sort_one(texts, {})
    assert element.readings == ()
    assert all(note.best == () for note in element.unsure)
    assert [set(heap) for heap in element.heap_ids] == [{"n0", "n1", "n2"}]
    assert {frozenset(heap) for heap in element.heaps} == {frozenset(texts[:3])}
    assert element.unsure[0].id in {"n0", "n1", "n2"}


def test_one_reading_places_nothing():
    """With one reading it is not known what else there is: the machine places nothing, and is half sure of all."""
    element = sort_one(TEXTS[:8], {"n0": "money"})
    assert [note.id for note in element.placed] == ["n0"]
    assert {note.best[0].confidence for note in element.unsure} == {0.5}


def test_all_placed_leaves_nothing():
    """Where a person placed every note there is nothing left and no heap."""
    element = sort_one(TEXTS, {f"n{row}": "all" for row in range(len(TEXTS))})
    assert len(element.placed) == len(TEXTS)
    assert (element.unsure, element.heaps) == ((), ())


def test_one_note():
    """A single note is left as it is."""
    element = sort_one(["hello"], {})
    assert [note.text for note in element.unsure] == ["hello"]


def test_no_notes_are_refused():
    """There is nothing to sort without notes."""
    with pytest.raises(NothingToAnalyse):
        sort_notes([], {})


def test_blank_names_and_unknown_ids_count_for_nothing():
    """A blank reading is none, and a placing of a note that is not there changes nothing."""
    assert sort_one(["a", "b"], {"n0": "  ", "x": "money"}) == sort_one(["a", "b"], {})


def test_the_same_words_go_where_a_person_put_them():
    """A note in the very words of a placed one goes with it, even if the model reads nothing in them."""
    element = sort_one(["👍", "👍", "rain", "money"], {"n0": "good", "n2": "weather"})
    assert {note.id: note.reading for note in element.placed if not note.by_hand} == {"n1": "good"}


def test_what_the_model_cannot_read_is_never_placed_and_asked_for_last():
    """Signs without words are left, come last, and lie in no heap."""
    element = sort_one(["🙂", "🙃", "👍", "money moves", "money moves on", "rain"], {"n3": "money", "n5": "rain"})
    assert {note.id for note in element.unsure[-3:]} == {"n0", "n1", "n2"}
    assert element.heaps == ()


def test_what_belongs_apart_is_not_placed_together():
    """A note is not placed where a person placed one that it does not belong with; nor two such notes together."""
    texts = ["money moves on", "money moves", "money moves now", "rain falls", "rain falls down"]
    free = sort_one(texts, {"n0": "money", "n3": "rain"})
    assert {note.id for note in free.placed if note.reading == "money"} == {"n0", "n1", "n2"}
    held = sort_one(texts, {"n0": "money", "n3": "rain"}, apart=[("n0", "n1")])
    assert "n1" not in {note.id for note in held.placed if note.reading == "money"}
    two = sort_one(texts, {"n0": "money", "n3": "rain"}, apart=[("n2", "n1")])
    assert len({"n1", "n2"} & {note.id for note in two.placed if note.reading == "money"}) == 1


def test_a_codebook_tells_before_anything_is_placed():
    """Examples, or else the name, tell what a reading is; it is listed before it has a note."""
    texts = ["money moves on", "rain falls down", "bridge", "road"]
    book = {"": {"money moves": [], "weather": ["rain falls", "", "rain falls"], "🙂": []}}
    element = sort_one(texts, {}, codebook=book)
    assert element.readings == ("money moves", "weather", "🙂")
    assert {"n0": "money moves", "n1": "weather"}.items() <= {note.id: note.reading for note in element.placed}.items()
    assert not any(note.by_hand or note.reading == "🙂" for note in element.placed)


def test_a_codebook_belongs_to_its_element():
    """The codebook of one element tells nothing of another; the element is found in any spelling."""
    timed = [replace(unit, id=f"t{unit.id}") for unit in notes(["money moves now"], "Time")]
    units = [*notes(["money moves on", "rain falls"], "Trust"), *timed]
    result = sort_notes(units, {}, BagOfWords(), codebook={"trust ": {"money moves": [], "rain": ["rain falls"]}})
    assert [(each.element, each.readings) for each in result.elements] == [
        ("Time", ()), ("Trust", ("money moves", "rain"))
    ]  # fmt: skip


def test_a_codebook_that_was_read_is_that_of_every_element():
    """A name that a person wrote otherwise is its name; what is said of a reading tells, else its name."""
    timed = [replace(unit, id=f"t{unit.id}") for unit in notes(["money moves now", "rain falls"], "Time")]
    units = [*notes(["money moves on", "rain falls"], "Trust"), *timed]
    codes = (Code("Money moves"), Code("Weather", "rain falls"))
    result = sort_notes(units, {"n0": "money moves."}, BagOfWords(), codebook=codes)
    for element in result.elements:
        assert element.readings == ("Money moves", "Weather")
        assert {note.text: note.reading for note in element.placed}["rain falls"] == "Weather"
    assert [note.reading for note in result.elements[1].placed if note.by_hand] == ["Money moves"]


def test_by_a_codebook_alone_the_machine_is_less_sure():
    """Some notes may fit none of it; the more readings a person showed, the less that counts."""
    texts = ["money moves on", "rain falls", "money moves", "rain falls down", "rain falls now"]
    book = {"": {"money": ["money moves"], "rain": ["rain falls"]}}
    confidence = []
    for placed in ({}, {"n0": "money"}, {"n0": "money", "n1": "rain"}):
        element = sort_one(texts, placed, codebook=book)
        said = {note.id: note.confidence for note in element.placed} | {
            n.id: n.best[0].confidence for n in element.unsure
        }
        confidence.append(said["n4"])
    assert confidence[0] <= 1 - UNTOLD < confidence[2]
    assert confidence == sorted(confidence)


def test_many_readings_of_one_text_each():
    """More than twenty, without a warning of the classifier."""
    words = [f"{a}{b}" for a in "abcde" for b in "vwxyz"]
    element = sort_one([f"{word} {word} it" for word in words], {}, codebook=tuple(map(Code, words)))
    assert len(element.readings) == 25


def test_what_was_put_aside_makes_the_machine_less_sure():
    """If half of what a person decided on fits no reading, no note is more likely than even to fit one."""
    texts = ["money moves", "rain falls", "money moves on", "bridge", "road", "sky"]
    element = sort_one(texts, {"n0": "money", "n1": "rain"}, fits_none={"n3", "n4"})
    assert max(note.best[0].confidence for note in element.unsure) <= 0.5


def test_elements_are_sorted_apart():
    """Readings of one element do not take notes of another; elements in alphabetical order, spellings joined."""
    one = notes(["money moves", "money moves on"], "Trust")
    other = [
        Unit(f"m{row}", text, "en", "made.csv", row, 0, 5, "openness")
        for row, text in enumerate(("money moves", "rain"))
    ]
    result = sort_notes([*one, *other], {"n0": "money"}, BagOfWords())
    assert [(each.element, each.readings) for each in result.elements] == [("Trust", ("money",)), ("openness", ())]


def test_prepared_notes_give_the_same():
    """What is kept between moves changes nothing."""
    units = notes(TEXTS)
    placed = {"n0": "money", "n10": "rain"}
    assert sort_notes(prepare_notes(units, BagOfWords()), placed) == sort_notes(units, placed, BagOfWords())


def test_the_machine_is_right_about_nine_in_ten_that_it_places():
    """Two statements placed a reading: nine in ten that the machine places are right, and it places some."""
    embedder, right, placed = load_embedder(), 0, 0
    for path in sorted(GOLD.glob("statements-*.csv")):
        gold = load_gold(path)
        truth = {unit.id: reading for unit, reading in zip(gold.units, gold.readings, strict=True)}
        rows = random.Random(1).sample(sorted(truth), len(truth))
        hand = {}
        for reading in sorted(set(gold.readings) - {""}):
            hand |= dict.fromkeys([row for row in rows if truth[row] == reading][:2], reading)
        (element,) = sort_notes(gold.units, hand, embedder).elements
        machine = [note for note in element.placed if not note.by_hand]
        placed += len(machine)
        right += sum(truth[note.id] == note.reading for note in machine)
    assert placed > 60
    assert right / placed > 0.85
