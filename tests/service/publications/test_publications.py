"""Fixed versions for readers: what stands, what was withdrawn, and what never changes; on both databases."""

import pytest

from nlp.errors import InputError
from service.access.acting import act_as
from service.access.types import Reader
from service.errors import NotFound
from service.journal.types import Action, ThingKind
from service.publications.types import Audience, Format, Published
from service.store import Database
from service.store.journal import entries

TEXTS = ("What we heard", "আমরা যা শুনলাম", "हामीले के सुन्यौं", "Namaste 🙏🏽 भाइ")


@pytest.fixture
def shelf(workspace, programme):
    """What is published of a programme, and the programme."""
    return workspace.publications, programme


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_published_is_read_as_it_was(shelf, text):
    """Bytes, title and language are kept as they were given, with the name of who published it."""
    publications, slug = shelf
    with act_as(Reader(account=1, name="सरिता")):
        made = publications.publish(slug, f"  {text}\n ", "ne", text.encode())
    found, content = publications.read(slug, made.id)
    assert (found, content) == (made, text.encode())
    assert (found.title, found.language, found.published_by, found.withdrawn) == (text, "ne", "सरिता", None)
    assert (found.of, found.audience, found.format) == (Published.REPORT, Audience.EVERYBODY, Format.HTML)


def test_a_later_version_stands_beside_the_earlier_one(shelf):
    """The newest comes first; the old one stays as it was."""
    publications, slug = shelf
    old = publications.publish(slug, "Report", "en", b"one")
    new = publications.publish(slug, "Report", "en", b"two")
    assert publications.every(slug) == (new, old)
    assert publications.read(slug, old.id)[1] == b"one"


def test_the_same_again_is_one_publication(shelf):
    """A form sent twice publishes once; another language, title or a withdrawn version does not count as the same."""
    publications, slug = shelf
    made = publications.publish(slug, "Report", "en", b"one")
    assert publications.publish(slug, "Report", "en", b"one") == made
    others = [publications.publish(slug, *given, b"one") for given in (("Report", "bn"), ("Other", "en"))]
    publications.withdraw(slug, made.id)
    again = publications.publish(slug, "Report", "en", b"one")
    assert len({made.id, again.id, *(each.id for each in others)}) == 4


def test_what_was_withdrawn_is_there_for_facilitators_alone(shelf):
    """For everybody else it is as if it had never been; withdrawing it again changes nothing."""
    publications, slug = shelf
    made = publications.publish(slug, "Report", "en", b"one")
    first = publications.withdraw(slug, made.id)
    assert publications.withdraw(slug, made.id) == first
    assert publications.every(slug) == ()
    with pytest.raises(NotFound, match="nothing is published under the number"):
        publications.read(slug, made.id)
    assert publications.every(slug, withdrawn_too=True) == (first,)
    assert publications.read(slug, made.id, withdrawn_too=True) == (first, b"one")


def test_a_removed_publication_is_gone_and_its_number_is_not_given_again(shelf):
    """An address that somebody kept leads to nothing else later."""
    publications, slug = shelf
    gone = publications.publish(slug, "Report", "en", b"one")
    publications.remove(slug, gone.id)
    assert publications.every(slug, withdrawn_too=True) == ()
    assert publications.publish(slug, "Report", "en", b"one").id != gone.id


def test_publications_of_another_programme_are_not_found(workspace, shelf):
    """Neither read, nor withdrawn, nor removed by their number."""
    publications, slug = shelf
    made = publications.publish(slug, "Report", "en", b"one")
    other = workspace.programmes.create("Other").slug
    for act in (publications.get, publications.read, publications.withdraw, publications.remove):
        with pytest.raises(NotFound):
            act(other, made.id)
    assert publications.get(slug, made.id) == made


@pytest.mark.parametrize("title", ["", " \n", "क" * 201])
def test_a_title_is_needed_and_stays_short(shelf, title):
    """In one line."""
    publications, slug = shelf
    with pytest.raises(InputError, match="a title has 1 to 200 letters"):
        publications.publish(slug, title, "en", b"one")


def test_history_says_what_was_published_withdrawn_and_deleted(workspace, shelf):
    """Each once, with the title and who did it."""
    publications, slug = shelf
    with act_as(Reader(account=1, name="রিনা")):
        made = publications.publish(slug, "Report", "en", b"one")
        publications.publish(slug, "Report", "en", b"one")
        publications.withdraw(slug, made.id)
        publications.withdraw(slug, made.id)
        publications.remove(slug, made.id)
    database = Database.open(workspace.settings.url)
    with database.reading() as db:
        written = entries.since(db, workspace.programmes.id_of(slug), -1)
    database.close()
    assert [(each.action, each.who, each.of.name) for each in written if each.of.kind == ThingKind.REPORT] == [
        (Action.PUBLISHED, "রিনা", "Report"),
        (Action.WITHDRAWN, "রিনা", "Report"),
        (Action.PUBLICATION_DELETED, "রিনা", "Report"),
    ]
