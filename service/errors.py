"""Everything that `service` raises on purpose; each carries the same one line as the errors of `nlp`.

```
nlp.errors.ManyvoicesError
├── nlp.errors.InputError       what was handed in cannot be used
│   └── ServiceError            a request that cannot be met
│       ├── NotFound            a programme, element, session, review or file that is not there
│       ├── Expired             an upload that waited too long or was already kept or discarded
│       ├── Closed              a form that takes no answers now
│       ├── TooLarge            more bytes or files than the settings allow
│       └── Refused             a request from where, or of a form, that is not let in
└── StoreError                  a database that cannot be reached, written, or is newer than the program
```
"""

from nlp.errors import InputError, ManyvoicesError


class ServiceError(InputError):
    """A request that cannot be met."""


class NotFound(ServiceError):
    """A programme, element, session, review or file that is not there."""

    def __init__(self, what: str, name: object) -> None:
        super().__init__("", f"there is no {what} “{name}”", "Go back to the list and choose one that is there")


class Expired(ServiceError):
    """An upload that waited too long, or was already kept or discarded."""

    def __init__(self) -> None:
        super().__init__("", "this upload is no longer waiting", "Upload the files again")


class Closed(ServiceError):
    """A form that takes no answers now."""

    def __init__(self) -> None:
        super().__init__("", "this form is closed", "Ask the facilitator to open it again")


class TooLarge(ServiceError):
    """More bytes or files than the settings allow."""


class Refused(ServiceError):
    """A request from where, or of a form, that is not let in."""


class StoreError(ManyvoicesError):
    """A database that cannot be reached, written, or is newer than the program."""
