"""What people agreed to holds in every answer: pages, API and exports, in three scripts."""

import json
from unicodedata import normalize

import pytest
from fastapi.testclient import TestClient

from nlp.consent import Consent
from service.privacy.consents import Said
from service.web.app import create_app

WORDS = {
    "Latin": ("zanzibar quagmire", "obsidian lanterns", "marzipan harbour", "velvet thunderstorm"),
    "Bangla": ("জাঞ্জিবারের চোরাবালি", "অবসিডিয়ান লণ্ঠন", "মারজিপান বন্দর", "মখমলের বজ্রঝড়"),
    "Devanagari": ("जान्जिबारको दलदल", "ओब्सिडियन लालटिन", "मार्जिपान बन्दरगाह", "मखमली हुरी"),
}
NAMES = {
    "Latin": ("Wilhelmina Qard", "Xanthe Pryx", "Yolanda Zubro", "Quentin Vexley"),
    "Bangla": ("জুবায়দা কুয়ার্ট", "ফজিলাতুন্নেসা ঝর", "ঈশিতা ঠোক", "ঔরঙ্গ ঢাল"),
    "Devanagari": ("जुबैदा क्वार्ट", "फूलमाया झर", "ईशिता ठोक", "औरङ्ग ढाल"),
}
ANSWERS = ("without name", "chatham house", "counted only", "no")
TEAM = "Ygritte Consortium"


def _files(script, consent="consent", answers=ANSWERS):
    rows = "\n".join(f"{name},,{TEAM},{answer}" for name, answer in zip(NAMES[script], answers, strict=True))
    roster = f"name,aliases,team,{consent}\n{rows}\nAsha Rai,,North,yes\nRina Das,,South,\nTom Bell,,North,yes\n"
    said = [
        (f"we {words} share the news {at}", name, TEAM)
        for words, name in zip(WORDS[script], NAMES[script], strict=True)
        for at in ("today", "in time")
    ]
    open_ = [(f"we share the news in time {at}", who, "North") for at in range(4) for who in ("Asha Rai", "Tom Bell")]
    lines = "\n".join(f"{text},Communications,{team},{who},2026-03-20" for text, who, team in (*said, *open_))
    notes = f"text,element,team,participant,date\n{lines}\n"
    cues = "\n\n".join(
        f"00:00:{10 + at:02}.000 --> 00:00:{11 + at:02}.000\n<v {name}>I speak of {words}."
        for at, (name, words) in enumerate(zip((*NAMES[script], "Asha Rai"), (*WORDS[script], "news"), strict=True))
    )
    return [
        ("roster.csv", normalize("NFD", roster).encode()),
        ("notes.csv", normalize("NFD", notes).encode()),
        ("session-2026-03-20.vtt", f"WEBVTT\n\n{normalize('NFD', cues)}\n".encode()),
    ]


@pytest.fixture
def client(workspace):
    """The service on the workspace."""
    return TestClient(create_app(workspace.settings, workspace), base_url="http://127.0.0.1")


def _addresses(workspace, slug):
    """Every page, answer and export that shows notes, readings or sessions."""
    pages = [
        "",
        "/elements/communications",
        "/elements/communications/edit",
        "/elements/communications/sort",
        "/report",
    ]
    pages += ["/report.html", "/report?names=1", "/sessions", "/over-time", "/rubrics", "/changes.json"]
    pages += ["/sessions/session-2026-03-20", "/sessions/session-2026-03-20?names=0"]
    api = ["", "/elements", "/elements/communications", "/drift", "/sessions", "/sessions/session-2026-03-20"]
    api += ["/over-time", "/ratings", "/edits", "/questions", "/elements/communications/sorting"]
    return [f"/programmes/{slug}{each}" for each in pages] + [f"/api/v1/programmes/{slug}{each}" for each in api]


def _answers(client, workspace, slug):
    """Address -> its text, escapes undone, in NFC."""
    found = {}
    for address in _addresses(workspace, slug):
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.text[:300])
        text = json.dumps(answer.json(), ensure_ascii=False) if "/api/" in address else answer.text
        found[address] = normalize("NFC", text)
    return found


def _where(answers, words):
    return [address for address, text in answers.items() if normalize("NFC", words) in text]


@pytest.mark.parametrize("script", WORDS)
def test_what_the_roster_says_holds_everywhere(workspace, programme, client, script):
    """Counted words stand nowhere, and nothing of those who said no; others are quoted without name, or team."""
    workspace.files.add(
        programme, _files(script, {"Latin": "Consent", "Bangla": "সম্মতি", "Devanagari": "सहमति"}[script])
    )
    answers = _answers(client, workspace, programme)
    nameless, unattributed, counted, refused = WORDS[script]
    assert _where(answers, counted) == []
    assert _where(answers, refused) == []
    assert len(_where(answers, nameless)) >= 3
    assert len(_where(answers, unattributed)) >= 3
    for address, text in answers.items():
        if "/elements" in address or "/report" in address or "/drift" in address:
            assert [name for name in NAMES[script] if normalize("NFC", name) in text] == [], address
    session = [text for address, text in answers.items() if "/api/" in address and "session-2026" in address]
    assert [name for name in NAMES[script] for text in session if normalize("NFC", name) in text] == []
    assert any("Asha Rai" in text for text in session)


def test_counted_words_count_and_refused_ones_do_not(workspace, programme):
    """Of eight notes by four people two are left out, two are not shown, and all six count."""
    workspace.files.add(programme, _files("Latin"))
    (element,) = workspace.findings(programme).readings().elements
    units = [*element.alone, *(unit for reading in element.readings for unit in reading.units)]
    assert element.notes == len(units) == 14
    assert element.groups["team"] == {"North": 8, TEAM: 6}
    assert sum(unit.text == "…" for unit in units) == 2
    silent = [
        unit for unit in units if unit.attributes.get("consent") in {"counted only", "quote without name and team"}
    ]
    assert len(silent) == 4
    assert not any("participant" in unit.attributes or "team" in unit.attributes or unit.source for unit in silent)


def test_chatham_house_is_one_switch_of_the_programme(workspace, programme, client):
    """What was said is quoted; nobody's name and no team stands beside it. Switched off, all is as it was."""
    workspace.files.add(programme, _files("Latin", answers=("", "", "", "")))
    before = _answers(client, workspace, programme)
    assert client.post(f"/programmes/{programme}/consent/chatham-house", data={"on": "1"}).status_code == 200
    answers = _answers(client, workspace, programme)
    for address, text in answers.items():
        if "/elements/communications" in address or "session-2026" in address:
            assert not [name for name in NAMES["Latin"] if name in text and "sort" not in address], address
    units = workspace.findings(programme).element("communications").readings[0].units
    assert not any(unit.attributes.keys() & {"team", "participant"} for unit in units)
    assert client.post(f"/programmes/{programme}/consent/chatham-house", data={"on": "0"}).status_code == 200
    again = _answers(client, workspace, programme)
    key = f"/api/v1/programmes/{programme}/elements"
    assert json.loads(again[key])["elements"] == json.loads(before[key])["elements"]


def test_a_session_that_may_not_be_used_is_not_measured(workspace, programme, client):
    """Its page says why; what is said without name has numbers only, in the API too."""
    workspace.files.add(programme, _files("Latin", answers=("", "", "", "")))
    workspace.consents.say(programme, [Said(Consent.NOT_AT_ALL, session="session-2026-03-20")])
    page = client.get(f"/programmes/{programme}/sessions/session-2026-03-20").text
    assert "did not agree" in page
    assert client.get(f"/api/v1/programmes/{programme}/sessions/session-2026-03-20").status_code == 422
    workspace.consents.say(programme, [Said(Consent.COUNTED, session="session-2026-03-20")])
    answer = client.get(f"/api/v1/programmes/{programme}/sessions/session-2026-03-20").text
    assert "Person 1" in answer
    assert not [name for name in ("Wilhelmina", "Asha Rai") if name in answer]
    workspace.consents.say(programme, [Said(None, session="session-2026-03-20")])
    assert "Wilhelmina" in client.get(f"/api/v1/programmes/{programme}/sessions/session-2026-03-20").text


def test_what_a_facilitator_says_takes_the_place_of_the_roster(workspace, programme):
    """By any spelling of the name; taken back, the roster counts again."""
    workspace.files.add(programme, _files("Latin"))
    workspace.consents.say(programme, [Said(Consent.WITH_NAME, person="yolanda  ZUBRO")])
    people = {each.name: each for each in workspace.consents.of(programme).people}
    assert (people["Yolanda Zubro"].consent, people["Yolanda Zubro"].said) == (Consent.WITH_NAME, True)
    assert people["Quentin Vexley"].consent is Consent.NOT_AT_ALL
    texts = workspace.findings(programme).readings().to_json()
    assert "marzipan harbour" in texts
    assert "velvet thunderstorm" not in texts
    workspace.consents.say(programme, [Said(None, person="Yolanda Zubro")])
    assert "marzipan harbour" not in workspace.findings(programme).readings().to_json()


def test_nothing_changes_where_nobody_said_anything(workspace, full):
    """Without answers results are those that they were: no note is changed."""
    found = workspace.findings(full)
    assert found.at.agreed.to_all
    assert found.readings() is found.readings()
    assert found._as_shown(found.readings()) == found.readings()


@pytest.mark.parametrize("script", WORDS)
def test_a_search_finds_no_words_that_may_not_be_quoted(workspace, programme, client, script):
    """Nor the name, the file or the team of whoever did not agree to them."""
    workspace.files.add(programme, _files(script))
    for at, words in enumerate(WORDS[script]):
        hits = client.get(f"/api/v1/programmes/{programme}/search", params={"q": words}).json()["hits"]
        own = [hit["place"] for hit in hits if normalize("NFC", words) in hit["text"]]
        page = client.get(f"/programmes/{programme}/search", params={"q": words})
        assert page.status_code == 200
        assert bool(own) == (normalize("NFC", f"we {words} share") in normalize("NFC", page.text)) == (at < 2)
        assert {(place["speaker"], place["file"]) for place in own} <= {("", "")}
        assert {place["team"] for place in own if place["element"]} == ({0: {TEAM}, 1: {""}}.get(at, set()))
