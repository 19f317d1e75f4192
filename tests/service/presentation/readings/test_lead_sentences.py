"""Lead sentences: counts of what was written, and a difference only where the test sees one."""

from dataclasses import replace

import pytest

from nlp.readings.types import SpeechDifference
from nlp.statistics.verdicts import Trust, Verdict
from service.presentation.i18n import language
from service.presentation.readings.lead_sentences import element_lead, most_different, programme_lead
from service.presentation.readings.team_comparison import TeamComparison
from service.presentation.team_marks import marks
from tests.service.presentation.readings.made import TEAMS, communications, element, reading

EN, BN = language("en"), language("bn")
SIGNS = marks(TEAMS)
DIFFERS = Verdict.DIFFERS


def lead(given, spoken=EN):
    comparison = TeamComparison(given, marks(("A", "B", "C")))
    return " ".join(sentence.striptags() for sentence in element_lead(comparison, spoken))


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
    assert (
        said
        == "One way to lay out the notes on Trust gives one reading. Only A has written about it, so teams cannot be "
        "compared yet."
    )


def test_no_team_is_named():
    """Notes without a team are counted, not compared."""
    assert lead(element(reading(), alone=2, teams={})).endswith("They name no team, so teams cannot be compared.")


def test_one_reading_that_all_share():
    """A single shared reading is said in one sentence."""
    assert (
        lead(element(reading(A=(6, 9), B=(7, 8))))
        == "Laid out as one reading, the notes on Trust are shared by all teams."
    )


def test_all_readings_shared():
    """Several shared readings."""
    said = lead(element(reading(A=(6, 9), B=(7, 8)), reading("money", A=(3, 9), B=(2, 8))))
    assert said == "One way to lay out the notes on Trust gives 2 readings; all teams share each of them."


def test_teams_that_wrote_enough_are_named_where_others_did_not():
    """C wrote one note: nothing is said of it but that."""
    said = lead(element(reading(A=(6, 9), B=(7, 8), C=(0, 1)), reading("money", A=(3, 9), B=(0, 8), C=(0, 1))))
    assert said.startswith(
        "One way to lay out the notes on Trust gives 2 readings; A and B share 1 of them. "
        "Where teams differ, it is no more than chance would explain."
    )
    assert said.endswith("From C there are fewer than 5 notes: too few to say what is missing there.")
    one = lead(element(reading(A=(6, 9), B=(7, 8), C=(0, 1))))
    assert one.startswith("Laid out as one reading, the notes on Trust are shared by A and B.")


def test_a_difference_that_the_test_sees_is_said():
    """The example that the pages were designed by, where C says it more than chance would explain."""
    shared = [reading(f"r{n}", A=(3, 20), B=(3, 20), C=(3, 20)) for n in range(3)]
    said = lead(element(*shared, reading("power cuts", DIFFERS, A=(0, 20), B=(0, 20), C=(9, 20))))
    assert (
        said == "One way to lay out the notes on Trust gives 4 readings; all teams share 3 of them. "
        "One reading, power cuts, is held only by C."
    )


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Verdict.NO_DIFFERENCE, "Where teams differ, it is no more than chance would explain."),
        (Verdict.TOO_FEW, "Too few notes to say whether the teams differ."),
    ],
)
def test_what_may_be_chance_is_not_named(verdict, told):
    """Only one team wrote it, and the lead does not lean on it."""
    shared = reading("r", A=(3, 20), B=(3, 20), C=(3, 20))
    said = lead(element(shared, reading("power cuts", verdict, A=(0, 14), B=(0, 14), C=(3, 14))))
    assert said == f"One way to lay out the notes on Trust gives 2 readings; all teams share 1 of them. {told}"


def test_many_readings_held_by_one_team_are_not_all_named():
    """From the fourth on they are counted only."""
    said = lead(element(*(reading(f"r{n}", DIFFERS, A=(9, 50), B=(0, 50)) for n in range(5))))
    assert said.endswith("5 readings were heard from one team only, such as r0 (only A), r1 (only A) and r2 (only A).")


def test_among_several_readings_of_one_team_only_those_that_surely_differ_are_named():
    """Where the test sees a difference in one of them."""
    given = [reading("r0", A=(2, 20), B=(0, 20)), reading("r1", DIFFERS, A=(12, 20), B=(0, 20))]
    said = lead(element(*given, reading("r2", A=(5, 20), B=(5, 20))))
    assert said.endswith("One reading, r1, is held only by A.")
    assert "r0" not in said


def test_contested_readings_name_who_was_not_heard():
    """A reading that one of three teams lacks, if the test sees it; else no reading is named."""
    all_ = reading("x", A=(5, 20), B=(5, 20), C=(5, 20))
    said = lead(element(reading("time", A=(5, 20), B=(5, 20), C=(0, 20)), all_))
    assert said.endswith("Where teams differ, it is no more than chance would explain.")
    said = lead(element(reading("time", DIFFERS, A=(9, 20), B=(9, 20), C=(0, 20)), all_))
    assert said.endswith("time was not heard from C.")


def test_a_difference_goes_before_a_larger_reading_that_may_be_chance():
    """What the test sees is the more useful sentence."""
    chance = reading("large", A=(9, 20), B=(9, 20), C=(0, 20))
    said = lead(element(chance, reading("small", DIFFERS, A=(1, 20), B=(8, 20), C=(1, 20))))
    assert said == (
        "One way to lay out the notes on Trust gives 2 readings; none is shared by all teams. "
        "Some teams speak of small clearly more often than others."
    )


def test_contested_readings_that_all_hold_say_that_teams_differ_in_how_often():
    """Nobody is missing, and still the teams differ."""
    uneven = reading("time", DIFFERS, A=(15, 20), B=(1, 20))
    said = lead(element(uneven, reading("x", A=(5, 20), B=(5, 20))))
    assert said.startswith("One way to lay out the notes on Trust gives 2 readings; all teams share 1 of them.")
    assert said.endswith("Some teams speak of time clearly more often than others.")


def test_a_single_note_of_a_team_is_neither_shared_nor_a_difference():
    """One note of B makes the reading no common ground, and proves no difference either."""
    thin = reading("time", A=(5, 20), B=(1, 20))
    said = lead(element(thin, reading("x", A=(5, 20), B=(5, 20))))
    assert said == "One way to lay out the notes on Trust gives 2 readings; all teams share 1 of them."
    none = lead(element(thin, reading("x", A=(5, 20), B=(1, 20))))
    assert none == "One way to lay out the notes on Trust gives 2 readings."


def test_few_notes_of_a_team_are_said():
    """Below five notes nothing is said to be missing without a warning; with hardly a note nothing is shared either."""
    said = lead(element(reading("a", A=(5, 12), B=(1, 4)), reading("b", A=(5, 12), B=(0, 4))))
    assert said.endswith("From B there are fewer than 5 notes: too few to say what is missing there.")
    said = lead(element(reading("a", A=(5, 12), B=(2, 2)), reading("b", A=(5, 12), B=(0, 2))))
    assert said.startswith(
        "One way to lay out the notes on Trust gives 2 readings; too few notes to say which of them teams share."
    )


def test_sentences_are_spoken_in_bangla_with_bangla_digits():
    """Names and labels stay, the rest is Bangla."""
    said = lead(element(*(reading(f"r{n}", A=(3, 20), B=(3, 20)) for n in range(2))), BN)
    assert said == "Trust নিয়ে লেখা নোটগুলো একভাবে সাজালে ২টি ধারণা পাওয়া যায়; প্রতিটিই সব টিমের কথায় আছে।"


def test_names_cannot_bring_markup():
    """A label and a team with markup in them stay text."""
    hostile = "<script>alert(1)</script>"
    given = element(reading(hostile, DIFFERS, **{hostile: (9, 9), "B": (0, 9)}))
    said = element_lead(TeamComparison(given, marks(())), EN)
    assert all("<script" not in sentence for sentence in said)
    assert any("&lt;script" in sentence for sentence in said)


def test_the_most_different_element_has_most_readings_apart():
    """Shared elements are never the most different; what the test sees counts before what may be chance."""
    shared = element(reading(A=(6, 9), B=(7, 8)), name="Shared")
    assert most_different([shared, communications()]).element == "Communications"
    assert most_different([shared]) is None
    tested = element(reading("t", DIFFERS, A=(9, 10), B=(1, 10)), name="Tested")
    assert most_different([communications(), tested]).element == "Tested"


def programme(*elements, signs=SIGNS, spoken=EN):
    return [sentence.striptags() for sentence in programme_lead(elements, signs, spoken)]


def test_programme_lead_points_where_to_look():
    """Shared readings over all elements; nobody says that teams differ where it may be chance."""
    thin = element(reading("say it openly", A=(1, 1), B=(1, 1)), name="Openness")
    assert programme(communications(), thin) == [
        "As the notes are laid out here, 1 of 4 readings is shared by all teams.",
        "Where teams differ, it is no more than chance would explain.",
    ]


def test_programme_lead_says_where_teams_differ():
    """Where the test sees it, and with the reading in which it does."""
    given = [reading("chance", A=(2, 20), B=(0, 20)), reading("uneven", DIFFERS, A=(12, 20), B=(1, 20))]
    assert programme(element(*given)) == [
        "As the notes are laid out here, none of the 2 readings is shared by all teams.",
        "Teams differ most on Trust.",
        "Some teams speak of uneven clearly more often than others.",
    ]


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        ([True], "As the notes are laid out here, the only reading is shared by all teams."),
        ([True, True], "As the notes are laid out here, all 2 readings are shared by all teams."),
        ([True, False], "As the notes are laid out here, 1 of 2 readings is shared by all teams."),
        ([False, False], "One way to lay out the notes gives 2 readings."),
        ([False], "One way to lay out the notes gives 1 reading."),
    ],
)
def test_programme_lead_counts_what_is_shared(readings, said):
    """One, some, all, none."""
    made = [reading(f"r{n}", A=(5, 20), B=(5 if shared else 0, 20)) for n, shared in enumerate(readings)]
    assert programme(element(*made))[0] == said


def test_programme_lead_says_too_little_of_teams_that_wrote_little():
    """B wrote two notes only, both of this reading: that is neither shared nor a gap."""
    assert programme(element(reading(A=(5, 12), B=(2, 2)))) == ["Too few notes to say which readings teams share."]


def test_programme_lead_without_readings_or_teams():
    """Too few to say, and not comparable, are results."""
    assert programme(element(alone=2)) == ["The notes do not form readings yet: too few to say."]
    assert programme(element(reading(A=(6, 9)))) == [
        "One way to lay out the notes gives 1 reading.",
        "Teams cannot be compared yet: no element has notes of two teams.",
    ]


def test_leads_leave_out_elements_that_are_hardly_sorted():
    """Their differences lead nowhere; what to do with them is said last, and alone if there is nothing else."""
    clear = element(reading("calls", A=(6, 9), B=(7, 8)), name="Calls")
    made = element(reading("power", Verdict.DIFFERS, A=(9, 9), B=(0, 8)), name="Power")
    hardly = replace(made, trust=Trust.LOWEST)
    first, last = programme(clear, hardly)
    assert "Power" not in first
    assert last.startswith("Of Power the machine cannot tell")
    assert most_different([clear, hardly]) is None
    assert len(programme(hardly)) == 1
    assert lead(hardly).startswith("How these notes belong together")


def test_teams_may_speak_differently_where_no_reading_shows_it():
    """The test that needs no readings is believed before "too few", and the element says it below its lead."""
    thin = [reading(f"r{n}", Verdict.TOO_FEW, A=(2, 9), B=(0, 9)) for n in range(2)]
    found = {"team": SpeechDifference(0.01, 0.2, Verdict.DIFFERS)}
    spoken = replace(element(*thin), speech=found)
    assert programme(spoken)[1:] == ["The teams speak differently of Trust, by more than chance would explain."]
    assert lead(spoken) == "One way to lay out the notes on Trust gives 2 readings."
    assert most_different([element(*thin, name="Money"), spoken]) is spoken
