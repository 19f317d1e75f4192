"""Who asks, and what they may: the same needs as those of the API's addresses, looked up anew for each question."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nlp.errors import ManyvoicesError
from service.access.acting import act_as
from service.access.permissions import IN_PROGRAMMES, Access, Need, access_of
from service.access.routes import NEEDS
from service.access.types import OWN_MACHINE, Reader
from service.analyses.findings import Findings
from service.errors import NotFound
from service.journal.places import place
from service.names.slugs import slugify
from service.workspace import Workspace

API = "/api/v1/programmes"
_LOG = logging.getLogger("manyvoices.mcp")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about a programme.

    Attributes:
        found: what was found in the programme.
        access: what whoever asks may do in it.
    """

    found: Findings
    access: Access


class Asking:
    """Lets a reader ask.

    Args:
        workspace: `for_readers`: it gives what is there, and makes nothing.
        token: of the account for which it asks; "" for whoever sits at this machine.
        names: whether people are named, as far as they agreed to it.
    """

    def __init__(self, workspace: Workspace, token: str = "", *, names: bool = False) -> None:
        self.workspace = workspace
        self.names = names
        self._token = token

    def reader(self) -> Reader:
        """Return who asks; a token that was revoked opens nothing from then on.

        Raises:
            NotSignedIn: the token opens nothing.
        """
        if not self._token:
            return OWN_MACHINE
        known = self.workspace.readers.of_token(self._token)
        if known.to_note:
            _whatever_happens(lambda: self.workspace.readers.note_use(known))
        return known.reader

    @contextmanager
    def of(self, programme: str, *parts: str, like: str = "") -> Iterator[Asked]:
        """Ask about a programme what the API answers at one of its addresses, and note that it was seen.

        Args:
            programme: its name in addresses, or its name.
            parts: of the address behind the programme.
            like: these parts as the table of needs has them, where they hold a name: "/sessions/{session}".

        Raises:
            NotFound: there is no such programme, or none that whoever asks may know of.
            Refused: they may not see this of it.
            NotSignedIn: the token opens nothing.
        """
        reader = self.reader()
        slug = slugify(programme)
        address = like or "".join(f"/{each}" for each in parts)
        access = self._access(reader, slug, NEEDS["GET", f"{API}/{{slug}}{address}"])
        with act_as(reader):
            yield Asked(self.workspace.findings(slug), access)
        where = place(parts)
        if reader.account is not None and where:
            self.workspace.looks.note(reader.account, reader.name, slug, where)
            _whatever_happens(self.workspace.looks.write_down)

    def _access(self, reader: Reader, slug: str, need: Need) -> Access:
        access = access_of(reader)
        if not reader.sits_here and need in IN_PROGRAMMES:
            access.check(Need.ACCOUNT)
            access = access_of(reader, self.workspace.programmes.id_of(slug))
            if access.place is None:
                raise NotFound("programme", slug)
        access.check(need)
        return access


def _whatever_happens(note: Callable[[], None]) -> None:
    """Note something for which no answer waits, and which may fail."""
    try:
        note()
    except ManyvoicesError as error:
        _LOG.warning("What was seen could not be written down yet: %s", type(error).__name__)
