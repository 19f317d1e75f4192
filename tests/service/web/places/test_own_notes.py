"""Notes as members and facilitators read them: what each author agreed to holds there too."""

import pytest

from nlp.consent import Consent
from service.access.types import Membership, Reader, Role
from service.privacy.consents import Said
from service.web.app import create_app
from tests.service.web.access_people import client, known

NOTES = """text,element,team,participant
Zebrafinch by the lock,Trust,Heronbank,Quillwater Asha
গোপনকথা নদীর পারে,Trust,Heronbank,কলমিলতা রিনা
गोप्यकुरा किनारमा,Trust,Heronbank,शालिग्राम राम
Of the others,Trust,Otherbank,Tom Bell
"""
SAID = {
    "Quillwater Asha": "Zebrafinch by the lock",
    "কলমিলতা রিনা": "গোপনকথা নদীর পারে",
    "शालिग्राम राम": "गोप्यकुरा किनारमा",
}
PAGE, API = "/programmes/p/notes", "/api/v1/programmes/p/notes"


@pytest.fixture
def work(open_workspace, settings):
    """A programme with notes of two teams, and a member and a facilitator of it."""
    made = open_workspace(settings.model_copy(update={"sign_in": "always"}))
    made.programmes.create("P", ["Heronbank", "Otherbank"])
    made.files.add("p", [("notes.csv", NOTES.encode())])
    here = made.programmes.id_of("p")
    member = Reader(1, "Member", memberships={here: Membership(Role.MEMBER, "Heronbank")})
    facilitator = Reader(2, "Facilitator", memberships={here: Membership(Role.FACILITATOR)})
    known(made, {"member": member, "facilitator": facilitator})
    return made


def seen(work, who):
    """The notes that a program gets, and the main part of the page, as somebody gets them."""
    browser = client(create_app(work.settings, work), who)
    page = browser.get(PAGE).text
    return browser.get(API).json(), page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("who", ["member", "facilitator"])
def test_everybody_who_agreed_is_quoted_with_name(work, who):
    """Where nobody said anything else."""
    notes, page = seen(work, who)
    for name, text in SAID.items():
        assert text in page
        assert name in page
        assert text in {note["text"] for note in notes if note["attributes"]["participant"] == name}
    assert ("Of the others" in page) == (who == "facilitator")


@pytest.mark.parametrize("who", ["member", "facilitator"])
@pytest.mark.parametrize("consent", [Consent.COUNTED, Consent.NOT_AT_ALL])
def test_who_is_only_counted_or_not_even_that_is_not_read(work, who, consent):
    """In no script, by nobody, though the others are."""
    for name in list(SAID)[:2]:
        work.consents.say("p", [Said(consent, name)])
    notes, page = seen(work, who)
    for name, text in list(SAID.items())[:2]:
        assert text not in page + str(notes)
        assert name not in page + str(notes)
    assert SAID["शालिग्राम राम"] in page


@pytest.mark.parametrize("who", ["member", "facilitator"])
@pytest.mark.parametrize("name", SAID)
def test_who_is_quoted_without_name_is(work, who, name):
    """The words stay, and nothing says whose they are: no name, and no line of a file that has it."""
    work.consents.say("p", [Said(Consent.WITHOUT_NAME, name)])
    notes, page = seen(work, who)
    (note,) = (each for each in notes if each["text"] == SAID[name])
    assert SAID[name] in page
    assert name not in page + str(notes)
    assert (note["source"], note["line"], note["attributes"]["team"]) == ("", 0, "Heronbank")
    assert "line 0" not in page
    assert all(other in page for other in SAID if other != name)


def test_under_chatham_house_notes_tell_neither_name_nor_team(work):
    """And the members of a team still read what it wrote, and nothing of others."""
    work.consents.say("p", [Said(Consent.NOT_ATTRIBUTED)])
    for who, texts in (("member", {*SAID.values()}), ("facilitator", {*SAID.values(), "Of the others"})):
        notes, page = seen(work, who)
        assert {note["text"] for note in notes} == texts
        assert [text for text in (*SAID.values(), "Of the others") if text in page] == sorted(texts, key=page.index)
        assert not [each for each in (*SAID, "Tom Bell", "Heronbank", "Otherbank") if each in page + str(notes)]
