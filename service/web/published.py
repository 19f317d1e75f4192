"""A publication as an answer: the page that it was, alone, or its file."""

from fastapi.responses import Response

from service.access.audiences import audiences_of
from service.access.permissions import Access
from service.exports.formats import FORMATS
from service.publications.types import Format
from service.web.attachment import attachment
from service.workspace import Workspace

ALONE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
}
"""It runs nothing, loads nothing and belongs to no origin."""


def as_it_was(work: Workspace, slug: str, number: int, access: Access) -> Response:
    """Return a publication as it was when it was published; what is no page comes as a file.

    Raises:
        NotFound: there is none with that number, or whoever asks may not read it.
    """
    found, content = work.publications.read(slug, number, audiences_of(access), withdrawn_too=access.may_everything)
    if found.format is Format.HTML:
        return Response(content, media_type=FORMATS[found.format].media_type, headers=ALONE)
    return as_file(content, found.format, f"{slug}-{found.reader}-{found.language}")


def as_file(content: bytes, format_: Format, name: str) -> Response:
    """Return bytes of a report as a file to keep."""
    headers = {**ALONE, **attachment(f"{name}.{format_.value}")}
    return Response(content, media_type=FORMATS[format_].media_type, headers=headers)
