"""Requests that no page and no program would send: odd bytes, numbers, lists and bodies at every address."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import quote_from_bytes

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

import service
from tests.service.web.access_people import Things
from tests.service.web.test_access import BODIES, FIELDS, filled

TEXTS: tuple[bytes, ...] = (
    *(each.encode() for each in ("", " ", "\0", "a\0b", "\r\nX: y", "²", "১২৩", "१", "Ⅷ", "1_000", "+1", " 1", "0")),
    *(
        each.encode()
        for each in ("-1", "1.5", "NaN", "Infinity", "1e999", "true", "null", "[]", "{}", "{x}", "%", "%%s")
    ),
    *(each.encode() for each in ("../../etc/passwd", "2026-02-30", "0000-00-00", "99999-12-31", "2026-W01", "\u202e")),
    *(
        each.encode()
        for each in ("'\"><script>", "=1+1", "e\u0301", "👩‍👩‍👧", "ক্ষ", "क्षि", "\ufdfa", "\ufeff", "𝟙", "x" * 5_000)
    ),
    b"9" * 30,
    b"-" + b"9" * 30,
    b"9" * 5_000,
    *(b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"%ED%A0%80", b"%00", b"%zz"),
)
"""What stands where something else is meant; the last ones are no UTF-8, or none that is let in."""
VALUES: tuple[str, ...] = (
    *("null", "true", "0", "-1", "1.5", "1e400", "-1e400", "NaN", "Infinity", "9" * 30, "-" + "9" * 30, "9" * 4_000),
    *('""', '"\\u0000"', '"\\ud800"', '"\\udc00x"', '"²"', '"' + "x" * 5_000 + '"', '"2026-02-30"', '"0000-00-00"'),
    *("[]", "{}", "[[]]", "[null]", '{"": ""}', '{"a": {"a": {"a": []}}}', "[" * 500 + "]" * 500, '["a", 1, null]'),
)
"""The same in JSON."""
BODIES_OF_NO_KIND = (
    b"",
    b"\0",
    b"\xff\xfe\x00",
    b"{",
    b"[" * 100_000,
    b'{"a":' * 2_000,
    b"null",
    b'"x"',
    b"a=1&a=2&=&&;%",
    b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--",
    b'--x\r\nContent-Disposition: form-data; name="a',
)
TYPES = (
    *(
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
    ),
    *("multipart/form-data; boundary=" + "x" * 300, "text/plain; charset=nonsense", "application/json; charset=utf-16"),
    *("application/x-www-form-urlencoded; charset=\xff", "/", "", "application/problem+json"),
)
HEADERS: Mapping[str, tuple[bytes, ...]] = {
    "accept-language": (b"bn-\xff", b"*;q=9", b"x" * 5_000, b";,;q=", "२".encode()),
    "cookie": (b"lang=\xff; =; sent=", b"sent=1e9; language=xx; session=" + b"x" * 3_000, b";;;=="),
    "idempotency-key": (b"", b"\xff", b"x" * 5_000),
    "if-none-match": (b"*", b'W/"', b'"\xff"'),
    "if-match": (b"*", b'"x"'),
    "range": (b"bytes=9-1", b"bytes=-", b"x"),
    "accept": (b"application/json", b"*/*;q=x", b"\xff"),
    "accept-encoding": (b"gzip;q=x", b"\xff"),
    "prefer": (b"wait=99999999999999999999", b"respond-async"),
}
COMMON = (
    "lang",
    "page",
    "per_page",
    "review",
    "team",
    "sent",
    "me",
    "at",
    "q",
    "element",
    "revision",
    "once",
    "before",
)
ENDLESS = ("/events", "/progress")
GOES = re.compile(r"remove|delete|discard|withdraw|import$|/sample$|/copy$")
"""Addresses that are asked last, because there is less afterwards."""
NAMED = sorted(
    {
        name
        for page in (Path(service.__file__).parent / "presentation" / "templates").rglob("*.html")
        for name in re.findall(r'\bname="([\w-]+)"', page.read_text(encoding="utf-8"))
    }
    | set(FIELDS)
)
"""What fields of forms are called."""


@dataclass(frozen=True)
class Address:
    """A method and a template, and what its route reads of a query or a form."""

    method: str
    template: str
    query: tuple[str, ...]
    form: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """One odd request."""

    method: str
    url: str
    headers: Mapping[str, bytes]
    content: bytes


def every_address(app: FastAPI) -> list[Address]:
    """Return all addresses that end some time; those that take something away are the last."""
    found = {}
    for route in iter_route_contexts(app.routes):
        if route.path_format is None or route.path_format.endswith(ENDLESS):
            continue
        dependant = getattr(route.original_route, "dependant", None)
        query, form = _names(dependant) if dependant else ((), ())
        for method in route.methods or ():
            address = Address(method, route.path_format, query, form)
            found.setdefault((method, route.path_format), address)
    return sorted(found.values(), key=lambda one: (_goes(one), one.template, one.method))


def _goes(one: Address) -> bool:
    return one.method == "DELETE" or bool(GOES.search(one.template))


def _names(dependant: Dependant) -> tuple[tuple[str, ...], tuple[str, ...]]:
    query = [each.alias for each in dependant.query_params]
    form = [each.alias for each in dependant.body_params]
    for each in dependant.dependencies:
        more_query, more_form = _names(each)
        query += more_query
        form += more_form
    return tuple(query), tuple(form)


def odd_request(one: Address, things: Things, chance: Random) -> Asked:
    """Make a request to an address of what a programme has, with something odd in it."""
    path = filled(one.template, things)
    query = list(_pairs(chance, (*one.query, *COMMON), chance.choice((0, 1, 1, 2))))
    url = path + ("?" + _encoded(query, chance) if query else "")
    headers: dict[str, bytes] = {}
    if chance.random() < 0.2:
        name = chance.choice(tuple(HEADERS))
        headers[name] = chance.choice(HEADERS[name])
    content = b""
    if one.method in {"POST", "PUT", "PATCH", "DELETE"}:
        kind, content = _body(one, chance)
        if kind is not None:
            headers["content-type"] = kind.encode("latin-1")
    return Asked(one.method, url, headers, content)


def _pairs(chance: Random, names: tuple[str, ...], most: int) -> Iterator[tuple[bytes, bytes]]:
    for _ in range(most if names else 0):
        yield chance.choice(names).encode(), chance.choice(TEXTS)


def _encoded(pairs: list[tuple[bytes, bytes]], chance: Random) -> str:
    """Return pairs as a query or form has them, sometimes twice over."""
    if pairs and chance.random() < 0.3:
        pairs = [*pairs, *pairs[:1]]
    return "&".join(f"{quote_from_bytes(name)}={quote_from_bytes(value)}" for name, value in pairs)


def _body(one: Address, chance: Random) -> tuple[str | None, bytes]:
    if chance.random() < 0.15:
        return chance.choice((None, *TYPES)), chance.choice(BODIES_OF_NO_KIND)
    if one.template.startswith("/api/"):
        kind = "application/json" if chance.random() < 0.95 else chance.choice(TYPES)
        return kind, _json(BODIES.get(f"{one.method} {one.template}", {}), one, chance)
    right = [(name.encode(), value.encode()) for name, value in FIELDS.items()] if chance.random() < 0.7 else []
    odd = list(_pairs(chance, one.form or tuple(NAMED), chance.choice((1, 2, 5))))
    fields = [*(pair for pair in right if pair[0] not in {name for name, _ in odd}), *odd]
    if chance.random() < 0.3:
        return "multipart/form-data; boundary=x", _multipart(fields, chance)
    return "application/x-www-form-urlencoded", _encoded(fields, chance).encode()


def _multipart(fields: list[tuple[bytes, bytes]], chance: Random) -> bytes:
    """Return fields of which each may be a file."""
    file = b'; filename="' + chance.choice(TEXTS)[:200].replace(b"\r\n", b"") + b'"'
    parts = (
        b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
        % (name, file if chance.random() < 0.2 else b"", value)
        for name, value in fields
    )
    return b"".join(parts) + b"--x--\r\n"


def _json(right: object, one: Address, chance: Random) -> bytes:
    """Return a body with one value, or all of it, replaced."""
    if isinstance(right, list):
        return b"[" + _json(right[0] if right else {}, one, chance) + b"]"
    if not isinstance(right, dict) or chance.random() < 0.2:
        return chance.choice(VALUES).encode()
    names = tuple(right) or one.form or tuple(NAMED)
    body = {name: json.dumps(value) for name, value in right.items()}
    for _ in range(chance.choice((1, 1, 2))):
        body[chance.choice((*names, chance.choice(NAMED)))] = chance.choice(VALUES)
    return ("{" + ",".join(f"{json.dumps(name)}:{value}" for name, value in body.items()) + "}").encode()
