"""What was said in a session, by whom, as far as everybody agreed to it."""

from dataclasses import dataclass

from nlp.participation.types import Participation
from nlp.transcripts.types import Turn
from service.analyses.findings import Findings


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """One turn.

    Attributes:
        number: its place in the record, from 1.
        person: on the roster, else the label of the record; "" where the record leaves it open.
        start, end: seconds, None where the record has no times.
        text: "" where somebody agreed to be counted only.
    """

    number: int
    person: str
    start: float | None
    end: float | None
    text: str

    @property
    def as_turn(self) -> Turn:
        """The same as the analysis has it."""
        return Turn(self.person or None, self.start, self.end, self.text, self.number)


def spoken_turns(findings: Findings, session: str, found: Participation | None) -> tuple[SpokenTurn, ...]:
    """Return the turns of a session; those of people who did not agree to be counted are not there.

    Args:
        findings: of the programme.
        session: its slug.
        found: who was heard in it: who is behind every label; None where that could not be worked out.

    Raises:
        NotFound: the programme has no such session.
        NothingToAnalyse: those present did not agree that what they said is analysed.
    """
    turns = findings.record(session).turns
    file_id = findings.at.session_row(session).file_id
    names = {label: speaker.name for speaker in (found.speakers if found else ()) for label in speaker.labels}
    agreed = findings.at.agreed.of_labels({turn.speaker for turn in turns if turn.speaker}, file_id)
    of_all = findings.at.agreed.of_session(file_id)
    return tuple(
        SpokenTurn(
            number,
            names.get(turn.speaker, turn.speaker) if turn.speaker else "",
            turn.start,
            turn.end,
            turn.text if agreed.get(turn.speaker or "", of_all).may_be_quoted else "",
        )
        for number, turn in enumerate(turns, start=1)
    )
