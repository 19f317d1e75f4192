"""The facilitator's pages of notes on phones."""

from datetime import date

from service.annotations.tokens import new_token
from service.live.gatherings import Written

HERE = "/programmes/p/notes-on-phones"


def write(work, code, text, element="", team=""):
    work.gatherings.write(code, Written(new_token(), text, element, team))


def test_a_facilitator_asks_and_sees_notes_arrive(work, browser):
    """From the reviews to the wall of an element, and nothing of it without its number."""
    desk = browser()
    assert HERE in desk.get("/programmes/p/reviews").text
    assert HERE in desk.get("/programmes/p/sessions").text
    work.reviews.plan("p", "May 2026", date(2026, 5, 4))
    assert f"{HERE}?review=May+2026" in desk.get("/programmes/p/reviews/may-2026").text
    form = {"title": "বৈঠকে কী বদলাল?", "review": "May 2026", "elements": ["trust"], "team": "1"}
    made = desk.post(HERE, data=form)
    assert "No note has arrived yet." in made.text
    (asked,) = work.gatherings.every("p")
    assert (asked.title, asked.review, asked.elements) == (form["title"], "May 2026", ("Trust",))
    here = f"{HERE}/{asked.code}"
    write(work, asked.code, "सुन्ने मान्छे आए", "trust", "Nepal")
    write(work, asked.code, "free <b>word</b>")
    part = desk.get(f"{here}/arrived").text
    assert "2 notes have arrived." in part
    assert "free &lt;b&gt;word&lt;/b&gt;" in part
    assert "<html" not in part
    changes = work.gatherings.get("p", asked.code).changes
    assert desk.get(f"{here}/arrived", params={"seen": changes}).status_code == 204
    sort = desk.get("/programmes/p/elements/trust/sort").text
    assert "Bring 1 new note to the wall" in sort
    wall = desk.post(f"{HERE}/bring", data={"element": "trust"})
    assert "/elements/trust/sort" in str(wall.url)
    assert "new note to the wall" not in wall.text
    assert "सुन्ने मान्छे आए" in desk.post(str(wall.url), data={"act": "begin", "start": "nothing"}).text
    assert "1 is on the wall" in desk.get(here).text


def test_a_note_is_hidden_and_shown_again(work, code, browser):
    """It says how many are hidden, and no note is gone."""
    desk = browser()
    write(work, code, "not for this wall")
    (note,) = work.gatherings.notes("p", code)
    one = f"{HERE}/{code}/notes/{note.id}"
    hidden = desk.post(f"{one}/hide").text
    assert "1 hidden note" in hidden
    assert f"{one}/show" in hidden
    assert f"{one}/hide" in desk.post(f"{one}/show").text
    brought = desk.post(f"{HERE}/{code}/bring").text
    assert "Bring" not in brought
    assert "1 is on the wall" in brought


def test_closing_brings_what_is_new_and_removing_leaves_it(work, code, browser):
    """A closed one shows no way for phones, until it is opened again."""
    desk = browser()
    write(work, code, "last words")
    closed = desk.post(f"{HERE}/{code}/close").text
    assert "1 is on the wall" in closed
    assert "Open it on a phone" not in closed
    assert "Open it on a phone" in desk.post(f"{HERE}/{code}/open").text
    assert desk.post(f"{HERE}/{code}/remove").status_code == 200
    assert desk.get(f"{HERE}/{code}").status_code == 404
    assert [each.filename for each in work.files.every("p")] == ["first.csv", "phones-what-changed.csv"]


def test_what_cannot_be_asked_is_said_and_what_was_typed_stays(work, code, browser):
    """A title that is there, or none; an address can bring a title and a review."""
    desk = browser()
    again = desk.post(HERE, data={"title": "what changed?", "review": "June"})
    assert again.status_code == 422
    assert 'value="what changed?"' in again.text
    assert 'value="June"' in again.text
    assert desk.post(HERE, data={"title": " "}).status_code == 422
    assert desk.post(HERE, data={"title": "x", "elements": ["none"]}).status_code == 404
    filled = desk.get(HERE, params={"title": "From a session", "review": "May"}).text
    assert 'value="From a session"' in filled


def test_the_log_and_the_list_of_open_things(work, code, browser):
    """What is open stands where a member looks for it."""
    found = browser().get("/api/v1/programmes/p/open").json()
    assert {"kind": "gathering", "code": code, "path": f"/n/{code}", "about": "What changed?"} in found
