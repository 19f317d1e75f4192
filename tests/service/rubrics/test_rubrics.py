"""Rubrics that are written here: begun, written, kept as versions that are compared."""

import pytest

from nlp.errors import InputError
from service.access.acting import act_as
from service.access.types import Reader
from service.errors import NotFound, Stale
from service.journal.words import in_words
from service.names.types import NameKind
from service.privacy.types import Doomed
from service.rubrics.beginnings import Beginning, RubricStart
from service.rubrics.types import Did

RUBRIC = "element,level,descriptor,team,version\nTrust,good,We say it,Nepal,2\nTrust,bad,We hide it,Nepal,2\n"
ODD = "  খবর\u200d আসে 👩‍👧 \n\n--\nखबर   आउँछ\r\namra shuni nai\nkhabar\u200cko <b>\n"


def texts(rubric, element):
    return {cell.level: cell.descriptors for cell in rubric.of(element)}


def files(workspace, slug):
    return {each.filename: each.counts["descriptors"] for each in workspace.files.every(slug)}


def test_a_country_rubric_shares_the_elements_of_the_consortium(workspace, begun):
    """Whatever its language: the seven are there once, with levels and descriptors of its own."""
    consortium, nepal = workspace.rubrics.every(begun)
    assert [each.name for each in workspace.rubrics.elements(begun)] == list(
        dict.fromkeys(c.element for c in nepal.cells)
    )
    assert len(consortium.cells) == len(nepal.cells) == 21
    assert consortium.levels == ("well-functioning", "emerging", "needs help")
    assert nepal.levels == ("राम्रो चलेको", "बन्दै गरेको", "सहयोग चाहिने")
    assert (consortium.changed, consortium.versions) == (21, ())
    (beside,) = workspace.rubrics.beside(begun, "नेपाल", "communications")
    assert (beside.team, beside.from_file) == ("Consortium", False)
    assert beside.levels == tuple(texts(consortium, "Communications").items())


def test_what_is_on_file_stands_beside_and_can_be_begun_with(workspace, slug):
    """A team goes on with its own file; another one begins as it did; elements and levels are those of the file."""
    workspace.files.add(slug, [("rubric.csv", RUBRIC.encode())])
    workspace.rubrics.begin(slug, "Dhaka")
    (beside,) = workspace.rubrics.beside(slug, "dhaka", "trust")
    assert (beside.team, beside.from_file) == ("Nepal", True)
    assert beside.levels == (("good", ("We say it",)), ("bad", ("We hide it",)))
    own = workspace.rubrics.begin(slug, "Nepal", Beginning(RubricStart.TEAM, "Nepal"))
    assert texts(own, "Trust") == {"good": ("We say it",), "bad": ("We hide it",)}
    copied = workspace.rubrics.begin(slug, "Third", Beginning(RubricStart.TEAM, "nepal"))
    assert texts(copied, "Trust") == texts(own, "Trust")
    workspace.rubrics.write(slug, "nepal", "trust", "good", "We say it early", "asked for")
    kept = workspace.rubrics.keep(slug, "nepal", why="asked for")
    assert [each.name for each in kept.versions] == ["3"]
    (changes,) = [each for each in workspace.findings(slug).rubrics().changes if each.team == "Nepal"]
    assert (changes.before, changes.after) == ("2", "3")


def test_a_cell_is_written_in_any_script_a_descriptor_a_line(workspace, begun):
    """Joiners stay, lines without a word do not; levels are known in any spelling, elements by name or slug."""
    written = workspace.rubrics.write(begun, "Consortium", "COMMUNICATIONS", "Emerging", ODD)
    assert written.descriptors == ("খবর\u200d আসে 👩‍👧", "खबर आउँछ", "amra shuni nai", "khabar\u200cko <b>")
    assert texts(workspace.rubrics.get(begun, "consortium"), "Communications")["emerging"] == written.descriptors
    workspace.rubrics.keep(begun, "consortium")
    on_file = [each.text for each in workspace.findings(begun).descriptors() if each.element == "Communications"]
    assert set(written.descriptors) <= set(on_file)
    assert workspace.rubrics.write(begun, "Consortium", "communications", "emerging", " \n").text == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "x" * 2_001}, "letters at most"),
        ({"why": "x" * 501}, "reason has"),
        ({"level": "great"}, "no level"),
    ],
)
def test_what_cannot_be_written_is_refused(workspace, begun, change, said):
    """And nothing has changed."""
    before = workspace.rubrics.get(begun, "consortium")
    with pytest.raises(InputError, match=said):
        workspace.rubrics.write(
            begun, "consortium", "communications", **{"level": "emerging", "text": "x", "why": ""} | change
        )
    assert workspace.rubrics.get(begun, "consortium") == before


def test_of_two_who_write_in_one_cell_the_later_is_asked(workspace, begun):
    """Whoever saw something else is refused, and told who wrote; whoever saw it, or wrote the same, is not."""
    place = (begun, "consortium", "communications", "emerging")
    seen = workspace.rubrics.write(*place, "First").text
    with act_as(Reader(4, "Asha")):
        workspace.rubrics.write(*place, "Second", before=seen)
    with pytest.raises(Stale, match="Asha wrote in this cell"):
        workspace.rubrics.write(*place, "Third", before=seen)
    assert workspace.rubrics.write(*place, "Second", before=seen).text == "Second"
    workspace.rubrics.write(
        begun,
        "consortium",
        "communications",
        "needs help",
        "Elsewhere",
        before="We learn what was decided from rumours",
    )
    assert workspace.rubrics.write(*place, "Second\nThird", before="Second\r\n").text == "Second\nThird"


def test_the_history_of_a_cell_tells_who_wrote_what_and_why(workspace, begun):
    """Newest first, under the names that the element had."""
    with act_as(Reader(4, "Asha")):
        workspace.rubrics.write(begun, "consortium", "communications", "emerging", "Late", "  said in\nMarch ")
    workspace.rubric_elements.rename(begun, "communications", "Talking", "plainer")
    renamed, wrote, first = workspace.rubrics.history(begun, "consortium", "talking")[:3]
    assert (renamed.did, renamed.element, renamed.others, renamed.why) == (
        Did.RENAMED,
        "Communications",
        ("Talking",),
        "plainer",
    )
    assert (wrote.did, wrote.who, wrote.text, wrote.why, wrote.level) == (
        Did.WROTE,
        "Asha",
        "Late",
        "said in March",
        "emerging",
    )
    assert first.did is Did.WROTE
    assert first.why == ""
    entry = workspace.journal.page(begun).done[1].entry
    assert in_words(entry).text == "Asha wrote in the rubric of Consortium, on Communications."


def test_versions_become_a_file_and_are_compared(workspace, begun):
    """The next number or a name; the file has them all, and the comparison their changes."""
    with act_as(Reader(4, "Asha")):
        workspace.rubrics.keep(begun, "consortium", why="to begin with")
    assert files(workspace, begun) == {"rubric-consortium.csv": 28}
    with pytest.raises(InputError, match="nothing has changed"):
        workspace.rubrics.keep(begun, "consortium")
    workspace.rubrics.write(begun, "consortium", "communications", "emerging", "Brand new words")
    with pytest.raises(InputError, match="a version “1” already"):
        workspace.rubrics.keep(begun, "consortium", "1")
    assert workspace.rubrics.get(begun, "consortium").changed == 1
    kept = workspace.rubrics.keep(begun, "consortium")
    assert [(each.name, each.who, each.why) for each in kept.versions] == [
        ("1", "Asha", "to begin with"),
        ("2", "", ""),
    ]
    assert kept.changed == 0
    assert files(workspace, begun) == {"rubric-consortium.csv": 56}
    workspace.rubrics.keep(begun, "नेपाल", "मार्च")
    compared = workspace.findings(begun).rubrics()
    assert compared.versions == {"Consortium": "2", "नेपाल": "मार्च"}
    (changes,) = compared.changes
    kinds = [each.kind for element in changes.elements for each in element.changes if each.kind != "kept"]
    assert sorted(kinds) == ["dropped", "new"]


def test_a_rubric_can_be_removed_and_its_versions_stay(workspace, begun):
    """Only what is kept stays; then it can be begun again, with its file."""
    workspace.rubrics.begin(begun, "Empty")
    with pytest.raises(InputError, match="nothing is written"):
        workspace.rubrics.keep(begun, "empty")
    workspace.rubrics.keep(begun, "consortium")
    workspace.rubrics.remove(begun, "consortium")
    assert files(workspace, begun) == {"rubric-consortium.csv": 28}
    with pytest.raises(NotFound):
        workspace.rubrics.get(begun, "consortium")
    again = workspace.rubrics.begin(begun, "Consortium", Beginning(RubricStart.TEAM, "Consortium"))
    assert len([cell for cell in again.cells if cell.text]) == 21
    with pytest.raises(InputError, match="writes a rubric here already"):
        workspace.rubrics.begin(begun, " consortium ")
    for wrong in (Beginning(RubricStart.TEAM, "Nobody"), Beginning(RubricStart.EXAMPLE, "fr")):
        with pytest.raises(InputError, match=r"no rubric yet|no example"):
            workspace.rubrics.begin(begun, "Other", wrong)
    with pytest.raises(InputError, match="name is empty"):
        workspace.rubrics.begin(begun, "  ")


def test_a_file_that_was_removed_is_written_as_a_new_one(workspace, begun):
    """And a renamed team goes on with its file."""
    workspace.rubrics.keep(begun, "consortium")
    (file,) = workspace.files.every(begun)
    workspace.names.rename(begun, NameKind.TEAM, "Consortium", "All of us")
    workspace.rubrics.write(begun, "all-of-us", "communications", "emerging", "Brand new words")
    workspace.rubrics.keep(begun, "all-of-us")
    assert [each.id for each in workspace.files.every(begun)] == [file.id]
    workspace.files.remove(begun, file.id)
    workspace.rubrics.write(begun, "all-of-us", "communications", "emerging", "More words")
    workspace.rubrics.keep(begun, "all-of-us")
    assert files(workspace, begun) == {"rubric-all-of-us.csv": 28 * 3}


def test_somebody_who_is_deleted_is_in_no_later_file(workspace, begun):
    """Nor in the history."""
    workspace.files.add(begun, [("roster.csv", b"name\nZubaydah Khan\n")])
    workspace.rubrics.write(
        begun, "consortium", "communications", "emerging", "Zubaydah Khan tells us late", "Zubaydah Khan said it"
    )
    workspace.rubrics.keep(begun, "consortium")
    workspace.deletion.delete(begun, Doomed.PERSON, "Zubaydah Khan", "Zubaydah Khan")
    assert "Zubaydah" not in repr(workspace.rubrics.history(begun, "consortium"))
    workspace.rubrics.write(begun, "consortium", "communications", "needs help", "Nobody knows")
    workspace.rubrics.keep(begun, "consortium")
    assert "Zubaydah" not in repr(workspace.findings(begun).descriptors())


def test_rubrics_are_there_after_somebody_is_deleted_by_whose_name_an_element_was_called(workspace, begun):
    """A step keeps what it led to, without the name."""
    workspace.files.add(begun, [("roster.csv", b"name\nZubaydah Khan\n")])
    workspace.rubric_elements.rename(begun, "communications", "Zubaydah Khan")
    workspace.deletion.delete(begun, Doomed.PERSON, "Zubaydah Khan", "Zubaydah Khan")
    assert workspace.rubrics.elements(begun)[0].name == "…"
    assert workspace.rubrics.get(begun, "consortium").of("…")


def test_a_programme_takes_its_rubrics_with_it(workspace, begun, tmp_path):
    """In its archive, with history and file: the next version is written in its place."""
    workspace.rubrics.keep(begun, "consortium")
    archive = tmp_path / "delta.zip"
    workspace.archives.write(begun, archive)
    copy = workspace.archives.read(archive).slug
    assert copy != begun
    assert [each.versions for each in workspace.rubrics.every(copy)] == [
        each.versions for each in workspace.rubrics.every(begun)
    ]
    assert texts(workspace.rubrics.get(copy, "नेपाल"), "Impact orientation") == texts(
        workspace.rubrics.get(begun, "नेपाल"), "Impact orientation"
    )
    workspace.rubrics.write(copy, "consortium", "communications", "emerging", "Brand new words")
    workspace.rubrics.keep(copy, "consortium")
    assert files(workspace, copy) == {"rubric-consortium.csv": 56}
    assert files(workspace, begun) == {"rubric-consortium.csv": 28}
