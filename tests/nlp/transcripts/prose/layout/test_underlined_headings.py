from nlp.transcripts.prose.layout.underlined_headings import without_underlined


def test_a_line_above_signs_is_a_heading():
    """Its place stays, empty; it is returned with its number."""
    assert without_underlined(["Ana: One", "", "03: 10:33", "---------", "", "Bo: Two"]) == (
        ["Ana: One", "", "", "---------", "", "Bo: Two"],
        [(3, "03: 10:33")],
    )


def test_signs_below_a_turn_part_it_from_the_next():
    """A label with words, and a line within a paragraph, are no headings."""
    for lines in (["", "Ana: One", "-----", "Bo: Two"], ["Ana: One", "and more", "-----", "Bo: Two"], ["-----"], []):
        assert without_underlined(lines) == (lines, [])
