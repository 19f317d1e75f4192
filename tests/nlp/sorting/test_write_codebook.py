"""A codebook out of what was sorted: it comes back as it was written, and other programs can read it."""

from uuid import UUID
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.sorting.codebook import Code, read_codebook
from nlp.sorting.types import PlacedNote, SortedElement, Sorting
from nlp.sorting.write_codebook import MOST_EXAMPLES, codebook_of, write_codebook

CODES = (
    Code("বিদ্যুৎ", "when it is out", ("বিদ্যুৎ নেই", "power cuts")),
    Code("Money & <time>", 'said "late", a; b'),
    Code("क्\u200dषमा 🙂", "", ("ক\u09cd\u200dষ\u09ae\u09be",)),
)


def note(number, reading, by_hand=True):
    return PlacedNote(f"n{number}", f"note {number}", "en", "a.csv", number, 0, 6, reading=reading, by_hand=by_hand)


def sorting(*elements):
    return Sorting(
        "m", tuple(SortedElement(name, readings, placed, (), (), (), ()) for name, readings, placed in elements)
    )


def test_a_table_comes_back_as_it_was_written():
    """In any script, with its descriptions and examples."""
    assert read_codebook("a.csv", write_codebook("A.CSV", CODES)) == CODES


def test_a_refi_qda_codebook_comes_back_without_its_examples():
    """In the namespace of the standard, with a guid that stays the same."""
    written = write_codebook("a.qdc", CODES)
    assert read_codebook("a.qdc", written) == tuple(Code(code.name, code.about) for code in CODES)
    root = ElementTree.fromstring(written)
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    guids = [UUID(each.get("guid")) for each in root.iter("{urn:QDA-XML:codebook:1.0}Code")]
    assert len(set(guids)) == len(CODES)
    assert write_codebook("a.qdc", CODES) == written


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=5))
def test_whatever_a_reading_is_called_the_files_can_be_read(names):
    """Signs that XML does not know are left out; a name of nothing else is none."""
    plain = [name for name in names if any(sign.isalnum() for sign in name)]
    if plain:
        for filename in ("a.qdc", "a.csv"):
            assert read_codebook(filename, write_codebook(filename, [Code(name) for name in plain]))


def test_readings_of_all_elements_with_what_people_placed():
    """A few notes of each; none that the machine placed; what is said of a reading stays, spellings are one."""
    placed = (*(note(n, "Money") for n in range(5)), note(7, "Rain", by_hand=False))
    done = sorting(("A", ("Money", "Rain"), placed), ("B", ("money.",), (note(8, "money."),)))
    money, rain = codebook_of(done, [Code("Money", "late")])
    assert money == Code("Money", "late", ("note 0", "note 1", "note 2"))
    assert len(money.examples) == MOST_EXAMPLES
    assert rain == Code("Rain")
    kept = tuple(f"e{n}" for n in range(4))
    assert codebook_of(done, [Code("Money", examples=kept)])[0].examples == kept


def test_another_ending_is_refused():
    """In one line that says which there are."""
    with pytest.raises(InputError, match=r"a\.docx: a codebook is written as \.csv, \.qdc\."):
        write_codebook("a.docx", CODES)


def test_names_in_other_languages_come_back():
    """From a table; a codebook of REFI-QDA has no place for them."""
    codes = [Code("Money", "of the budget", ("late",), {"bn": "টাকা", "ne": "पैसा"}), Code("Trust")]
    assert read_codebook("codes.csv", write_codebook("codes.csv", codes)) == tuple(codes)
