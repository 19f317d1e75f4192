"""What is found in a programme, and what each of it depends on."""

from collections.abc import Mapping

READINGS_BY = ("team", "language", "role")
PARTICIPATION_BY = ("gender", "organisation", "team")
READINGS, EDITED, DRIFT, RUBRICS, PARTICIPATION, OVER_TIME = (
    "readings",
    "edited readings",
    "drift",
    "rubrics",
    "participation",
    "over time",
)
VARYING: Mapping[str, tuple[str, ...]] = {
    EDITED: ("edits",),
    DRIFT: ("edits",),
    RUBRICS: ("judged",),
    PARTICIPATION: ("identities", "attendance"),
    OVER_TIME: ("shares",),
}
"""Parameters of a kind that are not asked for but go in: of two answers that differ in nothing else the last holds."""
