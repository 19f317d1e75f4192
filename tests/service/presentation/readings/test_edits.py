"""The page on which readings are changed, its forms, and where the changes are told."""

import json
import re

import pytest
from fastapi.testclient import TestClient

from nlp.messages import Message
from nlp.readings.edits.align import notes_of
from nlp.readings.edits.types import DISMISSED, GONE, Outcome
from nlp.readings.types import Interpretation
from service.presentation.i18n import language
from service.presentation.readings.edits import MOST_NOTES, changes, edits_view
from service.presentation.team_marks import marks
from service.presentation.text import label
from service.settings import Settings
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.presentation.readings import made
from tests.service.working import create_app

HOME = "/programmes/p"
ELEMENT = f"{HOME}/elements/culture"


def table(*groups):
    rows = [f"{text},Culture,{team},March" for texts, team in groups for text in texts]
    return "\n".join(["text,element,team,review", *rows]).encode()


@pytest.fixture
def workspace_of_one(tmp_path, open_workspace):
    """A workspace with one programme of three readings."""
    workspace = open_workspace(Settings(data_dir=tmp_path))
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    return workspace


@pytest.fixture
def client(tmp_path, workspace_of_one):
    """A browser without JavaScript, reading English."""
    app = create_app(Settings(data_dir=tmp_path), workspace_of_one)
    with TestClient(app, base_url="http://localhost", headers={"accept-language": "en"}) as client:
        yield client


def culture(workspace):
    return workspace.findings("p").element("culture")


def with_text(element, text):
    return next(each for each in element.readings if text in {unit.text for unit in each.units})


def reading(workspace, text):
    return with_text(culture(workspace), text)


def ids(element, *texts):
    return [unit.id for unit in notes_of(element) if unit.text in texts]


def send(client, action, **fields):
    answer = client.post(f"{ELEMENT}/edit/{action}", data=fields, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"{ELEMENT}/edit#changes"
    return client.get(f"{ELEMENT}/edit").text


def test_every_form_does_what_it_says(client, workspace_of_one):
    """Each leads back to the page, where the change stands first with a way back."""
    risk, joint, power = (reading(workspace_of_one, texts[0]).id for texts in (RISK, JOINT, POWER))
    assert "Nothing yet." in client.get(f"{ELEMENT}/edit").text
    assert "সাহস" in send(client, "name", reading=risk, name="সাহস")
    here = culture(workspace_of_one)
    assert "A reading of its own" in send(client, "notes", notes=ids(here, *POWER[:2]), to="own", name="फोन")
    assert "Moved to" in send(client, "notes", notes=ids(here, JOINT[0]), to=risk)
    assert "Stands alone" in send(client, "notes", notes=ids(here, JOINT[1]), to="alone")
    assert "Put together" in send(client, "together", reading=joint, into=risk)
    page = send(client, "not-a-reading", reading=power)
    said = re.findall("Not a reading|Put together|Stands alone|Moved to|A reading of its own", page)
    assert said[0] == "Not a reading"
    after = culture(workspace_of_one)
    assert {unit.text for unit in after.alone} == {JOINT[1], *POWER[2:]}
    assert with_text(after, RISK[0]).label == "সাহস"


def test_a_change_is_undone_with_one_button(client, workspace_of_one):
    """The page says again that nothing is changed."""
    send(client, "not-a-reading", reading=reading(workspace_of_one, RISK[0]).id)
    (edit,) = workspace_of_one.findings("p").at.edits
    assert "Nothing yet." in send(client, "undo", change=edit.id)


def test_what_cannot_be_done_is_a_calm_page(client, workspace_of_one):
    """Nothing ticked, an empty name, a reading that is gone: one line each, nothing changed."""
    for action, fields, status in [
        ("notes", {"to": "own"}, 422),
        ("name", {"reading": reading(workspace_of_one, RISK[0]).id, "name": " "}, 422),
        ("not-a-reading", {"reading": "culture-99"}, 404),
        ("undo", {"change": "x"}, 404),
    ]:
        answer = client.post(f"{ELEMENT}/edit/{action}", data=fields)
        assert answer.status_code == status
        assert "Nothing was changed." in answer.text
    assert workspace_of_one.findings("p").at.edits == ()


def test_another_web_site_changes_nothing(client, workspace_of_one):
    """The forms are guarded as all others."""
    there = {"origin": "http://elsewhere.example"}
    answer = client.post(f"{ELEMENT}/edit/not-a-reading", data={"reading": "culture-1"}, headers=there)
    assert answer.status_code == 403
    assert workspace_of_one.findings("p").at.edits == ()


def test_who_changes_is_remembered_and_told_where_names_are(client, workspace_of_one):
    """On the page and in a report with names, not in one without; in any script."""
    send(client, "by", by="आशा राई")
    page = send(client, "name", reading=reading(workspace_of_one, RISK[0]).id, name="Daring <b>")
    assert page.count("आशा राई") == 2
    assert "Daring &lt;b&gt;" in page
    report = client.get(f"{HOME}/report").text
    assert "What the facilitator changed" in report
    assert "Daring &lt;b&gt;" in report
    assert "आशा राई" not in report
    assert "आशा राई" in client.get(f"{HOME}/report?names=1").text


def test_without_changes_the_report_lists_none(client):
    """No empty heading."""
    assert "What the facilitator changed" not in client.get(f"{HOME}/report").text


def test_the_file_of_changes_goes_out_and_comes_in(client, workspace_of_one):
    """What was downloaded can be taken in after it was undone."""
    send(client, "name", reading=reading(workspace_of_one, RISK[0]).id, name="সাহস")
    (edit,) = workspace_of_one.findings("p").at.edits
    file = client.get(f"{HOME}/changes.json")
    assert "attachment" in file.headers["content-disposition"]
    assert json.loads(file.text)["edits"][0]["name"] == "সাহস"
    send(client, "undo", change=edit.id)
    taken = client.post(f"{ELEMENT}/edit/file", files={"file": ("changes.json", file.content)})
    assert "সাহস" in taken.text
    assert workspace_of_one.findings("p").at.edits == (edit,)
    refused = client.post(f"{ELEMENT}/edit/file", files={"file": ("notes.csv", b"text\n")})
    assert refused.status_code == 422
    assert "notes.csv" in refused.text


def test_a_given_name_is_shown_as_such(client, workspace_of_one):
    """On every page that shows the reading, with the words of the notes beside it."""
    found = reading(workspace_of_one, POWER[0]).label
    send(client, "name", reading=reading(workspace_of_one, POWER[0]).id, name="बिजुली")
    page = client.get(ELEMENT).text
    assert "named by a person" in page
    assert "बिजुली" in client.get(HOME).text
    shown = label(reading(workspace_of_one, POWER[0]), language("en"))
    assert (shown.text, shown.code, shown.original, shown.given) == ("बिजुली", "ne", found, True)


@pytest.mark.parametrize("code", ["bn", "ne"])
def test_the_page_speaks_the_readers_language(client, workspace_of_one, code):
    """Of the interface nothing is English; a reading is told by the name that the reader saw."""
    client.post(f"{ELEMENT}/edit/not-a-reading?lang={code}", data={"reading": reading(workspace_of_one, POWER[0]).id})
    page = client.get(f"{ELEMENT}/edit?lang={code}").text
    for english in ("Undo", "Call it", "Put them together", "Not a reading", "stand alone", "Download"):
        assert english not in page
    (edit,) = workspace_of_one.findings("p").at.edits
    assert edit.reading.label in page


def test_what_could_not_be_applied_says_why():
    """In the reader's language, with its element."""
    said = Message(DISMISSED, {"reading": "<i>"})
    outcome = Outcome("a", "dismiss", "Culture", said, GONE, "2026-03-18T10:00:00+00:00")
    (change,) = changes([outcome], language("ne"))
    assert change.why_not.startswith("लागू भएन")
    assert "&lt;i&gt;" in change.said
    assert change.when == "१८ मार्च २०२६"


def test_changes_of_an_element_that_is_gone_can_still_be_undone(client, workspace_of_one):
    """They stand on the page of every element."""
    workspace_of_one.files.add("p", [("trust.csv", table((RISK, "A")).replace(b"Culture", b"Trust"))])
    send(client, "not-a-reading", reading=reading(workspace_of_one, POWER[0]).id)
    trust = f"{HOME}/elements/trust/edit"
    assert "Nothing yet." in client.get(trust).text
    first = next(file for file in workspace_of_one.files.every("p") if file.filename == "march.csv")
    workspace_of_one.files.remove("p", first.id)
    assert "Not applied" in client.get(trust).text


def test_a_large_reading_shows_its_edge():
    """As many notes as a phone can take, and how many more there are."""
    given = made.element(made.reading("notes", A=(MOST_NOTES + 5, MOST_NOTES + 5)))
    view = edits_view(Interpretation("m", ("team",), (given,)), given, marks(["A"]), language("en"))
    (place,) = view.readings
    assert len(place.notes) == MOST_NOTES
    assert place.notes[0].id == given.readings[0].units[-1].id
    assert place.more == "5 more notes"
