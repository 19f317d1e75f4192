"""200 facilitators who read and 20 who write at once, in eight programmes, against a running service.

    python -m benchmarks.load.house FOLDER
    MANYVOICES_DATA_DIR=FOLDER MANYVOICES_SIGN_IN=always manyvoices serve --port 8123
    PEOPLE=FOLDER/people.json locust -f benchmarks/load/facilitators.py --headless -u 220 -r 10 -t 20m -H ADDRESS

Everybody is signed in, goes where links lead and looks at each page for 5 to 15 seconds. Who writes keeps an action
and says what became of it, calls an element by a name, or uploads a small table, looks at the preview, keeps it, and
removes it again later, so that there is always something to be found. `READERS` (200), `WRITERS` (20) and `WAIT` (10,
seconds) change that. Locust is no dependency: `pip install locust` where it runs.
"""

import itertools
import json
import os
import random
import re
from pathlib import Path

from locust import FastHttpUser, between, task

PEOPLE = json.loads(Path(os.environ["PEOPLE"]).read_text(encoding="utf-8"))
COMING = itertools.cycle(PEOPLE)
WAIT = float(os.environ.get("WAIT", "10"))
_LINK = re.compile(r'href="(/programmes/[^"#]+)')
_HIDDEN = re.compile(r'<input type="hidden" name="(revision|once)" value="([^"]*)">')
_FILE = re.compile(r'action="(/programmes/[^/"]+/files/[0-9]+/remove)"')
_NO_PAGE = re.compile(
    r"\.(csv|ics|json|docx|xlsx|pdf|zip|qdpx|html|md|odt|svg|png)(\?|$)|/export|/archive|/download|/copy"
)
_SAID = "We meet too rarely", "हामी कम भेट्छौं", "আমরা কম বসি", "They listen but do not answer", "बजेटबारे कुरा गर्नुपर्छ"


class Person(FastHttpUser):
    """Signed in, in a language, and in one programme for a while."""

    abstract = True
    wait_time = between(WAIT / 2, WAIT * 1.5)
    connection_timeout = network_timeout = 60.0

    def on_start(self) -> None:
        """Come in with a cookie and open a programme."""
        self.person = next(COMING)
        self.headers = {
            "Cookie": f"sign-in={self.person['cookie']}; language={random.choice(('en', 'bn', 'ne'))}",
            "Accept-Encoding": "gzip",
        }
        self.come_in()

    def come_in(self) -> None:
        """Choose a programme."""
        self.home = f"/programmes/{random.choice(self.person['programmes'])}"
        self.links = [self.home]
        self.look(self.home)

    def look(self, path: str) -> str:
        """Open a page, remember where it leads, and return it."""
        with self.client.get(path, name=kind_of(path), headers=self.headers, catch_response=True) as answer:
            if answer.status_code in (200, 202):
                answer.success()
            elif answer.status_code == 404:  # somebody has removed or changed it since the page that leads here
                answer.request_meta["name"] = "gone"
                answer.success()
            else:
                answer.failure(f"{answer.status_code} {path}")
            text = answer.text or ""
        found = {link.replace("&amp;", "&") for link in _LINK.findall(text)}
        self.links = sorted(link for link in found if link.startswith(self.home) and not _NO_PAGE.search(link))
        self.links = self.links or [self.home]
        return text

    def send(self, path: str, fields: dict[str, str], page: str = "") -> str:
        """Send a form with the hidden fields of its page, follow where it leads, and return the address of that."""
        sent = fields | dict(_HIDDEN.findall(page))
        name = f"POST {kind_of(path)}"
        with self.client.post(
            path, data=sent, name=name, headers=self.headers, allow_redirects=False, catch_response=True
        ) as answer:
            if answer.status_code == 303:
                answer.success()
                return answer.headers["location"]
            answer.failure(f"{answer.status_code} {path}")
            return ""


class Reader(Person):
    """Goes from page to page as links lead, and now and then to another programme."""

    fixed_count = int(os.environ.get("READERS", "200"))

    @task(20)
    def go_on(self) -> None:
        """Follow a link of this page."""
        self.look(random.choice(self.links))

    @task(4)
    def go_home(self) -> None:
        """Go back to the programme."""
        self.look(self.home)

    @task(1)
    def go_elsewhere(self) -> None:
        """Open the list of programmes, and another one."""
        self.client.get("/", name="start", headers=self.headers)
        self.come_in()


class Writer(Person):
    """Looks at a page, then writes something down."""

    fixed_count = int(os.environ.get("WRITERS", "20"))

    @task(3)
    def keep_an_action(self) -> None:
        """Write down what is to be done, and say later that it was."""
        page = self.look(f"{self.home}/actions")
        made = self.send(f"{self.home}/actions", {"what": random.choice(_SAID), "who": "", "until": ""}, page)
        if made:
            self._wait()
            self.send(made, {"status": "done"}, self.look(made))
            self.send(f"{made}/remove", {}, self.look(made))

    @task(2)
    def call_an_element(self) -> None:
        """Say what an element is called in Bangla."""
        page = self.look(f"{self.home}/names")
        element = "Communications"
        said = {"kind": "element", "name": element, "language": "bn", "called": f"আস্থা {random.randrange(100)}"}
        self.send(f"{self.home}/names/call", said, page)

    @task(1)
    def bring_a_table(self) -> None:
        """Upload twenty notes, look at the preview, keep it, and remove it later."""
        self.look(f"{self.home}/upload")
        rows = "".join(f"{random.choice(_SAID)} {random.random()},Communications,A\n" for _ in range(20))
        name = f"table-{random.randrange(10**9)}.csv"
        files = {"files": (name, f"text,element,team\n{rows}".encode(), "text/csv")}
        with self.client.post(
            f"{self.home}/upload",
            files=files,
            name="POST upload",
            headers=self.headers,
            allow_redirects=False,
            catch_response=True,
        ) as answer:
            if answer.status_code != 303:
                answer.failure(f"{answer.status_code} upload")
                return
            answer.success()
            preview = answer.headers["location"]
        self._wait()
        if self.send(f"{preview}/keep", {}, self.look(preview)):
            self._wait()
            files_page = self.look(f"{self.home}/upload")
            if found := _removal(files_page, name):
                self.send(found, {})

    @task(4)
    def read(self) -> None:
        """Read a page, as the others do."""
        self.look(random.choice(self.links))

    def _wait(self) -> None:
        self.wait()


def _removal(page: str, name: str) -> str:
    """Return the address that removes a file, the first after its name on the page."""
    found = _FILE.search(page, max(page.find(name), 0))
    return found[1] if found else ""


def kind_of(path: str) -> str:
    """Return what kind of page an address is of: of each programme, element and session the same."""
    _, _, _, *rest = path.partition("?")[0].split("/")
    kinds = [re.sub(r"^[0-9]+$|^[A-Za-z0-9_-]{20,}$", "N", each) for each in rest]
    if kinds[:1] in (["elements"], ["sessions"], ["actions"], ["rubrics"], ["reviews"]) and len(kinds) > 1:
        kinds[1] = "X"
    return "/".join(kinds) or "programme"
