"""Consents in the database."""

from nlp.consent import Consent
from service.store.privacy import consents
from service.store.privacy.consents import ConsentRow


def _programme(workspace, slug):
    return workspace.findings(slug).at.id


def test_what_is_said_again_takes_the_place_of_what_was_said(workspace, programme):
    """One answer a person, whatever the spelling of the name; None takes it back."""
    own = _programme(workspace, programme)
    with workspace._database.writing() as db:
        consents.say(db, own, None, "Rina Akter", Consent.COUNTED)
        consents.say(db, own, None, "রিনা", Consent.NOT_AT_ALL)
        consents.say(db, own, None, "RINA  AKTER", Consent.WITHOUT_NAME)
    with workspace._database.reading() as db:
        assert consents.every(db, own) == (
            ConsentRow(None, "রিনা", Consent.NOT_AT_ALL),
            ConsentRow(None, "RINA  AKTER", Consent.WITHOUT_NAME),
        )
    with workspace._database.writing() as db:
        consents.say(db, own, None, "রিনা", None)
    with workspace._database.reading() as db:
        assert [row.name for row in consents.every(db, own)] == ["RINA  AKTER"]


def test_what_is_said_of_a_session_is_not_said_of_the_programme(workspace, full):
    """A session has an answer of its own, which goes with its transcript."""
    at = workspace.findings(full).at
    file_id = at.session_rows[0].file_id
    with workspace._database.writing() as db:
        consents.say(db, at.id, None, "", Consent.NOT_ATTRIBUTED)
        consents.say(db, at.id, file_id, "", Consent.COUNTED)
    workspace.files.remove(full, file_id)
    workspace.removed.delete(full, file_id)
    with workspace._database.reading() as db:
        assert consents.every(db, at.id) == (ConsentRow(None, "", Consent.NOT_ATTRIBUTED),)
