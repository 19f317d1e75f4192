"""Sessions as they are handed to a measurement over several."""

from collections.abc import Iterable, Mapping

from nlp.door.wrong import write, wrong_type
from nlp.participation.sessions.types import SessionShares
from nlp.participation.types import Participation

_CALL = 'measure_over_sessions({"March": measure_participation(...)})'


def sessions_of(handed: object) -> list[SessionShares]:
    """Return what is known of each session, from its name and what was measured in it, or as it is.

    Raises:
        WrongType: these are no sessions.
    """
    if isinstance(handed, Mapping):
        handed = [
            SessionShares.of(str(name), found) if isinstance(found, Participation) else found
            for name, found in handed.items()
        ]
    if isinstance(handed, str | bytes) or not isinstance(handed, Iterable):
        raise wrong_type("sessions", "Mapping[str, Participation]", handed, write(_CALL))
    found = list(handed)
    for at, each in enumerate(found):
        if not isinstance(each, SessionShares):
            raise wrong_type(f"sessions[{at}]", "Participation", each, write(_CALL))
    return found
