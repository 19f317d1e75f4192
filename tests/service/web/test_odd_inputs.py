"""Odd but accepted inputs: no page of a programme falls because of one of its records."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from fastapi.testclient import TestClient

from service.analyses.findings import Findings
from service.settings import Settings
from service.store import Database
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.files import NOTES, ROSTER, RUBRIC_NORTH, RUBRIC_SOUTH, TRANSCRIPT
from tests.service.working import create_app

Files = list[tuple[str, bytes]]
LONG = "ক" * 500
FAMILY = "👩\u200d👩\u200d👧"
CAPTION = "WEBVTT\n\n00:00:00.000 --> 00:00:10.000\n<v {name}>{text}</v>\n"


def table(header: str, *rows: str) -> bytes:
    """Return a csv."""
    return "\n".join([header, *rows]).encode()


def chat(*texts: str) -> bytes:
    """Return a chat that was exported as text, of two people in turn."""
    people = ("Asha Rai", "Tom Bell")
    lines = [f"{1 + at}/5/26, 10:0{at} - {people[at % 2]}: {text}" for at, text in enumerate(texts)]
    return "\n".join(lines).encode()


def spoken(*turns: str) -> bytes:
    """Return a plain transcript."""
    return "\n".join(turns).encode()


ODD: dict[str, Files] = {
    "emoji-only chat": [("chat.txt", chat(*"😀👍🎉😀👍🎉😀👍"))],
    "families and flags in a chat": [("chat.txt", chat(FAMILY, "🇳🇵", FAMILY, "🇧🇩"))],
    "stickers and media only": [("chat.txt", chat(*["<Media omitted>"] * 4, "ok"))],
    "one-word notes": [("n.txt", b"Trust\nTime\nMoney\nTrust\n")],
    "one note": [("n.txt", b"We meet too rarely.\n")],
    "emoji notes": [("n.csv", table("text,element,team", "😀,Trust,A", "👍,Trust,B", "😀👍,Trust,A"))],
    "only stop words": [("n.csv", table("text,element,team", *["the and of,Trust,A", "এবং,Trust,B", "र,Trust,B"]))],
    "digits only": [("n.csv", table("text,element,team", "1,Trust,A", "22,Trust,B", "৩৩,Trust,B"))],
    "signs only": [("n.csv", table("text,element,team", "?!,Trust,A", "100 %,Trust,B", "→ →,Trust,B", "§ 1,Trust,A"))],
    "the same note fifty times": [("n.csv", table("text,element,team", *["Late again,Trust,A"] * 50))],
    "one person in all notes": [("n.csv", table("text,participant", *[f"Note of mine {n},Asha" for n in range(9)]))],
    "one person on the roster": [("people.csv", b"name,team\nAsha,North\n"), ("t.vtt", TRANSCRIPT)],
    "empty groups": [("people.csv", b"name,gender,team\nAsha Rai,,\nTom Bell,,\n"), ("t.vtt", TRANSCRIPT)],
    "names of 500 letters": [
        ("people.csv", table("name,team", f"{LONG},{LONG}")),
        ("t.txt", spoken(f"{LONG[:60]}: Hello to all", "Tom: Yes, hello")),
    ],
    "an element of 500 letters": [("n.csv", table("text,element,team", f"Late,{LONG},A", f"Later,{LONG},{LONG}"))],
    "a text of 20,000 letters": [("n.csv", table("text,element", "word " * 4_000 + ",Trust"))],
    "a word of 20,000 letters": [("n.csv", table("text,element", "a" * 20_000 + ",Trust"))],
    "right to left": [("n.csv", table("text,element,team", "نلتقي نادرا,الثقة,الشمال", "לא מספיק זמן,الثقة,B"))],
    "direction marks": [("n.csv", table("text,element,team", "\u202eLate\u202c,\u200fTrust,\u2067A\u2069"))],
    "before 1900": [
        ("n.csv", table("text,date,review", "Old,1847-03-01,1847", "New,1899-12-31,1899", "No,0001-01-01,"))
    ],
    "dates that are none": [("n.csv", table("text,date,review", "Old,99/99/9999,soon", "New,yesterday,later"))],
    "the far future": [("n.csv", table("text,date,review", "Late,9999-12-31,9999-12", "Later,9999-12-30,9999-11"))],
    "many teams": [("n.csv", table("text,element,team", *[f"Note {n},Trust,T{n}" for n in range(200)]))],
    "ten thousand teams": [
        ("r.csv", table("review,team,element,level", *[f"May,T{n},Trust,x" for n in range(10_000)]))
    ],
    "many people on the roster": [
        ("people.csv", table("name,team", *[f"P{n} Q,T{n}" for n in range(300)])),
        ("t.vtt", TRANSCRIPT),
    ],
    "a hundred elements": [("n.csv", table("text,element,team", *[f"Note {n},E{n},A" for n in range(100)]))],
    "one team twice": [
        ("n.csv", table("text,element,team", "One,Trust,North", "Two,Trust, NORTH ", "Three,Trust,north"))
    ],
    "elements that make no address": [("n.csv", table("text,element,team", "One,???,A", "Two,..,A", "Three,/,B"))],
    "two elements of one address": [("n.csv", table("text,element,team", "One,A B,A", "Two,A-B,A", "Three,a_b,B"))],
    "ratings of unknown elements": [("r.csv", table("review,team,element,level", "March,Mars,Nowhere,purple"))],
    "ratings and notes that never meet": [
        ("r.csv", table("review,team,element,level", "March,Mars,Nowhere,purple", "May,Mars,Nowhere,green")),
        ("n.csv", NOTES),
    ],
    "a rubric of one line": [("rubric.csv", b"element,level,descriptor,team\nTrust,good,We talk,A\n")],
    "rubrics of emoji": [
        ("a.csv", table("element,level,descriptor,team", "Trust,1,😀,A", "Trust,2,👍,A")),
        ("b.csv", table("element,level,descriptor,team", "Trust,1,👍,B", "Trust,2,!!!,B")),
    ],
    "one turn": [("t.txt", spoken("Asha Rai: Good morning everybody"))],
    "one turn of an emoji": [("t.vtt", CAPTION.format(name="Asha", text="👍").encode())],
    "one turn of signs": [("t.vtt", CAPTION.format(name="Asha", text="...").encode())],
    "cues of no length": [("t.vtt", CAPTION.replace("10.000", "00.000").format(name="Asha", text="Hello").encode())],
    "one speaker, many turns": [("t.txt", spoken(*[f"Asha: Point number {n}" for n in range(30)]))],
    "speakers of digits": [("t.vtt", CAPTION.format(name="12345", text="I was there").encode())],
    "speakers of emoji": [("t.vtt", CAPTION.format(name="🌻", text="I was there").encode())],
    "a hundred speakers of one turn": [
        ("t.txt", spoken(*[f"Person {chr(65 + n % 26)}{n}: Hello all" for n in range(100)]))
    ],
    "one record twice": [("a.vtt", TRANSCRIPT), ("b.vtt", TRANSCRIPT + b"\n")],
    "a session of emoji among others": [("chat.txt", chat(*"😀👍🎉😀")), ("t.vtt", TRANSCRIPT), ("people.csv", ROSTER)],
    "markup in every name": [
        ("n.csv", table("text,element,team", "<b>x</b>,<i>E</i>,<u>T</u>", "{y},{e},{t}", "%s,%d,%"))
    ],
    "all of it with emoji": [
        ("n.csv", NOTES),
        ("people.csv", ROSTER),
        ("a.csv", RUBRIC_NORTH),
        ("b.csv", RUBRIC_SOUTH),
        ("t.vtt", TRANSCRIPT),
        ("chat.txt", chat(*"😀👍🎉😀")),
    ],
}


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory, sqlite_tables: Path) -> Iterator[tuple[TestClient, Workspace]]:
    """A browser at a workspace on SQLite, and the workspace."""
    folder = tmp_path_factory.mktemp("odd")
    copyfile(sqlite_tables, folder / sqlite_tables.name)
    settings = Settings(data_dir=folder)
    workspace = Workspace(Database.open(settings.url), settings, load_embedder=lambda _: EMBEDDER)
    yield TestClient(create_app(settings, workspace), base_url="http://localhost"), workspace
    workspace.close()


def pages_of(client: TestClient, slug: str) -> list[str]:
    """Return the address of every page of a programme that only shows, as its pages link to them."""
    home = f"/programmes/{slug}"
    linked = set()
    for page in (home, f"{home}/sessions"):
        linked |= set(re.findall(rf'href="({home}/(?:elements|sessions)/[^"]+)"', client.get(page).text))
    elements = {re.split("[?#]", each)[0].removesuffix("/edit") for each in linked if "/elements/" in each}
    edits = {f"{each}/{page}" for each in elements for page in ("edit", "sort")}
    parts = ("", "/rubrics", "/sessions", "/over-time", "/report", "/report?names=1", "/report.html", "/upload")
    plain = {f"{each}?names=0" for each in linked if "/sessions/" in each}
    few = sorted(linked)[:6] + sorted(edits)[:3] + sorted(plain)[:3]
    return [*(home + part for part in (*parts, "/forms", "/tally", "/over-time?names=0")), *few]


@pytest.mark.parametrize("kind", ODD)
def test_every_page_stands(visit: tuple[TestClient, Workspace], kind: str):
    """All pages of a programme with such files are there, and the API answers or says in one line why not."""
    client, workspace = visit
    slug = workspace.programmes.create(kind, [], "").slug
    workspace.files.add(slug, ODD[kind])
    answered = {page: client.get(page).status_code for page in pages_of(client, slug)}
    assert {page: status for page, status in answered.items() if status != 200} == {}
    api = f"/api/v1/programmes/{slug}"
    parts = ["", "/elements", "/drift", "/rubrics", "/sessions", "/over-time", "/ratings", "/files"]
    assert [client.get(api + part).status_code for part in parts] == [200] * len(parts)
    for session in client.get(f"{api}/sessions").json():
        assert client.get(f"{api}/sessions/{session['slug']}").status_code in (200, 422)


def test_there_are_forty():
    """As many odd inputs as were promised."""
    assert len(ODD) >= 40


@pytest.fixture
def mixed(settings: Settings, open_workspace: Callable[..., Workspace]) -> tuple[TestClient, str]:
    """A browser at a programme in which one of two sessions cannot be measured."""
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("Mixed", [], "").slug
    workspace.files.add(slug, ODD["all of it with emoji"])
    return TestClient(create_app(settings, workspace), base_url="http://localhost"), slug


@pytest.mark.parametrize("code", ["en", "bn", "ne"])
def test_a_session_that_fails_is_named_where_it_would_be_shown(mixed: tuple[TestClient, str], code: str):
    """The page goes on with the others; its own page says what to do; the API refuses it alone."""
    client, slug = mixed
    said = {
        "en": "This session could not be measured",
        "bn": "এই সেশনটি পরিমাপ করা যায়নি",
        "ne": "यो सत्र नाप्न सकिएन",
    }
    what_to_do = {"en": "Check", "bn": "দেখে নিন", "ne": "जाँच्नुहोस्"}
    for part in ("", "/sessions", "/sessions/chat", "/over-time", "/report", "/report.html"):
        text = client.get(f"/programmes/{slug}{part}", headers={"accept-language": code}).text
        assert said[code] in text, part
        assert what_to_do[code] in text, part
    assert client.get(f"/programmes/{slug}/sessions/t").text.count(said[code]) == 0
    assert client.get(f"/api/v1/programmes/{slug}/sessions/chat").status_code == 422
    assert client.get(f"/api/v1/programmes/{slug}/sessions/t").status_code == 200


def test_names_of_a_session_that_fails_stay_hidden(settings: Settings, open_workspace: Callable[..., Workspace]):
    """In the report that names nobody, though nobody else knows them."""
    workspace = open_workspace(settings)
    slug = workspace.programmes.create("Hidden", [], "").slug
    notes = table("text,element", "Tom Bell never answers us,Trust", "We meet too rarely,Trust")
    workspace.files.add(slug, [("n.csv", notes), ("chat.txt", chat(*"😀👍🎉😀"))])
    client = TestClient(create_app(settings, workspace), base_url="http://localhost")
    assert "Bell" not in client.get(f"/programmes/{slug}/report").text
    assert "Tom Bell never" in client.get(f"/programmes/{slug}/report?names=1").text


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        ("readings", "The readings could not be found"),
        ("drift", "What changed from review to review could not be found"),
        ("rubrics", "The rubrics could not be compared"),
        ("participation", "This session could not be measured"),
        ("over_time", "The sessions could not be measured together"),
    ],
)
def test_each_finding_fails_alone(
    mixed: tuple[TestClient, str], monkeypatch: pytest.MonkeyPatch, finding: str, sentence: str
):
    """Every page stands while one finding fails, even for a fault of the program, and the report says which."""
    client, slug = mixed

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    pages = pages_of(client, slug)
    monkeypatch.setattr(Findings, finding, fail)
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)
    assert sentence in client.get(f"/programmes/{slug}/report").text
