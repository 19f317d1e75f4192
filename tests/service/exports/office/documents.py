"""Reports made up for tests: every kind of block, in three scripts."""

from dataclasses import replace

from markupsafe import Markup

from service.presentation.readings.questions import RoomQuestion
from service.presentation.report.document import (
    Chart,
    Document,
    HoldersChart,
    Paragraph,
    Points,
    Questions,
    Quotes,
    Reader,
    Section,
    Table,
    Tone,
)
from service.presentation.team_marks import marks
from service.presentation.text import Label, Quote
from tests.service.exports.pictures.conftest import LONG, row

TEAMS = marks(["Consortium", "বাংলাদেশ", "नेपाल"]).teams
SENTENCES = {
    "en": "Trust is shared by all teams; power is not.",
    "bn": "বিশ্বাস সব টিমের কাছ থেকে শোনা গেছে, ক্ষমতা নয়।",
    "ne": "विश्वास सबै टोलीबाट सुनियो, क्षमता होइन।",
}
MIXED = Markup(
    '<b lang="bn">ক্ষমতার ভারসাম্য</b> and <b lang="ne">विश्वास र क्षमता</b>, '
    '<span lang="bn-Latn">bishwas ache</span> 5 &lt; 6'
)


def document(language: str = "en", reader: Reader = Reader.FACILITATOR) -> Document:
    """A report with every kind of block."""
    said = Markup.escape(SENTENCES[language])
    quote = Quote("", "আমরা ক্ষমতা ভাগ করি\x0b।", "bn", "Bangla", TEAMS[1])
    label = Label("विश्वास र क्षमता", "ne", "ক্ষমতা", "bn", "trust and power", "en")
    question = RoomQuestion(SENTENCES[language], hints=(label,))
    counts = tuple((mark, Markup("3 of 5 notes")) for mark in TEAMS)
    chart = Chart("holders", said, said, HoldersChart(row(TEAMS, 12)))
    blocks = (
        Paragraph(said, Tone.LEAD),
        Paragraph(MIXED),
        Paragraph(said, Tone.SMALL),
        Paragraph(said, Tone.CAUTION),
        Points((said, MIXED)),
        Quotes(label, (quote,), counts, said),
        Quotes(None, (replace(quote, mark=replace(TEAMS[0], name=""), language=""),), finding=said),
        Questions(said, (question, question)),
    )
    table = Table(said, (said, MIXED), ((MIXED, said), (said, said)), blank=2)
    more = Section("more", MIXED, (Points((said, MIXED), numbered=True), Points((said,), numbered=True), table))
    first = Section("first", said, blocks, (more, Section("chart", said, (Paragraph(said), chart))))
    return Document(reader, language, Markup("Both Banks"), said, (first, Section("last", said, (table,), apart=True)))


def long_document(language: str = "bn", reader: Reader = Reader.ROOM) -> Document:
    """A report whose every text is a hundred and twenty Bangla letters and more."""
    words = Markup.escape(LONG)
    teams = marks([f"{number} {LONG}" for number in range(10)]).teams
    questions = Questions(words, tuple(RoomQuestion(f"{LONG} {number}? {LONG}") for number in range(4)))
    quote = Quote("", LONG * 3, "bn", LONG, teams[0])
    blocks = (
        Paragraph(words, Tone.LEAD),
        Points((words,) * 9),
        Quotes(Label(LONG, "bn"), (quote,) * 4, tuple((mark, words) for mark in teams)),
        questions,
        Table(words, (words,) * 4, ((words,) * 4,) * 6),
        *(Chart(f"c{count}", words, words, HoldersChart(row(teams[:count], 3))) for count in (0, 10)),
    )
    return Document(reader, language, words, words, (Section("first", words, blocks), Section("none", words, ())))
