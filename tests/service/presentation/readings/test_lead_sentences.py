import pytest

from nlp.json_form import interpretation_to_json
from nlp.readings.types import Interpretation
from service.presentation.i18n import language
from service.presentation.readings.caveats import amount, certainty, language_caution, steadiness
from service.presentation.readings.lead_sentences import Teller, most_different, programme_lead
from service.presentation.team_marks import marks
from tests.service.presentation.fake import ELEMENTS, TEAMS

EN, BN = language("en"), language("bn")
SIGNS = marks(TEAMS)


def elements():
    return interpretation_to_json(Interpretation("m", ("team",), ELEMENTS))["elements"]


def reading(label="trust", **held):
    """A reading held by teams with (notes in it, notes on the element); the status follows from that."""
    holders = [team for team, (count, _) in held.items() if count]
    statuses = {0: "too few to say", 1: "one group", len(held): "shared"}
    status = "too few to say" if len(held) < 2 else statuses.get(len(holders), "contested")
    return {
        "label": label,
        "labels": {"en": label},
        "gloss": {},
        "units": [{}] * sum(count for count, _ in held.values()),
        "held_by": {"team": {team: {"count": count, "of": of} for team, (count, of) in held.items()}},
        "missing_from": {"team": [team for team, (count, _) in held.items() if not count]},
        "status": {"team": status},
        "difference": {"team": {"verdict": "no difference seen"}},
    }


def element(*readings, alone=0, teams=None):
    named = (
        teams if teams is not None else {team: h["of"] for r in readings for team, h in r["held_by"]["team"].items()}
    )
    return {
        "element": "Trust",
        "notes": sum(len(each["units"]) for each in readings) + alone,
        "readings": list(readings),
        "alone": [{}] * alone,
        "groups": {"team": named},
        "common_ground": {"team": 0.5},
        "like_language": [],
        "language_v_measure": 0.0,
    }


def lead(given, spoken=EN):
    return " ".join(sentence.striptags() for sentence in Teller(given, marks(("A", "B", "C")), spoken).lead())


def test_no_notes():
    """An element without notes says so."""
    assert lead(element()) == "There are no notes on Trust yet."


@pytest.mark.parametrize(
    ("alone", "begins"), [(1, "The only note on Trust"), (4, "The 4 notes on Trust all stand alone")]
)
def test_notes_that_form_no_reading(alone, begins):
    """One note and several notes that stand alone are too few to say."""
    assert lead(element(alone=alone, teams={"A": alone})).startswith(begins)


def test_one_team_cannot_be_compared():
    """With notes of one team there is no word about sharing."""
    said = lead(element(reading(A=(6, 9))))
    assert said == "The notes on Trust form one reading. Only A has written about it, so teams cannot be compared yet."


def test_no_team_is_named():
    """Notes without a team are counted, not compared."""
    assert lead(element(reading(), alone=2, teams={})).endswith("They name no team, so teams cannot be compared.")


def test_one_reading_that_all_share():
    """A single shared reading is said in one sentence."""
    assert lead(element(reading(A=(6, 9), B=(7, 8)))) == "The notes on Trust form one reading, and all teams share it."


def test_all_readings_shared():
    """Several shared readings."""
    said = lead(element(reading(A=(6, 9), B=(7, 8)), reading("money", A=(3, 9), B=(1, 8))))
    assert said == "Each of the 2 readings of Trust is shared by all teams."


def test_one_reading_is_held_by_one_team():
    """The example that the pages were designed by."""
    shared = [reading(f"r{n}", A=(3, 20), B=(3, 20), C=(3, 20)) for n in range(3)]
    said = lead(element(*shared, reading("power cuts", A=(0, 20), B=(0, 20), C=(4, 20))))
    assert said == "3 of the 4 readings of Trust are shared by all teams. One reading, power cuts, is held only by C."


def test_many_readings_held_by_one_team_are_not_all_named():
    """From the fourth on they are counted only."""
    said = lead(element(*(reading(f"r{n}", A=(3, 20), B=(0, 20)) for n in range(5))))
    assert "5 readings are held by one team only, such as r0 (only A), r1 (only A) and r2 (only A)." in said


def test_contested_readings_name_who_was_not_heard():
    """A reading that one of three teams lacks."""
    said = lead(
        element(reading("time", A=(5, 20), B=(5, 20), C=(0, 20)), reading("x", A=(5, 20), B=(5, 20), C=(5, 20)))
    )
    assert "time was not heard from C." in said


def test_contested_readings_that_all_hold_say_that_teams_differ_in_how_often():
    """Nobody is missing, and still the teams differ."""
    uneven = reading("time", A=(15, 20), B=(1, 20))
    uneven["status"]["team"] = "contested"
    uneven["difference"]["team"]["verdict"] = "differs"
    said = lead(element(uneven, reading("x", A=(5, 20), B=(5, 20))))
    assert said.startswith("1 of the 2 readings of Trust is shared by all teams.")
    assert said.endswith("Some teams speak of time clearly more often than others.")
    found = Teller(element(uneven), marks(("A", "B")), EN).finding(uneven)
    assert found == "Heard from all teams, from some clearly more often."


def test_a_single_note_of_a_team_is_neither_shared_nor_a_difference():
    """One note of B makes the reading no common ground, and proves no difference either."""
    thin = reading("time", A=(5, 20), B=(1, 20))
    thin["status"]["team"] = "contested"
    said = lead(element(thin, reading("x", A=(5, 20), B=(5, 20))))
    assert said == "1 of the 2 readings of Trust is shared by all teams."
    assert Teller(element(thin), marks(("A", "B")), EN).finding(thin).striptags() == (
        "Heard from all teams, from B only once."
    )


def test_few_notes_of_a_team_are_said():
    """Below five notes nothing is said to be missing without a warning."""
    said = lead(element(reading("a", A=(5, 12), B=(1, 4)), reading("b", A=(5, 12), B=(0, 4))))
    assert said.endswith("From B there are fewer than 5 notes: too few to say what is missing there.")


def test_sentences_are_spoken_in_bangla_with_bangla_digits():
    """Names and labels stay, the rest is Bangla."""
    said = lead(element(*(reading(f"r{n}", A=(3, 20), B=(3, 20)) for n in range(2))), BN)
    assert said == "Trust নিয়ে ২টি ব্যাখ্যাই সব দলের আছে।"


def test_names_cannot_bring_markup():
    """A label and a team with markup in them stay text."""
    hostile = "<script>alert(1)</script>"
    said = Teller(element(reading(hostile, **{hostile: (3, 9), "B": (0, 9)})), marks(()), EN).lead()
    assert all("<script" not in sentence for sentence in said)
    assert any("&lt;script" in sentence for sentence in said)


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [(4, 11, "4 of 11 notes"), (1, 1, "1 of 1 note"), (19, 19, "19 of 19 notes"), (5, 20, "5 of 20 notes (25%)")],
)
def test_counts_come_before_percentages(count, of, said):
    """Per cent stand behind the count, and only from twenty notes on."""
    assert amount(EN, count, of) == said


def test_bounds_of_steadiness():
    """Three words for how well a reading survives resampling."""
    words = [steadiness(EN, stability).split()[0] for stability in (1.0, 0.75, 0.74, 0.6, 0.59, 0.0)]
    assert words == ["Steady", "Steady", "Fairly", "Fairly", "Loose:", "Loose:"]


def test_certainty_has_no_verdict_without_data():
    """An unknown verdict is too few to say."""
    assert "more than chance would" in certainty(EN, "differs")
    assert certainty(EN, "too few to say").startswith("Too few notes")


def test_teams_with_a_language_of_their_own_are_a_caution():
    """Where team and language coincide, the page says so."""
    given = element(reading(A=(6, 9), B=(7, 8)))
    assert language_caution(EN, given) == []
    assert len(language_caution(EN, given | {"like_language": ["team"], "language_v_measure": 0.7})) == 2


def test_the_most_different_element_has_most_readings_apart():
    """Shared elements are never the most different."""
    assert most_different(elements())["element"] == "Communications"
    assert most_different([element(reading(A=(6, 9), B=(7, 8)))]) is None


def test_programme_lead():
    """Shared readings over all elements, then where teams differ most and how."""
    said = [sentence.striptags() for sentence in programme_lead(elements(), SIGNS, EN)]
    assert said[:2] == ["1 of 4 readings is shared by all teams.", "Teams differ most on Communications."]
    assert said[2].startswith("One reading, ")


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ([True], "The only reading is shared by all teams."),
        ([True, True], "All 2 readings are shared by all teams."),
        ([True, False], "1 of 2 readings is shared by all teams."),
        ([False, False], "None of the 2 readings is shared by all teams."),
    ],
)
def test_programme_lead_counts_what_is_shared(readings, said):
    """One, some, all, none."""
    made = [reading(f"r{n}", A=(5, 20), B=(5 if shared else 0, 20)) for n, shared in enumerate(readings)]
    assert programme_lead([element(*made)], SIGNS, EN)[0] == said


def test_programme_lead_without_readings_or_teams():
    """Too few to say, and not comparable, are results."""
    assert programme_lead([element(alone=2)], SIGNS, EN) == ["The notes do not form readings yet: too few to say."]
    alone = programme_lead([element(reading(A=(6, 9)))], SIGNS, EN)
    assert alone == ["The notes form 1 reading.", "Teams cannot be compared yet: no element has notes of two teams."]
