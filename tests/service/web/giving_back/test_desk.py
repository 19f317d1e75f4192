"""The facilitator's pages of what is given back and of channels without names, without any script."""

import re
from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient

from nlp.consent import Consent
from service.annotations.tokens import new_token
from service.giving_back.types import Given, Verdict
from service.privacy.consents import Said
from tests.nlp.readings.test_interpret import RISK
from tests.service.giving_back.conftest import notes, table
from tests.service.working import create_app

HOME = "/programmes/p/giving-back"
CHANNELS = "/programmes/p/channels"
UNTIL = (date.today() + timedelta(days=9)).isoformat()


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme whose readings are said by enough people."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table(*notes()))])
    return workspace


@pytest.fixture
def desk(settings, work):
    """The facilitator's browser."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def answered(work, code, *verdicts, line=""):
    """Everybody answers everything."""
    readings = [each.id for element in work.asks.content(work.findings("p"), code) for each in element.readings]
    for verdict in verdicts:
        work.asks.answer(code, new_token(), {each: Given(verdict, line) for each in readings})


def test_one_page_for_each_view_is_opened(desk, work):
    """For everybody and for a team, until a day; from the navigation of the programme."""
    assert f'href="{HOME}"' in desk.get("/programmes/p").text
    page = desk.post(HOME, data={"elements": "culture", "teams": ["", "A"], "until": UNTIL})
    assert page.url.path == HOME
    assert [(each.team, each.until) for each in work.asks.every("p")] == [("A", UNTIL), ("", UNTIL)]
    one = desk.post(HOME, data={"teams": "B", "until": UNTIL})
    assert one.url.path == f"{HOME}/{work.asks.every('p')[0].code}"


@pytest.mark.parametrize("until", ["2020-01-01", "2999-01-01"])
def test_a_day_that_cannot_be_is_told(desk, work, until):
    """On the page, and nothing is opened."""
    answer = desk.post(HOME, data={"until": until})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert work.asks.every("p") == ()


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_answers_stand_beside_their_readings(desk, work, code):
    """From three on: on their own page, on the page of the element, and in the report."""
    (ask,) = work.asks.open("p")
    line = "हो, तर <बजेट> छुट्यो"
    answered(work, ask.code, Verdict.YES, Verdict.PARTLY, line=line)
    places = (f"{HOME}/{ask.code}", "/programmes/p/elements/culture", "/programmes/p/report")
    for place in places:
        assert "बजेट" not in desk.get(place, params={"lang": code}).text
    answered(work, ask.code, Verdict.YES, line=line)
    for place in places:
        assert "हो, तर &lt;बजेट&gt; छुट्यो" in desk.get(place, params={"lang": code}).text
    assert ("2 of 3 who answered" in desk.get(places[0], params={"lang": code}).text) is (code == "en")


def test_it_is_printed_with_its_address(settings, work):
    """Boxes to tick and a line for each reading; the picture for cameras only while it is open."""
    (ask,) = work.asks.open("p", (), ("A",))
    with TestClient(create_app(settings, work), base_url="http://192.168.1.4", client=("127.0.0.1", 5)) as desk:
        page = desk.get(f"{HOME}/{ask.code}/print").text
        assert page.count('class="writing"') == 3
        assert page.count('class="tick"') == 9
        assert 'class="qr"' in page
        assert f"192.168.1.4/g/{ask.code}" in page
        work.asks.withdraw("p", ask.code)
        assert 'class="qr"' not in desk.get(f"{HOME}/{ask.code}/print").text


def test_sheets_are_typed_in_one_after_the_other(desk, work):
    """Each once, however often it is sent; a line that is too long is told."""
    (ask,) = work.asks.open("p")
    where = f"{HOME}/{ask.code}/sheets"
    for verdict in ("yes", "no", "no"):
        page = desk.get(where).text
        sheet = {"token": re.search(r'name="token" value="([^"]*)"', page)[1], "a-1": verdict, "l-1": "বাজেট"}
        for _ in range(2):
            assert "entered=1" in str(desk.post(where, data=sheet).url)
    first = work.asks.results(work.findings("p"), ask.code)[0].answers
    assert (first.people, first.yes, first.no, len(first.lines)) == (3, 1, 2, 3)
    assert desk.post(where, data={"l-1": "x" * 281}).status_code == 422


def test_a_sheet_of_many_readings_is_taken(desk, work):
    """What was left out counts for nothing."""
    (ask,) = work.asks.open("p")
    sheet = {f"l-{number}": "" for number in range(1, 400)} | {"a-1": "yes"}
    assert "entered=1" in str(desk.post(f"{HOME}/{ask.code}/sheets", data=sheet).url)


def test_it_is_withdrawn_and_removed(desk, work):
    """And given another last day before."""
    (ask,) = work.asks.open("p")
    desk.post(f"{HOME}/{ask.code}/until", data={"until": UNTIL})
    assert work.asks.get("p", ask.code).until == UNTIL
    desk.post(f"{HOME}/{ask.code}/withdraw")
    assert work.asks.get("p", ask.code).withdrawn
    desk.post(f"{HOME}/{ask.code}/remove")
    assert work.asks.every("p") == ()
    assert desk.get(f"{HOME}/{ask.code}").status_code == 404


def test_under_the_chatham_house_rule_no_view_of_a_team_is_offered(desk, work):
    """And the page says why."""
    work.consents.say("p", [Said(Consent.NOT_ATTRIBUTED)])
    page = desk.get(HOME).text
    assert "Chatham House" in page
    assert page.count('name="teams"') == 1


def test_a_channel_from_opening_to_notes(desk, work):
    """Open, reply, take over, remove, close, open, remove."""
    code = desk.post(CHANNELS, data={"title": "কী বদলাবে?"}).url.path.rsplit("/", 1)[1]
    where = f"{CHANNELS}/{code}"
    for text in ("one", "দুই", "तीन"):
        work.channels.write(code, new_token(), new_token(), text)
    messages = work.channels.rounds(work.findings("p"), code)[0].messages
    assert "धन्यवाद" in desk.post(f"{where}/replies", data={"round": 1, "text": "धन्यवाद"}).text
    desk.post(f"{where}/replies", data={"round": 1, "text": "to you", "message": messages[0].id})
    assert "to you" in desk.get(f"/c/{code}").text
    desk.post(f"{where}/notes", data={"messages": [messages[1].id], "element": "culture"})
    assert messages[1].text in {unit.text for unit in work.findings("p").notes()}
    assert desk.post(f"{where}/notes", data={"messages": [messages[1].id]}).status_code == 422
    desk.post(f"{where}/messages/{messages[2].id}/remove")
    own = work.channels.rounds(work.findings("p"), code)[0]
    assert len(own.messages) == 2
    desk.post(f"{where}/replies/{own.replies[0].number}/remove")
    assert "धन्यवाद" not in desk.get(where).text
    desk.post(f"{where}/close")
    assert not work.channels.get("p", code).is_open
    desk.post(f"{where}/open")
    assert work.channels.get("p", code).is_open
    desk.post(f"{where}/remove")
    assert work.channels.every("p") == ()


def test_what_a_channel_needs_is_told(desk, work):
    """A title; a text of a reply; and a round that is there."""
    assert desk.post(CHANNELS, data={"title": " "}).status_code == 422
    code = work.channels.open("p", "What?").code
    for _ in range(3):
        work.channels.write(code, new_token(), new_token(), "one")
    assert desk.post(f"{CHANNELS}/{code}/replies", data={"round": 1, "text": " "}).status_code == 422
    assert desk.post(f"{CHANNELS}/{code}/replies", data={"round": 2, "text": "a"}).status_code == 404


def test_members_are_shown_the_way_to_what_is_asked_of_them(work):
    """What is asked of everybody and of their team, not what is asked of others."""
    from service.programmes.open_now import open_now

    codes = {each.team: each.code for each in work.asks.open("p", (), ("", "A", "B"))}
    channel = work.channels.open("p", "What?").code
    at = work.findings("p").at
    own = {each.code for each in open_now(at, frozenset({"A"}))}
    assert own == {codes[""], codes["A"], channel}
    assert {each.code for each in open_now(at)} == {*codes.values(), channel}
    assert RISK[0] not in repr(open_now(at))
