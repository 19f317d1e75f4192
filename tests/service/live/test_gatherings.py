"""Notes on phones: kept once, brought to the wall, hidden, taken back, on both databases."""

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from service.annotations.rate import Rate
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, Refused, TooOften
from service.journal.words import in_words
from service.live.gatherings import Written
from service.live.types import LONGEST_NOTE
from service.privacy.types import Doomed

SAID = ("बैठक समयमा सुरु होस्", "ভাষা বুঝি না", "amader kotha keu shone na 👩\u200d👧")


@pytest.fixture
def slug(workspace):
    """A programme with two elements and two teams."""
    slug = workspace.programmes.create("Two rivers", ["Nepal", "Bangladesh"]).slug
    workspace.files.add(slug, [("first.csv", b"text,element\nWe plan together,Trust\nCalls come late,Planning\n")])
    return slug


@pytest.fixture
def code(workspace, slug):
    """An open gathering that asks for everything."""
    elements = ("trust", "planning")
    made = workspace.gatherings.open(slug, " What   changed? ", "May 2026", elements, asks_team=True)
    assert (made.title, made.elements, made.teams) == ("What changed?", ("Trust", "Planning"), ("Nepal", "Bangladesh"))
    return made.code


def write(workspace, code, *texts, **more):
    """Write notes, each by another phone, and return their keys."""
    keys = [new_token() for _ in texts]
    for key, said in zip(keys, texts, strict=True):
        workspace.gatherings.write(code, Written(key, said, **more))
    return keys


def there(workspace, slug, code):
    return {each.text for each in workspace.gatherings.notes(slug, code) if not each.is_hidden}


def units(workspace, slug):
    """Text -> note of the programme, of those that came from phones."""
    return {unit.text: unit for unit in workspace.findings(slug).written() if unit.source.startswith("phones-")}


def number(workspace, slug, code):
    found = workspace.gatherings.get(slug, code)
    return found.notes, found.new, found.hidden


def test_notes_of_phones_come_to_the_wall(workspace, slug, code):
    """With what they are about, of which team and review, and nobody's name; those of no element too."""
    write(workspace, code, SAID[0], element="trust", team="nepal ")
    write(workspace, code, *SAID[1:])
    assert there(workspace, slug, code) == set(SAID)
    assert number(workspace, slug, code) == (3, 3, 0)
    assert workspace.gatherings.new_notes(workspace.findings(slug).at) == {"Trust": 1, "": 2}
    assert units(workspace, slug) == {}
    assert workspace.gatherings.bring(slug) == 3
    assert workspace.gatherings.new_notes(workspace.findings(slug).at) == {}
    assert number(workspace, slug, code) == (3, 0, 0)
    mine = units(workspace, slug)[SAID[0]]
    assert mine.element == "Trust"
    day = workspace.gatherings.get(slug, code).day
    assert dict(mine.attributes) == {
        "team": "Nepal", "review": "May 2026", "date": day, "question": "What changed?", "consent": "quote without name"
    }  # fmt: skip
    assert workspace.findings(slug).at.review("may 2026") == "May 2026"
    wall = workspace.findings(slug).wall("trust")
    assert SAID[0] in {card.text for card in wall.unsorted}


def test_what_is_sent_again_is_one_note(workspace, slug, code):
    """However often, also after it was closed; the phone then knows that it arrived."""
    (key,) = write(workspace, code, "once")
    for _ in range(3):
        workspace.gatherings.write(code, Written(key, "once"))
    workspace.gatherings.set_open(slug, code, is_open=False)
    workspace.gatherings.write(code, Written(key, "once"))
    assert number(workspace, slug, code) == (1, 0, 0)
    with pytest.raises(Closed):
        write(workspace, code, "late")


def test_notes_that_are_sorted_keep_their_ids(workspace, slug, code):
    """More come behind them; those that are hidden or taken back leave the others where they are."""
    keys = write(workspace, code, "one thing", "two things", "three things", element="trust")
    workspace.gatherings.bring(slug, code)
    before = {text: unit.id for text, unit in units(workspace, slug).items()}
    write(workspace, code, *(f"{n} more came" for n in range(6)), element="trust")
    assert workspace.gatherings.bring(slug, code) == 6
    after = {text: unit.id for text, unit in units(workspace, slug).items()}
    assert len(after) == 9
    assert before.items() <= after.items()
    workspace.gatherings.take_back(code, keys[0])
    one = next(each for each in workspace.gatherings.notes(slug, code) if each.text == "two things")
    workspace.gatherings.set_hidden(slug, code, one.id, hidden=True)
    left = {text: unit.id for text, unit in units(workspace, slug).items()}
    assert left == {text: id_ for text, id_ in after.items() if text not in {"one thing", "two things"}}
    workspace.gatherings.set_hidden(slug, code, one.id, hidden=False)
    assert units(workspace, slug)["two things"].id == after["two things"]
    assert number(workspace, slug, code) == (8, 0, 0)


def test_a_note_that_was_taken_back_does_not_come_again(workspace, slug, code):
    """Not even if the phone had sent it and never heard so; nor before it came at all."""
    (key,) = write(workspace, code, "said too soon")
    workspace.gatherings.take_back(code, key)
    workspace.gatherings.write(code, Written(key, "said too soon"))
    never = new_token()
    workspace.gatherings.take_back(code, never)
    workspace.gatherings.write(code, Written(never, "on its way"))
    assert number(workspace, slug, code) == (0, 0, 0)
    with workspace._database.reading() as db:
        assert set(db.scalars(text("SELECT text FROM gathered_notes"))) == {""}
    (key,) = write(workspace, code, "stays")
    workspace.gatherings.set_open(slug, code, is_open=False)
    with pytest.raises(Closed):
        workspace.gatherings.take_back(code, key)


def test_all_hidden_and_shown_again_is_new(workspace, slug, code):
    """Without a note there is no file; nothing is lost by that."""
    write(workspace, code, "only one")
    workspace.gatherings.bring(slug)
    (one,) = workspace.gatherings.notes(slug, code)
    workspace.gatherings.set_hidden(slug, code, one.id, hidden=True)
    assert number(workspace, slug, code) == (0, 0, 1)
    assert len(workspace.files.every(slug)) == 1
    assert workspace.gatherings.bring(slug) == 0
    workspace.gatherings.set_hidden(slug, code, one.id, hidden=False)
    assert number(workspace, slug, code) == (1, 1, 0)
    assert workspace.gatherings.bring(slug) == 1
    assert set(units(workspace, slug)) == {"only one"}


def test_what_was_in_a_file_that_is_removed_is_not_brought_again(workspace, slug, code):
    """Only what came since; taken back, the file holds the others, and no note is there twice."""
    write(workspace, code, "old")
    workspace.gatherings.bring(slug)
    file = next(each for each in workspace.files.every(slug) if each.filename.startswith("phones-"))
    workspace.files.remove(slug, file.id)
    write(workspace, code, "young")
    assert workspace.gatherings.bring(slug) == 1
    assert set(units(workspace, slug)) == {"young"}
    assert there(workspace, slug, code) == {"old", "young"}


def test_what_is_deleted_for_good_does_not_come_back(workspace, slug, code):
    """A note that is on the wall, and a person who is named in one."""
    workspace.files.add(slug, [("roster.csv", b"name\nZubaydah Khan\n")])
    write(workspace, code, "never again this", "Zubaydah Khan was not asked", "others stay")
    workspace.gatherings.bring(slug)
    for kind, name in ((Doomed.NOTE, "never again this"), (Doomed.PERSON, "Zubaydah Khan")):
        loss = workspace.deletion.look(slug, kind, name)
        workspace.deletion.delete(slug, kind, name, loss.name)
    write(workspace, code, "one more")
    workspace.gatherings.bring(slug)
    assert set(units(workspace, slug)) == {"… was not asked", "others stay", "one more"}
    assert there(workspace, slug, code) == {"… was not asked", "others stay", "one more"}
    with workspace._database.reading() as db:
        rows = repr(db.execute(text("SELECT * FROM gathered_notes")).all())
    assert "never again" not in rows
    assert "Zubaydah" not in rows


def test_nothing_that_tells_who_wrote_is_kept(workspace, slug, code):
    """No key, time or order; contact data is taken out, names stay for the facilitators."""
    mine = new_token()
    workspace.gatherings.write(code, Written(mine, "call\n Rina 01712345678 "))
    write(workspace, code, "b", "c")
    with workspace._database.reading() as db:
        rows = db.execute(text("SELECT * FROM gathered_notes")).mappings().all()
    assert mine not in repr(rows)
    assert set(rows[0]) == {"gathering_id", "id", "text", "element", "team", "state", "place"}
    assert there(workspace, slug, code) == {"call Rina …", "b", "c"}
    ids = [each.id for each in workspace.gatherings.notes(slug, code)]
    assert ids == sorted(ids)


@pytest.mark.parametrize("bad", ["", " \n", "…!?", "x" * (LONGEST_NOTE + 1)], ids=["empty", "space", "signs", "long"])
def test_what_is_no_note_is_refused(workspace, code, bad):
    """With what to do."""
    with pytest.raises(InputError):
        write(workspace, code, bad)


def test_an_element_or_a_team_that_is_not_asked_for_is_none(workspace, slug, code):
    """The note is not lost because of it."""
    write(workspace, code, "kept", element="unheard-of", team="Strangers")
    (note,) = workspace.gatherings.notes(slug, code)
    assert (note.element, note.team) == ("", "")


def test_floods_are_held_back(workspace, slug, code, monkeypatch):
    """By number; what came before may come again."""
    monkeypatch.setattr("service.live.gatherings.MOST_NOTES", 2)
    keys = write(workspace, code, "a", "b")
    with pytest.raises(Refused):
        write(workspace, code, "c")
    workspace.gatherings.write(code, Written(keys[0], "a"))
    workspace.gatherings.take_back(code, new_token())
    assert number(workspace, slug, code) == (2, 2, 0)
    workspace.gatherings._rate = Rate(1, lambda: 0.0)
    workspace.gatherings.write(code, Written(keys[0], "a"))
    with pytest.raises(TooOften):
        write(workspace, code, "d")
    with pytest.raises(TooOften):
        workspace.gatherings.take_back(code, keys[0])


def test_what_is_asked_is_checked(workspace, slug, code):
    """Titles differ, elements are there; reviews are spelled as they are known."""
    workspace.gatherings.write(code, Written(new_token(), "a"))
    workspace.gatherings.bring(slug)
    assert workspace.gatherings.open(slug, "Other", "may  2026").review == "May 2026"
    for title, elements, review in (
        ("", (), ""),
        ("what CHANGED?", (), ""),
        ("New", ("none",), ""),
        ("New", (), "x" * 201),
    ):
        with pytest.raises(InputError):
            workspace.gatherings.open(slug, title, review, elements)
    assert [each.title for each in workspace.gatherings.every(slug)] == ["Other", "What changed?"]


def test_everything_is_written_down_and_goes(workspace, slug, code):
    """In the history; what is of another programme is not there, nor what was removed, but its notes stay."""
    write(workspace, code, "stays on the wall")
    workspace.gatherings.set_open(slug, code, is_open=False)
    workspace.gatherings.set_open(slug, code, is_open=True)
    other = workspace.programmes.create("Other").slug
    for ask in (
        lambda: workspace.gatherings.get(other, code),
        lambda: workspace.gatherings.notes(other, code),
        lambda: workspace.gatherings.bring(other, code),
        lambda: workspace.gatherings.set_hidden(slug, code, "none", hidden=True),
        lambda: workspace.gatherings.remove(other, code),
    ):
        with pytest.raises(NotFound):
            ask()
    workspace.gatherings.remove(slug, code)
    with pytest.raises(NotFound):
        write(workspace, code, "x")
    assert set(units(workspace, slug)) == {"stays on the wall"}
    entries = [done.entry for done in workspace.journal.page(slug).done]
    assert [str(in_words(each)).removeprefix("Someone here ") for each in entries if each.of.kind == "gathering"] == [
        "removed notes on phones and all that was written there.",
        "opened notes on phones.",
        "brought notes from phones to the wall.",
        "closed notes on phones.",
        "opened notes on phones.",
    ]


def test_a_programme_takes_them_along(workspace, slug, code, tmp_path):
    """Into its archive and back, under another code; what comes there later lies in the same file behind the others."""
    write(workspace, code, "packed with it", element="trust")
    workspace.gatherings.bring(slug)
    write(workspace, code, "still to be brought")
    workspace.archives.write(slug, tmp_path / "p.zip")
    copy = workspace.archives.read(tmp_path / "p.zip").slug
    (there,) = workspace.gatherings.every(copy)
    assert there.code != code
    assert (there.notes, there.new) == (2, 1)
    write(workspace, there.code, "written there")
    assert workspace.gatherings.bring(copy) == 2
    assert set(units(workspace, copy)) == {"packed with it", "still to be brought", "written there"}
    assert set(units(workspace, slug)) == {"packed with it"}
    assert len(workspace.files.every(copy)) == 2
