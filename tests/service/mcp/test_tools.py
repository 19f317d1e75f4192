"""What is answered, to whom: the needs of the API's addresses, consent, small groups, pages."""

import sys

import pytest

from nlp.errors import InputError
from nlp.names import name_key
from service.access.permissions import PLACES as MAY
from service.access.permissions import Need
from service.errors import NotFound, NotSignedIn, Refused
from service.mcp import pages
from service.mcp.asking import Asking
from service.mcp.server import Tools, build_server
from service.mcp.token import token_of
from service.search.types import By
from service.settings import Settings
from tests.own_loop import wait_for
from tests.service.mcp.conftest import PLACES, SAMPLE

SESSION = "session-2026-03-review"
ASKED = {
    "list_sessions": ({}, Need.PROGRAMME),
    "search": ({"words": "trust"}, Need.TEAM),
    "readings": ({}, Need.PROGRAMME),
    "holders": ({"element": "Communications"}, Need.PROGRAMME),
    "participation": ({"session": SESSION}, Need.PROGRAMME),
}


@pytest.mark.parametrize("tool", ASKED)
@pytest.mark.parametrize("who", PLACES)
def test_a_tool_answers_whom_the_api_answers(tools, who, tool):
    """Facilitators all, members of teams their search; who has no place does not learn what there is."""
    words, need = ASKED[tool]
    ask = getattr(tools(who), tool)
    place = PLACES[who]
    if place is None:
        with pytest.raises(NotFound, match="there is no programme"):
            ask(SAMPLE, **words)
    elif need in MAY[place[0]]:
        assert ask(SAMPLE, **words)
    else:
        with pytest.raises(Refused, match="Ask a facilitator"):
            ask(SAMPLE, **words)


def test_only_programmes_with_a_place_are_listed(tools):
    """With as much of them as the reader may know."""
    listed = {who: tools(who).list_programmes().programmes for who in ("", *PLACES)}
    assert {who: len(found) for who, found in listed.items()} == {
        "": 1,
        "facilitator": 1,
        "member": 1,
        "observer": 1,
        "administrator": 0,
    }
    assert listed["facilitator"][0].elements
    assert not listed["observer"][0].elements


def test_a_token_that_was_revoked_opens_nothing_at_once(work, accounts):
    """It is looked up for each question."""
    made = work.tokens.make(accounts["facilitator"], "short")
    asks = Tools(Asking(work.for_readers(), made.secret))
    assert asks.list_programmes().programmes
    work.tokens.revoke(accounts["facilitator"], made.token.id)
    with pytest.raises(NotSignedIn, match="was revoked"):
        asks.list_programmes()
    with pytest.raises(NotSignedIn):
        asks.search(SAMPLE, "trust")


def test_what_an_account_was_shown_stands_in_the_history(work, tools):
    """As if it had opened the page."""
    tools("facilitator").participation(SAMPLE, SESSION)
    seen = {(each.entry.who, each.entry.of.id) for each in work.journal.page(SAMPLE, looked=True).done}
    assert ("Facilitator", f"sessions/{SESSION}") in seen


def test_nobody_is_named_unless_it_is_asked_for(work, tools):
    """Numbers in sessions, and words in place of names in texts; with names as far as everybody agreed."""
    found = work.findings(SAMPLE)
    people = {each.name for each in found.at.people}
    told = tools().participation(SAMPLE, SESSION)
    assert not people & {each.person for each in told.speakers}
    named = tools(names=True).participation(SAMPLE, SESSION)
    assert people >= {each.person for each in named.speakers}
    assert sorted(each.share for each in named.speakers) == sorted(each.share for each in told.speakers)
    turns = tools().search(SAMPLE, "we", kind="turn").hits
    assert turns
    assert not any(each.speaker for each in turns)
    keys = {name_key(name) for name in people}
    texts = [hit.text for words in ("trust", "meeting", "he", "she") for hit in tools().search(SAMPLE, words).hits]
    assert not [key for key in keys for text in texts if key in name_key(text)]


def test_figures_are_those_of_the_pages(work, tools):
    """The same results, rounded."""
    found = work.findings(SAMPLE)
    element = found.element("communications")
    told = tools().holders(SAMPLE, "Communications")
    assert [each.reading for each in told.holders] == [each.id for each in element.readings]
    for own, reading in zip(told.holders, element.readings, strict=True):
        for each in own.by:
            assert {held.group: held.notes for held in each.held_by} == {
                group: holding.count for group, holding in reading.held_by[each.attribute].items()
            }
            assert each.verdict == reading.difference[each.attribute].verdict
    assert told.withheld == element.withheld
    one = tools().holders(SAMPLE, "Communications", reading=element.readings[1].id)
    assert [each.reading for each in one.holders] == [element.readings[1].id]


def test_long_answers_come_in_pages(work, tools, monkeypatch):
    """Nothing twice, nothing left out; a page holds no more letters than an assistant can take."""
    monkeypatch.setattr(pages, "LETTERS", 4_000)
    cursor, elements, readings, count = "", [], [], 0
    while count == 0 or cursor:
        page = tools().readings(SAMPLE, cursor=cursor)
        elements += [each.element for each in page.elements]
        readings += [each.reading for each in page.readings]
        assert len(page.model_dump_json()) < 2 * pages.LETTERS
        cursor, count = page.next, count + 1
    whole = work.findings(SAMPLE).readings()
    assert count > 3
    assert elements == [each.element for each in whole.elements]
    assert readings == [each.id for each in whole.readings]


@pytest.mark.parametrize("cursor", ["1", "a.b", "999999.0", "1.2.3", "١.٢", "-1.0", "9" * 40 + ".1"])
def test_a_cursor_that_is_none_is_refused(tools, cursor):
    """Also one from before the programme changed."""
    with pytest.raises(InputError, match="cursor"):
        tools().readings(SAMPLE, cursor=cursor)


def test_long_texts_are_cut(tools):
    """With a sign that there is more."""
    assert pages.cut("ক" * 1000) == "ক" * 1000
    assert pages.cut("ক" * 1001) == "ক" * 999 + "…"


def test_what_is_not_there_is_one_line(tools):
    """With what to do."""
    for ask, line in (
        (lambda: tools().readings("nothing"), "there is no programme"),
        (lambda: tools().readings(SAMPLE, "Nothing"), "there is no element"),
        (lambda: tools().holders(SAMPLE, ""), "there is no element"),
        (lambda: tools().participation(SAMPLE, "nothing"), "there is no session"),
    ):
        with pytest.raises(NotFound, match=line):
            ask()


def test_what_is_not_worked_out_yet_says_who_does_it(settings, open_workspace):
    """It is not made here, and nothing waits for it."""
    work = open_workspace(settings)
    slug = work.programmes.create("Two rivers", ["North"]).slug
    work.files.add(slug, [("notes.csv", b"text,element,team\nWe trust,Communications,North\n")])
    server = build_server(Asking(work.for_readers()))
    with pytest.raises(Exception, match=r"still being worked out\. Start manyvoices serve or manyvoices worker"):
        wait_for(server.call_tool("readings", {"programme": slug}))


def test_a_token_is_needed_where_everybody_signs_in(tmp_path):
    """From a file, else from the settings; a file that is none is named."""
    (tmp_path / "token").write_text(" mv_secret\n")
    (tmp_path / "empty").touch()
    open_, closed = Settings(data_dir=tmp_path), Settings(data_dir=tmp_path, sign_in="always")
    assert token_of(open_, None) == ""
    assert token_of(Settings(data_dir=tmp_path, mcp_token="mv_of the settings "), None) == "mv_of the settings"
    assert token_of(closed, tmp_path / "token") == "mv_secret"
    with pytest.raises(NotSignedIn, match=r"everybody has to sign in here.*--token-file"):
        token_of(closed, None)
    with pytest.raises(InputError, match="empty: the file is empty"):
        token_of(open_, tmp_path / "empty")
    with pytest.raises(InputError, match="none: the file cannot be opened"):
        token_of(open_, tmp_path / "none")


def test_without_the_extra_the_message_says_what_to_install(monkeypatch, work):
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    with pytest.raises(InputError, match=r"mcp is not installed. Run: pip install 'manyvoices\[mcp\]'"):
        build_server(Asking(work.for_readers()))


def test_quotes_are_only_of_those_who_may_be_quoted(work, tools):
    """What the page of the element quotes, and no more."""
    told = tools(names=True).readings(SAMPLE, "communications")
    element = work.findings(SAMPLE).element("communications")
    assert [[quote.id for quote in each.quotes] for each in told.readings] == [
        list(reading.quotes) for reading in element.readings
    ]


def test_who_agreed_to_less_is_shown_less(settings, open_workspace):
    """Who is only counted is not quoted; who is quoted without a team has none; writers have no names."""
    work = open_workspace(settings)
    slug = work.programmes.create("Two rivers", ["North", "South"]).slug
    notes = """text,element,team,participant,consent
secret one,Trust,North,Yusuf,counted only
open secret of Zebulon,Trust,South,Zara,
secret without a team,Trust,South,Mina,quote without name and team
lost secret,Trust,North,Zebulon,
never a secret,Trust,North,Hari,not at all
"""
    work.files.add(slug, [("notes.csv", notes.encode())])
    work.jobs.do_all()
    tools = Tools(Asking(work.for_readers()))
    found = {hit.text: hit for hit in tools.search(slug, "secret", by=By.WORD).hits}
    assert sorted(found) == ["lost secret", "open secret of …", "secret without a team"]
    assert found["secret without a team"].team == ""
    assert found["lost secret"].team == "North"
    told = tools.readings(slug).model_dump_json() + tools.holders(slug, "Trust").model_dump_json()
    assert not any(word in told for word in ("secret one", "never a secret", "Yusuf", "Zara", "Zebulon"))
    work.files.add(slug, [("more.csv", b"text,element,team,participant\nAsk Quentin,Trust,North,Quentin\n")])
    assert [hit.text for hit in tools.search(slug, "ask", by=By.WORD).hits] == ["Ask …"]
