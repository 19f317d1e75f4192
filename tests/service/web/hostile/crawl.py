"""Goes through every page as a reader would, fills in every form, and keeps what it was answered."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from fastapi.testclient import TestClient
from httpx import Response

HOST = "http://localhost"
OF_ONE_SHAPE = 1
"""So many pages, and sendings of forms, that differ in names and numbers alone."""
ONE_OF_MANY = re.compile(r"(?<=/)(?=[^/]*[0-9%])[^/]+|(?<=/programmes/)[^/]+|(?<=/elements/)[^/]+|(?<=/sessions/)[^/]+")
ELSEWHERE = re.compile("/static|/api|/sample|/pictures/|/data/file|/report/|[.](svg|png|zip)$")
WRITTEN = {"text", "search", "email", "url", "tel", ""}


@dataclass
class Form:
    """A form of a page: where it goes and what was in it."""

    action: str
    method: str
    is_multipart: bool
    fields: dict[str, list[str]] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    @property
    def shape(self) -> str:
        """What forms have in common that do the same with different things."""
        return f"{self.method} {shape(self.action)} {sorted(self.fields)} {sorted(self.files)}"


class Page(HTMLParser):
    """Links, forms, tags and attributes of a page."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.address = address
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.tags: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.words: list[str] = []
        self._form: Form | None = None
        self._select: tuple[str, list[str]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag says."""
        self.tags[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        given = {name: value or "" for name, value in attrs}
        self.words += given.values()
        if tag == "a" and not given.get("href", "#").startswith("#"):
            self.links.append(urljoin(self.address, given["href"]))
        elif tag == "form":
            action = urljoin(self.address, given.get("action") or self.address)
            is_multipart = given.get("enctype") == "multipart/form-data"
            self._form = Form(action, given.get("method", "get").lower(), is_multipart)
            self.forms.append(self._form)
        elif self._form:
            self._field(tag, given, self._form)

    def _field(self, tag: str, given: Mapping[str, str], form: Form) -> None:
        name, kind = given.get("name", ""), given.get("type", "")
        if tag == "option" and self._select:
            self._select[1].append(given.get("value", ""))
        elif tag == "select":
            self._select = name, []
        elif name and tag == "textarea":
            form.written.add(name)
            form.fields[name] = [""]
        elif name and tag == "input":
            self._input(name, kind, given, form)

    def _input(self, name: str, kind: str, given: Mapping[str, str], form: Form) -> None:
        if kind == "file":
            form.files.add(name)
        elif kind in {"checkbox", "radio"}:
            form.fields.setdefault(name, [given.get("value", "on")])
        elif kind not in {"submit", "button"}:
            if kind in WRITTEN:
                form.written.add(name)
            form.fields.setdefault(name, []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        """A list of choices gives its last choice, which is seldom the empty one."""
        if tag == "form":
            self._form = None
        elif tag == "select" and self._select and self._form:
            name, values = self._select
            if name and values:
                self._form.fields[name] = [values[-1]]
            self._select = None

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)


def shape(address: str) -> str:
    """Return an address without what names one thing among others of its kind."""
    parts = urlsplit(address)
    path = ONE_OF_MANY.sub("*", parts.path)
    query = "&".join(sorted(each.split("=")[0] for each in parts.query.split("&")))
    return f"{path}?{query}"


class Crawl:
    """A reader who opens all links and writes `text` into every field.

    Args:
        client: of the service.
        text: for every field in which one can write.
        file: for every field that takes one.
        leave: addresses of forms (a pattern) that are not sent.
    """

    def __init__(self, client: TestClient, text: str, file: tuple[str, bytes], leave: str) -> None:
        self.client, self.text, self.file, self.leave = client, text, file, re.compile(leave)
        self.answers: list[tuple[str, Response]] = []
        self.sent: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._open: list[str] = []
        self._forms: list[Form] = []
        self._known: set[str] = set()

    def go(self, *starts: str) -> None:
        """Open, fill in and send until there is nothing new."""
        self._open += starts
        while self._open or self._forms:
            if self._forms:
                self._send(self._forms.pop(0))
            else:
                self._look(self._open.pop(0))

    def again(self) -> Iterator[tuple[str, Response]]:
        """Open all that was seen once more, after everything was written."""
        for address in sorted(self._known):
            yield address, self.client.get(address)

    def _wanted(self, address: str) -> bool:
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.netloc}" == HOST and not ELSEWHERE.search(parts.path)

    def _look(self, address: str) -> None:
        address = address.split("#")[0]
        kind = shape(address)
        if address in self._known or self._seen[kind] >= OF_ONE_SHAPE or not self._wanted(address):
            return
        self._known.add(address)
        self._seen[kind] += 1
        self._keep(f"GET {address}", self.client.get(address))

    def _keep(self, what: str, answer: Response) -> None:
        self.answers.append((what, answer))
        if "location" in answer.headers:
            self._open.append(urljoin(str(answer.url), answer.headers["location"]))
        if answer.headers.get("content-type", "").startswith("text/html"):
            page = Page(str(answer.url), answer.text)
            self._open += page.links
            for form in page.forms:
                is_sent = form.method == "post" and not self.leave.search(form.action)
                if is_sent and self._wanted(form.action) and self.sent[form.shape] < OF_ONE_SHAPE:
                    self.sent[form.shape] += 1
                    self._forms.append(form)

    def _send(self, form: Form) -> None:
        data = {name: [self.text] if name in form.written else values for name, values in form.fields.items()}
        files = dict.fromkeys(form.files, self.file)
        more = {"files": files} if files else {}
        answer = self.client.post(form.action, data=data, **more)
        self._keep(f"POST {form.action}", answer)
