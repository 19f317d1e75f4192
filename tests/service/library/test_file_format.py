"""The file of a library: what is written is read, and nothing but that."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import ManyvoicesError
from service.errors import TooLarge
from service.library.checked import checked
from service.library.file_format import LARGEST_FILE, MOST_ENTRIES, as_plain, read, written
from service.library.types import LibraryEntry, LibraryKind, SharedWords

NOW = datetime(2026, 11, 30, 16, tzinfo=UTC)
WORDS = st.text(max_size=40)
SAID = st.builds(
    SharedWords,
    kind=st.sampled_from(LibraryKind),
    language=st.sampled_from(["en", "bn", "ne-Latn", "und"]),
    element=WORDS,
    words=WORDS.map(lambda text: f"শব্দ {text}"),
    level=WORDS,
    came_of=WORDS,
    credit=WORDS,
)


def entry(id_="a" * 32, version=1, **more):
    said = SharedWords(LibraryKind.READING, "en", "Culture", more.pop("words", "Taking risks"), **more)
    return LibraryEntry(id_, version, NOW, said)


def form(**changed):
    """A file with one entry, of which something is otherwise."""
    return json.dumps({"format": "manyvoices library", "version": 1, "entries": [as_plain(entry()) | changed]}).encode()


@given(said=SAID, version=st.integers(1, 1_000_000))
def test_what_is_written_is_read(said, version):
    """In any script, byte for byte the same the second time."""
    there = LibraryEntry("0" * 32, version, NOW, checked(said))
    data = written([there], NOW)
    assert read(data) == (there,)
    assert written(read(data), NOW) == data


def taken_or_refused(data):
    try:
        return read(data)[0].said
    except ManyvoicesError as error:
        return str(error)


@given(
    wrong=st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda each: st.lists(each)),
    field=st.sampled_from(["id", "version", "changed", "kind", "language", "element", "words", "level", "credit"]),
)
def test_wrong_values_are_refused_or_stay_text(wrong, field):
    """One clear line for each; what is taken is a text."""
    said = taken_or_refused(form(**{field: wrong}))
    if isinstance(said, str):
        assert "\n" not in said
    else:
        assert isinstance(wrong, str)
        assert checked(said) == said


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"{}", b"null", b"[" * 200_000, b'{"format": "manyvoices library", "version": true}',
     b'{"format": "manyvoices library", "version": 1, "entries": {}}',
     b'{"format": "manyvoices library", "version": 1, "entries": [[]]}',
     b'{"format": "manyvoices library", "version": 99, "entries": []}', b"PK\x03\x04", b"<html>"],
)  # fmt: skip
def test_what_is_no_library(data):
    """Is refused in one line."""
    with pytest.raises(ManyvoicesError) as refused:
        read(data, "x.json")
    assert "\n" not in str(refused.value)


def test_too_large():
    """By its bytes before it is read, and by its entries."""
    with pytest.raises(TooLarge, match="5 MB"):
        read(b" " * (LARGEST_FILE + 1))
    many = {"format": "manyvoices library", "version": 1, "entries": [0] * (MOST_ENTRIES + 1)}
    with pytest.raises(TooLarge, match="entries"):
        read(json.dumps(many).encode())


def test_an_entry_twice_is_once():
    """As its newest version."""
    data = written([entry(words="old"), entry(version=3, words="new"), entry(version=2, words="older")], NOW)
    assert [each.said.words for each in read(data)] == ["new"]


def test_signs_that_turn_text_round_are_taken_out():
    """And lines become one; joiners stay."""
    (taken,) = read(form(words="a\u202eb\n\u0007c ক্\u200dষ"))
    assert taken.said.words == "ab c ক্\u200dষ"
