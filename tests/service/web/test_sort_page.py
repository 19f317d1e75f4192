"""The wall of cards as pages and forms, without any script."""

import re

import pytest
from fastapi.testclient import TestClient

import service.analyses.findings
import service.web.routes.sort
from nlp.readings.edits.types import text_key
from service.analyses.findings import Findings
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.annotations.test_reading_edits import table
from tests.service.working import create_app

PAGE = "/programmes/p/elements/culture/sort"


@pytest.fixture
def work(settings, open_workspace):
    """A workspace with three meanings of one element."""
    workspace = open_workspace(settings)
    workspace.programmes.create("P", ["A", "B", "C"])
    workspace.files.add("p", [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    return workspace


@pytest.fixture
def client(settings, work):
    """Its pages."""
    with TestClient(create_app(settings, work), base_url="http://localhost") as client:
        yield client


def fields(page):
    """The hidden fields that every form of a page has."""
    return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("seen", "step", "sorter")}


def send(client, page, act, **said):
    return client.post(PAGE, data={**fields(page), "act": act, **said})


def begun(client):
    """An empty wall with one pile."""
    page = send(client, client.get(PAGE).text, "begin", start="nothing").text
    return send(client, page, "new", name="बिजुली", cards=[text_key(POWER[0])]).text


def pile_id(page, name):
    return re.search(rf'<option value="([^"]*)">{name}</option>', page)[1]


def test_the_page_asks_how_to_begin_and_shows_every_card(client):
    """Heaps, readings, nothing; afterwards each note stands once, with its language and its box."""
    asked = client.get(PAGE).text
    assert [f'value="{start}"' in asked for start in ("heaps", "readings", "nothing")] == [True] * 3
    page = begun(client)
    for text in (*RISK, *JOINT, *POWER):
        assert page.count(f">{text}</") == 1
    assert f'lang="bn">{POWER[0]}' in page
    assert page.count('type="checkbox" form="move"') == len((*RISK, *JOINT, *POWER)) - 1


def test_several_cards_are_moved_by_ticking_them(client, work):
    """To a pile, to a new one, to those that fit none, and back."""
    page = begun(client)
    own = pile_id(page, "बिजुली")
    page = send(client, page, "place", cards=[text_key(text) for text in POWER[1:]], to=own).text
    assert "3 cards are in “" in page
    page = send(client, page, "place", cards=[text_key(RISK[0])], to="new", name="Risk").text
    page = send(client, page, "place", cards=[text_key(JOINT[0])], to="none").text
    found = work.findings("p").wall("culture")
    assert [pile.name for pile in found.piles] == ["बिजुली", "Risk"]
    assert [card.text for card in found.fits_none] == [JOINT[0]]
    send(client, page, "place", cards=[text_key(JOINT[0])], to="unsorted")
    assert work.findings("p").wall("culture").fits_none == ()


def test_the_next_card_is_placed_by_one_button_and_can_wait(client):
    """The button says where; later brings another card to the front."""
    page = begun(client)
    section = page[page.index('id="next"') : page.index("</section>", page.index('id="next"'))]
    card = re.search(r'name="cards" value="(\w+)"', section)[1]
    waits = client.post(PAGE, data={**fields(page), "act": "place", "do": "skip", "cards": card}).text
    assert re.search(r'name="cards" value="(\w+)"', waits[waits.index('id="next"') :])[1] != card
    placed = send(client, page, "place", cards=card, to=pile_id(page, "बिजुली"))
    assert placed.history[0].status_code == 303
    assert "placed by hand" in placed.text


def test_undo_and_redo(client, work):
    """One button each."""
    page = send(client, begun(client), "undo").text
    assert work.findings("p").wall("culture").piles == ()
    assert "Taken back" not in page
    send(client, page, "redo")
    assert [pile.name for pile in work.findings("p").wall("culture").piles] == ["बिजुली"]


def test_a_form_that_comes_too_late_is_answered_with_what_changed(client, work):
    """The wall as it is now, and nothing of the form done."""
    old = begun(client)
    send(client, old, "place", cards=[text_key(RISK[0])], to="none")
    late = send(client, old, "place", cards=[text_key(RISK[1])], to="none")
    assert late.status_code == 409
    assert "One card fits no pile" in late.text[late.text.index('id="problem"') :]
    assert len(work.findings("p").wall("culture").fits_none) == 1
    assert send(client, late.text, "place", cards=[text_key(RISK[1])], to="none").status_code == 200


def test_what_cannot_be_done_is_said_on_the_wall(client):
    """No card ticked, a name twice; an element that is not there is not found."""
    page = begun(client)
    nothing = send(client, page, "place", to="none")
    assert (nothing.status_code, "no card is chosen" in nothing.text) == (422, True)
    assert "another pile is called" in send(client, page, "new", name="बिजुली").text
    assert client.get("/programmes/p/elements/nothing/sort").status_code == 404
    assert client.post("/programmes/p/elements/nothing/sort", data={"act": "undo"}).status_code == 404


def test_piles_are_named_joined_accepted_and_emptied(client, work):
    """From the forms beneath a pile."""
    page = begun(client)
    page = send(client, page, "new", name="Risk", cards=[text_key(text) for text in RISK[:2]]).text
    page = send(client, page, "place", cards=[text_key(POWER[1])], to=pile_id(page, "बिजुली")).text
    page = send(client, page, "accept", pile=pile_id(page, "Risk")).text
    assert all(card.by_hand for card in work.findings("p").wall("culture").piles[1].cards)
    page = send(client, page, "name", pile=pile_id(page, "Risk"), name="Courage", about="to try").text
    page = send(client, page, "join", pile=pile_id(page, "बिजुली"), to=pile_id(page, "Courage")).text
    (left,) = work.findings("p").wall("culture").piles
    assert (left.name, left.about) == ("Courage", "to try")
    send(client, page, "empty", pile=left.id)
    assert work.findings("p").wall("culture").piles[0].cards == ()


def test_somebody_sorts_apart_and_one_sorting_is_the_readings(client, work):
    """A wall of their own under their name; a button makes it the readings, another goes back to the machine's."""
    begun(client)
    own = client.get(PAGE, params={"sorter": "রিনা"}).text
    own = client.post(PAGE, data={**fields(own), "act": "new", "name": "একসঙ্গে", "cards": text_key(JOINT[0])}).text
    assert fields(own)["sorter"] == "রিনা"
    send(client, own, "use")
    assert "একসঙ্গে" in {each.given for each in work.findings("p").element("culture").readings}
    send(client, own, "machine")
    assert {each.given for each in work.findings("p").element("culture").readings} == {""}


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_the_page_speaks_three_languages_and_escapes(client, code):
    """Names of piles are people's words."""
    page = send(client, begun(client), "new", name="<b>&").text
    assert "<b>&" not in page
    assert client.get(f"{PAGE}?lang={code}").status_code == 200


def test_a_mark_tells_whose_a_card_is_and_who_placed_it(client):
    """The machine's cards are lighter and say so; the team stands beside its sign."""
    page = begun(client)
    page = send(client, page, "new", name="Risk", cards=[text_key(text) for text in RISK[:2]]).text
    page = send(client, page, "place", cards=[text_key(POWER[1])], to=pile_id(page, "बिजुली")).text
    assert re.search(r'class="card by-machine"(?:(?!</li>).)*placed by the machine', page, re.DOTALL)
    assert re.search(r'class="card"(?:(?!</li>).)*placed by hand', page, re.DOTALL)


def test_a_codebook_is_written_or_handed_in(client, work):
    """Lines, and a file; what has no names says so on the wall."""
    page = client.post(f"{PAGE}/codebook", data={"lines": "Risk: we dare\n- we try"}).text
    assert "we dare" in page
    qdc = '<?xml version="1.0"?><CodeBook><Codes><Code guid="1" name="বিদ্যুৎ"/></Codes></CodeBook>'
    client.post(f"{PAGE}/codebook", files={"file": ("a.qdc", qdc.encode())})
    assert [pile.name for pile in work.findings("p").wall("culture").piles] == ["Risk", "বিদ্যুৎ"]
    nothing = client.post(f"{PAGE}/codebook", data={"lines": " "})
    assert (nothing.status_code, "there is no name of a pile in it" in nothing.text) == (422, True)


def test_a_pile_is_named_in_each_language_and_shown_in_the_readers(client, work):
    """From its form; in the list of piles and in what was done last; naming it shortly leaves the other names."""
    page = begun(client)
    own = pile_id(page, "बिजुली")
    called = {"name-en": "Power", "name-bn": "বিদ্যুৎ", "name-ne": ""}
    page = send(client, page, "name", pile=own, name="बिजुली", about="", **called).text
    assert work.findings("p").wall("culture").piles[0].names == {"en": "Power", "bn": "বিদ্যুৎ"}
    assert 'name="name-bn" type="text" maxlength="200" autocomplete="off" lang="bn" value="বিদ্যুৎ"' in page
    shown = client.get(PAGE, params={"lang": "bn"}).text
    assert f'<option value="{own}">বিদ্যুৎ</option>' in shown
    assert "বিদ্যুৎ" in shown[shown.index('id="said"') : shown.index("steps-bar")]
    send(client, shown, "name", pile=own, name="बिजुली", about="")
    assert work.findings("p").wall("culture").piles[0].names == {"en": "Power", "bn": "বিদ্যুৎ"}


def test_who_asks_for_every_card_keeps_seeing_every_card(client):
    """After a move as before it, and beside the words of another language."""
    begun(client)
    page = client.get(PAGE, params={"whole": "true", "gloss": "true"}).text
    assert 'name="whole" value="1"' in page
    moved = send(client, page, "place", cards=[text_key(RISK[0])], to="none", whole="1")
    assert "whole=1" in str(moved.url)
    assert 'name="whole" value="1"' in moved.text


def test_a_comparison_calls_piles_in_the_readers_language(client):
    """Both people's."""
    page = begun(client)
    page = send(client, page, "name", pile=pile_id(page, "बिजुली"), name="बिजुली", **{"name-bn": "বিদ্যুৎ"}).text
    own = client.get(PAGE, params={"sorter": "রিনা"}).text
    client.post(PAGE, data={**fields(own), "act": "new", "name": "Cuts", "cards": text_key(POWER[0])})
    shown = client.get(f"{PAGE}/compare", params={"one": "", "other": "রিনা", "lang": "bn"}).text
    assert "বিদ্যুৎ" in shown
    assert "बिजुली" not in shown


def test_the_element_and_the_programme_say_who_placed_what_and_who_gave_the_names(client, work):
    """How many notes people placed, a mark under each of these, and whose the names are; the same over the API."""
    page = begun(client)
    assert "People placed 1 of the" in client.get("/programmes/p/elements/culture").text
    page = send(client, page, "new", name="Risk", cards=[text_key(text) for text in RISK[:2]]).text
    send(client, page, "place", cards=[text_key(JOINT[0])], to="none")
    shown = client.get("/programmes/p/elements/culture").text
    notes = len((*RISK, *JOINT, *POWER))
    assert f"People placed 4 of the {notes} notes by hand." in shown
    assert shown.count('<span class="tag">placed by hand</span>') == 4
    assert "“Named by a person” stands behind the names that people gave" in shown
    assert "(named by a person)" in client.get("/programmes/p").text
    found = client.get("/api/v1/programmes/p/elements/culture").json()
    assert len(found["placed_by_hand"]) == 4
    assert not {*found["placed_by_hand"]} & {*found["placed_by_machine"]}
    for code in ("bn", "ne"):
        assert client.get("/programmes/p/elements/culture", params={"lang": code}).text.count("People placed") == 0


def test_very_many_cards_do_not_wait_for_the_machine_before_anybody_begins(client, work, monkeypatch):
    """Heaps are looked for when somebody asks for them; then the table is as with few cards."""
    asked = []
    prepared = Findings._machine
    monkeypatch.setattr(Findings, "_machine", lambda *given: asked.append(True) or prepared(*given))
    for module in (service.analyses.findings, service.web.routes.sort):
        monkeypatch.setattr(module, "VERY_MANY", 3)
    page = client.get(PAGE).text
    assert "With small heaps" in page
    assert f"There are {len((*RISK, *JOINT, *POWER))} cards on the table." in page
    assert asked == []
    few = send(client, page, "begin", start="heaps").text
    assert asked
    assert "How do you want to begin?" not in few
    assert sum(f">{text}</" in few for text in (*RISK, *JOINT, *POWER)) == len((*RISK, *JOINT, *POWER))
