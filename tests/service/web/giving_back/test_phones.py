"""What is given back and channels without names, on phones: without any script, small, and telling nobody."""

import re
from types import SimpleNamespace

import pytest
from fastapi.responses import Response
from fastapi.testclient import TestClient

from service.annotations.tokens import is_token, new_token
from service.presentation.template import FILES
from service.web.on_phones import own_token, remember
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.giving_back.conftest import notes, table
from tests.service.working import create_app

SMALL = 60_000
"""Bytes of a whole page, as they come over the wire uncompressed."""

OUTSIDE = {"host": "192.168.1.4"}


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with a programme whose readings are said by enough people."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table(*notes()))])
    return workspace


@pytest.fixture
def phone(settings, work):
    """Make phones, each with cookies of its own."""
    app = create_app(settings, work)
    return lambda **more: TestClient(app, base_url="http://localhost", **more)


def opened(work, team=""):
    (made,) = work.asks.open("p", (), (team,))
    return made.code


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def ids(page):
    return list(dict.fromkeys(re.findall(r'name="a-([^"]*)"', page)))


def send(client, code, page, verdict, line="", at="1"):
    """Answer all of a part."""
    answers = {f"a-{each}": verdict for each in ids(page)} | {f"l-{each}": line for each in ids(page)}
    return client.post(f"/g/{code}", data={"token": hidden(page, "token"), "at": at, **answers})


def weight(client, page):
    """The bytes of a page with everything that it loads."""
    assert "<script" not in page.text
    loaded = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    return len(page.content) + sum(len(client.get(each).content) for each in loaded)


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_a_phone_answers_and_changes_its_answers(work, phone, code):
    """In its language; the cookie keeps whose they are, for this page alone."""
    ask, mine = opened(work), phone()
    page = mine.get(f"/g/{ask}", params={"lang": code})
    assert page.status_code == 200
    assert f'<html lang="{code}">' in page.text
    assert "set-cookie" not in page.headers
    thanks = send(mine, ask, page.text, "partly", "প্রায় ठीक & fine")
    assert "done=1" in str(thanks.url)
    assert "me=" in str(thanks.url)
    again = mine.get(f"/g/{ask}", params={"lang": code}).text
    assert again.count(" checked") == len(ids(again)) == 3
    assert again.count("প্রায় ठीक &amp; fine") == 3
    send(mine, ask, again, "yes")
    for _ in range(2):
        other = phone()
        send(other, ask, other.get(f"/g/{ask}").text, "yes")
    told = {each.answers for each in work.asks.results(work.findings("p"), ask)}
    assert {(each.people, each.yes, each.lines) for each in told} == {(3, 3, ())}


def test_without_cookies_the_address_keeps_whose_answers_they_are(work, phone):
    """From part to part; what it keeps stands in no other page."""
    ask, mine = opened(work), phone(cookies=None)
    page = mine.get(f"/g/{ask}")
    mine.cookies.clear()
    thanks = send(mine, ask, page.text, "no")
    mine.cookies.clear()
    token = re.search(r"me=([^&]+)", str(thanks.url))[1]
    assert mine.get(f"/g/{ask}", params={"me": token}).text.count(" checked") == 3
    mine.cookies.clear()
    assert " checked" not in mine.get(f"/g/{ask}").text


def test_a_page_is_small_whatever_was_heard(settings, open_workspace):
    """Long notes in Bangla, many readings and many teams: each part with its style stays below 60 kB."""
    work = open_workspace(settings)
    teams = [f"টিম নম্বর {number} নদীর ওপারের" for number in range(20)]
    work.programmes.create("P", teams)
    long = "এই কথাটি অনেক লম্বা & <খুব> দীর্ঘ " * 40
    rows = [
        (f'"{text} {long} {number}"', "Culture", teams[number % 20], f"p{at}-{number}")
        for at, text in enumerate((RISK[0], JOINT[0], POWER[0]))
        for number in range(60)
    ]
    work.files.add("p", [("a.csv", table(*rows))])
    (made,) = work.asks.open("p", (), (teams[0],))
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        page = client.get(f"/g/{made.code}?lang=bn")
        assert page.status_code == 200
        assert ids(page.text)
        parts = int(re.search(r"<p class=\"progress\"", page.text) is not None) + 3
        for at in range(1, parts + 1):
            assert weight(client, client.get(f"/g/{made.code}?lang=bn&at={at}")) < SMALL
        channel = work.channels.open("p", "কী বদলানো দরকার?").code
        for _ in range(9):
            work.channels.write(channel, new_token(), new_token(), "ক&" * 500)
        page = client.get(f"/c/{channel}?lang=bn")
        assert weight(client, page) < SMALL
        older = re.search(r'href="(/c/[^"]*before=[^"]*)"', page.text)[1].replace("&amp;", "&")
        assert client.get(older).text.count("said-here") >= 3


def test_a_page_that_is_closed_shows_nothing_of_what_was_heard(work, phone):
    """Thanks instead; what is sent all the same is not kept; an unknown code is not found."""
    ask, mine = opened(work), phone()
    page = mine.get(f"/g/{ask}").text
    work.asks.withdraw("p", ask)
    closed = mine.get(f"/g/{ask}")
    assert closed.status_code == 200
    assert not [text for text, *_ in notes() if text in closed.text]
    assert send(mine, ask, page, "yes").status_code == 200
    with work._database.reading() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM ask_answers").scalar() == 0
    assert mine.get("/g/nowhere").status_code == mine.post("/g/nowhere").status_code == 404
    assert mine.get("/c/nowhere").status_code == mine.post("/c/nowhere", data={"text": "a"}).status_code == 404


def test_what_is_too_long_is_given_back_to_be_shortened(work, phone):
    """With everything that was filled in."""
    ask, mine = opened(work), phone()
    answer = send(mine, ask, mine.get(f"/g/{ask}").text, "yes", "ক" * 281)
    assert answer.status_code == 422
    assert answer.text.count(" checked") == 3
    assert "ক" * 281 in answer.text


def test_two_messages_are_not_seen_and_three_are(work, phone):
    """On everybody's page and on the facilitator's, byte for byte the same before; in all languages escaped."""
    channel = work.channels.open("p", "What should change?").code
    desk = phone()
    home = f"/programmes/p/channels/{channel}"
    texts = ("<b>one</b> & two", "দুই", "तीन")
    before = _steady(desk.get(home).text)
    for number, each in enumerate(texts, start=1):
        mine = phone()
        page = mine.get(f"/c/{channel}?lang=ne").text
        sent = mine.post(
            f"/c/{channel}", data={"token": hidden(page, "token"), "own": hidden(page, "own"), "text": each}
        )
        assert sent.status_code == 200
        if number < 3:
            assert not [one for one in texts if one in sent.text]
            assert _steady(desk.get(home).text) == before
    for page in (desk.get(home), phone().get(f"/c/{channel}")):
        assert "&lt;b&gt;one&lt;/b&gt; &amp; two" in page.text
        assert "<b>one</b>" not in page.text
        assert not [one for one in texts[1:] if one not in page.text]


def _steady(page):
    """A page without the key that each of its forms has."""
    return re.sub(r'<input type="hidden" name="[^"]*" value="[^"]*">', "", page)


def test_an_empty_message_is_not_sent(work, phone):
    """Said on the page; nothing waits."""
    channel, mine = work.channels.open("p", "What?").code, phone()
    page = mine.get(f"/c/{channel}").text
    answer = mine.post(f"/c/{channel}", data={"token": hidden(page, "token"), "text": "  "})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_other_devices_open_these_pages_and_nothing_else(settings, work):
    """`serve --phones`: what is given back and channels, not what the facilitator sees of them."""
    chosen = settings.model_copy(update={"phones": True, "host": "0.0.0.0"})
    ask, channel = opened(work), work.channels.open("p", "What?").code
    app = create_app(chosen, work)
    with TestClient(app, base_url="http://192.168.1.4", client=("192.168.1.9", 5000)) as phone:
        for path in (f"/g/{ask}", f"/c/{channel}"):
            assert phone.get(path).status_code == 200
        for path in ("/programmes/p/giving-back", f"/programmes/p/channels/{channel}", "/api/v1/programmes/p/channels"):
            assert phone.get(path).status_code == 403


def test_no_line_of_the_log_tells_when_somebody_wrote(work, phone, caplog):
    """Nor is it counted; that a page was looked at is told without its code."""
    ask, channel, mine = opened(work), work.channels.open("p", "What?").code, phone()
    caplog.set_level("INFO", "manyvoices")
    send(mine, ask, mine.get(f"/g/{ask}").text, "yes")
    mine.post(f"/c/{channel}", data={"text": "Zebrafinch"})
    told = [record.fields for record in caplog.records if hasattr(record, "fields")]
    assert {(each["method"], each["route"]) for each in told} <= {("GET", "/g/{code}"), ("GET", "/c/{code}")}
    assert not [each for each in told if ask in repr(each) or channel in repr(each) or "Zebrafinch" in repr(each)]


def test_the_style_of_these_pages_is_there():
    """One sheet of their own."""
    assert "giving.css" in FILES


def request_of(**cookies):
    return SimpleNamespace(request=SimpleNamespace(cookies=cookies))


def test_the_phone_says_whose_it_is_before_the_form_does():
    """What is no token of ours counts for nothing; whoever brings none gets a new one."""
    kept, brought = new_token(), new_token()
    assert own_token(request_of(giving=kept), "giving", brought) == kept
    assert own_token(request_of(giving="<b>"), "giving", brought) == brought
    made = own_token(request_of(other=kept), "giving", "")
    assert is_token(made)
    assert made not in (kept, brought)


def test_a_phone_keeps_it_for_one_link_only():
    """Under the path of that link, out of reach of scripts."""
    header = remember(Response(), "giving", "abc", ("g", "k7mq2xh3tz"), 60).headers["set-cookie"]
    assert header == "giving=abc; HttpOnly; Max-Age=60; Path=/g/k7mq2xh3tz; SameSite=lax"
