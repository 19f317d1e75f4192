"""What a language model proposed for a programme, what became of it, and where its notes may go."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from service.assistant.checking.refusals import Why


class ProposalKind(StrEnum):
    """What is proposed."""

    NAME = "name"
    SENTENCE = "sentence"
    PLACE = "place"
    SUMMARY = "summary"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What made a proposal: the model with its machine, the version of the prompt, and the seed."""

    model: str
    prompt: str
    seed: int

    def __str__(self) -> str:
        """`qwen3:8b at localhost:11434, reading-1, seed 7`."""
        return f"{self.model}, {self.prompt}, seed {self.seed}"


@dataclass(frozen=True, slots=True)
class Proposed:
    """One thing that a model proposed.

    Attributes:
        kind: what it is.
        element: the name of its element.
        text: what is proposed; of a place what the reading was called then.
        language: of the text.
        made_with: model, prompt and seed.
        of: keys of the notes of the reading that it is about, or would put a note into; none for a summary.
        note: key of the note that it is about, "" for none.
        notes: keys of the notes that it rests on.
        one_person: whether these were written by one person.
        sent: keys of all notes that the model was shown for it.
    """

    kind: ProposalKind
    element: str
    text: str
    language: str
    made_with: MadeWith
    of: frozenset[str] = frozenset()
    note: str = ""
    notes: tuple[str, ...] = ()
    one_person: bool = False
    sent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AssistantProposal:
    """A proposal of a programme.

    Attributes:
        number: its name in addresses.
        content: what is proposed.
        made: when.
        accepted: when somebody took it, None while it is not checked.
        accepted_by: who did, "" for nobody who gave a name.
    """

    number: int
    content: Proposed
    made: datetime
    accepted: datetime | None = None
    accepted_by: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """That notes of a programme may go to another machine: which, what was confirmed, by whom and when."""

    host: str
    said: str
    who: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """How far a run is, or how it ended.

    Attributes:
        id: of the run.
        what: that was asked for, as `Asked.subject` has it.
        done: what was asked already, so that a run that made way for other work goes on there.
        proposed: how many proposals it made.
        refused: why answers were thrown away, each time.
        tokens, seconds: that it took so far.
        ended: "" while it goes on, "done", "tokens", "time" or "nothing" (there was nothing to ask).
    """

    id: str
    what: str
    done: tuple[str, ...] = ()
    proposed: int = 0
    refused: tuple[Why, ...] = ()
    tokens: int = 0
    seconds: float = 0.0
    ended: str = ""


@dataclass(frozen=True, slots=True)
class AssistantState:
    """What is said of the assistant in one programme: where notes may go, and the last run."""

    allowed: Allowed | None = None
    run: Run | None = None
