"""Notes in text and Markdown."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.prose.text import read_plain, without_markup
from nlp.documents.types import Notes
from nlp.errors import NothingToAnalyse
from nlp.text.lines import split_lines
from nlp.text.segmentation.segment import tidy

MARKDOWN = """# March review, Pokhara

Team: Nepal
Date: 2026-03-18
Review: March 2026
Place: Pokhara

## Communications

- Too many mails, **nobody** reads them
  and nobody answers
  - see the [list](http://x.org)
- समय पुग्दैन। कसैले सुन्दैन

### What works
<!-- to be typed -->
1. amra sobai mile kaj kori ekhane

## विश्वास

We trust each other since June. It took a year of talking.
"""


def read(text: str, name: str = "notes.md", encoding: str = "utf-8") -> Notes:
    """Read notes from a text."""
    return read_plain(name, text.encode(encoding))


def test_a_markdown_protocol():
    """Headings give elements, lines at the top attributes; bullets are whole, prose is cut; the title is no element."""
    notes = read(MARKDOWN)
    assert [(unit.element, unit.text, unit.line) for unit in notes.units] == [
        ("Communications", "Too many mails, nobody reads them and nobody answers", 10),
        ("Communications", "see the list", 12),
        ("Communications", "समय पुग्दैन। कसैले सुन्दैन", 13),
        ("Communications", "amra sobai mile kaj kori ekhane", 17),
        ("विश्वास", "We trust each other since June.", 21),
        ("विश्वास", "It took a year of talking.", 21),
    ]
    attributes = {"team": "Nepal", "date": "2026-03-18", "review": "March 2026", "place": "Pokhara"}
    assert notes.units[0].attributes == attributes
    assert notes.units[3].attributes == {**attributes, "heading": "What works"}
    assert [unit.language for unit in notes.units] == ["en", "en", "ne", "bn-Latn", "en", "en"]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_units_do_not_depend_on_how_the_file_was_saved(ending: str, form: str, encoding: str):
    """Line ends, normal form and encoding change neither text nor element, and the places fit the file as it is."""
    text = unicodedata.normalize(form, MARKDOWN.replace("\n", ending))
    units = read(text, encoding=encoding).units
    assert [(unit.text, unit.element, unit.line) for unit in units] == [
        (unit.text, unit.element, unit.line) for unit in read(MARKDOWN).units
    ]
    starts = {line.number: line.start for line in split_lines(text)}
    for unit in units:
        place = starts[unit.line]
        assert without_markup(tidy(text[place + unit.start : place + unit.end])) == unit.text


def test_front_matter_and_setext_headings():
    """YAML front matter and underlined headings."""
    notes = read("---\nteam: 'Bangladesh'\nlanguage: bn\n---\nযোগাযোগ\n------\n- দেরি\n- late\n")
    assert [(unit.element, unit.text, unit.language) for unit in notes.units] == [
        ("যোগাযোগ", "দেরি", "bn"),
        ("যোগাযোগ", "late", "und"),
    ]
    assert notes.units[0].attributes == {"team": "Bangladesh"}


def test_headings_without_marks():
    """A short line above bullets, a bold line and `Element: ...` name the element too, in three languages."""
    text = """Workshop notes
দল: বাংলাদেশ

Communications:
• late

**Trust**
- slow

উপাদান: দলগত পরিচয়
- ছয়টা লোগো

तत्व: विश्वास
Nobody asked us about it
"""
    notes = read(text, "notes.txt")
    assert [(unit.element, unit.text) for unit in notes.units] == [
        ("Communications", "late"),
        ("Trust", "slow"),
        ("দলগত পরিচয়", "ছয়টা লোগো"),
        ("विश्वास", "Nobody asked us about it"),
    ]
    assert {unit.attributes["team"] for unit in notes.units} == {"বাংলাদেশ"}


def test_statements_on_lines_of_their_own():
    """A list of statements without any mark stays a list of statements without an element."""
    statements = ["Combined effort for social benefit", "Being adaptive", "Motivate to take risk"]
    notes = read("\n".join(statements), "statements.txt")
    assert [(unit.text, unit.element, unit.start) for unit in notes.units] == [(text, None, 0) for text in statements]


def test_a_team_in_the_middle_holds_from_there():
    """`Team: Nepal` on a line or as a heading changes the team of what follows; a note that begins so is a note."""
    text = """# Team: Bangladesh
## Trust
- one thing here
# Team: Nepal
## Trust
- another thing here
Team: we have none, and that is the problem of all of us here
"""
    units = read(text).units
    assert [(unit.attributes["team"], unit.element) for unit in units] == [
        ("Bangladesh", "Trust"),
        ("Nepal", "Trust"),
        ("Nepal", "Trust"),
    ]
    assert units[2].text.startswith("Team: we have none")


def test_a_declared_language_helps_where_the_text_does_not_tell():
    """Short Devanagari is Nepali in a Nepali file; English and romanised notes among them stay what they are."""
    notes = read("Language: Nepali\n\n- विश्वास\n- We had no time for that\n- hami sangai kaam garchhau\n- radio\n")
    assert [unit.language for unit in notes.units] == ["ne", "en", "ne-Latn", "und"]


def test_ids_are_stable_and_differ():
    """The same file gives the same ids; equal notes on two lines have two."""
    first, second = read("- same\n- same\n"), read("- same\n- same\n")
    assert [unit.id for unit in first.units] == [unit.id for unit in second.units]
    assert len({unit.id for unit in first.units}) == 2


def test_headings_alone_are_nothing_to_analyse():
    """One line says so."""
    with pytest.raises(NothingToAnalyse, match=r"notes\.md: there is no note in it"):
        read("# Communications\n\n## Trust\n")


@given(
    st.lists(
        st.sampled_from(
            [
                "# A",
                "- b c",
                "Team: X",
                "",
                "---",
                "কাজ",
                "**B**",
                "Element: E",
                "a. b! c",
                "  d",
                "* *",
                "[x](y)",
                "`",
                "**",
            ]
        ),
        max_size=12,
    )
)
@settings(deadline=None, max_examples=150)
def test_any_outline_is_read_or_refused(lines: list[str]):
    """Whatever the order of headings, settings and notes, places lead back to the file."""
    text = "\n".join(lines)
    if not text.strip():
        return
    try:
        notes = read(text)
    except NothingToAnalyse:
        return
    starts = {line.number: line.start for line in split_lines(text)}
    for unit in notes.units:
        place = starts[unit.line]
        assert without_markup(tidy(text[place + unit.start : place + unit.end])) == unit.text
    assert len({unit.id for unit in notes.units}) == len(notes.units)
