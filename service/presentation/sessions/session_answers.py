"""What those present say of a session, beside its record."""

from nlp.json_form import Json
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.sessions.feedback import AnswersView, answers_view
from service.presentation.sessions.session_sentences import present
from service.workspace import Workspace


def session_answers(
    workspace: Workspace, slug: str, session: str, participation: Json, people: People, language: Language
) -> AnswersView | None:
    """Return the answers to the form of a session, None if there is no form; names in them as on the page."""
    form = workspace.observers.form_of(slug, session)
    if form is None:
        return None
    results = workspace.observers.results(slug, form.code)
    return answers_view(form, results, language, present(participation), people.mask)
