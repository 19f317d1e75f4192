"""The preview as a form: every field, and what becomes of it."""

import re

import pytest
from fastapi.testclient import TestClient

from nlp.documents.pdf import read as pages
from nlp.documents.pdf.ocr import Recognised
from service.web.app import create_app
from tests.service.files import NOTES

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
    assert "Lunch was cold" not in again.text
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
    assert where


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
