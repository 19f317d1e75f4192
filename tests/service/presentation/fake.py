"""A workspace with a small invented programme in it, made from the real types, for trying pages without analysis."""

# ruff: noqa: ARG002 - it takes what the real workspace takes

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from nlp.documents.types import Descriptor, Person, Rating, Unit, Unread
from nlp.json_form import (
    Json,
    comparison_to_json,
    drift_to_json,
    interpretation_to_json,
    observers_to_json,
    participation_to_json,
)
from nlp.messages import Message
from nlp.participation.feedback import Measured, Observation, observe
from nlp.participation.types import Balance, Floor, Follow, GroupShare, Participation, SpeakerShare
from nlp.readings.drift import follow
from nlp.readings.groups.holders import common_ground, count_groups, holdings, missing, status
from nlp.readings.types import Difference, ElementReadings, Interpretation, Member, Reading
from nlp.readings.wording.questions import ask
from nlp.rubrics.types import ElementComparison, Match, RubricComparison
from service.analyses.pipeline import measure_over_time
from service.annotations.feedback_forms import Form
from service.annotations.speaker_identities import OpenLabel, SessionNames, Told
from service.errors import Expired, NotFound
from service.names.slugs import slugify
from service.types import FilePreview, KeptFile, Preview, Programme, Session

TEAMS = ("Coordination", "Sylhet", "कर्णाली")
NEXT = "no difference seen"

CALLS = [
    ("Coordination", "en", "A phone call settles in five minutes what ten emails do not"),
    ("Coordination", "en", "We ring each other before we write"),
    ("Sylhet", "bn", "ফোন করলে সঙ্গে সঙ্গে উত্তর পাই"),
    ("Sylhet", "bn", "ইমেইলের চেয়ে ফোনে কথা বলা সহজ, ভুল বোঝাবুঝি কম হয়"),
    ("Sylhet", "bn-Latn", "phone e kotha bolle shob clear hoy"),
    ("कर्णाली", "ne", "फोनमा कुरा गरेपछि अन्योल हट्छ"),
    ("कर्णाली", "ne", "इमेलभन्दा फोन छिटो हुन्छ"),
]
POWER = [
    ("कर्णाली", "ne", "बत्ती गएपछि अनलाइन बैठक बीचमै टुट्छ"),
    ("कर्णाली", "ne", "मोबाइल डाटा महँगो छ, दुई घण्टाको बैठकमा सबै सकिन्छ"),
    ("कर्णाली", "ne", "वर्षामा नेटवर्क नै हुँदैन, हामी हराएको ठानिन्छौं"),
]
IN_SEPTEMBER = {text for _, _, text in [*POWER, *CALLS[:4]]}
LATE = [
    ("Coordination", "en", "Decisions travel faster than the reasons for them"),
    ("Coordination", "en", "The minutes come after the next meeting"),
    ("Sylhet", "bn", "সিদ্ধান্ত হয়ে যাওয়ার পরে আমরা জানতে পারি"),
    ("Sylhet", "bn", "মিটিংয়ের তারিখ বদলায়, মাঠে থাকলে খবর পৌঁছায় না"),
]


def _unit(number: int, team: str, language: str, text: str, element: str) -> Unit:
    attributes = {"team": team, "review": "September" if text in IN_SEPTEMBER else "March"}
    return Unit(f"u{number}", text, language, "notes.csv", number + 2, 0, len(text), element, attributes)


def _element(name: str, groups: Sequence[tuple[str, dict[str, str], Sequence[tuple[str, str, str]]]], alone=()):
    number = 0
    made = []
    for label, labels, notes in groups:
        made.append(
            (label, labels, [_unit(100 * len(name) + number + at, *note, name) for at, note in enumerate(notes)])
        )
        number += len(notes)
    single = tuple(_unit(100 * len(name) + 90 + at, *note, name) for at, note in enumerate(alone))
    everything = [unit for _, _, units in made for unit in units] + list(single)
    by = ("team", "language")
    totals = {attribute: count_groups(everything, attribute) for attribute in by}
    readings = []
    for at, (label, labels, units) in enumerate(made, start=1):
        held = {attribute: holdings(units, totals[attribute], attribute) for attribute in by}
        readings.append(
            Reading(
                id=f"{slugify(name)}-{at}",
                label=label,
                labels=labels,
                words=(),
                gloss={code: words for code, words in GLOSSES.get(label, {}).items() if code not in labels},
                units=tuple(Member.of(unit, 0.92 - 0.06 * place) for place, unit in enumerate(units)),
                quotes=tuple(unit.id for unit in units[:3]),
                stability=0.9 - 0.15 * at,
                held_by=held,
                missing_from={attribute: missing(held[attribute]) for attribute in by},
                difference={attribute: Difference(0.4, 0.2, NEXT) for attribute in by},
                status={attribute: status(held[attribute], NEXT) for attribute in by},
            )
        )
    return ElementReadings(
        element=name,
        readings=tuple(readings),
        alone=single,
        language_v_measure=0.2,
        like_language=(),
        common_ground={a: common_ground([r.held_by[a] for r in readings], totals[a]) for a in by},
        groups=totals,
        questions=ask(readings, single, "team"),
    )


GLOSSES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "अनलाइन बैठक बीचमै टुट्छ": {"en": ("electricity", "online meeting", "network"), "bn": ("বিদ্যুৎ", "অনলাইন মিটিং")},
    "খবর পৌঁছায় না": {"ne": ("ढिलो खबर", "निर्णय")},
}

ELEMENTS = (
    _element(
        "Communications",
        [
            (
                "ফোনে কথা বলা",
                {"bn": "ফোনে কথা বলা", "en": "phone call", "ne": "फोनमा कुरा", "bn-Latn": "phone e kotha"},
                CALLS,
            ),
            ("খবর পৌঁছায় না", {"bn": "খবর পৌঁছায় না", "en": "reasons for them"}, LATE),
            ("अनलाइन बैठक बीचमै टुट्छ", {"ne": "अनलाइन बैठक बीचमै टुट्छ"}, POWER),
        ],
        alone=[("Sylhet", "bn", "আমাদের হাসি-ঠাট্টার একটা গ্রুপ দরকার 🙂"), ("Coordination", "und", "OK")],
    ),
    _element(
        "Openness, honesty and mutual trust",
        [
            (
                "say it openly",
                {"en": "say it openly", "bn": "খোলাখুলি বলা", "ne": "खुलेर भन्न"},
                [
                    ("Coordination", "en", "You can say it openly and nobody is offended"),
                    ("Sylhet", "bn", "ভুল হলে খোলাখুলি বলা যায়"),
                    ("कर्णाली", "ne", "गल्ती खुलेर भन्न सकिन्छ"),
                ],
            )
        ],
    ),
    _element("Team identity", [], alone=[("Sylhet", "bn", "আমরা এক পরিবার")]),
)


def _descriptor(team: str, level: str, text: str, language: str) -> Descriptor:
    return Descriptor(slugify(text)[:12], "Communications", level, text, language, "rubric.csv", 2, team)


KNOWS = _descriptor("Coordination", "well-functioning", "Everybody knows before a decision is taken", "en")
KNOWS_BN = _descriptor("Sylhet", "emerging", "সিদ্ধান্তের আগে সবাইকে জানানো হয়", "bn")
KNOWS_NE = _descriptor("कर्णाली", "well-functioning", "निर्णय हुनुअघि सबैलाई थाहा हुन्छ", "ne")
LATE_EN = _descriptor("Coordination", "needs help", "News arrives after the fact", "en")
LATE_NE = _descriptor("कर्णाली", "needs help", "खबर पछि मात्र आइपुग्छ", "ne")
POWER_NE = _descriptor("कर्णाली", "needs help", "बत्ती नहुँदा बैठक नै हुँदैन", "ne")
TRUST = _descriptor("Sylhet", "well-functioning", "ফোন ধরলে মন খুলে কথা বলা যায়", "bn")

COMPARISON = RubricComparison(
    "manyvoices-static-1",
    TEAMS,
    ("well-functioning", "emerging", "needs help"),
    0.62,
    (
        ElementComparison(
            "Communications",
            (Match(KNOWS, KNOWS_BN, 0.81), Match(KNOWS, KNOWS_NE, 0.79), Match(LATE_EN, LATE_NE, 0.7)),
            {"Coordination": (), "Sylhet": (TRUST,), "कर्णाली": (POWER_NE,)},
        ),
    ),
)

ROSTER = (
    Person("Anika Rahman", ("আনিকা",), {"team": "Sylhet", "gender": "woman", "organisation": "City Forum"}),
    Person("Bikram Shahi", ("विक्रम",), {"team": "कर्णाली", "gender": "man", "organisation": "Valley Network"}),
    Person("Clara Boyd", (), {"team": "Coordination", "gender": "woman", "organisation": "Estmere"}),
    Person("Dipesh Rokaya", (), {"team": "कर्णाली", "gender": "man", "organisation": "Valley Network"}),
    Person("রেহানা পারভীন", ("Rehana",), {"team": "Sylhet", "gender": "woman", "organisation": "City Forum"}),
    Person("Evan Clay", (), {"team": "Coordination", "gender": "man", "organisation": "Estmere"}),
)
FLOORS = (
    ("Clara Boyd", 0.0, 140.0),
    ("Anika Rahman", 140.0, 200.0),
    ("Clara Boyd", 200.0, 420.0),
    ("Bikram Shahi", 425.0, 470.0),
    ("Clara Boyd", 470.0, 660.0),
    ("Evan Clay", 660.0, 800.0),
    ("Anika Rahman", 800.0, 830.0),
)


def _share(name: str, seconds: float, turns: int) -> SpeakerShare:
    return SpeakerShare(
        name,
        (name,),
        seconds,
        seconds / 825,
        seconds * 10,
        seconds / 825,
        None,
        None,
        turns,
        seconds / turns,
        30,
        0,
        True,
    )


PARTICIPATION = Participation(
    source="session-1.vtt",
    form="teams-vtt",
    timed=True,
    speakers=(
        _share("Anika Rahman", 90, 2),
        _share("Bikram Shahi", 45, 1),
        _share("Clara Boyd", 550, 3),
        _share("Evan Clay", 140, 1),
    ),
    silent=("Dipesh Rokaya", "রেহানা পারভীন"),
    unknown=(),
    machines=("Notetaker",),
    balance=Balance(0.6, 5 / 6, 0.6, 2.1, 4.0, "seconds"),
    unattributed_seconds=0.0,
    unattributed_characters=0.0,
    overlap_seconds=None,
    crosstalk=None,
    silence_seconds=5.0,
    duration_seconds=830.0,
    groups={
        "gender": (
            GroupShare("woman", 3, 0.776, 0.5, 0.5, 0.276, 1.55, 0.2, 0.95, 1),
            GroupShare("man", 3, 0.224, 0.5, 0.5, -0.276, 0.45, 0.05, 0.44, 1),
        )
    },
    withheld=("organisation",),
    follows=(Follow("Anika Rahman", "Clara Boyd", 4, 1.5),),
    timeline=tuple(Floor(name, start, end, int((end - start) * 10)) for name, start, end in FLOORS),
    windows=None,
    segments=(),
    first_voice="Clara Boyd",
    last_voice="Anika Rahman",
    limits=(),
    proposals=(),
    unread=Unread(),
)


OBSERVED = observe(
    [[Observation(5, 4, 5), Observation(4, 5, 4, "रात्री पाले"), Observation(4, 1, 4), Observation(2, 2, 5)]],
    Measured(6, 2, 2.1),
)


class FakeObservers:
    """One closed form about the one session."""

    phones = False
    listens_beyond = False

    def __init__(self) -> None:
        self.made = Form("k7mq2x", "Day one", is_open=False, received=4, session="session-1")

    def forms(self, slug):
        """The one form."""
        return (self.made,)

    def form(self, slug, code):
        """The one form."""
        return self.made

    def form_of(self, slug, session):
        """The one form."""
        return self.made

    def open_form(self, code):
        """Its title, and that it is open for those present."""
        return self.made.title, True

    def results(self, slug, code):
        """What was answered."""
        return observers_to_json(OBSERVED)


class FakeIdentities:
    """A label that may be somebody, and one that was told."""

    def of(self, slug, session):
        """The labels of the one session."""
        asked = (OpenLabel("Bikram's iPad", ("Bikram Shahi",)), OpenLabel("SPEAKER_07", ()), OpenLabel("चोमोलुङ्मा", ()))
        return SessionNames(asked, (Told("आनिका (S)", "person", "Anika Rahman", everywhere=True),))


class FakeWorkspace:
    """Answers as `service.workspace.Workspace` does, from what stands in this file."""

    def __init__(self, *, empty: bool = False, name: str = "Two Rivers") -> None:
        self.empty = empty
        elements = tuple(element.element for element in ELEMENTS)
        levels = COMPARISON.levels
        languages = dict(zip(TEAMS, ("en", "bn", "ne"), strict=True))
        self.made = Programme(
            "two-rivers", name, "Learning together.", TEAMS, languages, elements, levels, ("March", "September")
        )
        self.waiting: dict[str, Preview] = {}
        self.observers = FakeObservers()
        self.identities = FakeIdentities()

    def programmes(self):
        """The one programme, or none."""
        return () if self.empty else (self.made,)

    def programme(self, slug):
        """The programme, by its slug."""
        if slug != self.made.slug:
            raise NotFound("programme", slug)
        return self.made

    def create_programme(self, name, teams=(), description=""):
        """The programme again."""
        return self.made

    def load_sample(self):
        """The programme again."""
        return self.made

    def readings(self, slug, review=None, by=("team", "language")) -> Json:
        """The elements of this file."""
        elements = () if self.empty else ELEMENTS
        return interpretation_to_json(Interpretation("manyvoices-static-1", tuple(by), elements))

    def element(self, slug, element_slug, review=None, by=("team", "language")) -> Json:
        """One of them."""
        for element in self.readings(slug, review, by)["elements"]:
            if slugify(element["element"]) == element_slug:
                return element
        raise NotFound("element", element_slug)

    def drift(self, slug) -> Json:
        """What became of the elements of this file."""
        elements = () if self.empty else ELEMENTS
        return drift_to_json(follow(Interpretation("manyvoices-static-1", (), elements), self.made.reviews))

    def rubrics(self, slug) -> Json:
        """The comparison of this file."""
        return comparison_to_json(COMPARISON)

    def sessions(self, slug):
        """The one session, or none."""
        return () if self.empty else (Session("session-1", "Session 1", "2026-03-18", "session-1.vtt", "roster.csv"),)

    def session(self, slug, session_slug):
        """The one session."""
        return self.sessions(slug)[0]

    def over_time(self, slug, by=()) -> Json:
        """The one session."""
        given = self.participation(slug, "session-1")
        return measure_over_time({} if self.empty else {"session-1": given}, ROSTER, ("gender",), 3)

    def participation(self, slug, session_slug, by=(), expected=None) -> Json:
        """Who was heard in it."""
        return participation_to_json(PARTICIPATION)

    def ratings(self, slug):
        """Ratings in two reviews."""
        return (
            Rating("March", "Sylhet", "Communications", "needs help"),
            Rating("September", "Sylhet", "Communications", "emerging"),
            Rating("September", "कर्णाली", "Communications", "needs help"),
            Rating("September", "Coordination", "Communications", "well-functioning"),
        )

    def people(self, slug):
        """The roster."""
        return ROSTER

    def files(self, slug):
        """Two files."""
        added = datetime(2026, 3, 19, tzinfo=UTC)
        return (
            KeptFile(1, "notes.csv", "notes", added, {"notes": 17}),
            KeptFile(2, "roster.csv", "roster", added, {"people": 6}),
        )

    def remove_file(self, slug, id):  # noqa: A002
        """Does nothing."""
        return

    def preview(self, slug, files):
        """Takes every file that is not empty for notes or a transcript."""
        previews = tuple(
            FilePreview(name, None, problem=Message("the file is empty"))
            if not data
            else FilePreview(
                name,
                "transcript" if name.endswith("vtt") else "notes",
                {"notes": 12},
                {"bn": 7, "ne": 4, "und": 1},
                ("Anika", "বিক্রম"),
                ("Communications",),
                ("ফোন করলে উত্তর পাই", data.decode()),
                Unread(1, ("line 4: ***",)),
            )
            for name, data in files
        )
        self.waiting["t1"] = Preview("t1", previews)
        return self.waiting["t1"]

    def previewed(self, slug, token):
        """The preview again; a token that does not wait has expired."""
        if token not in self.waiting:
            raise Expired
        return self.waiting[token]

    def keep(self, slug, token, rosters=None):
        """Keeps nothing; a token that does not wait has expired."""
        if token not in self.waiting:
            raise Expired
        return ()

    def discard(self, slug, token):
        """Forgets a preview."""
        self.waiting.pop(token, None)
