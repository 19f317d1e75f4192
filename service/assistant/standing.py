"""How it stands with the assistant in one programme: which model, where notes may go, what it proposed."""

from dataclasses import dataclass

from service.analyses.findings import Findings
from service.assistant.assistant import Assistant, shown_proposals
from service.assistant.types import Allowed, AssistantProposal, Run


@dataclass(frozen=True, slots=True)
class AssistantStanding:
    """The assistant of a programme.

    Attributes:
        model: its name.
        host: the machine that it is on.
        is_here: whether that is the machine of this service, which nothing leaves.
        may_be_sent: whether notes may go there.
        allowed: what was confirmed of another machine, None if nothing was.
        run: the last run, None before there was one.
        proposals: that may be shown, oldest first.
    """

    model: str
    host: str
    is_here: bool
    may_be_sent: bool
    allowed: Allowed | None
    run: Run | None
    proposals: tuple[AssistantProposal, ...]


def standing(assistant: Assistant, found: Findings) -> AssistantStanding:
    """Return how it stands.

    Raises:
        NotFound: the settings name no model.
        NotMadeYet: the readings are still being worked out.
    """
    model, state = assistant.model, found.at.assistant
    shown = tuple(each.proposal for each in shown_proposals(found))
    return AssistantStanding(
        model, assistant.host, assistant.is_here, assistant.may_be_sent(found.at), state.allowed, state.run, shown
    )
