from dataclasses import replace
from datetime import UTC, datetime

import pytest
from markupsafe import Markup

from nlp.documents.types import Example, LeftOut, Unread
from nlp.errors import UnreadableFile, at_row
from nlp.messages import Message
from service.intake.waiting import let_wait, previews
from service.names.spelling import called_in
from service.names.types import NameKind, Names, Naming
from service.presentation.i18n import language
from service.presentation.programme.upload import counts_in_words, kept_view, preview_view
from service.presentation.team_marks import marks
from service.presentation.template import render
from service.types import FilePreview, KeptFile, Outline, Preview, Programme
from tests.service.presentation.around import AROUND

EN = language("en")
PEOPLE = tuple("abcdefghijklmn")
REASON = LeftOut(Message("no text"), 2, (Example(Message("row {row}", {"row": "3"}), "x"),))
GOOD = FilePreview(
    "a.csv",
    "notes",
    {"notes": 1, "turns": 2},
    {"bn": 3, "en": 5},
    PEOPLE,
    unread=Unread(2, (REASON,)),
    left_out=(REASON,),
)
EMPTY = UnreadableFile("b.csv", Message("the file is empty"), Message("Save it again"), at_row(12))
BAD = FilePreview("b.csv", None, problem=EMPTY.message)


def lead(*files):
    return str(preview_view(Preview("t", files), (), EN).lead)


def test_the_lead_says_how_many_files_were_understood():
    """All, some, none, and always that nothing is kept."""
    assert lead(GOOD) == "1 file was understood. Nothing is kept yet."
    assert lead(GOOD, BAD) == "1 of 2 files were understood. Nothing is kept yet."
    assert lead(BAD) == "This file cannot be used as it is. Nothing is kept."


def test_a_file_is_described():
    """Counts in words, languages by size, the first people, what was not understood."""
    (file,) = preview_view(Preview("t", (GOOD,)), (), EN).files
    assert [str(each) for each in file.found] == ["1 note", "2 turns"]
    assert str(file.languages) == "Languages: English (5) and Bangla (3)."
    assert (len(file.people), file.more_people) == (12, 2)
    assert str(file.unread) == "2 lines are left out"
    (reason,) = file.left_out
    assert (str(reason.why), str(reason.examples[0].place), reason.examples[0].text, reason.more) == (
        "no text: 2",
        "row 3",
        "x",
        True,
    )


def test_a_file_that_cannot_be_used_says_why_in_the_readers_language():
    """The one line, numbers in the reader's digits; a file that can be used has none."""
    good, bad = preview_view(Preview("t", (GOOD, BAD)), (), language("bn")).files
    assert good.problem is None
    assert "ফাইলটি খালি" in bad.problem
    assert "১২" in bad.problem


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("notes.csv", b"", "en", "notes.csv: the file is empty. "),
        ("notes.csv", b"", "bn", "notes.csv: ফাইলটি খালি। "),
        ("टिपोट.csv", b"  ", "ne", "टिपोट.csv: फाइल खाली छ। "),
        ("picture.txt", b"GIF89a", "bn", "picture.txt: এটি ছবি (GIF)। ছবির লেখাগুলো"),
        ("a.txt", "ঢাকা ".encode() * 9 + b"\xe0\n", "ne", "a.txt, हरफ १: पाठ UTF-8 हो, तर केही बाइट"),
    ],
)
def test_the_preview_page_says_why_a_file_cannot_be_used(name, data, code, said):
    """From the bytes to the page: the whole line is in the reader's language, and nothing marks it as English."""
    spoken = language(code)
    view = preview_view(Preview("t", previews([let_wait((name, data), Outline())])), (), spoken)
    programme = Programme("p", "P", "", (), {}, (), (), ())
    page = render(
        "programme/preview.html", spoken, **AROUND, programme=programme, here="upload", view=view, marks=marks(())
    )
    shown = Markup(page.split('<p class="problem">')[1].split("</p>")[0])
    assert shown.striptags().startswith(said)


def test_how_the_text_was_won_is_said_in_the_readers_language():
    """A font of before Unicode, a PDF: what was done, and that it should be checked."""
    waiting = let_wait(("a.txt", "- †hvMv‡hvM fv‡jv Pj‡Q, Avgiv Lywk|\n".encode() * 3), Outline())
    (file,) = preview_view(Preview("t", previews([waiting])), (), language("bn")).files
    assert [remark.striptags().split(" ফন্টের")[0] for remark in file.remarks] == ["Bijoy (SutonnyMJ)"]


def test_a_transcript_can_choose_among_new_and_kept_rosters():
    """Each roster once."""
    added = datetime(2026, 3, 1, tzinfo=UTC)
    kept = (KeptFile(1, "old.csv", "roster", added, {}), KeptFile(2, "notes.csv", "notes", added, {}))
    view = preview_view(Preview("t", (FilePreview("new.csv", "roster"), FilePreview("old.csv", "roster"))), kept, EN)
    assert view.rosters == ("new.csv", "old.csv")


def test_a_roster_of_a_kept_name_says_that_it_replaces_it():
    """Only rosters replace each other."""
    added = datetime(2026, 3, 1, tzinfo=UTC)
    kept = (KeptFile(1, "old.csv", "roster", added, {}), KeptFile(2, "notes.csv", "notes", added, {}))
    names = (("old.csv", "roster"), ("new.csv", "roster"), ("notes.csv", "roster"), ("old.csv", "notes"))
    view = preview_view(Preview("t", tuple(FilePreview(*each) for each in names)), kept, EN)
    assert [file.replaces for file in view.files] == [True, False, False, False]


def test_a_roster_that_came_with_a_transcript_under_its_name_is_chosen():
    """Not one that came under another name, even if it begins alike."""
    names = ("May 1.vtt", "May 1 roster.csv", "May 10 roster.csv", "May 2.vtt")
    kinds = ("transcript", "roster", "roster", "transcript")
    view = preview_view(Preview("t", tuple(map(FilePreview, names, kinds))), (), EN)
    assert [file.roster for file in view.files if file.is_transcript] == ["May 1 roster.csv", ""]


def test_kept_files_are_listed_newest_first():
    """With the day on which they came."""
    days = [datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2)]
    listed = kept_view([KeptFile(at, f"{at}", "notes", day, {}) for at, day in enumerate(days)], EN)
    assert [(file.id, file.added) for file in listed] == [(1, "2 March 2026"), (0, "1 March 2026")]


def test_unknown_counts_are_left_out():
    """A count that the interface has no words for is not shown."""
    assert counts_in_words({"sheets": 3}, EN) == ()


def test_files_that_count_as_versions_are_named():
    """Oldest first; a file that stands alone says nothing."""
    twice = FilePreview("new.csv", "rubric", versions=("old.csv", "<new>.csv"))
    alone, told = preview_view(Preview("t", (GOOD, twice)), (), EN).files
    assert alone.versions is None
    assert "oldest first: old.csv and &lt;new&gt;.csv. Only the newest is compared" in str(told.versions)


def test_elements_are_called_as_the_programme_calls_them_for_the_reader():
    """With the words of the file beside them where these are others; two names of one element stand once."""
    said = Naming(NameKind.ELEMENT, "Communications", ("COMMS",), {"bn": "যোগাযোগ"})
    outline = Outline(elements=("Communications", "Trust"), names=Names((said,)))
    preview = Preview("t", (FilePreview("a.csv", "notes", elements=("COMMS", "যোগাযোগ", "trust", "ভাষা")),))
    for code, expected in (
        ("en", [("Communications", ("COMMS", "যোগাযোগ")), ("Trust", ()), ("ভাষা", ())]),
        ("bn", [("যোগাযোগ", ("COMMS",)), ("Trust", ()), ("ভাষা", ())]),
    ):
        spoken = replace(language(code), names=called_in(outline, code))
        (file,) = preview_view(preview, (), spoken, outline).files
        assert [(each.name, each.written) for each in file.elements] == expected
