from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from nlp import measure_participation, read_transcript
from nlp.documents.types import Person
from nlp.errors import InputError, NothingToAnalyse
from nlp.participation.groups.compare import compare_by
from nlp.participation.sessions.compare import measure_over_sessions
from nlp.participation.sessions.types import SessionShares
from nlp.statistics.verdicts import Verdict

WOMEN, MEN = ("Asha", "Bina", "Chobi", "Dipa"), ("Hari", "Ivan", "Jamal", "Karim")
ROSTER = [
    *(Person(name, (), {"gender": "woman", "team": "Sylhet"}) for name in WOMEN),
    *(Person(name, (), {"gender": "man", "team": "Karnali"}) for name in MEN),
]


def session(name, *shares, people=(*WOMEN, *MEN), timed=True):
    """Build a session from shares in per cent."""
    return SessionShares(name, timed, {person: share / 100 for person, share in zip(people, shares, strict=True)})


MARCH = session("March", 5, 5, 10, 0, 20, 20, 20, 20)
SEPTEMBER = session("September", 10, 10, 5, 5, 30, 10, 20, 10)


def test_two_sessions_worked_by_hand():
    """Women: 20 % and 30 % of the floor, half of the heads: share 0.25, gap -0.25, ratio 0.5."""
    women, men = measure_over_sessions([MARCH, SEPTEMBER], ROSTER).groups["gender"]
    assert (women.group, women.people, [each.session for each in women.sessions]) == (
        "woman",
        4,
        ["March", "September"],
    )
    assert [each.share for each in women.sessions] == [pytest.approx(0.2), pytest.approx(0.3)]
    assert [each.silent for each in women.sessions] == [1, 0]
    assert (women.share, women.head_share, women.expected_share) == (pytest.approx(0.25), 0.5, 0.5)
    assert (women.gap, women.ratio, men.gap) == (pytest.approx(-0.25), pytest.approx(0.5), pytest.approx(0.25))


def test_the_exact_p_value_is_that_of_all_seventy_assignments():
    """All women speak less than all men in sum: only the observed and its mirror are as extreme, 2 of C(8, 4) = 70."""
    women, men = measure_over_sessions([MARCH, SEPTEMBER], ROSTER).groups["gender"]
    scores = [MARCH.shares[name] + SEPTEMBER.shares[name] - 2 / 8 for name in (*WOMEN, *MEN)]
    sums = [sum(scores[person] for person in chosen) for chosen in combinations(range(8), 4)]
    by_hand = sum(abs(each) >= abs(sums[0]) - 1e-12 for each in sums) / 70
    assert women.p_value == pytest.approx(by_hand) == pytest.approx(2 / 70)
    assert (women.assignments, women.exact, women.within_attendance, women.verdict) == (70, True, True, Verdict.DIFFERS)
    assert (men.p_value, men.verdict) == (women.p_value, Verdict.DIFFERS)


def test_one_session_is_described_and_not_tested():
    """And the text says so."""
    result = measure_over_sessions([MARCH], ROSTER)
    assert {each.verdict for each in result.groups["gender"]} == {Verdict.ONE_SESSION}
    assert {each.p_value for each in result.groups["gender"]} == {None}
    assert "One session is described here, not tested" in "".join(map(str, result.limits))


def test_one_talkative_person_is_one_person_in_however_many_sessions():
    """Twenty sessions in which one man speaks most are no proof about men."""
    sessions = [session(str(n), 5.2, 4, 6.5, 4.3, 65, 3, 7, 5) for n in range(20)]
    women, _ = measure_over_sessions(sessions, ROSTER).groups["gender"]
    assert women.gap == pytest.approx(-0.3)
    assert women.verdict == Verdict.NO_DIFFERENCE
    assert women.p_value > 0.5


def test_three_against_three_is_too_few_to_say():
    """C(6, 3) = 20 ways: not below 0.05 even at the most extreme."""
    people = (*WOMEN[:3], *MEN[:3])
    sessions = [session(name, 0, 0, 0, 30, 30, 40, people=people) for name in ("a", "b", "c")]
    women, _ = measure_over_sessions(sessions, ROSTER).groups["gender"]
    assert (women.verdict, women.p_value, women.assignments) == (Verdict.TOO_FEW, None, 20)


def test_people_who_attended_other_sessions_are_exchanged_with_everybody_where_it_must_be():
    """Everybody misses another session: alone in their attendance, nobody could be exchanged within it."""
    everybody = (*WOMEN, *MEN)
    sessions = []
    for missing in range(8):
        there = [name for number, name in enumerate(everybody) if number != missing]
        parts = [5.0 if name in WOMEN else 20.0 for name in there]
        sessions.append(session(f"s{missing}", *(100 * part / sum(parts) for part in parts), people=there))
    result = measure_over_sessions(sessions, ROSTER)
    women, _ = result.groups["gender"]
    assert (women.within_attendance, women.assignments, women.verdict) == (False, 70, Verdict.DIFFERS)
    assert "groups do not decide who attends" in "".join(map(str, result.limits))


def test_a_group_is_left_out_of_the_session_in_which_it_is_too_small():
    """With two women there, March says nothing of gender; the other sessions do."""
    small = session("March", 20, 20, 20, 20, 20, people=("Asha", "Bina", "Hari", "Ivan", "Jamal"))
    result = measure_over_sessions([small, SEPTEMBER, MARCH], ROSTER)
    assert [each.session for each in result.groups["gender"][0].sessions] == ["September", "March"]
    assert "gender: not compared in every session" in "".join(map(str, result.limits))
    alone = measure_over_sessions([small], ROSTER)
    assert (alone.groups, alone.withheld) == ({}, ("gender",))
    assert "gender: not compared, because something about fewer than 3" in "".join(map(str, alone.limits))


def test_a_share_that_the_facilitator_sets_takes_the_place_of_the_heads():
    """Women expected to have 0.25: no gap, and the test, which finds one against the heads, finds none."""
    heads, _ = measure_over_sessions([MARCH, SEPTEMBER], ROSTER).groups["gender"]
    women, men = measure_over_sessions([MARCH, SEPTEMBER], ROSTER, expected={"Woman": 0.25}).groups["gender"]
    assert (women.gap, men.gap) == (pytest.approx(0), pytest.approx(0))
    assert (women.expected_share, men.expected_share, women.head_share) == (0.25, pytest.approx(0.75), 0.5)
    assert (heads.verdict, women.verdict) == (Verdict.DIFFERS, Verdict.NO_DIFFERENCE)
    assert women.p_value == men.p_value > 0.9
    with pytest.raises(InputError, match="nobody on the roster is girl"):
        measure_over_sessions([MARCH], ROSTER, expected={"girl": 0.4})


def test_speaking_like_its_number_is_not_speaking_as_expected():
    """Everybody speaks much alike. Against the heads that is nothing; of women 80 % were expected, and it is told."""
    even = [session(str(n), 12.1, 13.2, 12.6, 12.5, 11.9, 12.8, 12.7, 12.2) for n in range(3)]
    women, _ = measure_over_sessions(even, ROSTER).groups["gender"]
    asked, _ = measure_over_sessions(even, ROSTER, expected={"woman": 0.8}).groups["gender"]
    assert (women.verdict, asked.verdict) == (Verdict.NO_DIFFERENCE, Verdict.DIFFERS)
    assert asked.gap_high < 0 < asked.p_value
    nothing, _ = measure_over_sessions(even, ROSTER, expected={"woman": 0.0}).groups["gender"]
    assert (nothing.verdict, nothing.gap_low) == (Verdict.TOO_FEW, None)


def test_verdicts_and_intervals_never_disagree():
    """Of 60 made programmes with three groups some differ: the interval leaves out 0 for these and for no others."""
    random = np.random.default_rng(3)
    names = [f"P{n}" for n in range(15)]
    roster = [Person(name, (), {"team": "abc"[n % 3]}) for n, name in enumerate(names)]
    told = set()
    for _ in range(60):
        talkative = random.exponential(size=15) * np.where(np.arange(15) % 3 == 0, random.choice([0.1, 1.0]), 1.0)
        sessions = []
        for number in range(3):
            said = talkative * random.exponential(size=15)
            sessions.append(SessionShares(str(number), True, dict(zip(names, said / said.sum(), strict=True))))
        for group in measure_over_sessions(sessions, roster, by=("team",)).groups["team"]:
            told.add(group.verdict)
            assert group.gap_low <= group.gap <= group.gap_high
            assert (group.verdict == Verdict.DIFFERS) == (group.gap_low > 0 or group.gap_high < 0)
    assert told == {Verdict.DIFFERS, Verdict.NO_DIFFERENCE}


def test_people_who_were_there_and_never_heard():
    """Silent in March, present in both; a stranger comes last; who never came is not listed."""
    roster = [*ROSTER, Person("Nobody")]
    both = SessionShares("September", True, {**SEPTEMBER.shares, "Guest": 0.0})
    people = {each.name: each for each in measure_over_sessions([MARCH, both], roster).people}
    assert list(people) == [*WOMEN, *MEN, "Guest"]
    assert (people["Dipa"].sessions, people["Dipa"].silent) == (("March", "September"), ("March",))
    assert people["Dipa"].share == pytest.approx(0.025)
    assert people["Dipa"].equal_share == pytest.approx((1 / 8 + 1 / 9) / 2)
    assert people["Guest"].silent == ("September",)


def test_labels_that_are_no_names_are_somebody_else_in_every_session():
    """Two sessions with a "Speaker 1" and an "iPhone" have two of each; names, and those of the roster, are one."""
    sessions = [SessionShares(name, True, {"Speaker 1": 0.5, "iPhone": 0.2, "Zoe": 0.3}) for name in ("a", "b")]
    assert [each.name for each in measure_over_sessions(sessions).people] == [
        "Speaker 1 (a)",
        "iPhone (a)",
        "Zoe",
        "Speaker 1 (b)",
        "iPhone (b)",
    ]
    assert measure_over_sessions(sessions, [Person("iPhone")]).people[0].name == "iPhone"


def test_random_groups_are_rarely_called_different():
    """With gender drawn at random at most 5 % of the programmes show a difference (two standard errors)."""
    random = np.random.default_rng(11)
    names = [f"P{n}" for n in range(10)]
    alarms = 0
    for _ in range(100):
        talkative = random.exponential(size=10)
        sessions = []
        for number in range(3):
            said = talkative * random.exponential(size=10)
            sessions.append(SessionShares(str(number), True, dict(zip(names, said / said.sum(), strict=True))))
        genders = random.permutation(["woman"] * 5 + ["man"] * 5)
        roster = [Person(name, (), {"gender": gender}) for name, gender in zip(names, genders, strict=True)]
        alarms += measure_over_sessions(sessions, roster).groups["gender"][0].verdict == Verdict.DIFFERS
    assert alarms / 100 <= 0.05 + 2 * (0.05 * 0.95 / 100) ** 0.5


def test_records_with_and_without_times_stand_together_and_it_is_said():
    """Shares are averaged, never seconds and letters added."""
    result = measure_over_sessions([MARCH, session("Text", *[12.5] * 8, timed=False)], ROSTER)
    assert result.groups["gender"][0].share == pytest.approx(0.35)
    assert "Some sessions are measured in time" in "".join(map(str, result.limits))


def test_attributes_that_split_people_alike_are_one_test():
    """Gender and team coincide here: nothing is corrected for the second."""
    alone = measure_over_sessions([MARCH, SEPTEMBER], ROSTER, by=("gender",)).groups["gender"][0]
    both = measure_over_sessions([MARCH, SEPTEMBER], ROSTER, by=("gender", "team")).groups
    assert both["team"][0].p_value == both["gender"][0].p_value == alone.p_value


def test_without_sessions_there_is_nothing_to_say():
    """One clear line."""
    with pytest.raises(NothingToAnalyse, match="there is no session"):
        measure_over_sessions([])


def test_sessions_come_from_measured_transcripts():
    """The shares of a session are those that were measured, silent people included."""
    record = b"Asha: one two three\nHari: four five\nAsha: six"
    measured = measure_participation(read_transcript("s.txt", record), ROSTER)
    shares = SessionShares.of("s", measured)
    assert sum(shares.shares.values()) == pytest.approx(1)
    assert shares.shares["Bina"] == 0
    found = measure_over_sessions([shares, MARCH], ROSTER)
    assert found.groups["gender"][0].sessions[1].session == "March"


def test_what_a_session_shows_with_its_own_roster_and_this_do_not_tell_of_one_person():
    """March's roster does not know that Dipa is a woman: its page shows 3 women, and 4 here would give her share."""
    roster = ROSTER[:-1]
    unsaid = [Person(each.name, (), {} if each.name == "Dipa" else each.attributes) for each in roster]
    march = session("March", 5, 5, 10, 0, 20, 40, 20, people=[each.name for each in roster])
    shown = compare_by(["gender"], unsaid, march.shares, 3)[0]["gender"]
    assert [(each.group, each.people) for each in shown] == [("woman", 3), ("other", 4)]
    women, _ = measure_over_sessions([replace(march, roster=unsaid), SEPTEMBER], ROSTER).groups["gender"]
    assert [each.session for each in women.sessions] == ["September"]
    same = measure_over_sessions([replace(MARCH, roster=ROSTER), SEPTEMBER], ROSTER)
    assert same == measure_over_sessions([MARCH, SEPTEMBER], ROSTER)


def test_a_person_spelled_otherwise_in_a_session_is_the_same_person():
    """Case, spaces and joiners do not make somebody else."""
    other = {name.upper() + " ": share for name, share in SEPTEMBER.shares.items()}
    shouted = [Person(each.name.upper(), (), each.attributes) for each in ROSTER]
    found = measure_over_sessions([MARCH, SessionShares("September", True, other, shouted)], ROSTER)
    assert found == measure_over_sessions([MARCH, SEPTEMBER], ROSTER)


def test_who_wrote_only_an_emoji_is_not_silent():
    """The share is 0, and yet Bina wrote; Chobi did not."""
    chat = (
        "1/3/2026, 10:00 - {}: We went to the field\n1/3/2026, 10:01 - Bina: \U0001f44d\n1/3/2026, 10:02 - Hari: yes\n"
    )
    measured = measure_participation(read_transcript("chat.txt", chat.format("Asha").encode()), ROSTER)
    assert "Bina" not in measured.silent
    assert [group.silent for group in measured.groups["gender"]] == [2, 3]
    found = measure_over_sessions([SessionShares.of("c", measured)], ROSTER)
    silent = {person.name for person in found.people if person.silent}
    assert silent == set(measured.silent)
    assert [group.sessions[0].silent for group in found.groups["gender"]] == [2, 3]


def test_one_attribute_may_be_a_string_and_one_that_nobody_has_is_refused():
    """`by="gender"` is one attribute; an unknown one is refused even beside it."""
    assert measure_over_sessions([MARCH], ROSTER, by="gender") == measure_over_sessions([MARCH], ROSTER)
    with pytest.raises(InputError, match="nobody on the roster has the attribute age"):
        measure_over_sessions([MARCH], ROSTER, by=("gender", "age"))
    assert measure_over_sessions([MARCH], ROSTER, by=("gender", "age"), may_lack=("age",)).groups.keys() == {"gender"}


def test_a_number_is_a_value_and_so_is_0():
    """In the roster of all sessions and in that of one."""
    numbered = [Person(each.name, (), {"years": int(each.name in WOMEN)}) for each in ROSTER]
    found = measure_over_sessions([replace(MARCH, roster=numbered), SEPTEMBER], numbered, by="years")
    assert [(group.group, group.people) for group in found.groups["years"]] == [("1", 4), ("0", 4)]


@pytest.mark.parametrize("share", [float("nan"), float("inf"), -0.1])
def test_a_share_that_is_none_is_refused(share):
    """One clear line, and no result that holds it."""
    with pytest.raises(InputError, match="March: the share of Asha is"):
        measure_over_sessions([SessionShares("March", True, {"Asha": share, "Hari": 0.5})])
