"""Talking about how inclusive a session was: notes of observers, lines, and what becomes of them, on both databases."""

import pytest

from nlp.consent import ATTRIBUTE
from nlp.errors import InputError
from nlp.participation.feedback import Observation
from nlp.participation.people.attendance import Presence
from nlp.participation.three_views import Points, View
from service.annotations.tokens import new_token
from service.errors import NotFound, Refused
from service.inclusion import reflections
from service.journal.words import in_words
from service.privacy.types import Doomed
from tests.service.files import ROSTER, TRANSCRIPT

SESSION = "session-2026-03-18"
SAID = ("দুজনকে কেউ কিছু জিজ্ঞেস করেননি", "सबैले पालो पाए", "Sobai bollo, but only after the break 👩‍👧")


@pytest.fixture
def code(workspace):
    """The form of a session in which two of four say nothing."""
    workspace.programmes.create("P", ["Nepal"])
    workspace.files.add("p", [("roster.csv", ROSTER), (f"{SESSION}.vtt", TRANSCRIPT)])
    workspace.attendance.say_of_the_others("p", SESSION, Presence.PRESENT)
    return workspace.feedback.add_form("p", session=SESSION).code


def noted(workspace):
    return [(each.text, each.attributes) for each in workspace.findings("p").notes()]


def test_several_observers_note_in_any_language(workspace, code):
    """Oldest first, with name and time as they wrote them; nothing but the text has to be there."""
    workspace.reflections.observe("p", code, f"  {SAID[0]} ", "আনিকা", "after  lunch", Points.OUT)
    found = workspace.reflections.observe("p", code, SAID[1])
    assert [each.text for each in found.notes] == list(SAID[:2])
    assert (found.notes[0].observer, found.notes[0].time, found.notes[0].points) == ("আনিকা", "after lunch", Points.OUT)
    assert (found.notes[1].observer, found.notes[1].time, found.notes[1].points) == ("", "", Points.NEITHER)
    told = {str(in_words(done.entry)) for done in workspace.journal.page("p").done}
    assert "Someone here noted how inclusive “Session” was." in told


def test_three_views_stand_together(workspace, code):
    """Two silent people, answers that say otherwise, observers who saw somebody left out; answers once closed."""
    for each in SAID[:2]:
        workspace.reflections.observe("p", code, each, points=Points.OUT)
    answers = {new_token(): Observation(5, 5, 5) for _ in range(3)}
    workspace.feedback.answer(code, answers)
    assert workspace.reflections.of("p", code).views.answers is View.NOTHING
    workspace.feedback.set_open("p", code, is_open=False)
    found = workspace.reflections.of("p", code)
    assert (found.views.record, found.views.answers, found.views.observers) == (View.OUT, View.IN, View.OUT)
    assert found.views.differ
    assert found.measured.silent == 2


def test_a_session_without_a_record_has_its_page_too(workspace, code):
    """What observers noted is there before the record; it says nothing of who spoke."""
    early = workspace.feedback.add_form("p", "Day two").code
    found = workspace.reflections.observe("p", early, SAID[1], points=Points.IN)
    assert (found.measured, found.views.record) == (None, View.NOTHING)


def test_notes_of_observers_become_notes_of_the_programme(workspace, code):
    """Each once, with element, day and observer; who is not named is nobody; what is removed goes from there too."""
    for text, who in zip(SAID, ("Anika", "", "Bina"), strict=True):
        workspace.reflections.observe("p", code, text, who)
    numbers = [each.number for each in workspace.reflections.of("p", code).notes]
    workspace.reflections.take_over("p", code, numbers[:1])
    found = workspace.reflections.take_over("p", code, numbers)
    assert all(each.taken for each in found.notes)
    assert len(workspace.findings("p").at.of_kind("notes")) == 1
    texts = dict(noted(workspace))
    assert set(texts) == set(SAID)
    assert texts[SAID[0]]["date"] == "2026-03-18"
    assert [texts[each].get("participant") for each in SAID] == ["Anika", None, "Bina"]
    assert ATTRIBUTE not in texts[SAID[0]]
    with pytest.raises(InputError, match="still to be taken over"):
        workspace.reflections.take_over("p", code, numbers)
    for number in numbers:
        workspace.reflections.forget_note("p", code, number)
    assert noted(workspace) == []
    assert workspace.reflections.of("p", code).notes == ()


def test_what_is_deleted_for_good_does_not_come_back(workspace, code):
    """Neither the words of a note nor the name of an observer, when the file is written anew."""
    for text, who in zip(SAID, ("Zubaydah Quill", "", ""), strict=True):
        workspace.reflections.observe("p", code, text, who)
    numbers = [each.number for each in workspace.reflections.of("p", code).notes]
    workspace.reflections.take_over("p", code, numbers[:2])
    workspace.deletion.delete("p", Doomed.NOTE, SAID[1], " ".join(SAID[1].split()[:3]))
    workspace.deletion.delete("p", Doomed.PERSON, "Zubaydah Quill", "Zubaydah Quill")
    workspace.reflections.take_over("p", code, numbers[2:])
    kept = [each.text for each in workspace.reflections.of("p", code).notes] + [text for text, _ in noted(workspace)]
    told = str(workspace.reflections.of("p", code)) + str(noted(workspace))
    assert SAID[2] in kept
    assert SAID[1] not in kept
    assert "Zubaydah" not in told


def test_lines_are_kept_one_by_one(workspace, code):
    """What the group wants to do differently, in its order; a line can be taken away."""
    workspace.reflections.intend("p", code, "The chair\nspeaks last")
    found = workspace.reflections.intend("p", code, SAID[1])
    assert [each.text for each in found.intentions] == ["The chair speaks last", SAID[1]]
    workspace.reflections.forget_intention("p", code, found.intentions[0].number)
    assert [each.text for each in workspace.reflections.of("p", code).intentions] == [SAID[1]]


@pytest.mark.parametrize(
    "given", [{"text": " \u200d "}, {"text": "…"}, {"text": "a" * 2001}, {"text": "a", "time": "x" * 41}]
)
def test_what_cannot_be_kept_is_refused(workspace, code, given):
    """No letters, or too many."""
    with pytest.raises(InputError):
        workspace.reflections.observe("p", code, **given)


def test_one_session_cannot_fill_the_disk(workspace, code, monkeypatch):
    """Notes and lines together have a most."""
    monkeypatch.setattr(reflections, "MOST", 2)
    workspace.reflections.observe("p", code, "one")
    workspace.reflections.intend("p", code, "two")
    with pytest.raises(Refused):
        workspace.reflections.observe("p", code, "three")


def test_what_is_of_another_programme_is_not_there(workspace, code):
    """Nor is a number that no note has; a form that is removed takes all of it along."""
    workspace.programmes.create("Q")
    for ask in (
        lambda: workspace.reflections.of("q", code),
        lambda: workspace.reflections.observe("q", code, "x"),
        lambda: workspace.reflections.forget_note("p", code, 99),
        lambda: workspace.reflections.forget_intention("p", code, 99),
        lambda: workspace.reflections.take_over("p", code, [99]),
    ):
        with pytest.raises(NotFound):
            ask()
    workspace.reflections.observe("p", code, "x")
    workspace.feedback.remove("p", code)
    with pytest.raises(NotFound):
        workspace.reflections.of("p", code)
