"""A small invented session, for sentences that can be worked out by hand."""

from nlp.documents.types import Person, Unread
from nlp.participation.types import Balance, Floor, Follow, GroupShare, Participation, SpeakerShare

TEAMS = ("Coordination", "Sylhet", "कर्णाली")
ROSTER = (
    Person("Anika Rahman", ("আনিকা",), {"team": "Sylhet", "gender": "woman", "organisation": "City Forum"}),
    Person("Bikram Shahi", ("विक्रम",), {"team": "कर्णाली", "gender": "man", "organisation": "Valley Network"}),
    Person("Clara Boyd", (), {"team": "Coordination", "gender": "woman", "organisation": "Estmere"}),
    Person("Dipesh Rokaya", (), {"team": "कर्णाली", "gender": "man", "organisation": "Valley Network"}),
    Person("রেহানা পারভীন", ("Rehana",), {"team": "Sylhet", "gender": "woman", "organisation": "City Forum"}),
    Person("Evan Clay", (), {"team": "Coordination", "gender": "man", "organisation": "Estmere"}),
)
NAMES = [person.name for person in ROSTER]
FLOORS = (
    ("Clara Boyd", 0.0, 140.0),
    ("Anika Rahman", 140.0, 200.0),
    ("Clara Boyd", 200.0, 420.0),
    ("Bikram Shahi", 425.0, 470.0),
    ("Clara Boyd", 470.0, 660.0),
    ("Evan Clay", 660.0, 800.0),
    ("Anika Rahman", 800.0, 830.0),
)


def speaker(name: str, share: float, turns: int = 1, *, seconds: float = 0.0, on_roster: bool = True) -> SpeakerShare:
    """Somebody with a share of the time and of the text alike."""
    return SpeakerShare(
        name=name,
        labels=(name,),
        seconds=seconds,
        share=share,
        characters=seconds * 10,
        text_share=share,
        word_share=None,
        floor_share=None,
        turns=turns,
        longest_seconds=seconds / turns,
        median_seconds=30,
        questions=0,
        on_roster=on_roster,
    )


PARTICIPATION = Participation(
    source="session-1.vtt",
    form="teams-vtt",
    timed=True,
    speakers=(
        speaker("Anika Rahman", 90 / 825, 2, seconds=90),
        speaker("Bikram Shahi", 45 / 825, seconds=45),
        speaker("Clara Boyd", 550 / 825, 3, seconds=550),
        speaker("Evan Clay", 140 / 825, seconds=140),
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
