"""Opens all pages, files and answers of the API that one programme has, and says what is wrong with any of them."""

import re
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from urllib.parse import parse_qsl, quote, urlsplit

from fastapi.testclient import TestClient
from httpx import Response

from service.exports.formats import formats_for
from service.exports.tables.formats import FORMATS as DATA
from service.exports.transcripts.formats import TRANSCRIPT_FORMATS as TRANSCRIPTS
from service.presentation.report.document import Reader
from service.publications.types import Format
from service.web.access import addresses
from tests.service.web.hostile.crawl import HOST, Page
from tests.service.web.hostile.sound import unsound

OF_ONE_SHAPE = 2
"""So many pages that differ in names and numbers alone."""
SLOW, LARGE = 10.0, 2_000_000
"""Seconds for an answer and bytes of a page beyond which something is wrong."""
ENDLESS = re.compile("/(events|progress)$")
REFUSED = {404, 409, 410, 422}
"""What an address may say that no page leads to: there is nothing of the kind, or not in that form."""
API = "/api/v1/programmes/{slug}"
LISTS = {
    "element": ("elements", "slug"),
    "session": ("sessions", "slug"),
    "note": ("notes", "id"),
    "file": ("files", "id"),
    "review": ("reviews", "slug"),
    "rubric": ("rubrics/written", "slug"),
    "code": ("actions", "code"),
    "memo": ("memos", "number"),
}
"""What stands in a place of a template -> the list of the API that names such things, and by what."""
Reports = Sequence[tuple[Reader, Format]]
REPORTS: Reports = tuple((reader, each) for reader in Reader for each in formats_for(reader))
QUICK_REPORTS: Reports = tuple((reader, each) for reader, each in REPORTS if each is not Format.PDF)
"""Without those that take a second each."""
FILES = re.compile("/(data/file|transcript)$")
"""Of these a page says what they are for, and they say where there is nothing of it: no codes, no times."""
PICTURES = {"elements": "map", "sessions": "floor"}


@dataclass(frozen=True)
class Fault:
    """What is wrong with the answer at an address."""

    address: str
    what: str


class Everything:
    """A reader who opens all that there is of a programme, each page in another language.

    Args:
        client: of the service.
        slug: of the programme.
        of_one_shape: so many pages that differ in names alone.
        reports: for whom and in which format reports are opened beside the pages.
    """

    def __init__(
        self, client: TestClient, slug: str, of_one_shape: int = OF_ONE_SHAPE, reports: Reports = REPORTS
    ) -> None:
        self.client, self.slug, self.most, self.reports = client, slug, of_one_shape, reports
        self.opened: list[str] = []
        self.faults: list[Fault] = []
        self.slowest: tuple[float, str] = 0.0, ""
        self.largest: tuple[int, str] = 0, ""
        self._languages = cycle(("en", "bn", "ne"))
        self._routes = [each for each in addresses(client.app.routes) if "GET" in each.methods]  # type: ignore[attr-defined]

    def go(self) -> list[Fault]:
        """Open everything; return what is wrong."""
        self._pages()
        self._reports()
        self._api()
        return self.faults

    def _pages(self) -> None:
        """Go from the first page to all that are linked, as far as they belong to the programme or the start."""
        waiting, seen = deque([f"{HOST}/programmes/{self.slug}", f"{HOST}/", f"{HOST}/library"]), set()
        shapes: Counter[str] = Counter()
        while waiting:
            address = waiting.popleft().split("#")[0]
            kind = self._shape(address)
            if address in seen or shapes[kind] >= self.most or not self._is_own(address):
                continue
            seen.add(address)
            shapes[kind] += 1
            refused = {422} if FILES.search(urlsplit(address).path) else set()
            answer = self._open(address, {200, 303} | refused)
            if answer is not None and "location" in answer.headers:
                waiting.append(str(answer.url.join(answer.headers["location"])))
            if answer is not None and answer.headers.get("content-type", "").startswith("text/html"):
                waiting.extend(Page(str(answer.url), answer.text).links)

    def _is_own(self, address: str) -> bool:
        """Whether an address is of this programme or of none; every language is opened anyway."""
        parts = urlsplit(address)
        elsewhere = "/programmes/" in parts.path and f"/programmes/{self.slug}" not in parts.path
        return address.startswith(f"{HOST}/") and not elsewhere and "lang" not in dict(parse_qsl(parts.query))

    def _reports(self) -> None:
        for reader, form in self.reports:
            self._open(f"{HOST}/programmes/{self.slug}/report/{reader.value}/{form.value}", {200})

    def _api(self) -> None:
        for route in self._routes:
            if route.template.startswith(API):
                for path in self._filled(route.template):
                    for query in _queries(route.template):
                        self._open(f"{HOST}{path}{query}", {200} | REFUSED)

    def _filled(self, template: str) -> Iterator[str]:
        """Yield paths of a template with what the programme has, a few of each kind."""
        template = template.replace("{slug}", self.slug)
        kind = re.search(r"\{(\w+)\}", template)
        if kind is None:
            yield template
        elif kind[1] == "picture":
            name = next((name for part, name in PICTURES.items() if f"/{part}/" in template), "grid")
            yield from (template.replace("{picture}", f"{name}.{ending}") for ending in ("svg", "png"))
        else:
            for each in self._named(kind[1]):
                yield from self._filled(template.replace(kind[0], quote(each, safe="")))

    def _named(self, kind: str) -> list[str]:
        listed, by = LISTS.get(kind, ("", ""))
        answer = self.client.get(f"{API.replace('{slug}', self.slug)}/{listed}").json() if listed else []
        found = answer if isinstance(answer, list) else next((v for v in answer.values() if isinstance(v, list)), [])
        ids = [str(each[by]) for each in found if by in each]
        return [*ids[: self.most], "nobodys"] if listed != "elements" else ids[: self.most]

    def _shape(self, address: str) -> str:
        """Return what addresses have in common that differ in names alone: their template and their questions."""
        parts = urlsplit(address)
        path = next((each.template for each in self._routes if each.pattern.match(parts.path)), parts.path)
        asked = sorted(f"{k}={v}" if k in {"format", "names"} else k for k, v in parse_qsl(parts.query, True))
        return f"{path}?{'&'.join(asked)}"

    def _open(self, address: str, may: set[int]) -> Response | None:
        """Return the answer at an address, None where the service failed; keep what is wrong with it."""
        if ENDLESS.search(urlsplit(address).path):
            return None
        self.opened.append(address)
        before = time.process_time()
        try:
            answer = self.client.get(address, headers={"accept-language": next(self._languages)})
        except Exception as error:  # the client of the tests raises what the service raised
            self.faults.append(Fault(address, f"{type(error).__name__}: {error}"))
            return None
        self._measure(address, time.process_time() - before, answer)
        if answer.status_code not in may:
            self.faults.append(Fault(address, f"{answer.status_code} {answer.text[:300]}"))
        elif answer.status_code == 200:
            self.faults += [Fault(address, what) for what in unsound(answer)]
        return answer

    def _measure(self, address: str, took: float, answer: Response) -> None:
        size = len(answer.content) if answer.headers.get("content-type", "").startswith("text/html") else 0
        self.slowest = max(self.slowest, (took, address))
        self.largest = max(self.largest, (size, address))
        if took > SLOW:
            self.faults.append(Fault(address, f"took {took:.1f} s"))
        if size > LARGE:
            self.faults.append(Fault(address, f"has {size:,} bytes"))


def _queries(template: str) -> tuple[str, ...]:
    if template == f"{API}/data":
        return tuple(f"?format={name}&names={names}" for name in DATA for names in ("true", "false"))
    if template.endswith("/transcript"):
        return tuple(f"?format={name}" for name in TRANSCRIPTS)
    if template.endswith("/search"):
        return tuple(f"?q={quote(words)}" for words in ("we meet", "খবর", '"', "\u0301", "(", "*", "NEAR/2 AND"))
    return ("",)
