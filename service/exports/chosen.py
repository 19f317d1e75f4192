"""What goes into a report as somebody says it on the command line: by names or slugs."""

from collections.abc import Sequence
from dataclasses import replace

from service.errors import NotFound
from service.names.slugs import slugify
from service.publications.choice import Choice
from service.workspace import Workspace


def chosen(
    workspace: Workspace,
    slug: str,
    kept: Choice,
    elements: Sequence[str] | None,
    sessions: Sequence[str] | None,
    *,
    quotes: bool,
    questions: bool,
) -> Choice:
    """Return the choice that is kept, with what is said instead.

    Args:
        workspace: where the programme is.
        slug: of the programme.
        kept: what was chosen for the reader last.
        elements: names or slugs of the only ones that go in; what was kept where there are none.
        sessions: slugs of the only ones.
        quotes: whether words of notes may stand in it, where the kept choice does not leave them out.
        questions: the same of questions.

    Raises:
        NotFound: there is no such programme, element or session.
    """
    at = workspace.findings(slug).at
    named = kept.elements if not elements else tuple(slugify(each) for each in elements)
    known = {slugify(each) for each in at.outline.elements}
    if missing := next((each for each in elements or () if slugify(each) not in known), None):
        raise NotFound("element", missing)
    for each in sessions or ():
        at.session_row(each)
    return replace(
        kept,
        elements=named,
        sessions=tuple(sessions) if sessions else kept.sessions,
        quotes=kept.quotes and quotes,
        questions=kept.questions and questions,
    )
