"""Projects of other programs as notes with their codes as readings."""

import pytest

from nlp import read_document
from nlp.documents.refi.project import (
    Case,
    Coding,
    Project,
    QdaCode,
    Selection,
    TextSource,
)
from nlp.documents.refi.write import write_project
from nlp.errors import InputError, NothingToAnalyse, Overgrown, UnreadableFile
from tests.nlp.documents.refi import foreign
from tests.nlp.documents.refi.foreign import TEXT, marked, packed, project, span


def notes_of(data, name="a.qdpx"):
    found = read_document(name, data)
    return [(note.element, note.attributes.get("reading"), note.text) for note in found.units], found


def remarks_of(found):
    return " ".join(str(each) for each in found.remarks)


def test_nvivo_codes_places_with_cases():
    """A case is no code: it says whose words they are, and its values come with it."""
    notes, found = notes_of(foreign.nvivo())
    assert notes == [
        ("Communications", "We trust each other", "We trust each other"),
        ("Communications", "We trust each other", "The calls break off"),
    ]
    assert found.units[0].attributes["team"] == "Nepal"
    assert found.units[0].attributes["case"] == "Anna"
    assert found.units[1].attributes["also coded as"] == "Calls break off"
    assert "several codes of one element (1)" in remarks_of(found)


def test_atlas_ti_has_groups_instead_of_levels():
    """The one group of a code is its element; its own name for the XML, its mark and its line ends do no harm."""
    notes, _ = notes_of(foreign.atlas())
    assert notes == [
        ("Communications", "We trust each other", "We trust each other"),
        ("Communications", "Calls break off", "লাইন কেটে যায়"),
    ]


def test_maxqda_counts_in_utf_16():
    """The words show it; what a document has in a case without a name is said of all its notes."""
    notes, found = notes_of(foreign.maxqda())
    assert notes == [("Communications", "Calls break off", "The calls break off")]
    assert found.units[0].attributes["team"] == "Bangladesh"
    assert "cannot be read are left out (1): Wall.jpg." in remarks_of(found)
    assert "pictures, recordings and pages of PDFs, which hold no text, are left out (1)" in remarks_of(found)


def test_two_people_who_coded_alike_are_one_note():
    """Nothing is counted twice; a place without an end is left out, and that is said."""
    notes, found = notes_of(foreign.qualcoder())
    assert notes == [("Communications", "We trust each other", "We trust each other")]
    assert found.units[0].attributes["coded by"] == "Asha; Bikash"
    assert "left out (1)" in remarks_of(found)
    assert "Lines of text without a code are left out (2)" in remarks_of(found)


def test_codes_without_levels_are_readings_of_no_element():
    """What cannot be told is not made up; the column can be called something else on the preview."""
    source = f'<TextSource guid="{foreign.SOURCE}" name="d"><PlainTextContent>{TEXT}</PlainTextContent>'
    source += f"{marked(1, *span(TEXT, 'We trust'), foreign.CODES['trust'])}</TextSource>"
    notes, found = notes_of(packed(project(f"{foreign.FLAT}<Sources>{source}</Sources>", "X"), {}))
    assert notes == [(None, "We trust each other", "We trust")]
    assert "The codes have no levels" in remarks_of(found)


@pytest.mark.parametrize("namespace", ["urn:QDA-XML:project:1.0", "urn:QDA-XML:project:1.5", "urn:QDA-XML:project:0:4"])
def test_every_namespace_that_was_ever_written(namespace):
    """Programs disagree about it."""
    source = f'<TextSource guid="{foreign.SOURCE}" name="d" plainTextPath="relative:///d.txt">'
    source += f"{marked(1, *span(TEXT, 'We trust'), foreign.CODES['trust'])}</TextSource>"
    inside = f"{foreign.LEVELS}<Sources>{source}</Sources>"
    notes, _ = notes_of(packed(project(inside, "X", namespace), {"d.txt": TEXT}))
    assert notes == [("Communications", "We trust each other", "We trust")]


def test_a_project_without_codes_is_its_lines():
    """Its texts are notes as any others."""
    source = f'<TextSource guid="{foreign.SOURCE}" name="d"><PlainTextContent>{TEXT}</PlainTextContent></TextSource>'
    notes, found = notes_of(packed(project(f"<Sources>{source}</Sources>", "X"), {}))
    assert [text for _, _, text in notes] == TEXT.split("\n")[:3]
    assert "every line of its texts is read as a note" in remarks_of(found)


def test_deep_codes_and_codes_of_the_group_itself():
    """The uppermost is the element, the names between are kept; a note of the element alone has no reading."""
    deep = QdaCode("a", "A", codes=(QdaCode("b", "B", codes=(QdaCode("c", "C"),)),))
    text = "one two"
    places = (Selection("s", 0, 3, (Coding("x", "c"),)), Selection("t", 4, 7, (Coding("y", "a"),)))
    cases = (Case("k", "North", sources=("d",)),)
    written = Project("P", "X", codes=(deep,), cases=cases, sources=(TextSource("d", "d", text, places),))
    notes, found = notes_of(write_project(written))
    assert notes == [("A", "B › C", "one"), ("A", None, "two")]
    assert [note.attributes["case"] for note in found.units] == ["North", "North"]


def test_overlapping_places_are_notes_of_their_own():
    """As people coded them."""
    places = (Selection("s", 0, 7, (Coding("x", "a"),)), Selection("t", 4, 11, (Coding("y", "b"),)))
    codes = (QdaCode("a", "A"), QdaCode("b", "B"))
    written = Project("P", "X", codes=codes, sources=(TextSource("d", "d", "one two three"[:11], places),))
    assert [note[1:] for note in notes_of(write_project(written))[0]] == [("A", "one two"), ("B", "two thr")]


@pytest.mark.parametrize(
    "data",
    [
        packed("<Project", {}),
        packed('<!DOCTYPE p [<!ENTITY a "aa">]><Project name="&a;"/>', {}),
        packed("<Project/>", {}, "a.qde") + b"cut",
        packed("<Project/>", {})[:40],
    ],
    ids=["not closed", "entities", "cut behind", "cut"],
)
def test_broken_projects_and_entities_are_refused(data):
    """One line says so."""
    with pytest.raises((UnreadableFile, NothingToAnalyse)):
        read_document("a.qdpx", data)


def test_what_grows_too_large_is_refused_before_it_is_read():
    """A text of zeros, or an XML of them, never gets into memory."""
    source = f'<TextSource guid="{foreign.SOURCE}" name="d" plainTextPath="internal://d.txt"/>'
    whole = project(f"<Sources>{source}</Sources>", "X")
    for data in (packed(whole, {"d.txt": b"0" * 2**26}), packed(f"<Project>{'<a/>' * 900_000}</Project>", {})):
        with pytest.raises(Overgrown):
            read_document("a.qdpx", data)


def test_a_path_never_leaves_the_archive():
    """Of a path its last part is looked up among the texts inside, whatever stands before it."""
    source = f'<TextSource guid="{foreign.SOURCE}" name="d" plainTextPath="absolute:///etc/passwd"/>'
    with pytest.raises(InputError) as refused:
        read_document("a.qdpx", packed(project(f"<Sources>{source}</Sources>", "X"), {}))
    assert "root" not in str(refused.value)


def test_a_codebook_alone_is_sent_to_where_it_is_used():
    """It has no notes."""
    with pytest.raises(UnreadableFile, match=r"codebook, which has no notes\. Bring it where you sort"):
        read_document("codes.qdc", b"<CodeBook/>")
