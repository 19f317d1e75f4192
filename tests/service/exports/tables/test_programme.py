"""The tables of a programme keep to what its pages keep to."""

import json

import pytest

from nlp.consent import Consent
from nlp.errors import InputError
from nlp.participation.feedback import Observation
from service.actions.types import Became
from service.annotations.tokens import new_token
from service.errors import NotMadeYet
from service.exports.tables.contents import CONTENTS
from service.exports.tables.formats import FORMATS, write_data
from service.exports.tables.programme import ProgrammeData
from service.presentation.i18n import language
from service.privacy.consents import Said

NAMES = ("Asha Rai", "Rina Das", "Tom Bell", "Hari Lama", "Asha", "Rina", "রিনা দাস")


def data_of(workspace, slug, *, names=False, code="en"):
    return ProgrammeData(
        workspace.findings(slug), workspace.feedback, language(code), names, workspace.actions.every(slug)
    )


def rows(workspace, slug, table, **asked):
    found = next((each for each in data_of(workspace, slug, **asked).tables() if each.name == table), None)
    return list(found.dicts()) if found else []


def test_every_table_is_one_that_was_told_of(workspace, full):
    """With the columns of the dictionary, in its order; tables without rows are left out."""
    told = {table.name: table for table in CONTENTS}
    found = data_of(workspace, full).tables()
    assert [table.name for table in found] == [name for name in told if name in {table.name for table in found}]
    assert all(table.columns == told[table.name].columns and table.rows for table in found)
    there = {table.name for table in found}
    assert {"notes", "elements", "ratings", "sessions", "people", "turns", "attendance"} <= there


@pytest.mark.parametrize("form", FORMATS)
def test_nobody_is_named_unless_asked(workspace, full, form):
    """Neither in columns nor inside of texts, in any format; asked for, names are there."""
    numbered = data_of(workspace, full).tables()
    said = json.dumps([table.rows for table in numbered], ensure_ascii=False)
    assert not [name for name in NAMES if name in said]
    assert "Person 1" in said
    named = json.dumps([table.rows for table in data_of(workspace, full, names=True).tables()], ensure_ascii=False)
    assert "Asha Rai" in named
    assert "Person 1" not in named
    name, content, _ = write_data(data_of(workspace, full), form)
    assert name == f"{full}{FORMATS[form].ending}"
    assert not [each for each in NAMES if each.encode() in content]


def test_people_come_in_the_order_of_their_numbers(workspace, full):
    """That of the roster would tell who is who."""
    for table in ("people", "attendance", "people_over_time"):
        numbers = [int(row["person"].removeprefix("Person ")) for row in rows(workspace, full, table)]
        assert numbers == sorted(numbers)
        assert len(numbers) > 1


def test_notes_and_sessions_have_numbers_of_their_own(workspace, full):
    """Else a team that notes tell of could be joined to a voice in a session, where teams are withheld."""
    many = "name\n" + "".join(f"Somebody Number{letter}\n" for letter in "abcdefghijklmnopqrst")
    workspace.files.add(full, [("more.csv", many.encode())])
    data = data_of(workspace, full)
    assert list(data._writers.shown) != list(data.speakers.shown)
    assert set(data._writers.shown) == set(data.speakers.shown)


def test_notes_have_no_attributes_of_people(workspace, full):
    """Beside team, review and author any of them would show a group of one."""
    note = rows(workspace, full, "notes")[0]
    assert not {"gender", "role", "seniority"} & note.keys()
    assert note["team"]
    assert note["organisation"]


def test_words_that_are_only_counted_are_not_there(workspace, full):
    """The note is a row with no words, no author and no team; the turn has its times."""
    workspace.consents.say(full, [Said(Consent.COUNTED, person="Asha Rai")])
    empty = [row for row in rows(workspace, full, "notes", names=True) if not row["text"]]
    assert len(empty) == 3
    assert {(row["participant"], row["team"], row["source"]) for row in empty} == {("", "", "")}
    turns = rows(workspace, full, "turns", names=True)
    silent = [row for row in turns if not row["text"]]
    assert [row["start"] for row in silent] == [0, 40]
    assert {row["text"] for row in turns} == {"", "The budget is late again."}


def test_who_did_not_agree_is_not_there(workspace, full):
    """Neither notes, nor turns, nor shares."""
    workspace.consents.say(full, [Said(Consent.NOT_AT_ALL, person="Asha Rai")])
    assert len(rows(workspace, full, "notes")) == 2
    assert [row["text"] for row in rows(workspace, full, "turns")] == ["The budget is late again."]
    assert "Asha Rai" not in {row["person"] for row in rows(workspace, full, "people", names=True)}


def test_who_may_not_be_named_has_a_number_where_others_are_named(workspace, full):
    """As on the pages."""
    workspace.consents.say(full, [Said(Consent.WITHOUT_NAME, person="Tom Bell")])
    people = {row["person"] for row in rows(workspace, full, "people", names=True)}
    assert "Asha Rai" in people
    assert "Tom Bell" not in people
    assert any(person.startswith("Person ") for person in people)


def test_a_session_that_may_not_be_analysed_is_told_of(workspace, full):
    """It stands among what is not there, with the reason, and nothing of it anywhere else."""
    (session,) = workspace.findings(full).at.sessions
    workspace.consents.say(full, [Said(Consent.NOT_AT_ALL, session=session.slug)])
    (missing,) = rows(workspace, full, "not_in_it", code="bn")
    assert missing["what"] == session.slug
    assert "সম্মত" in missing["why"] or "রাজি" in missing["why"]
    assert not rows(workspace, full, "turns")
    assert not rows(workspace, full, "people")


def test_feedback_is_there_from_the_threshold_on(workspace, full):
    """Two answers are none."""
    (session,) = workspace.findings(full).at.sessions
    form = workspace.feedback.add_form(full, "", session.slug)
    for number in range(3):
        assert not rows(workspace, full, "feedback")
        answer = Observation(voice=4, heard=1 + number, missing="Tom Bell was not asked")
        workspace.feedback.answer(form.code, {new_token(): answer})
    workspace.feedback.set_open(full, form.code, is_open=False)
    counts = {(row["item"], row["answer"]): row["answers"] for row in rows(workspace, full, "feedback")}
    assert counts["voice", 4] == 3
    assert {row["line_written"] for row in rows(workspace, full, "voices_missing")} != {"Tom Bell was not asked"}


def test_a_chosen_question_is_there(workspace, full):
    """With who asks it, and without names."""
    workspace.questions.ask(full, "What does Tom Bell need?")
    (row,) = rows(workspace, full, "questions")
    assert (row["state"], row["asked_by"]) == ("chosen", "person")
    assert "Tom" not in row["question"]


def test_a_format_that_is_not_there_is_refused(workspace, full):
    """The error names those that there are."""
    with pytest.raises(InputError, match="data does not leave as sav"):
        write_data(data_of(workspace, full), "sav")


def test_what_is_not_made_yet_is_waited_for(workspace, full):
    """A file never lacks what only is not there yet."""
    with pytest.raises(NotMadeYet):
        ProgrammeData(workspace.for_readers().findings(full), workspace.feedback, language("en")).tables()


def test_an_empty_programme_has_an_empty_file(workspace, programme):
    """No table, and no failure."""
    assert data_of(workspace, programme).tables() == ()
    for name, form in FORMATS.items():
        assert name == "qdc" or form.write(data_of(workspace, programme)), name


def test_actions_and_what_became_of_them_are_tables(workspace, full):
    """Oldest first, with who does them; people in their words are hidden as everywhere, and led-to words stay out."""
    made = workspace.actions.make(full, "Asha Rai फोन गर्ने", "Asha Rai", "2026-12-01")
    workspace.actions.judge(full, made.code, Became.CHANGED, "Asha Rai calls now")
    (action,) = rows(workspace, full, "actions")
    assert (action["action"], action["by_when"], action["state"], action["made_of"]) == (
        1,
        "2026-12-01",
        "open",
        "hand",
    )
    assert "Asha" not in json.dumps(action)
    assert "फोन गर्ने" in action["to_do"]
    (said,) = rows(workspace, full, "action_verdicts", names=True)
    assert (said["action"], said["became"], said["line_written"]) == (1, "changed", "Asha Rai calls now")
    assert "Asha" not in json.dumps(rows(workspace, full, "action_verdicts"))
