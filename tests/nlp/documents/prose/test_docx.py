"""DOCX files."""

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from nlp.documents import Notes, Ratings, Roster, Rubric, read_document
from nlp.errors import NothingToAnalyse, UnreadableFile
from tests.nlp.documents.office import docx_table, new_docx, saved


def flip_charts() -> bytes:
    """Return a protocol of flip charts as people write it."""
    document = new_docx()
    document.add_heading("Flip charts, Pokhara", 0)
    document.add_paragraph("Team: Nepal")
    document.add_paragraph("Date: 2026-09-16")
    document.add_heading("Communications", 1)
    document.add_paragraph("हामी मिलेर काम गर्छौं। समय पुगेन", style="List Bullet")
    document.add_paragraph("Too many mails", style="List Bullet 2")
    document.add_heading("What works", 2)
    document.add_paragraph("amra sobai mile kaj kori ekhane", style="List Number")
    document.add_paragraph("")
    document.add_heading("বিশ্বাস", 1)
    document.add_paragraph("আমরা একে অপরকে বিশ্বাস করি। তবে সময় লাগে অনেক বেশি।")
    document.add_paragraph("• typed by hand\n• and another one")
    return saved(document)


def test_a_flip_chart_protocol():
    """Headings give elements, list paragraphs are whole, running text is cut, bullets typed by hand too."""
    notes = read_document("flip.docx", flip_charts())
    assert isinstance(notes, Notes)
    assert [(unit.line, unit.element, unit.language, unit.text) for unit in notes.units] == [
        (5, "Communications", "ne", "हामी मिलेर काम गर्छौं। समय पुगेन"),
        (6, "Communications", "en", "Too many mails"),
        (8, "Communications", "bn-Latn", "amra sobai mile kaj kori ekhane"),
        (11, "বিশ্বাস", "bn", "আমরা একে অপরকে বিশ্বাস করি।"),
        (11, "বিশ্বাস", "bn", "তবে সময় লাগে অনেক বেশি।"),
        (12, "বিশ্বাস", "en", "typed by hand"),
        (12, "বিশ্বাস", "en", "and another one"),
    ]
    assert notes.units[2].attributes == {"team": "Nepal", "date": "2026-09-16", "heading": "What works"}
    assert (notes.units[6].start, notes.units[6].end) == (18, 33)


def test_headings_without_a_style():
    """A bold line, and a short line above a list."""
    document = new_docx()
    document.add_paragraph().add_run("Trust").bold = True
    document.add_paragraph("slow but real", style="List Bullet")
    document.add_paragraph("Impact")
    document.add_paragraph("nobody counts it", style="List Bullet")
    notes = read_document("a.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [(unit.element, unit.text) for unit in notes.units] == [
        ("Trust", "slow but real"),
        ("Impact", "nobody counts it"),
    ]


def test_a_rubric_in_a_table():
    """Wide, with a merged element; the team stands above the table."""
    document = new_docx()
    document.add_paragraph("Rubric of the partnership")
    document.add_paragraph("Team: Nepal")
    docx_table(
        document,
        [
            ["", "Well-functioning", "Emerging", "Needs help"],
            ["Trust", "खुला छलफल\nभाषा", "ढिलो", ""],
            ["", "डर छैन", "", "चुप"],
        ],
    )
    document.tables[0].cell(1, 0).merge(document.tables[0].cell(2, 0))
    rubric = read_document("r.docx", saved(document))
    assert isinstance(rubric, Rubric)
    assert [(one.line, one.team, one.element, one.level, one.text) for one in rubric.descriptors] == [
        (4, "Nepal", "Trust", "Well-functioning", "खुला छलफल"),
        (4, "Nepal", "Trust", "Well-functioning", "भाषा"),
        (4, "Nepal", "Trust", "Emerging", "ढिलो"),
        (5, "Nepal", "Trust", "Well-functioning", "डर छैन"),
        (5, "Nepal", "Trust", "Needs help", "चुप"),
    ]


def test_tables_of_notes_stand_beside_running_notes():
    """In the order of the page."""
    document = new_docx()
    document.add_heading("Trust", 1)
    document.add_paragraph("before the table", style="List Bullet")
    docx_table(document, [["text", "element", "participant"], ["in the table. Whole.", "Impact", "Maya"]])
    document.add_paragraph("after the table", style="List Bullet")
    notes = read_document("n.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [(unit.line, unit.element, unit.text) for unit in notes.units] == [
        (2, "Trust", "before the table"), (4, "Impact", "in the table. Whole."), (5, "Trust", "after the table")
    ]  # fmt: skip


def test_rosters_and_ratings_in_tables():
    """A list of people under a title is a roster; under real notes it is left out."""
    people = [["Name", "Organisation"], ["Maya Rai", "Samuha"], ["Kamal", "Samuha"]]
    document = new_docx()
    document.add_heading("Who was there", 1)
    docx_table(document, people)
    assert isinstance(read_document("roster.docx", saved(document)), Roster)
    document.add_paragraph("a note below", style="List Bullet")
    notes = read_document("notes.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [unit.text for unit in notes.units] == ["a note below"]
    rated = new_docx()
    docx_table(rated, [["Review", "Team", "Element", "Level"], ["March", "Nepal", "Trust", "emerging"]])
    assert isinstance(read_document("ratings.docx", saved(rated)), Ratings)


def test_a_table_of_no_known_kind_holds_notes_and_settings():
    """`Team | Nepal` is a setting, other cells are notes."""
    document = new_docx()
    docx_table(document, [["Team", "Nepal"], ["What works", "We call each other every week now"]])
    notes = read_document("n.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [(unit.text, unit.attributes) for unit in notes.units] == [
        ("What works", {"team": "Nepal"}), ("We call each other every week now", {"team": "Nepal"})
    ]  # fmt: skip


def test_tracked_changes_controls_and_text_boxes():
    """Inserted text is read, deleted text is not; content controls and text boxes are."""
    document = new_docx()
    paragraph = document.add_paragraph("We trust ", style="List Bullet")
    for tag, text_tag, text in (("w:ins", "w:t", "nearly everybody"), ("w:del", "w:delText", "nobody")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    box = parse_xml(
        f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>a note in a box</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r>"
    )
    paragraph._p.append(box)
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>a note in a control</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    document.element.body.insert(1, control)
    notes = read_document("n.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [unit.text for unit in notes.units] == [
        "We trust nearly everybody", "a note in a box", "a note in a control"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("font", "text", "said", "language"),
    [
        ("SutonnyMJ", "Avgiv GKmv‡_ KvR Kwi", "আমরা একসাথে কাজ করি", "bn"),
        ("Preeti", "xfdL ;Fu} sfd u5f}{+", "हामी सँगै काम गर्छौं", "ne"),
        ("Kantipur", "g]kfn ;/sf/", "नेपाल सरकार", "und"),
    ],
)
def test_fonts_of_before_unicode_are_converted(font: str, text: str, said: str, language: str):
    """By the font of every run: English beside it stays, a word over two runs is one word, and the reading says so."""
    document = new_docx()
    paragraph = document.add_paragraph()
    for piece in (text[:4], text[4:]):
        paragraph.add_run(piece).font.name = font
    paragraph.add_run(" (the team)").font.name = "Arial"
    notes = read_document("n.docx", saved(document))
    assert isinstance(notes, Notes)
    assert [(unit.text, unit.language) for unit in notes.units] == [(f"{said} (the team)", language)]
    assert notes.unread.lines == 0
    assert [(remark.values["font"], remark.values["count"]) for remark in notes.remarks] == [(font, 1)]


def test_cells_in_a_font_of_before_unicode_are_converted():
    """A table of descriptors or notes as well."""
    document = new_docx()
    docx_table(document, [["Team", "Text"], ["Nepal", ""]])
    document.tables[0].cell(1, 1).paragraphs[0].add_run("xfdL ;Fu} sfd u5f}{+").font.name = "Preeti"
    notes = read_document("n.docx", saved(document))
    assert [unit.text for unit in notes.units] == ["हामी सँगै काम गर्छौं"]


@pytest.mark.parametrize(("font", "text"), [("Aakriti", "xfdL ;Fu} sfd"), ("PCS NEPALI", "xfdL ;Fu} sfd")])
def test_fonts_that_no_library_knows_are_refused(font: str, text: str):
    """Such text is no text: refused where it is all there is, counted where there is other text."""
    document = new_docx()
    run = document.add_paragraph().add_run(text)
    run.font.name = font
    with pytest.raises(UnreadableFile, match=f"before Unicode .*{font}.* Convert it to Unicode"):
        read_document("n.docx", saved(document))
    document.add_paragraph("One note in Unicode is here.")
    notes = read_document("n.docx", saved(document))
    assert isinstance(notes, Notes)
    assert (len(notes.units), notes.unread.lines, notes.unread.examples) == (
        1,
        1,
        (f"paragraph 1: in the font {font}, of before Unicode",),
    )


def test_unicode_text_in_an_old_font_is_read():
    """The name of a font alone does not make text unreadable."""
    document = new_docx()
    run = document.add_paragraph().add_run("हामी मिलेर काम गर्छौं")
    run._r.get_or_add_rPr().append(OxmlElement("w:rFonts"))
    run._r.rPr.find(qn("w:rFonts")).set(qn("w:ascii"), "Kantipur")
    assert isinstance(read_document("n.docx", saved(document)), Notes)


def test_an_empty_docx_has_nothing_to_analyse():
    """One line says so."""
    with pytest.raises(NothingToAnalyse, match=r"empty\.docx: there is no note in it"):
        read_document("empty.docx", saved(new_docx()))
