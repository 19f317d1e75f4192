"""A publication as an answer: the page that it was, alone."""

from fastapi.responses import Response

from service.access.permissions import Access
from service.exports.formats import FORMATS
from service.workspace import Workspace

ALONE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; sandbox"
}
"""It runs nothing, loads nothing and belongs to no origin."""


def as_it_was(work: Workspace, slug: str, number: int, access: Access) -> Response:
    """Return a publication as it was when it was published.

    Raises:
        NotFound: there is none with that number, or whoever asks may not read it.
    """
    found, content = work.publications.read(slug, number, withdrawn_too=access.may_everything)
    return Response(content, media_type=FORMATS[found.format].media_type, headers=ALONE)
