"""The documented dictionary is that of the files."""

from tests.docs.data_dictionary import PAGE, page


def test_the_dictionary_is_the_one_of_the_files():
    """`python -m tests.docs.data_dictionary` writes it anew where a column came or went."""
    assert PAGE.read_text(encoding="utf-8") == page()
