"""What tables write: many short notes in any language, nobody's by name, in the same analysis as all others."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound
from service.privacy.types import Doomed
from tests.service.cafe.conftest import NAMES, PEOPLE, wanted

SAID = ("বৈঠক দেরিতে শুরু হয়", "हामीलाई सोधिँदैन", "amader kotha keu shone na 👩‍👧")


@pytest.fixture
def code(workspace):
    """A World Café, on both databases."""
    workspace.programmes.create("P", ["Nodi"])
    workspace.files.add("p", [("people.csv", PEOPLE)])
    return workspace.cafes.plan("p", wanted()).code


def written(work, code):
    return [(each.round, each.table, each.text) for each in work.table_notes.every(work.findings("p"), code)]


def of_file(work):
    return {unit.text: unit.attributes for unit in work.findings("p").written() if "table" in unit.attributes}


def test_each_line_is_a_note_and_what_is_sent_twice_is_kept_once(workspace, code):
    """By the form that was sent; empty lines and lines of signs alone are none."""
    token = new_token()
    for _ in range(2):
        assert workspace.table_notes.write(code, token, 1, 2, "\n".join(["", *SAID, " 👍 ", "—"])) == 3
    assert sorted(written(workspace, code)) == sorted((1, 2, each) for each in SAID)
    workspace.table_notes.write(code, new_token(), 1, 2, SAID[0])
    assert len(written(workspace, code)) == 4


def test_they_join_the_notes_of_the_review_as_nobodys(workspace, code):
    """With table, round and day; more of them are written in the place of what was."""
    workspace.table_notes.write(code, new_token(), 1, 2, "\n".join(SAID), "Communications")
    assert of_file(workspace) == {}
    workspace.table_notes.gather("p", code)
    workspace.table_notes.write(code, new_token(), 2, 1, "One more")
    assert set(of_file(workspace)) == set(SAID)
    workspace.table_notes.set_open("p", code, is_open=False)
    found = of_file(workspace)
    assert set(found) == {*SAID, "One more"}
    told = {name: found[SAID[0]][name] for name in ("review", "date", "round", "table")}
    assert told == {"review": "May 2026", "date": "2026-05-04", "round": "1", "table": "2"}
    assert "participant" not in found[SAID[0]]
    assert len([file for file in workspace.files.every("p") if file.kind == "notes"]) == 1
    assert {each.text for each in workspace.findings("p").notes()} == set(found)
    assert all(each.gathered for each in workspace.table_notes.every(workspace.findings("p"), code))


def test_nothing_that_tells_who_wrote_or_when_is_kept(workspace, code):
    """No token, time or address; people of the roster are hidden where notes are shown, contact data is not kept."""
    token = new_token()
    workspace.table_notes.write(code, token, 1, 1, "Sita Rai knows, call 01712345678")
    with workspace._database.reading() as db:
        rows = db.execute(text("SELECT * FROM cafe_notes")).mappings().all()
    assert token not in repr(rows)
    assert "01712345678" not in repr(rows)
    assert set(rows[0]) == {"cafe_id", "id", "round", "seat", "text", "element", "gathered"}
    assert written(workspace, code) == [(1, 1, "… knows, call …")]


@pytest.mark.parametrize(
    ("number", "table", "said", "wrong"),
    [
        (0, 1, "a", NotFound),
        (3, 1, "a", NotFound),
        (1, 9, "a", NotFound),
        (1, 1, " \n👍", InputError),
        (1, 1, "a\n" * 21, InputError),
        (1, 1, "ক" * 501, InputError),
    ],
)
def test_what_cannot_be_kept_is_refused(work, number, table, said, wrong):
    """No such round or table, nothing, too much, too long; and nothing at all once it is closed."""
    code = work.cafes.plan("p", wanted()).code
    with pytest.raises(wrong):
        work.table_notes.write(code, new_token(), number, table, said)
    assert written(work, code) == []
    work.table_notes.set_open("p", code, is_open=False)
    with pytest.raises(Closed):
        work.table_notes.write(code, new_token(), 1, 1, "late")
    with pytest.raises(InputError, match="written nothing"):
        work.table_notes.gather("p", code)


def test_the_facilitator_types_paper_in_and_removes_for_good(work):
    """Also after it is closed; what is removed is in no note of the programme any more."""
    code = work.cafes.plan("p", wanted()).code
    work.table_notes.set_open("p", code, is_open=False)
    first, _ = work.table_notes.enter("p", code, new_token(), 1, 1, "Too late\nToo much")
    work.table_notes.gather("p", code)
    work.table_notes.enter("p", code, new_token(), 1, 1, "not gathered")
    work.table_notes.remove("p", code, first.id)
    assert set(of_file(work)) == {"Too much"}
    assert [each for *_, each in written(work, code)] == ["Too much", "not gathered"] or len(written(work, code)) == 2
    with pytest.raises(NotFound):
        work.table_notes.remove("p", code, first.id)


def test_a_note_that_is_deleted_for_good_does_not_come_back(work):
    """Neither with the next file nor on the page of the tables."""
    code = work.cafes.plan("p", wanted()).code
    work.table_notes.write(code, new_token(), 1, 1, "\n".join(SAID))
    work.table_notes.gather("p", code)
    note = next(each for each in work.findings("p").notes() if each.text == SAID[1])
    work.deletion.delete("p", Doomed.NOTE, note.id, " ".join(note.text.split()[:3]))
    work.table_notes.write(code, new_token(), 1, 1, "One more")
    work.table_notes.gather("p", code)
    assert set(of_file(work)) == {SAID[0], SAID[2], "One more"}
    assert SAID[1] not in repr(written(work, code))


def test_a_file_that_somebody_removed_stays_removed(work):
    """Until the notes are put among those of the programme again; removing one note does not bring the others back."""
    code = work.cafes.plan("p", wanted()).code
    first, _ = work.table_notes.enter("p", code, new_token(), 1, 1, "Too late\nToo much")
    work.table_notes.gather("p", code)
    (file,) = (each for each in work.files.every("p") if each.kind == "notes")
    work.files.remove("p", file.id)
    work.table_notes.remove("p", code, first.id)
    assert of_file(work) == {}
    work.table_notes.gather("p", code)
    assert set(of_file(work)) == {"Too much"}


def test_a_small_table_is_not_told(work):
    """Two people at a table could be told from it."""
    code = work.cafes.plan("p", wanted(NAMES[:5], size=2)).code
    sizes = [len(table.people) for table in work.cafes.get("p", code).seating.rounds[0]]
    for at, size in enumerate(sizes, 1):
        work.table_notes.enter("p", code, new_token(), 1, at, f"of table {at} with {size}")
    work.table_notes.gather("p", code)
    found = {unit.text: unit.attributes.get("table", "") for unit in work.findings("p").written()}
    assert found == {f"of table {at} with {size}": str(at) if size > 2 else "" for at, size in enumerate(sizes, 1)}


def test_a_programme_is_taken_along_with_its_cafes(work, tmp_path):
    """As one file: the plan and the notes come with it, under a new code."""
    made = work.cafes.plan("p", wanted())
    work.table_notes.write(made.code, new_token(), 1, 1, SAID[0])
    work.table_notes.gather("p", made.code)
    work.archives.write("p", tmp_path / "p.zip")
    slug = work.archives.read(tmp_path / "p.zip").slug
    (copy,) = work.cafes.every(slug)
    assert copy.code != made.code
    assert replace(copy, code=made.code) == made
    work.table_notes.enter(slug, copy.code, new_token(), 1, 1, SAID[1])
    work.table_notes.gather(slug, copy.code)
    assert len([file for file in work.files.every(slug) if file.kind == "notes"]) == 1
