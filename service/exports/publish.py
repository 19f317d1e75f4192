"""Publishing a programme's report as it now is."""

from collections.abc import Sequence

from nlp.errors import InputError
from nlp.messages import Message
from service.exports.report import Wanted, build_report
from service.presentation.i18n import NAMES
from service.publications.types import Publication
from service.workspace import Workspace


def publish_report(
    workspace: Workspace, slug: str, title: str, languages: Sequence[str] = ("en",)
) -> tuple[Publication, ...]:
    """Make a report without people's names in some languages and keep each as a publication.

    Args:
        workspace: where the programme is.
        slug: of the programme.
        title: as readers see it; the programme's name if empty.
        languages: of the interface.

    Raises:
        InputError: no language, or one that the interface has not, was named; or the title is too long.
        NotFound: there is no such programme.
    """
    chosen = tuple(dict.fromkeys(languages))
    if not chosen or not set(chosen) <= set(NAMES):
        raise InputError("", Message("no language was chosen that reports are in"), Message("Choose at least one"))
    given = title if title.strip() else workspace.programmes.get(slug).name
    made = [(code, build_report(workspace, slug, Wanted(language=code, newest=True))) for code in chosen]
    return tuple(workspace.publications.publish(slug, given, code, html) for code, html in made)
