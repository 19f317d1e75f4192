"""What a programme has done, by stage: counts and days, and nothing that is concluded from them."""

from collections.abc import Sequence

from service.stages.types import BELONGS, Days, Deed, DoneDeed, Stage, StageEvidence


def by_stage(days: Days) -> tuple[StageEvidence, ...]:
    """Return what was done and what not yet, of each stage in its order."""
    return tuple(_of_stage(stage, days) for stage in Stage)


def _of_stage(stage: Stage, days: Days) -> StageEvidence:
    own = BELONGS[stage]
    done = tuple(counted(deed, days[deed]) for deed in own if days.get(deed))
    return StageEvidence(stage, done, tuple(deed for deed in own if not days.get(deed)))


def counted(deed: Deed, days: Sequence[str]) -> DoneDeed:
    """Return how often something was done, and when first and last."""
    known = sorted(day for day in days if day)
    return DoneDeed(deed, len(days), known[0] if known else "", known[-1] if known else "")
