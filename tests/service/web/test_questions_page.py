"""Questions for the room can be chosen, reworded, discarded, ordered and taken back, and asked, without a script."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.service.working import create_app

HOME = "/programmes/p"
API = "/api/v1/programmes/p/questions"
PLACES = ("", "/elements/trust", "/rubrics", "/sessions/talk")
NOTES = "text,team,element\n" + "\n".join(
    f"{text},{team},Trust"
    for team, texts in (
        ("North", ("We ring before we write", "A call settles it", "We ring each other", "Calls are quick")),
        ("South", ("বিদ্যুৎ চলে গেলে কাজ বন্ধ", "বিদ্যুৎ নেই তাই ফোন বন্ধ", "We ring before we write", "A call settles it")),
    )
    for text in texts
)
RUBRIC = """element,level,descriptor,team
Trust,good,Problems are discussed openly,North
Trust,bad,Nobody says what is wrong,North
Trust,good,We never talk,South
Trust,bad,Problems are discussed openly,South
"""
TALK = "WEBVTT\n\n" + "\n\n".join(
    f"00:0{at}:00.000 --> 00:0{at}:{length}.000\n<v {name}>We talk about the plan"
    for at, (name, length) in enumerate((("Ann", 50), ("Bo", 10), ("Cy", 10), ("Di", 10)))
)


@pytest.fixture
def workspace(settings, open_workspace):
    """A programme with notes and a record."""
    made = open_workspace(settings)
    made.programmes.create("P")
    files = {"notes.csv": NOTES, "rubric.csv": RUBRIC, "talk.vtt": TALK}
    made.files.add("p", [(name, text.encode()) for name, text in files.items()])
    return made


@pytest.fixture
def client(settings, workspace):
    """Its pages."""
    with TestClient(create_app(settings, workspace), base_url="http://localhost") as client:
        yield client


def first(client, path):
    """The key, the place and the words of the first question of a page."""
    page = client.get(HOME + path).text
    key, place = re.search(
        r'name="key" value="([0-9a-f]{16})"><input type="hidden" name="place" value="([^"]*)"', page
    ).groups()
    return {"key": key, "place": place, "text": re.search(r"<textarea[^>]*>([^<]+)<", page)[1]}


def do(client, what, **said):
    answered = client.post(f"{HOME}/questions{what}", data=said)
    assert answered.status_code == 200
    return answered


@pytest.mark.parametrize("path", PLACES)
def test_a_discarded_question_is_not_asked_again_until_it_is_taken_back(client, workspace, path):
    """On its page, whatever the reader's language; the page comes back where one was."""
    asked = first(client, path)
    answered = do(client, "", state="discarded", **asked)
    assert answered.url.path == HOME + path
    for code in ("en", "bn", "ne"):
        assert f'name="key" value="{asked["key"]}"' not in client.get(f"{HOME}{path}?lang={code}").text
    client.get(f"{HOME}?lang=en")
    assert asked["text"] not in client.get(f"{HOME}/report").text
    (choice,) = workspace.findings("p").at.questions
    do(client, "/undo", choice=choice.id, place=asked["place"])
    assert first(client, path) == asked


@pytest.mark.parametrize("path", PLACES)
def test_a_chosen_question_goes_into_the_report_in_the_words_that_it_was_given(client, path):
    """It stands first there, and on the programme's page; questions that nobody chose stand back."""
    asked = first(client, path)
    do(client, "", **{**asked, "state": "chosen", "text": "What would make  this easier?"})
    assert "What would make this easier?" in client.get(HOME + path).text
    assert "What would make this easier?" in client.get(HOME).text
    report = client.get(f"{HOME}/report").text
    assert re.search(r'id="q-heard.{0,200}What would make this easier\?', report, re.DOTALL)


def test_what_was_done_last_counts_and_undo_goes_back_step_by_step(client, workspace):
    """Chosen, then discarded, then taken back: chosen."""
    asked = first(client, "/elements/trust")
    do(client, "", state="chosen", **asked)
    do(client, "", state="discarded", **asked)
    assert "Chosen for the report" not in client.get(f"{HOME}/elements/trust").text
    do(client, "/undo", choice=workspace.findings("p").at.questions[-1].id)
    assert "Chosen for the report" in client.get(f"{HOME}/elements/trust").text


def test_a_question_comes_back_when_its_finding_changes(client, workspace):
    """Who was not heard in one session is not who was not heard in another."""
    asked = first(client, "/sessions/talk")
    do(client, "", state="discarded", **asked)
    workspace.files.add("p", [("other.vtt", TALK.encode() + b"\n")])
    assert first(client, "/sessions/other")["text"] == asked["text"]


def test_over_the_api(client):
    """The same, with the undo by id; keys and words are checked."""
    asked = first(client, "/elements/trust")
    (made,) = client.post(API, json={**asked, "state": "chosen"}).json()
    assert (made["key"], made["state"], made["text"]) == (asked["key"], "chosen", asked["text"].replace("&#39;", "'"))
    assert client.get(API).json() == [made]
    assert client.delete(f"{API}/{made['id']}").status_code == 204
    assert client.delete(f"{API}/{made['id']}").status_code == 404
    assert client.post(API, json={**asked, "key": "x", "state": "chosen"}).status_code == 422
    assert client.post(API, json={**asked, "text": "   ", "state": "chosen"}).status_code == 422


def test_words_are_words(client):
    """Markup in a reworded question stays text, and another place than a page of questions leads to the programme."""
    asked = {**first(client, "/elements/trust"), "text": "<script>x</script> কী?", "place": "//evil.example"}
    answered = do(client, "", state="chosen", **asked)
    assert answered.url.path == HOME
    assert "<script>x" not in answered.text
    assert "&lt;script&gt;x&lt;/script&gt; কী?" in answered.text


def test_what_was_not_reworded_is_said_in_the_readers_language(client):
    """On its page and in the report; what was reworded stays as it was written."""
    asked = first(client, "/sessions/talk")
    do(client, "", state="chosen", **asked, asked=asked["text"])
    for page in ("/sessions/talk", "/report"):
        said = client.get(f"{HOME}{page}?lang=ne").text
        assert asked["text"] not in said
        assert "अर्को सत्र" in said
    client.get(f"{HOME}?lang=en")
    do(client, "", state="chosen", **{**asked, "text": "Who begins?"}, asked=asked["text"])
    assert "Who begins?" in client.get(f"{HOME}/report?lang=ne").text


def ask(client, text, place="", **texts):
    return client.post(f"{HOME}/questions/own", data={"text": text, "place": place, **texts})


def chosen(client, page="", lang="en"):
    """What stands among the chosen ones of a page, in its order."""
    shown = client.get(f"{HOME}{page}?lang={lang}").text
    listed = re.search(r'<ol class="decided">(.*?)</ol>', shown, re.DOTALL)
    return re.findall(r'class="ask" lang="[a-z]+">([^<]+)<', listed[1]) if listed else []


def reported(client, lang="en"):
    """What the report asks first."""
    shown = client.get(f"{HOME}/report?lang={lang}").text
    section = re.search(r'id="q-heard.*?</section>', shown, re.DOTALL)[0]
    return re.findall(r'class="ask"(?: lang="[a-z]+")?>([^<]+)<', section)


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("text", ["What did we learn?", "আমরা কী শিখলাম?", "हामीले के सिक्यौँ? 🙂", "Ki shikhlam, के?"])
def test_a_question_of_ones_own_stands_among_the_chosen_ones(client, path, text):
    """On its page, on the programme's, and in the report, in any language; not on other pages."""
    answered = ask(client, f" {text}\n", path.strip("/"))
    assert answered.status_code == 200
    assert answered.url.path == HOME + path
    assert chosen(client, path) == chosen(client) == reported(client) == [text]
    others = [other for other in PLACES if other not in ("", path)]
    assert [chosen(client, other) for other in others] == [[]] * len(others)


def test_a_question_of_ones_own_can_be_said_in_each_language(client):
    """Who reads in a language for which there are no words sees those that it was asked in."""
    texts = {"text-bn": "আমরা কী শিখলাম?", "text-ne": " ", "text-en": "What did we learn?"}
    ask(client, "Que avons-nous appris ?", "elements/trust", **texts)
    for page in (lambda lang: chosen(client, "/elements/trust", lang), lambda lang: reported(client, lang)):
        assert page("en") == ["What did we learn?"]
        assert page("bn") == ["আমরা কী শিখলাম?"]
        assert page("ne") == ["Que avons-nous appris ?"]


def test_a_question_of_ones_own_is_reworded_discarded_and_taken_back_step_by_step(client, workspace):
    """It keeps its page; every undo goes one step back, and the last one takes it away."""
    ask(client, "What did we learn?", "elements/trust")
    (made,) = workspace.findings("p").at.questions
    do(client, "", key=made.key, state="chosen", text="What do we take home?", place="")
    do(client, "", key=made.key, state="discarded", text="What do we take home?", place="elements/trust")
    assert chosen(client, "/elements/trust") == chosen(client) == []
    assert "1 discarded question" in client.get(f"{HOME}/elements/trust").text
    assert "discarded question" not in client.get(f"{HOME}/rubrics").text
    for left in (["What do we take home?"], ["What did we learn?"], []):
        do(client, "/undo", choice=workspace.findings("p").at.questions[-1].id)
        assert chosen(client, "/elements/trust") == left


def test_chosen_questions_stand_in_the_order_that_a_person_gives_them(client, workspace):
    """Those of the machine as well; what is reworded stays where it is, and a move is undone like all else."""
    asked = first(client, "/elements/trust")
    do(client, "", state="chosen", **{**asked, "text": "A?"}, asked="")
    ask(client, "B?", "sessions/talk")
    ask(client, "C?", "elements/trust")
    key = {each.text: each.key for each in workspace.findings("p").at.questions}
    do(client, "/move", key=key["C?"], past=key["A?"], place="elements/trust")
    assert reported(client) == chosen(client) == ["C?", "A?", "B?"]
    assert chosen(client, "/elements/trust") == ["C?", "A?"]
    do(client, "/move", key=key["C?"], past=key["B?"])
    do(client, "", key=key["A?"], state="chosen", text="a?", asked="A?")
    assert reported(client) == ["a?", "B?", "C?"]
    for order in (["A?", "B?", "C?"], ["C?", "A?", "B?"], ["A?", "B?", "C?"]):
        do(client, "/undo", choice=workspace.findings("p").at.questions[-1].id)
        assert reported(client) == order


def test_the_page_offers_only_moves_that_there_are(client):
    """The first does not go up, the last not down, and one alone not anywhere."""
    ask(client, "A?")
    assert "Further up" not in client.get(HOME).text
    ask(client, "B?")
    ask(client, "C?")
    buttons = re.findall(r"<button[^>]*Further (?:up|down): [A-C]\?[^>]*>", client.get(HOME).text)
    assert ["disabled" in button for button in buttons] == [True, False, False, False, False, True]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "the question has no words"),
        ("  \n ?\u200d", "the question has no words"),
        ("ক" * 501, "the text is longer than 500 letters"),
        ("what  DID we learn?", "this question is chosen already"),
    ],
)
def test_what_cannot_be_asked_gets_one_line(client, workspace, text, problem):
    """Nothing, too much, or what is asked already; nothing is kept."""
    ask(client, "What did we learn?")
    answered = ask(client, text)
    assert answered.status_code == 422
    assert problem in answered.text
    assert client.post(f"{API}/own", json={"text": text}).status_code == 422
    (made,) = workspace.findings("p").at.questions
    do(client, "", state="chosen", key=made.key, text="WHAT did we learn?")
    assert ask(client, "What?", **{"text-bn": "ক" * 501}).status_code == 422


def test_what_changes_nothing_is_no_step(client, workspace):
    """A form that is sent twice is undone at once."""
    ask(client, "What did we learn?")
    (made,) = workspace.findings("p").at.questions
    do(client, "", state="chosen", key=made.key, text=made.text, asked="")
    assert workspace.findings("p").at.questions == (made,)


def test_names_in_a_question_of_ones_own_are_hidden_where_names_are(client, workspace):
    """In the report, and on the page of a session that hides them, where it cannot be changed then."""
    ask(client, "What would help Ann to speak?", "sessions/talk")
    assert reported(client) != chosen(client) == ["What would help Ann to speak?"]
    assert "Ann" not in client.get(f"{HOME}/report").text
    assert reported(client)[0].startswith("What would help Person")
    hidden = client.get(f"{HOME}/sessions/talk?names=0").text
    assert "What would help Person" in hidden
    assert "help Ann" not in hidden
    assert "questions/own" not in hidden
    assert "What would help Ann" in client.get(f"{HOME}/report?names=1").text


def test_a_programme_without_notes_can_be_asked_too(settings, open_workspace):
    """Where there is a session."""
    made = open_workspace(settings)
    made.programmes.create("P")
    made.files.add("p", [("talk.vtt", TALK.encode())])
    with TestClient(create_app(settings, made), base_url="http://localhost") as client:
        ask(client, "What did we learn?")
        assert chosen(client) == ["What did we learn?"]


def test_ones_own_over_the_api(client):
    """Asked, moved and reworded; places, keys and languages are checked."""
    asked = {"text": "What did we learn?", "place": "elements/trust", "texts": {"bn": "আমরা কী শিখলাম?"}}
    (made,) = client.post(f"{API}/own", json=asked).json()
    assert (made["own"], made["state"], made["reworded"], made["texts"]) == (True, "chosen", True, asked["texts"])
    other = client.post(f"{API}/own", json={"text": "What next?"}).json()[-1]
    moved = client.post(f"{API}/move", json={"key": other["key"], "past": made["key"]})
    assert (moved.status_code, moved.json()[-1]["past"]) == (201, made["key"])
    assert chosen(client) == ["What next?", "What did we learn?"]
    reworded = {"key": made["key"], "state": "chosen", "text": "What now?"}
    assert client.post(API, json=reworded).json()[-1]["place"] == "elements/trust"
    for key, past in ((made["key"], made["key"]), (made["key"], "0" * 16), ("0" * 16, made["key"])):
        assert client.post(f"{API}/move", json={"key": key, "past": past}).status_code == 422
    for wrong in ({"place": "//evil"}, {"texts": {"xx": "y"}}, {"text": ""}):
        assert client.post(f"{API}/own", json={**asked, **wrong}).status_code == 422


def test_questions_are_marked_with_their_language(client):
    """The machine's are in the reader's whatever they quote, a person's in that of its words."""
    asked = first(client, "/elements/trust")
    do(client, "", state="chosen", **asked, asked=asked["text"])
    ask(client, "আমরা কী শিখলাম?")
    ask(client, "Que avons-nous appris ?")
    listed = re.search(r'<ol class="decided">(.*?)</ol>', client.get(f"{HOME}?lang=ne").text, re.DOTALL)[1]
    assert re.findall(r'class="ask" lang="([a-z]+)"', listed) == ["ne", "bn", "en"]


def test_words_in_one_language_leave_the_others_to_the_machine(client):
    """Until the question itself is reworded."""
    asked = first(client, "/sessions/talk")
    do(client, "", state="chosen", **asked, asked=asked["text"], **{"text-bn": "কে শুরু করবেন?"})
    assert chosen(client, "/sessions/talk") == [asked["text"]]
    assert chosen(client, "/sessions/talk", "bn") == ["কে শুরু করবেন?"]
    assert "अर्को सत्र" in chosen(client, "/sessions/talk", "ne")[0]
