"""Fills the templates: everything escaped, every message in the reader's language."""

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from service.access.acting import acting
from service.presentation.i18n import Language, language_of
from service.presentation.text import name

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "web" / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
FILES = {path.name: path for path in STATIC.rglob("*") if path.suffix in TYPES}


def render(template: str, spoken: Language, **shown: object) -> str:
    """Return a template filled with what a page shows, in a language."""
    bound: dict[str, object] = {
        "_": spoken.gettext,
        "ngettext": spoken.ngettext,
        "language": spoken,
        "reader": acting(),
        "language_of": language_of,
        "name": name,
        "called": spoken.called,
        "address": address,
        "static": static_address,
    }
    return templates().get_template(template).render(bound | shown)


def address(*path: str, **query: str) -> str:
    """Return a path of this service, every part quoted."""
    where = "/" + "/".join(quote(part, safe="") for part in path)
    return f"{where}?{urlencode(query)}" if query else where


def static_address(file: str) -> str:
    """Return where a file of `static` is, with a stamp that changes when it does."""
    return f"/static/{file}?v={_stamp(file)}"


def stylesheet() -> Markup:
    """Return the style sheets for a page that must stand alone."""
    return Markup("".join(FILES[name].read_text(encoding="utf-8") for name in ("manyvoices.css", "sessions.css")))  # noqa: S704 our own files


@cache
def _stamp(file: str) -> str:
    return hashlib.sha256(FILES[file].read_bytes()).hexdigest()[:10]


@cache
def templates() -> Environment:
    """Return the environment of the templates."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
