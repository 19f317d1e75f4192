"""What was measured in one session or in several, and its JSON: each file by itself, and all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlp.documents.types import Person
from nlp.participation.groups.expected_shares import Expected
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from service.cli.given.sessions import remarks_of


@dataclass(frozen=True, slots=True)
class Measured:
    """Who was heard in each session.

    Attributes:
        sessions: file, as it was typed -> what was measured, in order of time.
    """

    sessions: Mapping[str, Participation]

    @property
    def first(self) -> Participation:
        """The only session, or the first."""
        return next(iter(self.sessions.values()))

    @property
    def remarks(self) -> Sequence[str]:
        """What the records cannot show."""
        return list(remarks_of(self.sessions))

    def over(
        self, people: Sequence[Person], by: Sequence[str], expected: Expected, smallest: int
    ) -> OverSessions | None:
        """Return people and groups over several sessions; None where there is one only."""
        if len(self.sessions) == 1:
            return None
        from nlp.participation.sessions.compare import measure_over_sessions
        from nlp.participation.sessions.types import SessionShares

        shares = [SessionShares.of(name, each) for name, each in self.sessions.items()]
        return measure_over_sessions(shares, people, by, expected=expected, smallest=smallest)

    def json(self, over: OverSessions | None) -> dict[str, Any]:
        """Return the fields of the one session or of all together, and in the same form for any number of them:

        `files`, each with its own measures, and `over_sessions`, null where there is one only.
        """
        files = [{"file": name, **each.to_dict()} for name, each in self.sessions.items()]
        together = {**over.to_dict(), "remarks_of_sessions": self.remarks} if over else None
        return {**(together or self.first.to_dict()), "files": files, "over_sessions": together}
