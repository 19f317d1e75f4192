"""What uploaded files are taken for."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents import Notes
from nlp.errors import InputError
from service.intake.detect_kind import KINDS, LONGEST_NAME, describe, display_name, read, unique_name
from tests.nlp.documents.office import docx_table, new_docx, saved
from tests.service.files import NOTES, RATINGS, ROSTER, RUBRIC_NORTH, TRANSCRIPT

TALK = "Asha: Shall we begin?\nTom: Yes.\nAsha: ঠিক আছে।\nTom: The budget first.\n"
HEADED = "Trust: it is slow\nRisk: nobody dares\nTrust: we ask openly\nRisk: some dare\n"
TABLE_OF_TURNS = "speaker,start,end,text\nAsha,0,5,Good morning\nTom,5,9,Morning\nAsha,9,12,So\n"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.csv", NOTES, "notes"),
        ("a.csv", ROSTER, "roster"),
        ("a.csv", RUBRIC_NORTH, "rubric"),
        ("a.csv", RATINGS, "ratings"),
        ("a.vtt", TRANSCRIPT, "transcript"),
        ("a.txt", TRANSCRIPT, "transcript"),
        ("a.txt", TALK.encode(), "transcript"),
        ("a.txt", TALK.encode("utf-16"), "transcript"),
        ("a.csv", TABLE_OF_TURNS.encode(), "transcript"),
        ("a.txt", HEADED.encode(), "notes"),
        ("a.txt", b"- We share news\n- We decide late\n", "notes"),
        ("a.txt", b"Note: we share news\nWe decide late\n", "notes"),
        ("a.md", "## বিশ্বাস\n- আমরা কথা বলি\n- সময় লাগে\n".encode(), "notes"),
        ("a.md", b"# Nepal\n## Trust\n- We ring\n## Risk\n- Few\n# Leeds\n## Trust\n- We write\n", "notes"),
        ("a.txt", "Asha:\n- Shall we begin?\nTom:\n- Yes.\nAsha:\nঠিক আছে।\n- And now?\n".encode(), "transcript"),
        ("a.txt", b"One: a\nTwo: b\nThree: c\nFour: d\n", "notes"),
    ],
)
def test_the_content_decides(name, data, kind):
    """Tables by their columns, records by their speakers, all else is notes; the ending only names the format."""
    assert KINDS[type(read(name, data, ["en", "bn"], ["Trust", "Risk"]))] == kind


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.csv", "a.md", "a.vtt", "a.srt", "a.xlsx", "a.docx", "a"]))
def test_any_bytes_are_read_or_refused(data, name):
    """Whatever is uploaded becomes something known or one line that names the file."""
    line = ""
    try:
        assert describe(name, read(name, data)).kind in KINDS.values()
    except InputError as error:
        line = str(error)
    assert not line or (name in line and "\n" not in line)


def test_a_file_that_nobody_reads_has_the_reason_that_fits():
    """A record without speakers is told so, not that its ending is unknown; a table is told of its columns."""
    with pytest.raises(InputError, match="who speaks"):
        read("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nhello\n")
    with pytest.raises(InputError, match="column"):
        read("a.csv", b"colour,size\nred,3\n")


@pytest.mark.parametrize(
    "table",
    [
        "start,end,name\n0:00,10:00,Budget\n10:00,,Rubric\n",
        "Start time;End time;Agenda item\n0;600;Budget\n600;1200;Rubric\n",
        "শুরু,শেষ,বিষয়\n০:০০,১০:০০,বাজেট\n",
        "सुरु,अन्त्य,विषय\n0:00,10:00,बजेट\n",
    ],
)
def test_an_agenda_is_no_roster(table):
    """Its parts are no people; the line says where it can be given."""
    with pytest.raises(InputError, match=r"a\.csv: this is the agenda of a session\. .*--segments"):
        read("a.csv", table.encode())


@pytest.mark.parametrize("table", ["name,start\nAsha,2019\n", "name,start,end,role\nAsha,9:00,17:00,guide\n"])
def test_people_with_times_are_a_roster(table):
    """A year of entry, or hours beside a role, make nobody a part of the agenda."""
    assert KINDS[type(read("a.csv", table.encode()))] == "roster"


def test_how_the_dates_of_notes_were_understood():
    """Before anything is kept; nothing is said of it where there are no notes."""
    dates = describe("n.csv", read("n.csv", b"text,date\nwe met again,18/03/2026\nnobody came,soon\n")).dates
    assert dates is not None
    assert (dates.read, dates.doubtful, dates.examples[0].text) == (1, 1, "soon")
    assert describe("r.csv", read("r.csv", ROSTER)).dates is None


def test_what_a_roster_and_ratings_hold():
    """Counts, people and a few texts."""
    roster = describe("r.csv", read("r.csv", ROSTER))
    assert (roster.counts, roster.people[0]) == ({"people": 4}, "Asha Rai")
    ratings = describe("r.csv", read("r.csv", RATINGS))
    assert ratings.counts == {"ratings": 3}
    assert ratings.sample[0] == "March 2026, North, Communications: emerging"


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("notes.csv", "notes.csv"),
        ("/etc/passwd", "passwd"),
        ("..", ".."),
        ("C:\\Users\\me\\টীকা.docx", "টীকা.docx"),
        ("কর্\u200dম.txt", "কর্\u200dম.txt"),
        ("e\u0301.txt", "é.txt"),
        ("a\x00b\nc.txt", "a b c.txt"),
        ("cod\u202evsc.exe", "cod vsc.exe"),
        ("", "file"),
        ("folder/", "file"),
    ],
)
def test_names_are_shown_safely(given_name, shown):
    """The last part of a path, in NFC, without signs that cannot be seen."""
    assert display_name(given_name) == shown


@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_name_can_be_shown(name):
    """Never empty, never a path, never too long, nothing invisible but the joiners, and stable."""
    shown = display_name(name)
    assert 0 < len(shown) <= LONGEST_NAME
    assert not set(shown) & {"/", "\\"}
    assert all(unicodedata.category(sign)[0] != "C" or sign in "\u200c\u200d" for sign in shown)
    assert display_name(shown) == shown


def test_a_taken_name_gets_a_number():
    """The number stands before the ending."""
    assert unique_name("a.csv", {"b.csv"}) == "a.csv"
    assert unique_name("a.csv", {"a.csv", "a (2).csv"}) == "a (3).csv"
    assert unique_name("নোট", {"নোট"}) == "নোট (2)"


def test_a_table_is_not_taken_for_lines_that_begin_with_speakers():
    """What stands in the first column are teams; their notes have an element and somebody who says them."""
    rows = ["टीम\tप्रतिभागी\tविषय\tटिप्पणी", "दिल्ली\tप्र1\tसंचार\tबैठक से मदद मिलती है", "पटना\tप्र2\tबजट\tपैसा देर से आता है"]
    rows += ["दिल्ली\tप्र3\tबजट\tसबको पता नहीं", "पटना\tप्र4\tसंचार\tअनुवाद में दो दिन लगते हैं"]
    content = read("नोट.csv", "\n".join(rows).encode("utf-16"))
    assert isinstance(content, Notes)
    assert {unit.attributes["team"] for unit in content.units} == {"दिल्ली", "पटना"}


def test_forms_in_a_document_are_no_conversation():
    """Labels such as `নাম` and questions stand before colons in every form; they do not speak."""
    page = new_docx()
    for name, team in (("রহিম", "ঢাকা"), ("সালমা", "খুলনা")):
        docx_table(
            page, [["নাম", name], ["দল", team], ["কী ভালো হয়েছে?", "সভা ছোট হয়েছে"], ["কী কঠিন ছিল?", "টাকা দেরিতে আসে"]]
        )
        page.add_paragraph("")
    content = read("ফরম.docx", saved(page))
    assert isinstance(content, Notes)
    assert {unit.attributes["participant"] for unit in content.units} == {"রহিম", "সালমা"}
