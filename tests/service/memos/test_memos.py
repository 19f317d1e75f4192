"""Memos: about what, found again, answered, closed, and gone with what they are about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.errors import InputError
from nlp.readings.edits.types import text_key
from service.access.acting import act_as
from service.access.types import Reader
from service.actions.types import Status
from service.errors import NotFound
from service.journal.words import in_words
from service.memos.memos import _text
from service.memos.subjects import as_now, of_subject
from service.memos.types import LONGEST_MEMO, Subject
from service.presentation.i18n import language
from service.presentation.memos.memos import memos_view, talks
from service.privacy.types import Doomed
from tests.nlp.readings.test_interpret import JOINT, RISK
from tests.service.giving_back.conftest import ELEMENT, table

SAID = ("এটা কি সত্যিই ঝুঁকি নেওয়া?", "यो त अर्कै कुरा हो नि 🙂", "eta ki thik?")
RUBRIC = "element,level,descriptor,team\nCulture,emerging,আমরা শিখছি,A\nCulture,emerging,We are learning,B\n".encode()

TALK = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>Hello there\n\n00:02.000 --> 00:04.000\n<v B>Good day\n"


def first_reading(workspace, slug):
    return workspace.findings(slug).element(ELEMENT).readings[0]


def one(workspace, slug):
    (memo,) = as_now(workspace.findings(slug))
    return memo


def test_a_memo_is_answered_and_closed(workspace, slug):
    """By whom and when; an answer opens it again, and history tells of it without its words."""
    reading = first_reading(workspace, slug)
    number = workspace.memos.begin(slug, Subject.READING, reading.id, ELEMENT, f"  {SAID[0]}\n", "Binita  Rai ")
    with act_as(Reader(account=1, name="Tobias", sits_here=True)):
        workspace.memos.answer(slug, number, SAID[1], "somebody else")
        workspace.memos.set_closed(slug, number, closed=True)
    memo = one(workspace, slug)
    assert [(each.who, each.text) for each in memo.said] == [("Binita Rai", SAID[0]), ("Tobias", SAID[1])]
    assert (memo.closed_by, memo.closed is not None) == ("Tobias", True)
    workspace.memos.answer(slug, number, SAID[2])
    assert one(workspace, slug).closed is None
    told = [str(in_words(done.entry)) for done in workspace.journal.page(slug).done]
    assert told[:2] == ["Someone here answered a memo.", "Tobias closed a memo."]
    assert not any(each in " ".join(told) for each in SAID)


def test_answers_and_memos_are_removed(workspace, slug):
    """An answer alone; with the last thing that was said, the memo."""
    number = workspace.memos.begin(slug, Subject.NOTE, text_key(RISK[1]), ELEMENT, SAID[0])
    workspace.memos.answer(slug, number, SAID[1])
    first, second = one(workspace, slug).said
    workspace.memos.remove(slug, number, first.number)
    assert [each.text for each in one(workspace, slug).said] == [SAID[1]]
    with pytest.raises(NotFound, match="memo"):
        workspace.memos.remove(slug, number, first.number + 1_000)
    workspace.memos.remove(slug, number, second.number)
    assert as_now(workspace.findings(slug)) == ()
    with pytest.raises(NotFound, match=f"there is no memo {number}"):
        workspace.memos.answer(slug, number, SAID[2])


def test_a_reading_is_found_by_its_notes(workspace, slug):
    """Where more notes come, and where it is called otherwise; not once most of it lies elsewhere."""
    reading = first_reading(workspace, slug)
    key = reading.id
    workspace.memos.begin(slug, Subject.READING, key, ELEMENT, SAID[0])
    workspace.files.add(slug, [("may.csv", table((f"{JOINT[0]} and more", "Culture", "C", "new")))])
    now = one(workspace, slug).now
    own = workspace.findings(slug).element(ELEMENT)
    (held,) = [each for each in own.readings if each.id == now.id]
    assert {unit.text for unit in held.units} & {unit.text for unit in reading.units}
    assert now.words == (held.called("en") or held.example)
    for file in workspace.files.every(slug):
        workspace.files.remove(slug, file.id)
    assert one(workspace, slug).now is None


def test_notes_descriptors_and_sessions(workspace, slug):
    """Each by what it says; what is not there cannot be talked about."""
    workspace.files.add(slug, [("rubric.csv", RUBRIC), ("talk.vtt", TALK)])
    session = workspace.findings(slug).at.sessions[0]
    for kind, id_, element in (
        (Subject.NOTE, text_key(RISK[0]), ELEMENT),
        (Subject.DESCRIPTOR, text_key("আমরা শিখছি"), ELEMENT),
        (Subject.SESSION, session.slug, ""),
    ):
        number = workspace.memos.begin(slug, kind, id_, element, SAID[0])
        memo = workspace.memos.get(workspace.findings(slug), number)
        assert of_subject(as_now(workspace.findings(slug)), kind, id_, element) == (memo,)
        with pytest.raises(NotFound):
            workspace.memos.begin(slug, kind, "0" * 16, element, SAID[0])
    words = [memo.now.words for memo in as_now(workspace.findings(slug))]
    assert words == [RISK[0], "আমরা শিখছি", session.title]
    with pytest.raises(NotFound):
        workspace.memos.begin(slug, Subject.READING, "nothing", ELEMENT, SAID[0])
    with pytest.raises(NotFound, match="element"):
        workspace.memos.begin(slug, Subject.NOTE, text_key(RISK[0]), "elsewhere", SAID[0])


def test_a_memo_goes_with_the_note_that_is_deleted(workspace, slug):
    """What was said of it is gone for good; a memo about a reading stays, without the note's key."""
    note = next(unit for unit in first_reading(workspace, slug).units)
    workspace.memos.begin(slug, Subject.READING, first_reading(workspace, slug).id, ELEMENT, SAID[0])
    workspace.memos.begin(slug, Subject.NOTE, text_key(note.text), ELEMENT, SAID[1])
    loss = workspace.deletion.look(slug, Doomed.NOTE, note.id)
    workspace.deletion.delete(slug, Doomed.NOTE, note.id, loss.name)
    assert [each.text for each in one(workspace, slug).said] == [SAID[0]]
    assert text_key(note.text) not in one(workspace, slug).about.notes


def test_a_memo_stays_with_its_action_and_goes_with_it(workspace, slug):
    """Found by the action's code, whatever is to be done now; deleted, it takes it along."""
    made = [workspace.actions.make(slug, text).code for text in ("फोन गर्ने", "Write minutes")]
    for code in made:
        workspace.memos.begin(slug, Subject.ACTION, code, "", SAID[0])
    workspace.actions.change(slug, made[0], what="প্রতি সোমবার ফোন", status=Status.DOING)
    first, second = as_now(workspace.findings(slug))
    assert (first.now.words, second.now.words) == ("প্রতি সোমবার ফোন", "Write minutes")
    assert of_subject((first, second), Subject.ACTION, made[0]) == (first,)
    link = memos_view((first,), slug, language("en")).open[0].link
    assert link.endswith(f"/actions/{made[0]}")
    workspace.actions.remove(slug, made[0])
    assert as_now(workspace.findings(slug)) == (second,)
    with pytest.raises(NotFound, match="there is no action"):
        workspace.memos.begin(slug, Subject.ACTION, made[0], "", SAID[0])


def test_memos_go_along_with_a_programme(workspace, slug, tmp_path):
    """As one file, and back into another installation."""
    workspace.memos.begin(slug, Subject.NOTE, text_key(RISK[2]), ELEMENT, SAID[0], "রিনা")
    workspace.archives.write(slug, tmp_path / "p.zip")
    again = workspace.archives.read(tmp_path / "p.zip").slug
    assert [(each.who, each.text) for each in one(workspace, again).said] == [("রিনা", SAID[0])]
    assert one(workspace, again).now.words == RISK[2]


def test_what_is_no_memo_is_refused(workspace, slug):
    """Nothing, too much, and a name without an end."""
    for text, who in ((" \n", ""), ("x" * (LONGEST_MEMO + 1), ""), ("x", "x" * 201)):
        with pytest.raises(InputError, match=r"1 to 2,000 letters|at most 200 letters"):
            workspace.memos.begin(slug, Subject.NOTE, text_key(RISK[0]), ELEMENT, text, who)
    assert as_now(workspace.findings(slug)) == ()


@settings(max_examples=50)
@given(st.text(max_size=50))
def test_what_is_kept_is_what_was_written(text):
    """But for blanks around it."""
    if text.strip():
        assert _text(text) == text.strip()


def test_the_page_says_what_is_open(workspace, slug):
    """Counted at its thing, in the reader's language, with a link to it."""
    reading = first_reading(workspace, slug)
    number = workspace.memos.begin(slug, Subject.READING, reading.id, ELEMENT, SAID[0])
    memos = as_now(workspace.findings(slug))
    talk = talks(memos, slug, language("en"))
    assert talk("reading", reading.id, "Culture").words == "1 open memo"
    assert talk("note", RISK[0], "Culture").words == "Write a memo"
    assert text_key(RISK[0]) in talk("note", RISK[0], "Culture").link
    view = memos_view(memos, slug, language("ne"))
    assert view.lead == language("ne").ngettext("{n} memo is open.", "{n} memos are open.", 1)
    assert view.open[0].link.endswith("/elements/culture")
    workspace.memos.set_closed(slug, number, closed=True)
    view = memos_view(as_now(workspace.findings(slug)), slug, language("en"))
    assert (view.lead, len(view.closed)) == ("Nothing is open.", 1)
    assert memos_view((), slug, language("en")).lead == "Nobody has written a memo yet."
