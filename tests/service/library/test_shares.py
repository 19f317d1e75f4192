"""What is shared: exactly the words on the page, changed, taken back, and gone with its programme."""

import pytest

from nlp.errors import InputError
from nlp.readings.edits.types import text_key
from service.errors import NotFound
from service.journal.words import in_words
from service.library.shares import Unsure
from service.library.types import LONGEST_WORDS, LibraryKind, SharedWords
from service.privacy.types import Doomed
from tests.nlp.readings.test_interpret import JOINT, RISK
from tests.service.giving_back.conftest import ELEMENT, table
from tests.service.library.conftest import reading

SAID = ("নতুন কিছু করার সাহস", "नयाँ कुरा गर्ने आँट 🙂", "Trying what nobody has tried")
RUBRIC = "element,level,descriptor,team\nCulture,emerging,আমরা শিখছি,A\n".encode()


def first(workspace, slug):
    return workspace.findings(slug).element(ELEMENT).readings[0]


@pytest.mark.parametrize("said", SAID)
def test_a_reading_is_shared_in_other_words(workspace, slug, said):
    """Only these words are in the library, and history tells of it without them."""
    own = first(workspace, slug)
    made = workspace.shares.share(slug, own.id, ELEMENT, reading(f"  {said}\n", credit="a partnership in Nepal"))
    (there,) = workspace.shelf.every()
    assert there.entry == made.entry
    assert (there.entry.said.words, there.entry.said.credit) == (said, "a partnership in Nepal")
    assert said not in str([in_words(each.entry) for each in workspace.journal.page(slug).done])


def test_a_reading_is_found_again(workspace, slug):
    """Where more notes come: it is changed then, not shared twice."""
    own = first(workspace, slug)
    made = workspace.shares.share(slug, own.id, ELEMENT, reading(SAID[0]))
    workspace.files.add(slug, [("may.csv", table((f"{JOINT[0]} and more", "Culture", "C", "new")))])
    held = next(each for each in workspace.findings(slug).element(ELEMENT).readings if RISK[0] in str(each.units))
    before = next(
        found
        for each in workspace.findings(slug).element(ELEMENT).readings
        if (found := workspace.shares.look(slug, LibraryKind.READING, each.id, ELEMENT)[2])
    )
    assert held
    assert before.entry.id == made.entry.id
    again = workspace.shares.change(slug, made.entry.id, reading(SAID[1], language="ne"))
    assert (again.entry.id, again.entry.version) == (made.entry.id, 2)
    assert [each.entry.said.words for each in workspace.shelf.every()] == [SAID[1]]


def test_words_of_a_note_and_names_are_asked_about(workspace, slug):
    """Shared only by whoever has looked again."""
    own = first(workspace, slug)
    workspace.files.add(slug, [("roster.csv", b"name,team\nBinita Rai,A\n")])
    for said in (own.units[0].text, "Binita helps us all"):
        with pytest.raises(Unsure):
            workspace.shares.share(slug, own.id, ELEMENT, reading(said))
        assert workspace.shelf.every() == ()
    assert workspace.shares.share(slug, own.id, ELEMENT, reading("Binita helps us all"), sure=True)


def test_what_cannot_be_shared(workspace, slug):
    """No words, too many, no language, nothing that is not there."""
    own = first(workspace, slug)
    for wrong in (reading(" \u200b "), reading("x" * (LONGEST_WORDS + 1)), reading("yes", language="<b>")):
        with pytest.raises(InputError):
            workspace.shares.share(slug, own.id, ELEMENT, wrong)
    with pytest.raises(NotFound):
        workspace.shares.share(slug, "nobodys", ELEMENT, reading("yes"))
    assert workspace.shelf.every() == ()


def test_descriptors_and_actions(workspace, slug):
    """A descriptor has its level, an action may tell what came of it; neither has what is the other's."""
    workspace.files.add(slug, [("rubric.csv", RUBRIC)])
    key = text_key("আমরা শিখছি")
    _, words, _ = workspace.shares.look(slug, LibraryKind.DESCRIPTOR, key, ELEMENT)
    assert (words.words, words.level, words.language) == ("আমরা শিখছি", "emerging", "bn")
    workspace.shares.share(slug, key, ELEMENT, words)
    action = workspace.actions.make(slug, "हरेक सोमबार फोन गर्ने")
    said = SharedWords(LibraryKind.ACTION, "ne", "Culture", "फोन गर्ने", level="x", came_of="It changed")
    workspace.shares.share(slug, action.code, "", said)
    kinds = {each.entry.said.kind: each.entry.said for each in workspace.shelf.every()}
    assert kinds[LibraryKind.DESCRIPTOR].level == "emerging"
    assert (kinds[LibraryKind.ACTION].level, kinds[LibraryKind.ACTION].came_of) == ("", "It changed")


def test_taken_back(workspace, slug):
    """It is gone, its words too, and no file brings it again."""
    own = first(workspace, slug)
    made = workspace.shares.share(slug, own.id, ELEMENT, reading(SAID[0]))
    file = workspace.library_files.write(workspace.shelf.every())
    workspace.shares.take_back(slug, made.entry.id)
    assert (workspace.shelf.every(), workspace.shares.every(slug)) == ((), ())
    assert [each.id for each in workspace.library_files.look(file).gone] == [made.entry.id]
    with pytest.raises(NotFound):
        workspace.shares.take_back(slug, made.entry.id)
    assert workspace.shares.share(slug, own.id, ELEMENT, reading(SAID[0])).entry.id != made.entry.id


def test_gone_with_its_programme_and_its_words(workspace, slug):
    """Deleting a note for good takes its words out of what is shared; deleting the programme takes all of it."""
    own = first(workspace, slug)
    text = own.units[0].text
    workspace.shares.share(slug, own.id, ELEMENT, reading(text), sure=True)
    note = own.units[0].id
    workspace.deletion.delete(slug, Doomed.NOTE, note, workspace.deletion.look(slug, Doomed.NOTE, note).name)
    assert text not in str(workspace.shelf.every())
    other = first(workspace, slug)
    workspace.shares.share(slug, other.id, ELEMENT, reading(SAID[2]))
    workspace.deletion.delete(slug, Doomed.PROGRAMME, "", workspace.programmes.get(slug).name)
    assert workspace.shelf.every() == ()


def test_goes_with_the_file_of_its_programme(workspace, slug, tmp_path):
    """In the other installation it is the same entry; beside the one here it is there once."""
    own = first(workspace, slug)
    made = workspace.shares.share(slug, own.id, ELEMENT, reading(SAID[0]))
    workspace.archives.write(slug, tmp_path / "programme.zip")
    copy = workspace.archives.read(tmp_path / "programme.zip").slug
    assert [each.entry for each in workspace.shares.every(copy)] == [made.entry]
    (there,) = workspace.shelf.every()
    assert len(there.programmes) == 2
