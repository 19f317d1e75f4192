"""A facilitator who works on while the service is killed under them, and remembers what was acknowledged."""

import random
from collections import Counter
from dataclasses import dataclass, field
from secrets import token_hex
from threading import Event, Thread
from urllib.parse import quote

from benchmarks.faults.asking import Answer, ask

NOTES = 3
"""In each file; one of them is of somebody who may be deleted for good."""
NOTHING_DONE = {0, 503}
"""The connection broke, or the service said that it did nothing; the same is sent again."""
UNANSWERED = "being-done"
MOST_FILES = 6
CHANCES = {"upload": 4, "keep": 3, "rename": 3, "sort": 3, "call": 2, "remove": 2, "delete": 2, "ask": 1, "look": 6}


@dataclass
class Remembered:
    """What the service has said that it did.

    Attributes:
        files: that are there, with how many notes of each.
        description: of the programme.
        piles: that were made.
        called: what the element is called in Bangla.
        deleted: people whose words were deleted for good.
        done: how often each kind of thing was acknowledged.
        statuses: of all answers.
        unanswered: what was done, though the answer died with the service: its key says so.
        odd: answers that nobody should get.
    """

    files: dict[str, int] = field(default_factory=dict)
    description: str = ""
    piles: list[str] = field(default_factory=list)
    called: str = ""
    deleted: list[str] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    unanswered: int = 0
    odd: list[str] = field(default_factory=list)


class Facilitator(Thread):
    """Does one thing after another in a programme of their own until they are told to stop.

    Args:
        port: of the service.
        number: theirs.
        seed: of what they do.
    """

    def __init__(self, port: int, number: int, seed: int) -> None:
        super().__init__(daemon=True)
        self.remembered = Remembered()
        self.slug = f"programme-{number}"
        self.at_work = Event()
        self.over = Event()
        self._port = port
        self._number = number
        self._made = 0
        self._random = random.Random(f"{seed} {number}")
        self._home = f"/api/v1/programmes/{self.slug}"

    def run(self) -> None:
        """Make the programme, and go on."""
        self._until_known("POST", "/api/v1/programmes", {"name": f"Programme {self._number}"})
        self._upload()
        does = {kind: getattr(self, f"_{kind}") for kind in CHANCES}
        while not self.over.is_set():
            (kind,) = self._random.choices(list(CHANCES), list(CHANCES.values()))
            if does[kind]():
                self.remembered.done[kind] += 1
                self.at_work.set()
            self.over.wait(0.02)

    def _upload(self) -> bool:
        name, file, kind = self._file()
        if len(self.remembered.files) >= MOST_FILES or self._failed("POST", "/files", file, 201, kind):
            return False
        self.remembered.files[name] = NOTES
        return True

    def _keep(self) -> bool:
        name, file, kind = self._file()
        if len(self.remembered.files) >= MOST_FILES:
            return False
        preview = self._until_known("POST", f"{self._home}/previews", file, kind)
        if (
            self._is_odd(preview, 201)
            or preview.status != 201
            or self._failed("POST", f"/previews/{preview.json['token']}/keep", None, 200)
        ):
            return False
        self.remembered.files[name] = NOTES
        return True

    def _rename(self) -> bool:
        text = f"Described {token_hex(4)}"
        if self._failed("PATCH", "", {"description": text}, 200):
            return False
        self.remembered.description = text
        return True

    def _sort(self) -> bool:
        name = f"Pile {token_hex(4)}"
        made = {"do": "make", "name": name, "id": token_hex(8)}
        if len(self.remembered.piles) >= 2 * MOST_FILES or self._failed("POST", "/elements/trust/sorting", made, 200):
            return False
        self.remembered.piles.append(name)
        return True

    def _call(self) -> bool:
        called = f"আস্থা {token_hex(4)}"
        said = {"say": "call", "kind": "element", "name": "Trust", "language": "bn", "called": called}
        if self._failed("POST", "/names", said, 200):
            return False
        self.remembered.called = called
        return True

    def _remove(self) -> bool:
        if len(self.remembered.files) < 3:
            return False
        name = self._random.choice(sorted(self.remembered.files))
        listed = self._until_known("GET", f"{self._home}/files")
        number = next(each["id"] for each in listed.json if each["filename"] == name)
        if self._failed("DELETE", f"/files/{number}", None, 204):
            return False
        del self.remembered.files[name]
        return True

    def _delete(self) -> bool:
        whole = [name for name, notes in self.remembered.files.items() if notes == NOTES]
        if len(whole) < 2:
            return False
        name = self._random.choice(whole)
        person = _leaver(name)
        if self._failed("POST", "/deletions", {"kind": "person", "name": person, "typed": person}, 200):
            return False
        self.remembered.files[name] -= 1
        self.remembered.deleted.append(person)
        return True

    def _ask(self) -> bool:
        return not self._failed("POST", "/analyses", {"kind": "readings", "by": ["participant"]}, 202)

    def _look(self) -> bool:
        path = self._random.choice(("", "/elements/trust", "/names", "/work"))
        answer = ask(self._port, "GET", f"/programmes/{quote(self.slug)}{path}")
        self.remembered.statuses[answer.status] += 1
        return answer.status not in NOTHING_DONE and not self._is_odd(answer, 200, 202)

    def _file(self) -> tuple[str, bytes, dict[str, str]]:
        """Return the name of a new file, and a form with it."""
        self._made += 1
        name = f"notes-{self._number}-{self._made}.csv"
        lines = [
            "text,element,participant",
            f"We talk about it early {name},Trust,Stays",
            f"News reach us late {name},Trust,Stays",
            f"{note_of(_leaver(name))},Trust,{_leaver(name)}",
        ]
        border = "border-of-the-parts"
        head = f'--{border}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        body = f"{head}{chr(10).join(lines)}\n\r\n--{border}--\r\n"
        return name, body.encode(), {"Content-Type": f"multipart/form-data; boundary={border}"}

    def _failed(self, method: str, path: str, body: object, status: int, headers: dict[str, str] | None = None) -> bool:
        """Do something once, however often it has to be sent, and return whether it was not done."""
        return self._is_odd(self._until_known(method, self._home + path, body, headers), status)

    def _until_known(
        self, method: str, path: str, body: object = None, headers: dict[str, str] | None = None
    ) -> Answer:
        key = {"Idempotency-Key": token_hex(8)}
        while True:
            answer = ask(self._port, method, path, body, {**key, **(headers or {})})
            self.remembered.statuses[answer.status] += 1
            if answer.status not in NOTHING_DONE:
                return answer
            Event().wait(0.05)

    def _is_odd(self, answer: Answer, *usual: int) -> bool:
        if answer.status in usual:
            return False
        if f'"{UNANSWERED}"' in answer.text:
            self.remembered.unanswered += 1
            return False
        self.remembered.odd.append(f"{answer.status} {answer.text[:300]}")
        return True


def _leaver(filename: str) -> str:
    """Return who wrote the note of a file that may be deleted for good; their name is no part of the file's."""
    _, number, made = filename.removesuffix(".csv").split("-")
    return f"Leaver Q{number}x{int(made):04}"


def note_of(leaver: str) -> str:
    """Return what somebody wrote who may be deleted for good."""
    return f"Nobody asks us {leaver.removeprefix('Leaver ')}"
