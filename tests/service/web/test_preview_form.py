"""The preview as a form: every field, and what becomes of it."""

import re

import pytest
from fastapi.testclient import TestClient

from nlp.documents.pdf import read as pages
from nlp.documents.pdf.ocr import Recognised
from tests.nlp.documents.office import docx_table, new_docx, saved, workbook
from tests.service.files import NOTES
from tests.service.working import create_app

PICTURE = b"\x89PNG\r\n\x1a\n a photograph"
ODD = b"colour,said\nred,We ring each other\nblue,We meet\n"


@pytest.fixture
def visitor(settings, open_workspace):
    """A browser at an installation with an empty programme P."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["North", "South"])
    return TestClient(create_app(settings, workspace), base_url="http://localhost")


def shown(page):
    """The fields of the form as a browser would send them."""
    form = page.text.split('id="keep"')[1].split("</form>")[0]
    fields = {}
    for tag in re.findall(r"<input [^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if "checkbox" not in tag or " checked" in tag:
            fields[name[1]] = value[1] if value else ""
    for name, options in re.findall(r'<select [^>]*name="([^"]*)">(.*?)</select>', form, re.DOTALL):
        fields[name] = re.search(r'value="([^"]*)" selected', options)[1]
    return fields


def upload(visitor, *files):
    page = visitor.post("/programmes/p/upload", files=[("files", file) for file in files])
    return page, str(page.url)


def test_a_form_that_is_sent_as_it_stands_changes_nothing(visitor):
    """No field says anything of itself."""
    page, where = upload(visitor, ("notes.csv", NOTES), ("a.md", b"# Trust\n- We meet\n- We talk\n"), ("odd.csv", ODD))
    assert visitor.post(where, data=shown(page)).text == page.text


def test_a_column_is_said_to_be_the_notes(visitor):
    """The file can be kept then, and the page says what is in it."""
    page, where = upload(visitor, ("odd.csv", ODD))
    fields = shown(page)
    assert "This file cannot be used" in page.text
    again = visitor.post(where, data={**fields, "0.0.1.role": "text"})
    assert "2 notes" in again.text
    assert shown(again)["0.0.1.role"] == "text"
    visitor.post(f"{where}/keep", data=shown(again))
    assert "odd.csv" in visitor.get("/programmes/p/upload").text


def test_the_notes_are_in_another_column(visitor):
    """What was taken for the notes before becomes an attribute, and the page shows it so."""
    page, where = upload(visitor, ("two.csv", b"text,said\nred,We ring each other\n"))
    again = visitor.post(where, data={**shown(page), "0.0.1.role": "text"})
    assert (shown(again)["0.0.0.role"], shown(again)["0.0.1.role"]) == ("attribute", "text")
    assert visitor.post(where, data=shown(again)).text == again.text


def test_a_change_is_not_lost_when_keep_is_pressed_at_once(visitor):
    """The form of the preview goes along; where it makes a file unusable, the preview is shown instead."""
    page, where = upload(visitor, ("notes.csv", NOTES))
    bad = visitor.post(f"{where}/keep", data={**shown(page), "0.0.0.role": "ignore"})
    assert str(bad.url) == where
    assert "cannot be used" in bad.text
    visitor.post(f"{where}/keep", data={**shown(bad), "0.0.0.role": "text", "0.team": "Delta"})
    assert "notes.csv" in visitor.get("/programmes/p/upload").text


def test_a_heading_is_left_out(visitor):
    """What stands below it is not read."""
    page, where = upload(visitor, ("a.md", b"# Trust\n- We meet\n\n# Parking lot\n- Lunch was cold\n"))
    again = visitor.post(where, data={**shown(page), "0.heading.1": "skip"})
    assert "Lunch was cold" not in again.text.split('class="sample"')[1].split("</div>")[0]
    assert "below the heading Parking lot: 1" in again.text.replace('<span lang="en">', "").replace("</span>", "")
    assert shown(again)["0.heading.1"] == "skip"


def test_another_kind_forgets_what_was_said_of_columns(visitor):
    """Its columns are read as they are found until something is said of them."""
    page, where = upload(visitor, ("odd.csv", ODD))
    fields = {**shown(page), "0.0.1.role": "text"}
    roster = visitor.post(where, data={**fields, "0.kind": "roster"})
    assert shown(roster)["0.kind"] == "roster"
    assert shown(roster)["0.0.1.role"] == ""
    named = visitor.post(where, data={**shown(roster), "0.0.0.role": "participant"})
    assert "2 people" in named.text


def test_a_file_is_dropped_and_kept_again(visitor):
    """Without its tick it is not counted."""
    page, where = upload(visitor, ("notes.csv", NOTES))
    fields = shown(page)
    del fields["0.wanted"]
    assert "Keep 1 file" not in visitor.post(where, data=fields).text
    assert "Keep 1 file" in visitor.post(where, data=shown(page)).text


def test_doubtful_dates_are_shown_and_asked(visitor):
    """With the reason, and the line on which they stand."""
    data = b"text,team,date\nWe meet,North,03/04/2026\nWe ring,North,05/06/2026\n"
    page, where = upload(visitor, ("notes.csv", data))
    assert "2 dates are not certain." in page.text
    assert "03/04/2026 (line 2): which is the day, which the month?" in page.text
    again = visitor.post(where, data={**shown(page), "0.order": "day"})
    assert "not certain" not in again.text
    assert shown(again)["0.order"] == "day"
    visitor.post(f"{where}/keep", data=shown(again))
    following, where = upload(visitor, ("june.csv", data.replace(b"03/04", b"06/07")))
    assert shown(following)["0.order"] == "day"
    assert "not certain" not in following.text
    unsure = visitor.post(where, data={**shown(following), "0.order": ""})
    assert "2 dates are not certain." in unsure.text


def test_notes_of_no_team_are_asked_about(visitor):
    """The team that is typed is theirs."""
    page, where = upload(visitor, ("a.txt", b"- We meet\n- We talk\n"))
    assert "2 notes name no team" in page.text
    assert "of no team" not in visitor.post(where, data={**shown(page), "0.team": "South"}).text


def test_pasted_text_waits_like_a_file(visitor):
    """With or without files; nothing at all is refused."""
    page = visitor.post("/programmes/p/upload", data={"pasted": "- We meet\n- খবর আসে না\n"})
    assert "Pasted text.txt" in page.text
    assert "2 notes" in page.text
    assert visitor.post("/programmes/p/upload", data={"pasted": " "}).status_code == 422


def test_the_settings_of_a_kept_file_are_opened(visitor):
    """The same form; what it says now holds."""
    page, where = upload(visitor, ("notes.csv", NOTES))
    visitor.post(f"{where}/keep", data=shown(page))
    opened = visitor.post("/programmes/p/files/1/settings")
    assert "You have this file already." in opened.text
    visitor.post(f"{opened.url}/keep", data={**shown(opened), "0.0.1.role": "ignore"})
    assert shown(visitor.post("/programmes/p/files/1/settings"))["0.0.1.role"] == "ignore"
    assert visitor.post("/programmes/p/files/9/settings").status_code == 404


def test_words_of_a_picture_are_mended_beside_it(visitor, monkeypatch):
    """Its picture is served as long as the file waits; what the form says is kept, and marked wherever it is shown."""
    monkeypatch.setattr(pages, "tesseract_languages", lambda _: ["eng"])
    monkeypatch.setattr(pages, "recognise", lambda *_: Recognised("Team: North\n\n• Mails get last & <lost>", 91))
    page, address = upload(visitor, ("sheet.png", PICTURE))
    assert "Team: North\n\n• Mails get last &amp; &lt;lost&gt;</textarea>" in page.text
    (source,) = re.findall(r'<img [^>]*src="([^"]*)"', page.text)
    picture = visitor.get(source)
    assert (picture.content, picture.headers["content-type"]) == (PICTURE, "image/png")
    assert picture.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in picture.headers["content-security-policy"]
    assert visitor.get(source.replace("/pages/1", "/pages/2")).status_code == 404
    same = visitor.post(address, data={**shown(page), "0.page.0": "Team: North\r\n\r\n• Mails get last & <lost>\r\n"})
    assert "Mails get last" in same.text
    sent = {**shown(page), "0.page.0": "## Money\r\n\r\nTeam: North\r\n\r\n• Mails get lost\r\n"}
    assert "Mails get lost</p>" in visitor.post(address, data=sent).text
    visitor.post(f"{address}/keep", data=sent)
    assert visitor.get(source).status_code == 410
    assert "the program gives itself 91 of 100 points" in visitor.get("/programmes/p/upload").text
    element = visitor.get("/programmes/p/elements/money").text
    assert "Mails get lost" in element
    assert "(read from a picture)" in element


LEGEND = [
    ["Harvest"],
    ["Question", "Comment"],
    ["What we asked", "What they said"],
    ["Q1", "আমরা একসঙ্গে বসি"],
    ["Q2", "It is late"],
]


def test_the_row_of_the_headers_is_chosen(visitor):
    """The columns shown are those below it, what is read follows, and the first found can be chosen again."""
    page, where = upload(visitor, ("wall.xlsx", saved(workbook({"Wall": LEGEND}))))
    assert "3 notes" in page.text
    assert shown(page)["0.0.header"] == "2"
    assert "row 3: What we asked · What they said" in page.text
    again = visitor.post(where, data={**shown(page), "0.0.header": "3"})
    assert "<b>What they said</b>" in re.sub(r' lang="\w+"', "", again.text)
    said = visitor.post(where, data={**shown(again), "0.0.0.role": "element", "0.0.1.role": "text"})
    assert "2 notes" in said.text
    assert shown(said)["0.0.1.role"] == "text"
    back = visitor.post(where, data={**shown(said), "0.0.header": "2"})
    assert "3 notes" in back.text


def test_a_table_has_no_headers(visitor):
    """Its columns are A and B then."""
    page, where = upload(visitor, ("a.csv", "Ward 7,খবর আসে না\nWard 8,We ring each other\n".encode()))
    again = visitor.post(where, data={**shown(page), "0.0.header": "-1"})
    assert "2 notes" in again.text
    assert shown(again)["0.0.1.role"] == "text"
    visitor.post(f"{where}/keep", data=shown(again))
    opened = visitor.post("/programmes/p/files/1/settings")
    assert shown(opened)["0.0.header"] == "-1"


SHEETS = {
    "Read me": [["Comment", "Topic"], ["Fill in one row a note", "all"]],
    "Pokhara": [["Comment", "Name"], ["We meet", "Sita"]],
    "ঢাকা": [["Comment", "Name"], ["খবর দেরিতে আসে", "Rina"], ["We ring", "Asha"]],
}


def test_sheets_are_left_out_or_are_teams(visitor):
    """One by one, or all at once; the numbers follow, and a sheet that is left out can be taken in again."""
    page, where = upload(visitor, ("three.xlsx", saved(workbook(SHEETS))))
    assert "4 notes" in page.text
    without = visitor.post(where, data={**shown(page), "0.0.role": "skip"})
    assert "3 notes" in without.text
    assert "0.0.0.role" not in shown(without)
    teams = visitor.post(where, data={**shown(without), "0.sheets": "team"})
    assert (shown(teams)["0.0.role"], shown(teams)["0.1.role"], shown(teams)["0.2.role"]) == ("skip", "team", "team")
    assert "name no team" not in teams.text
    named = visitor.post(where, data={**shown(teams), "0.1.name": "Nepal"})
    assert visitor.post(where, data=shown(named)).text == named.text
    visitor.post(f"{where}/keep", data=shown(named))
    assert {"Nepal", "ঢাকা"} <= set(visitor.get("/api/v1/programmes/p").json()["teams"])
    all_in = visitor.post("/programmes/p/files/1/settings")
    assert "4 notes" in visitor.post(str(all_in.url), data={**shown(all_in), "0.0.role": "text"}).text


def test_what_was_decided_for_sheets_and_headers_holds_for_the_next_file_of_the_shape(visitor):
    """Also where the columns that are shown are those of another row."""
    page, where = upload(visitor, ("may.xlsx", saved(workbook({"Wall": LEGEND}))))
    again = visitor.post(where, data={**shown(page), "0.0.header": "3"})
    visitor.post(f"{where}/keep", data={**shown(again), "0.0.0.role": "element", "0.0.1.role": "text"})
    following, _ = upload(visitor, ("june.xlsx", saved(workbook({"Wall": [*LEGEND, ["Q3", "New in June"]]}))))
    assert "as you decided for may.xlsx" in following.text
    assert shown(following)["0.0.header"] == "3"
    assert "3 notes" in following.text


def test_headings_between_the_rows_are_elements(visitor):
    """They are listed as those of a page are."""
    data = b"Comment,Name\nTrust,\nlate,Sita\nslow,Ram\nNews,\nWe ring,Asha\nWe meet,Rina\n"
    page, where = upload(visitor, ("n.csv", data))
    again = visitor.post(where, data={**shown(page), "0.heading.0": "element", "0.heading.1": "skip"})
    assert "2 notes" in again.text
    assert "We meet" not in again.text.split('class="sample"')[1].split("</div>")[0]


def test_each_table_of_a_page_has_its_own_fields(visitor):
    """What is said of the second one is not taken for the first one's."""
    document = new_docx()
    for rows in ([["Remarks", "Org", "Ward"], ["late", "X", "7"]], [["Remarks", "Org", "Ward"], ["slow", "Y", "8"]]):
        docx_table(document, rows)
        document.add_paragraph("")
    page, where = upload(visitor, ("two.docx", saved(document)))
    again = visitor.post(where, data={**shown(page), "0.1.1.role": "team"})
    assert (shown(again)["0.0.1.role"], shown(again)["0.1.1.role"]) == ("attribute", "team")
    assert visitor.post(where, data=shown(again)).text == again.text
