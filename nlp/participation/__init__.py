"""Who was heard in a session, and in several: turns in, shares, balance and groups out.

These names load on first use: one session needs nothing of what compares several.
"""

from nlp.later import on_first_use

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nlp.participation.measure import measure_participation
    from nlp.participation.sessions.compare import measure_over_sessions
    from nlp.participation.types import Participation
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "Participation": ".types",
            "measure_over_sessions": ".sessions.compare",
            "measure_participation": ".measure",
        },
    )

__all__ = ["Participation", "measure_over_sessions", "measure_participation"]
