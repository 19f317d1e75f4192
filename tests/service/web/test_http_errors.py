"""Errors as pages in the reader's language, and as lines with their parts for programs."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from markupsafe import Markup

from nlp.embedding import load_embedder
from nlp.errors import EmbeddingError, InputError, MissingColumn, UnreadableFile, at_row
from nlp.messages import Message
from service.errors import Busy, Closed, DiskFull, Expired, NotFound, Refused, StoreError
from service.intake.keep import too_large
from service.settings import Settings
from service.web.http_errors import add_handlers, answer
from service.web.request_guard import Guard

PROBLEM, REMEDY = Message("the file is empty"), Message("Choose another place")
RAISED = {
    "missing": (NotFound("session", "may"), 404),
    "expired": (Expired(), 410),
    "closed": (Closed(), 409),
    "large": (too_large(Settings(max_upload_mb=12)), 413),
    "refused": (Refused("", Message("this is larger than any answer"), REMEDY), 403),
    "input": (UnreadableFile("notes.csv", PROBLEM, REMEDY, at_row(12)), 422),
    "column": (MissingColumn("a<b>.csv", Message("there is no column {column}", {"column": "text"}), REMEDY), 422),
    "field": (InputError("", Message("nothing is answered"), REMEDY, "missing"), 422),
    "store": (StoreError("", Message("The database does not answer: {reason}", {"reason": "locked"}), REMEDY), 503),
    "busy": (Busy(), 503),
    "full": (DiskFull(), 507),
    "model": (EmbeddingError("m", Message("there is no such folder"), REMEDY), 500),
}


@pytest.fixture
def client():
    """Every kind of error as a page and as an answer to a program."""
    app = FastAPI()
    add_handlers(app)

    def fail(kind: str) -> None:
        raise RAISED[kind][0]

    def number(n: int) -> None:
        pass

    def bug() -> None:
        raise ZeroDivisionError

    for path, handler in (("/{kind}/fails", fail), ("/a/number", number), ("/a/bug", bug)):
        app.get(path)(handler)
        app.get(f"/api{path}")(handler)
    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize("kind", RAISED)
def test_a_program_gets_the_line_in_english_and_its_parts(client, kind):
    """The status of the closest kind; problem, source, place and remedy as texts; the message for any language."""
    error, status = RAISED[kind]
    response = client.get(f"/api/{kind}/fails", headers={"accept-language": "bn"})
    line = response.json()
    assert response.status_code == status
    parts = (error.problem, error.source, error.place, error.remedy)
    assert [line[name] for name in ("problem", "source", "place", "remedy")] == list(map(str, parts))
    assert line["message"]["text"] == str(error)
    assert line["message"]["values"]["problem"]["template"] == error.problem.template


def test_who_finds_others_saving_is_told_when_to_come_again(client):
    """503 with Retry-After, for programs and people alike."""
    for path in ("/api/busy/fails", "/busy/fails"):
        response = client.get(path)
        assert (response.status_code, response.headers["retry-after"]) == (503, "2")
    assert "retry-after" not in client.get("/missing/fails").headers


@pytest.mark.parametrize(
    ("kind", "code", "said"),
    [
        ("missing", "en", "There is no session “may”. Go back to the list and choose one that is there."),
        ("missing", "bn", "“may” নামে কোনো সেশন নেই। তালিকায় ফিরে গিয়ে আছে এমন একটি বেছে নিন।"),
        ("missing", "ne", "“may” नामको सत्र छैन। सूचीमा फर्केर त्यहाँ भएको एउटा छान्नुहोस्।"),
        ("large", "en", "The upload is larger than 12 MB."),
        ("large", "bn", "আপলোডটি ১২ MB-র চেয়ে বড়।"),
        ("large", "ne", "अपलोड १२ MB भन्दा ठूलो छ।"),
        ("input", "en", "notes.csv, row 12: the file is empty."),
        ("input", "bn", "notes.csv, সারি ১২: ফাইলটি খালি।"),
        ("input", "ne", "notes.csv, पङ्क्ति १२: फाइल खाली छ।"),
        ("expired", "bn", "এই আপলোডটি আর অপেক্ষায় নেই।"),
        ("closed", "ne", "यो फाराम बन्द छ।"),
        ("store", "bn", "ডেটাবেস সাড়া দিচ্ছে না: locked।"),
        ("model", "ne", "m: यस्तो फोल्डर छैन।"),
    ],
)
def test_a_page_says_the_error_in_the_readers_language(client, kind, code, said):
    """In whole, with a capital where English begins a sentence."""
    page = client.get(f"/{kind}/fails", params={"lang": code})
    line = _line(page.text)
    assert f'<html lang="{code}">' in page.text
    assert line.striptags().startswith(said)


def test_the_language_is_that_of_the_reader_however_it_is_known(client):
    """Asked for, remembered, or accepted by the browser, as on every page."""
    said = {"bn": "ফর্মটি বন্ধ", "ne": "यो फाराम बन्द छ"}
    assert said["ne"] in client.get("/closed/fails", headers={"accept-language": "ne;q=0.9,en;q=0.1"}).text
    client.cookies.set("language", "bn")
    assert said["bn"] in client.get("/closed/fails").text
    assert "This form is closed" in client.get("/closed/fails?lang=en").text


def test_names_in_an_error_stay_text(client):
    """A name with markup in it; a name in another script says its language."""
    line = str(_line(client.get("/column/fails?lang=bn").text))
    assert line.startswith('<span lang="en">a&lt;b&gt;.csv</span>: <span lang="en">text</span> কলামটি নেই।')


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [("/nowhere", 404, "এই ঠিকানায় কিছু নেই।"), ("/a/number?n=x", 422, "অনুরোধটি ঠিকমতো আসেনি"), ("/a/bug", 500, "গোলমাল")],
)
def test_what_nobody_raised_is_said_in_the_readers_language_too(client, path, status, said):
    """Addresses that are not there, forms that are not whole, and bugs, without their inner words."""
    page = client.get(path, headers={"accept-language": "bn"})
    assert page.status_code == status
    assert said in page.text
    assert "ZeroDivision" not in page.text
    assert client.get(f"/api{path}").json()["message"]["text"]


@pytest.mark.parametrize(
    ("host", "length", "status", "said"),
    [
        ("localhost", 3_000_000, 413, "আপলোডটি ১ MB-র চেয়ে বড়। একবারে কম বা ছোট ফাইল আপলোড করুন"),
        ("evil.example", 1, 403, "এই ঠিকানা এখানে চেনা নয়।"),
    ],
)
def test_what_the_guard_refuses_is_said_in_the_readers_language(tmp_path, host, length, status, said):
    """Before any page is asked: an upload that is too large, a name that is not known."""
    app = FastAPI()
    app.add_middleware(Guard, settings=Settings(data_dir=tmp_path, max_upload_mb=1), answer=answer)
    page = TestClient(app).post("/x?lang=bn", content=b"x" * length, headers={"host": host})
    assert page.status_code == status
    assert _line(page.text).striptags().startswith(said)


def test_an_address_that_does_not_take_a_method_says_so(client):
    """With the header that names those it takes, over all its routes."""
    client.app.put("/a/bug")(lambda: None)
    response = client.post("/a/bug", headers={"accept-language": "ne"})
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, PUT")
    assert "यो ठेगानामा त्यो गर्न मिल्दैन।" in response.text


def test_a_model_that_is_missing_is_one_line():
    """The error of the analysis keeps its English line."""
    with pytest.raises(EmbeddingError, match=r"^/nowhere/model: there is no such folder\. Give a model folder, .*\.$"):
        load_embedder("/nowhere/model")


def _line(page):
    return Markup(page.split('<p class="lead">')[1].split("</p>")[0])
