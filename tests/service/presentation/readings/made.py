"""Invented readings for these tests, sorted by hand: of real notes in three languages, and of given sizes only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.documents.types import Unit
from nlp.readings.groups.holders import common_ground, count_groups, missing, status
from nlp.readings.types import Contrast, Difference, ElementReadings, Holding, Member, Reading
from nlp.readings.wording.questions import ask
from nlp.statistics.verdicts import Verdict

TEAMS = ("Coordination", "Sylhet", "कर्णाली")
BY = ("team", "language")
NO_DIFFERENCE = Verdict.NO_DIFFERENCE

CALLS = (
    ("Coordination", "en", "A phone call settles in five minutes what ten emails do not"),
    ("Coordination", "en", "We ring each other before we write"),
    ("Sylhet", "bn", "ফোন করলে সঙ্গে সঙ্গে উত্তর পাই"),
    ("Sylhet", "bn", "ইমেইলের চেয়ে ফোনে কথা বলা সহজ, ভুল বোঝাবুঝি কম হয়"),
    ("Sylhet", "bn-Latn", "phone e kotha bolle shob clear hoy"),
    ("कर्णाली", "ne", "फोनमा कुरा गरेपछि अन्योल हट्छ"),
    ("कर्णाली", "ne", "इमेलभन्दा फोन छिटो हुन्छ"),
)
LATE = (
    ("Coordination", "en", "Decisions travel faster than the reasons for them"),
    ("Coordination", "en", "The minutes come after the next meeting"),
    ("Sylhet", "bn", "সিদ্ধান্ত হয়ে যাওয়ার পরে আমরা জানতে পারি"),
    ("Sylhet", "bn", "মিটিংয়ের তারিখ বদলায়, মাঠে থাকলে খবর পৌঁছায় না"),
)
POWER = (
    ("कर्णाली", "ne", "बत्ती गएपछि अनलाइन बैठक बीचमै टुट्छ"),
    ("कर्णाली", "ne", "मोबाइल डाटा महँगो छ, दुई घण्टाको बैठकमा सबै सकिन्छ"),
    ("कर्णाली", "ne", "वर्षामा नेटवर्क नै हुँदैन, हामी हराएको ठानिन्छौं"),
)
ALONE = (("Sylhet", "bn", "আমাদের হাসি-ঠাট্টার একটা গ্রুপ দরকার 🙂"), ("Coordination", "und", "OK"))
LABELS = (
    {"bn": "ফোনে কথা বলা", "en": "phone call", "ne": "फोनमा कुरा", "bn-Latn": "phone e kotha"},
    {"bn": "খবর পৌঁছায় না", "en": "reasons for them"},
    {"ne": "अनलाइन बैठक बीचमै टुट्छ"},
)
GLOSSES: tuple[Mapping[str, tuple[str, ...]], ...] = (
    {},
    {"ne": ("ढिलो खबर", "निर्णय")},
    {"en": ("electricity", "online meeting", "network"), "bn": ("বিদ্যুৎ", "অনলাইন মিটিং")},
)


def note(number: int, team: str = "A", language: str = "en", text: str = "", element: str = "Trust") -> Unit:
    """A note of a team; without a text it is "note 7"."""
    text = text or f"note {number}"
    attributes = {"team": team} if team else {}
    return Unit(f"u{number}", text, language, "notes.csv", number + 2, 0, len(text), element, attributes)


def holding(count: int, of: int) -> Holding:
    """So many of so many notes, the interval open."""
    return Holding(count, of, count / of if of else 0.0, 0.0, 1.0)


def reading(label: str = "trust", verdict: Verdict = NO_DIFFERENCE, **held: tuple[int, int]) -> Reading:
    """A reading held by teams with (notes in it, notes on the element); the status follows from both."""
    teams = [team for team, (count, _) in held.items() for _ in range(count)]
    units = tuple(Member.placed(note(at, team), 0.9) for at, team in enumerate(teams))
    return _reading(
        "trust-1", {"en": label}, {}, units, {"team": {team: holding(*has) for team, has in held.items()}}, verdict
    )


def element(
    *readings: Reading, alone: int = 0, teams: Mapping[str, int] | None = None, name: str = "Trust"
) -> ElementReadings:
    """An element with these readings; each gets an id of its own."""
    if teams is None:
        teams = {team: has.of for each in readings for team, has in each.held_by["team"].items()}
    named = tuple(_with_id(each, f"{name.lower()}-{at}") for at, each in enumerate(readings, start=1))
    return _element(name, named, tuple(note(900 + at) for at in range(alone)), {"team": teams})


def communications() -> ElementReadings:
    """The element of the notes above: one reading is shared, one contested, one of a single team; two notes alone."""
    rows = [*CALLS, *LATE, *POWER, *ALONE]
    units = [note(at, team, language, text, "Communications") for at, (team, language, text) in enumerate(rows)]
    totals = {attribute: count_groups(units, attribute) for attribute in BY}
    readings, start = [], 0
    for at, notes in enumerate((CALLS, LATE, POWER)):
        own = units[start : start + len(notes)]
        start += len(notes)
        inside = {attribute: count_groups(own, attribute) for attribute in BY}
        held = {a: {group: holding(inside[a].get(group, 0), of) for group, of in totals[a].items()} for a in BY}
        members = tuple(Member.placed(unit, 0.92 - 0.06 * place) for place, unit in enumerate(own))
        readings.append(_reading(f"communications-{at + 1}", LABELS[at], GLOSSES[at], members, held, NO_DIFFERENCE))
    return _element("Communications", tuple(readings), tuple(units[start:]), totals)


def _reading(
    reading_id: str,
    labels: Mapping[str, str],
    gloss: Mapping[str, tuple[str, ...]],
    units: tuple[Member, ...],
    held: Mapping[str, Mapping[str, Holding]],
    verdict: Verdict,
) -> Reading:
    return Reading(
        id=reading_id,
        label=next(iter(labels.values())),
        labels=labels,
        words=(),
        gloss=gloss,
        units=units,
        quotes=tuple(unit.id for unit in units[:3]),
        stability=0.8,
        held_by=held,
        missing_from={attribute: missing(groups) for attribute, groups in held.items()},
        beside_others={attribute: _contrasts(groups) for attribute, groups in held.items()},
        difference={attribute: Difference(0.4, 0.2, verdict) for attribute in held},
        status={attribute: status(groups, verdict) for attribute, groups in held.items()},
    )


def _with_id(given: Reading, reading_id: str) -> Reading:
    units = tuple(replace(unit, id=f"{reading_id}-{unit.id}") for unit in given.units)
    return replace(given, id=reading_id, units=units, quotes=tuple(unit.id for unit in units[:3]))


def _element(
    name: str, readings: tuple[Reading, ...], alone: tuple[Unit, ...], groups: Mapping[str, Mapping[str, int]]
) -> ElementReadings:
    return ElementReadings(
        element=name,
        notes=sum(len(each.units) for each in readings) + len(alone),
        readings=readings,
        alone=alone,
        language_v_measure=0.2,
        like_language=(),
        common_ground={a: common_ground([each.held_by[a] for each in readings], groups[a]) for a in groups},
        groups=groups,
        questions=ask(readings, alone, "team"),
    )


def _contrasts(held: Mapping[str, Holding]) -> dict[str, Contrast]:
    """The difference of each group's share from that of all others, the interval on its own side of nothing."""
    found = {}
    for group, own in held.items():
        others: Sequence[Holding] = [each for name, each in held.items() if name != group]
        if of := sum(each.of for each in others):
            difference = own.share - sum(each.count for each in others) / of
            found[group] = Contrast(difference, min(difference, difference / 2), max(difference, difference / 2))
    return found
