"""The transcript of one session as it may leave: by name or by number, with the words that may be read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from nlp.documents.types import Person
from nlp.participation.types import Participation
from service.analyses.findings import Findings
from service.analyses.outcomes import Failed, attempt
from service.errors import NotMadeYet
from service.exports.transcripts.spoken import SpokenTurn, spoken_turns
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.privacy.called import people_in


@dataclass(frozen=True)
class TranscriptData:
    """The transcript of one session for one reader.

    Attributes:
        findings: of the programme.
        session: its slug.
        language: of the reader: of the numbers of people.
        names: whether people are named; where those present did not agree to that, they have numbers all the same, the
            same as on the session's page while names are hidden there.
    """

    findings: Findings
    session: str
    language: Language
    names: bool = False

    @property
    def title(self) -> str:
        """What the session is called; it names nobody who is hidden."""
        return self._people.mask(self.findings.at.session(self.session).title)

    @cached_property
    def turns(self) -> tuple[SpokenTurn, ...]:
        """The turns in the order of the record.

        Raises:
            NotFound: the programme has no such session.
            NothingToAnalyse: those present did not agree that what they said is analysed.
            NotMadeYet: who is behind the labels is still being worked out.
        """
        return tuple(self._called(spoken_turns(self.findings, self.session, self._measured)))

    def _called(self, turns: tuple[SpokenTurn, ...]) -> Iterator[SpokenTurn]:
        people = self._people
        for turn in turns:
            who = people.shown.get(turn.person) or people.mask(turn.person)
            yield replace(turn, person=who, text=people.mask(turn.text))

    @cached_property
    def _measured(self) -> Participation | None:
        found = attempt(self.findings.participation, self.session)
        if self.findings.missing:
            raise NotMadeYet
        return None if isinstance(found, Failed) else found

    @cached_property
    def _people(self) -> People:
        at = self.findings.at
        file_id = at.session_row(self.session).file_id
        found = {self.session: self._measured} if self._measured else {}
        labels = () if found else at.speakers.get(file_id, ())
        names = self.names and at.agreed.of_session(file_id).may_be_named
        besides = [Person(label) for label in labels]
        page, only = f"session {self.session}", [self.session]
        return people_in(self.findings, found, self.language, page, names=names, besides=besides, unmeasured=only)
