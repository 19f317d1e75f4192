"""A small invented comparison, for sentences that can be worked out by hand."""

from nlp.documents.types import Descriptor
from nlp.rubrics.levels import LevelRanks
from nlp.rubrics.types import ElementComparison, Match, RubricComparison

TEAMS = ("Coordination", "Sylhet", "कर्णाली")
LEVELS = ("well-functioning", "emerging", "needs help")


def _descriptor(team: str, level: str, text: str, language: str) -> Descriptor:
    return Descriptor(text, "Communications", level, text, language, "rubric.csv", 2, team)


KNOWS = _descriptor("Coordination", "well-functioning", "Everybody knows before a decision is taken", "en")
KNOWS_BN = _descriptor("Sylhet", "emerging", "সিদ্ধান্তের আগে সবাইকে জানানো হয়", "bn")
KNOWS_NE = _descriptor("कर्णाली", "well-functioning", "निर्णय हुनुअघि सबैलाई थाहा हुन्छ", "ne")
LATE_EN = _descriptor("Coordination", "needs help", "News arrives after the fact", "en")
LATE_NE = _descriptor("कर्णाली", "needs help", "खबर पछि मात्र आइपुग्छ", "ne")
POWER_NE = _descriptor("कर्णाली", "needs help", "बत्ती नहुँदा बैठक नै हुँदैन", "ne")
TRUST = _descriptor("Sylhet", "well-functioning", "ফোন ধরলে মন খুলে কথা বলা যায়", "bn")
RANKS = LevelRanks.of([KNOWS, KNOWS_BN, KNOWS_NE, LATE_EN, LATE_NE, POWER_NE, TRUST])

COMPARISON = RubricComparison(
    "manyvoices-static-1",
    TEAMS,
    LEVELS,
    0.62,
    (
        ElementComparison(
            "Communications",
            (
                Match.of(KNOWS, KNOWS_BN, 0.81, RANKS),
                Match.of(KNOWS, KNOWS_NE, 0.79, RANKS),
                Match.of(LATE_EN, LATE_NE, 0.7, RANKS),
            ),
            (),
            {"Coordination": (), "Sylhet": (TRUST,), "कर्णाली": (POWER_NE,)},
        ),
    ),
)
