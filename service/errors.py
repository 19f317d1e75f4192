"""Everything that `service` raises on purpose; each carries the same one line as the errors of `nlp`.

```
nlp.errors.ManyvoicesError
├── nlp.errors.InputError       what was handed in cannot be used
│   └── ServiceError            a request that cannot be met
│       ├── NotFound            a programme, element, session, review or file that is not there
│       ├── NotMadeYet          a result that is still being worked out
│       ├── NotAsked            a result that nobody asked to have worked out
│       ├── Expired             an upload that waited too long or was already kept or discarded
│       ├── Closed              a form or a room that takes no answers now
│       ├── Stale               a change of what somebody else has changed meanwhile
│       ├── Undecided           a request that leaves open what becomes of what hangs on something that goes
│       ├── TooLarge            more bytes or files than the settings allow
│       ├── Refused             a request from where, or of a form, that is not let in
│       ├── LinkOver            a link that was used, has run out or was taken back
│       ├── NotSignedIn         a request that needs somebody to be signed in
│       └── TooOften            an attempt to sign in, or to send something, after too many others
├── NotAnswered                 a language model that is not there, or answers nothing that can be read
├── NotSent                     a mail that the mail server did not take
└── StoreError                  a database that cannot be reached, written, or is newer than the program
    ├── Busy                    others write, and too many wait already or it takes too long
    └── DiskFull                there is no room for what should be saved
```
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import ENOSPC
from typing import Literal

from nlp.errors import InputError, ManyvoicesError
from nlp.messages import Message, msgid

CHANGED = msgid("somebody changed this after you saw it: {changed}")
PILES_CHANGED = msgid("somebody changed these piles after you saw them: {changed}")
LINE_OF_SENTENCES = msgid("{problem} {remedy}.")
Missing = Literal[
    "programme",
    "element",
    "session",
    "review",
    "roster",
    "file",
    "page",
    "form",
    "reading",
    "note",
    "change",
    "pile",
    "room",
    "person",
    "job",
    "publication",
    "address",
    "account",
    "member",
    "team",
    "token",
    "link",
    "picture",
    "channel",
    "cafe",
    "table",
    "rubric",
    "reply",
    "round",
    "webhook",
    "delivery",
    "survey",
    "action",
    "left",
    "descriptor",
    "memo",
    "stage",
    "entry",
    "proposal",
]
_MISSING: Mapping[Missing, str] = {
    "programme": msgid("there is no programme “{name}”"),
    "element": msgid("there is no element “{name}”"),
    "session": msgid("there is no session “{name}”"),
    "review": msgid("there is no review “{name}”"),
    "roster": msgid("there is no roster “{name}”"),
    "file": msgid("there is no file “{name}”"),
    "page": msgid("there is no picture of page “{name}”"),
    "form": msgid("there is no form “{name}”"),
    "reading": msgid("there is no reading “{name}”"),
    "note": msgid("there is no note “{name}”"),
    "change": msgid("there is no change “{name}”"),
    "pile": msgid("there is no pile “{name}”"),
    "room": msgid("there is no sorting in the room “{name}”"),
    "person": msgid("there is nobody called “{name}”"),
    "job": msgid("there is no work “{name}”"),
    "publication": msgid("nothing is published under the number {name}"),
    "address": msgid("there is nothing at this address"),
    "account": msgid("there is no account “{name}”"),
    "member": msgid("there is no member “{name}” in this programme"),
    "team": msgid("there is no team “{name}”"),
    "token": msgid("there is no token “{name}”"),
    "link": msgid("there is no link “{name}”"),
    "picture": msgid("there is no picture “{name}”"),
    "channel": msgid("there is no channel “{name}”"),
    "cafe": msgid("there is no World Café “{name}”"),
    "table": msgid("there is no table {name}"),
    "rubric": msgid("“{name}” writes no rubric here"),
    "round": msgid("there is no round {name}"),
    "reply": msgid("there is no reply “{name}”"),
    "webhook": msgid("there is no webhook {name}"),
    "delivery": msgid("there is no delivery {name}"),
    "survey": msgid("there is no survey “{name}”"),
    "action": msgid("there is no action “{name}”"),
    "left": msgid("nothing is left as it is under “{name}”"),
    "descriptor": msgid("the rubrics have no such descriptor"),
    "memo": msgid("there is no memo {name}"),
    "stage": msgid("there is nothing said under the number {name}"),
    "entry": msgid("there is no entry “{name}” in the library"),
    "proposal": msgid("there is no proposal {name}"),
}


class ServiceError(InputError):
    """A request that cannot be met."""


class NotFound(ServiceError):
    """A programme, element, session, review or file that is not there."""

    def __init__(self, what: Missing, name: object) -> None:
        remedy = Message("Go back to the list and choose one that is there")
        super().__init__("", Message(_MISSING[what], {"name": str(name)}), remedy)


class NotMadeYet(ServiceError):
    """A result that is still being worked out."""

    def __init__(self) -> None:
        super().__init__("", Message("this is still being worked out"), Message("Look again in a moment"))


class NotAsked(ServiceError):
    """A result that nobody asked to have worked out."""

    def __init__(self) -> None:
        remedy = Message("Ask for it first, with a POST to the analyses of the programme")
        super().__init__("", Message("nobody has asked for this to be worked out"), remedy)


class Expired(ServiceError):
    """An upload that waited too long, or was already kept or discarded."""

    def __init__(self) -> None:
        super().__init__("", Message("this upload is no longer waiting"), Message("Upload the files again"))


class Closed(ServiceError):
    """A form or a room that takes no answers now."""

    def __init__(self) -> None:
        super().__init__("", Message("this form is closed"), Message("Ask the facilitator to open it again"))


class BeingDone(ServiceError):
    """A request whose key another one has that is not answered yet, or never was: the service ended in that moment."""

    def __init__(self) -> None:
        problem = Message("the first request with this key was taken, and what it was answered is not known yet")
        super().__init__("", problem, Message("Look whether it was done, or send it again later"))


class Stale(ServiceError):
    """A change of what somebody else has changed meanwhile; says what changed."""

    def __init__(self, changed: Message, problem: str = CHANGED) -> None:
        remedy = Message("Look at them as they are now, and do it again if it is still right")
        super().__init__("", Message(problem, {"changed": changed}), remedy)
        self.changed = changed

    @property
    def message(self) -> Message:
        """The whole line; what changed is told in sentences, which end by themselves."""
        return Message(LINE_OF_SENTENCES, {"problem": self.problem, "remedy": self.remedy})


class Undecided(ServiceError):
    """A request that leaves open what becomes of something that hangs on what goes."""

    def __init__(self, problem: Message, remedy: Message) -> None:
        super().__init__("", problem, remedy)


class TooLarge(ServiceError):
    """More bytes or files than the settings allow."""


class Refused(ServiceError):
    """A request from where, or of a form, that is not let in."""


class LinkOver(ServiceError):
    """A link that was used, has run out, or was taken back."""

    def __init__(self) -> None:
        problem = Message("this link was used already, has run out, or was taken back")
        super().__init__("", problem, Message("Ask whoever gave it to you for a new one"))


class NotSignedIn(ServiceError):
    """A request that needs somebody to be signed in, or that a token does not open."""

    def __init__(self, problem: Message | None = None, remedy: Message | None = None) -> None:
        super().__init__(
            "", problem or Message("you are not signed in"), remedy or Message("Sign in, or send an API token")
        )


class TooOften(ServiceError):
    """An attempt to sign in, or to send something, after too many others; `seconds` is how long to wait."""

    def __init__(self, seconds: int, problem: Message | None = None) -> None:
        problem = problem or Message("there were too many attempts to sign in")
        super().__init__("", problem, Message("Wait {seconds} seconds and try again", {"seconds": seconds}))
        self.seconds = seconds


class NotSent(ManyvoicesError):
    """A mail that the mail server did not take; the link that it held is there all the same."""

    def __init__(self, problem: Message) -> None:
        super().__init__("", problem, Message("Hand the link over yourself"))


class NotAnswered(ManyvoicesError):
    """A language model that is not there, refuses, or answers something else than it was asked."""

    def __init__(self, problem: Message, remedy: Message) -> None:
        super().__init__("", problem, remedy)


class StoreError(ManyvoicesError):
    """A database that cannot be reached, written, or is newer than the program."""


class Busy(StoreError):
    """Others write, and too many wait already or it takes too long; nothing was saved."""

    def __init__(self) -> None:
        problem = Message("others are saving at this moment, so nothing of yours was saved")
        super().__init__("", problem, Message("Try again in a moment"))


class DiskFull(StoreError):
    """There is no room for what should be saved; nothing was saved."""

    def __init__(self) -> None:
        problem = Message("the disk is full, so nothing was saved")
        super().__init__("", problem, Message("Remove files that are no longer needed, or make room on the disk"))


def is_full(error: BaseException | None) -> bool:
    """Whether an error is, or came of, that a disk has no room, be it only the one for temporary files."""
    while error is not None:
        if isinstance(error, OSError) and error.errno == ENOSPC:
            return True
        error = error.__cause__
    return False


@contextmanager
def full_as_such() -> Iterator[None]:
    """Let a disk without room be told as that: raises `DiskFull`."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise DiskFull from error
        raise
