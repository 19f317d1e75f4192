"""What facilitators change, on real files and both databases."""

from datetime import UTC, datetime

import pytest

from nlp.errors import InputError
from nlp.readings.edits.align import notes_of
from nlp.readings.edits.types import GONE
from service.annotations.edits_file import edits_from_json, edits_to_json
from service.annotations.reading_edits import Editor
from service.errors import NotFound
from service.store.columns import to_json
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK

ELEMENT = "culture"


def table(*groups, review="March"):
    rows = [f"{text},Culture,{team},{review}" for texts, team in groups for text in texts]
    return "\n".join(["text,element,team,review", *rows]).encode()


@pytest.fixture
def slug(workspace):
    """A programme with three readings of one element, in two scripts."""
    made = workspace.programmes.create("সংস্কৃতি").slug
    workspace.files.add(made, [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    return made


def element(workspace, slug, review=None):
    return workspace.findings(slug).element(ELEMENT, review)


def with_text(form, text):
    return next(each for each in form.readings if text in {unit.text for unit in each.units})


def ids(form, *texts):
    return [unit.id for unit in notes_of(form) if unit.text in texts]


def rename(workspace, slug, text, name, **more):
    reading = with_text(element(workspace, slug), text)
    return workspace.edits.rename(slug, ELEMENT, reading.id, name, **more)


def test_a_reading_named_by_a_long_note_can_be_renamed(workspace):
    """A note that is one endless word is the label of its reading; edits of it are read again like any other."""
    endless = "字" * 1500
    slug = workspace.programmes.create("长").slug
    workspace.files.add(slug, [("march.csv", table((RISK, "A"), ((endless, endless), "B")))])
    rename(workspace, slug, endless, "one sign")
    assert with_text(element(workspace, slug), endless).label == "one sign"


def test_a_name_stands_in_everything_that_shows_readings(workspace, slug):
    """Readings, drift, and the readings of one review."""
    workspace.findings(slug).drift()
    rename(workspace, slug, POWER[0], "बिजुली र फोन")
    assert with_text(element(workspace, slug), POWER[0]).label == "बिजुली र फोन"
    assert with_text(element(workspace, slug, "March"), POWER[0]).given == "बिजुली र फोन"
    (followed,) = workspace.findings(slug).drift().elements
    assert "बिजुली र फोन" in {each.label for each in followed.readings}
    assert {each.id for each in followed.readings} == {each.id for each in element(workspace, slug).readings}


def test_every_kind_of_change(workspace, slug):
    """Name, together, apart, elsewhere, alone, not a reading; each told, no note lost."""
    before = element(workspace, slug)
    risk, joint, power = (with_text(before, texts[0]).id for texts in (RISK, JOINT, POWER))
    editing = workspace.edits
    editing.rename(slug, ELEMENT, risk, "সাহস")
    editing.move(slug, ELEMENT, ids(before, JOINT[0]), risk)
    editing.move(slug, ELEMENT, ids(before, JOINT[1]), None)
    editing.split(slug, ELEMENT, ids(before, *POWER[:2]), "ফোন")
    editing.merge(slug, ELEMENT, power, with_text(element(workspace, slug), POWER[0]).id)
    editing.dismiss(slug, ELEMENT, joint)
    after = element(workspace, slug)
    assert {unit.text for unit in with_text(after, RISK[0]).units} == {*RISK, JOINT[0]}
    assert {unit.text for unit in with_text(after, POWER[3]).units} == set(POWER)
    assert with_text(after, POWER[3]).label == "ফোন"
    assert {unit.text for unit in after.alone} == set(JOINT[1:])
    assert sorted(ids(after, *RISK, *JOINT, *POWER)) == sorted(ids(before, *RISK, *JOINT, *POWER))
    told = workspace.findings(slug).readings().edits
    assert [each.kind for each in told] == ["rename", "move", "move", "split", "merge", "dismiss"]
    assert all(each.why_not is None for each in told)


def test_fewer_and_more_readings(workspace, slug):
    """What was asked for is remembered; the next wish takes its place, and undone it is as it was found."""
    before = element(workspace, slug)
    count = len(before.readings)
    workspace.edits.lay_out(slug, ELEMENT, count - 1)
    assert len(element(workspace, slug).readings) == count - 1
    last = workspace.edits.lay_out(slug, ELEMENT, 1)
    assert len(element(workspace, slug).readings) == 1
    assert [edit.id for edit in workspace.findings(slug).at.edits] == [last.id]
    workspace.edits.undo(slug, last.id)
    assert element(workspace, slug) == before


def test_a_wish_that_something_followed_stays(workspace, slug):
    """A name given to a reading of a layout finds it again, whatever is asked for later."""
    workspace.edits.lay_out(slug, ELEMENT, 2)
    rename(workspace, slug, RISK[0], "সাহস")
    workspace.edits.lay_out(slug, ELEMENT, 3)
    assert [edit.kind for edit in workspace.findings(slug).at.edits] == ["layout", "rename", "layout"]
    assert with_text(element(workspace, slug), RISK[0]).given == "সাহস"
    assert all(each.why_not is None for each in workspace.findings(slug).readings().edits)


def test_a_change_can_be_undone(workspace, slug):
    """The readings are what they were; what came after stays."""
    before = workspace.findings(slug).readings()
    first = rename(workspace, slug, RISK[0], "Daring")
    second = rename(workspace, slug, JOINT[0], "Together")
    workspace.edits.undo(slug, first.id)
    assert [edit.id for edit in workspace.findings(slug).at.edits] == [second.id]
    assert not with_text(element(workspace, slug), RISK[0]).given
    workspace.edits.undo(slug, second.id)
    assert workspace.findings(slug).readings() == before
    with pytest.raises(NotFound, match="change"):
        workspace.edits.undo(slug, second.id)


def test_changes_and_names_survive_the_next_review(workspace, slug):
    """Other sizes, so other numbers; a name that was given stays, and so do the ids of the others."""
    rename(workspace, slug, POWER[0], "বিদ্যুৎ")
    before = element(workspace, slug)
    workspace.files.add(slug, [("september.csv", table((POWER, "B"), review="September"))])
    after = element(workspace, slug)
    assert with_text(after, POWER[0]).label == "বিদ্যুৎ"
    assert len(with_text(after, POWER[0]).units) == 8
    for texts in (RISK, JOINT, POWER):
        assert with_text(after, texts[0]).id == with_text(before, texts[0]).id
    assert after.readings[0].id != "culture-1"


def test_what_cannot_be_applied_is_kept_and_told(workspace, slug):
    """The notes go with their file and come back with it; the words of the notes do not stay behind."""
    rename(workspace, slug, RISK[0], "Daring")
    label = workspace.findings(slug).at.edits[0].reading.label
    assert label
    workspace.files.remove(slug, workspace.files.every(slug)[0].id)
    workspace.files.add(slug, [("other.csv", table((JOINT, "A")))])
    (told,) = workspace.findings(slug).readings().edits
    assert told.why_not == GONE
    assert label not in to_json(edits_to_json(workspace.findings(slug).at.edits))
    workspace.files.add(slug, [("again.csv", table((RISK, "A"), (POWER, "C")))])
    assert with_text(element(workspace, slug), RISK[0]).label == "Daring"


def test_who_and_when_are_kept(url, tmp_path, open_workspace):
    """As they said it, in any script; the label is the one that they saw."""
    from service.settings import Settings

    now = datetime(2026, 3, 18, 10, tzinfo=UTC)
    workspace = open_workspace(Settings(data_dir=tmp_path, database_url=url), clock=lambda: now)
    slug = workspace.programmes.create("P").slug
    workspace.files.add(slug, [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    made = rename(workspace, slug, POWER[0], "Power", who=Editor("  আশা\nরাই ", "bn"))
    assert (made.by, made.made) == ("আশা রাই", "2026-03-18T10:00:00Z")
    assert made.reading.label == with_text(workspace.findings(slug).readings().elements[0], POWER[0]).labels["bn"]
    assert workspace.findings(slug).at.edits == (made,)


def test_changes_go_to_another_programme_as_a_file(workspace, slug):
    """Taken in twice they are there once; applied where the same notes are, in any file."""
    rename(workspace, slug, RISK[0], "সাহস")
    split = workspace.edits.split(slug, ELEMENT, ids(element(workspace, slug), *POWER[:2]))
    form = edits_to_json(workspace.findings(slug).at.edits)
    other = workspace.programmes.create("Other").slug
    workspace.files.add(other, [("all.csv", table((POWER, "C"), (RISK, "A"), (JOINT, "B")))])
    for _ in range(2):
        workspace.edits.take_in(other, edits_from_json(form))
    assert edits_to_json(workspace.findings(other).at.edits) == form
    there, here = element(workspace, other), element(workspace, slug)
    assert [reading.label for reading in there.readings] == [reading.label for reading in here.readings]
    assert with_text(there, POWER[0]).id == f"culture-split-{split.id}"


def test_programmes_keep_their_own_changes(workspace, slug):
    """One programme's edits are not the other's, though the ids may be the same."""
    made = rename(workspace, slug, RISK[0], "Daring")
    other = workspace.programmes.create("Other").slug
    workspace.edits.take_in(other, [made])
    workspace.edits.undo(other, made.id)
    assert workspace.findings(slug).at.edits == (made,)


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (lambda e, s: e.rename(s, ELEMENT, "culture-9", "x"), NotFound, "reading"),
        (lambda e, s: e.rename(s, "no", "culture-1", "x"), NotFound, "element"),
        (lambda e, s: e.rename(s + "no", ELEMENT, "culture-1", "x"), NotFound, "programme"),
        (lambda e, s: e.rename(s, ELEMENT, "culture-1", " \n "), InputError, "empty"),
        (lambda e, s: e.rename(s, ELEMENT, "culture-1", "ক" * 201), InputError, "200 letters"),
        (lambda e, s: e.merge(s, ELEMENT, "culture-1", "culture-1"), InputError, "itself"),
        (lambda e, s: e.merge(s, ELEMENT, "culture-1", "culture-9"), NotFound, "reading"),
        (lambda e, s: e.split(s, ELEMENT, []), InputError, "no note is ticked"),
        (lambda e, s: e.move(s, ELEMENT, ["n-9"], None), NotFound, "note"),
        (lambda e, s: e.dismiss(s, ELEMENT, ""), NotFound, "reading"),
        (lambda e, s: e.lay_out(s, ELEMENT, 0), InputError, "1 to"),
        (lambda e, s: e.lay_out(s, ELEMENT, 40), InputError, "1 to"),
        (lambda e, s: e.undo(s, "x"), NotFound, "change"),
    ],
)
def test_what_is_not_there_is_refused_in_one_line(workspace, slug, change, error, says):
    """And nothing is kept."""
    with pytest.raises(error, match=says):
        change(workspace.edits, slug)
    assert workspace.findings(slug).at.edits == ()


def test_two_readings_cannot_have_one_name(workspace, slug):
    """Nobody could tell them apart; the line says what to do."""
    other = with_text(element(workspace, slug), JOINT[0]).label
    with pytest.raises(InputError, match="put the two together"):
        rename(workspace, slug, RISK[0], f" {other}")
    rename(workspace, slug, RISK[0], with_text(element(workspace, slug), RISK[0]).label)


def test_an_unchanged_programme_stores_no_second_finding(workspace, slug):
    """Reading again makes nothing again; an undone change leaves nothing behind."""
    workspace.findings(slug).readings()
    made = rename(workspace, slug, RISK[0], "Daring")
    workspace.findings(slug).readings()
    with workspace._database.reading() as db:
        kinds = sorted(db.exec_driver_sql("SELECT kind FROM findings").scalars())
    assert kinds == ["edited readings", "readings"]
    workspace.edits.undo(slug, made.id)
    with workspace._database.reading() as db:
        assert list(db.exec_driver_sql("SELECT kind FROM findings").scalars()) == ["readings"]


def test_no_words_of_a_file_stay_that_is_removed_while_an_edit_is_made(workspace, slug, monkeypatch):
    """The reading was seen before the file went and the edit is kept after it: without its label."""
    reading = with_text(element(workspace, slug), POWER[0])
    (file,) = workspace.files.every(slug)

    def remove_and_make(_: int) -> str:
        workspace.files.remove(slug, file.id)
        return "an-id"

    monkeypatch.setattr("service.annotations.reading_edits.secrets.token_hex", remove_and_make)
    workspace.edits.rename(slug, ELEMENT, reading.id, "बिजुली")
    (kept,) = workspace.findings(slug).at.edits
    assert (kept.name, kept.reading.label) == ("बिजुली", "")


def test_a_reading_that_a_person_made_keeps_its_name(workspace, slug):
    """It has none of its own; neither a note that leaves it nor notes that come call it otherwise, nor does undoing."""
    before = element(workspace, slug)
    workspace.edits.split(slug, ELEMENT, ids(before, *POWER[:3]))
    made = with_text(element(workspace, slug), POWER[0])
    gone = next(unit.id for unit in made.units if made.label not in unit.text)
    left = workspace.edits.move(slug, ELEMENT, [gone], None)
    assert with_text(element(workspace, slug), made.label).label == made.label
    workspace.files.add(slug, [("september.csv", table((POWER, "B"), review="September"))])
    assert with_text(element(workspace, slug), made.label).label == made.label
    workspace.edits.undo(slug, left.id)
    assert with_text(element(workspace, slug), made.label).label == made.label
