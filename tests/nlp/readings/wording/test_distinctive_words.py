"""Words that distinguish groups: the formula, the people behind a word, one language at a time."""

from collections.abc import Sequence
from math import comb, isclose, log, sqrt
from unicodedata import normalize

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.types import GroupWords
from nlp.readings.wording.distinctive_words import distinctive_words, log_odds
from nlp.statistics.verdicts import Verdict


def note(text: str, team: str, person: str = "", language: str = "en") -> Unit:
    attributes = {"team": team} | ({"participant": person} if person else {})
    return Unit(f"{team}-{person}-{text}", text, language, "notes.csv", 2, 0, len(text), "Trust", attributes)


def said(team: str, texts: Sequence[str], language: str = "en") -> list[Unit]:
    """One person for each text."""
    return [note(text, team, f"{team}{number}", language) for number, text in enumerate(texts)]


def teams(units: Sequence[Unit]) -> tuple[GroupWords, ...]:
    return distinctive_words({"Trust": units}, ("team", "language"))["Trust"]["team"]


def plain_log_odds(first: Sequence[int], second: Sequence[int], prior: Sequence[float]) -> list[float]:
    """Return z by the formula of Monroe, Colaresi and Quinn, one word after the other."""
    n_first, n_second, alpha = sum(first), sum(second), sum(prior)
    scores = []
    for y_first, y_second, a in zip(first, second, prior, strict=True):
        odds_first = (y_first + a) / (n_first + alpha - y_first - a)
        odds_second = (y_second + a) / (n_second + alpha - y_second - a)
        variance = 1 / (y_first + a) + 1 / (y_second + a)
        scores.append((log(odds_first) - log(odds_second)) / sqrt(variance))
    return scores


def test_log_odds_of_the_worked_example():
    """Counts 10, 2, 5 against 1, 9, 5 with a prior of 1 for every word."""
    found = log_odds(np.array([10, 2, 5]), np.array([1, 9, 5]), np.ones(3))
    assert np.allclose(found, [2.9662, -2.9740, -0.2670], atol=5e-5)


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.floats(0.01, 20)), min_size=2, max_size=12),
)
def test_log_odds_agree_with_the_formula_written_out(rows):
    """Any counts and any informative prior give what the formula gives word by word; exchanged groups change signs."""
    first, second, prior = (list(column) for column in zip(*rows, strict=True))
    found = log_odds(np.array(first), np.array(second), np.array(prior))
    assert np.allclose(found, plain_log_odds(first, second, prior))
    assert np.allclose(log_odds(np.array(second), np.array(first), np.array(prior)), -found)


BOATS = ["boats reach school", "market boats leak", "boats carry seed", "ferry boats wait", "old boats", "new boats"]
ROADS = ["roads reach school", "market roads flood", "roads carry seed", "hill roads wait", "old roads", "new roads"]


def test_a_word_of_all_against_a_word_of_nobody():
    """Six of six people against none of six: 1 in 924 for one word, and two words could show it in two groups."""
    north, south = teams([*said("North", BOATS), *said("South", ROADS)])
    (boats,) = north.words
    assert (boats.text, boats.people, boats.notes, boats.other_people) == ("boats", 6, 6, 0)
    assert isclose(boats.p_value, 4 / comb(12, 6))
    assert [word.text for word in south.words] == ["roads"]
    assert (north.people, north.notes, north.other_people, north.verdict) == (6, 6, 6, Verdict.DIFFERS)


def test_z_and_its_prior_by_hand():
    """The prior is the programme's words in that language, as heavy as the smaller side, and is ranked by."""
    elsewhere = [note("boats boats", "East", "E1"), note("school", "East", "E2")]
    found = distinctive_words({"Trust": [*said("North", BOATS), *said("South", ROADS)], "Other": elsewhere}, ("team",))
    texts = [*BOATS, *ROADS, "boats", "school"]
    background: dict[str, int] = {}
    north: dict[str, int] = {}
    south: dict[str, int] = {}
    for number, text in enumerate(texts):
        for word in set(text.split()):
            background[word] = background.get(word, 0) + 1
            if number < len(BOATS) + len(ROADS):
                side = north if number < len(BOATS) else south
                side[word] = side.get(word, 0) + 1
    names = [word for word in background if word in north or word in south]
    weight = min(sum(north.values()), sum(south.values())) / sum(background[word] for word in names)
    z = plain_log_odds(
        [north.get(word, 0) for word in names],
        [south.get(word, 0) for word in names],
        [weight * background[word] for word in names],
    )
    assert isclose(found["Trust"]["team"][0].words[0].z, z[names.index("boats")])


@given(inside=st.integers(5, 8), outside=st.integers(0, 8))
@settings(max_examples=20)
def test_p_value_is_fishers(inside, outside):
    """Eight people in each of two groups: the p-value of a word is the sum over tables as extreme, times the tests."""
    units = [note("boats" if n < inside else "harvest", "North", f"N{n}") for n in range(8)]
    units += [note("boats" if n < outside else "harvest", "South", f"S{n}") for n in range(8)]
    users = inside + outside
    exact = sum(comb(8, k) * comb(8, users - k) for k in range(inside, min(8, users) + 1)) / comb(16, users)
    for word in teams(units)[0].words:
        assert word.text == "boats"
        assert round(word.p_value / exact, 9) in {1, 2, 3, 4}


def test_nine_times_by_one_person_is_one_person():
    """Somebody who says a word in nine notes makes it nobody's but their own."""
    units = [note(f"boats {n} matter here", "North", "N0") for n in range(9)]
    units += [*said("North", ["seed", "harvest"]), *said("South", ROADS)]
    assert all(word.text != "boats" for group in teams(units) for word in group.words)


def test_notes_without_a_participant_are_a_person_each():
    """The same counts with and without names where everybody wrote one note."""
    named = [*said("North", BOATS), *said("South", ROADS)]
    nameless = [note(unit.text, unit.attributes["team"]) for unit in named]
    assert teams(named) == teams(nameless)


def test_a_team_with_a_language_of_its_own_has_nobody_beside_it():
    """Every Bangla word would tell the team that writes Bangla apart; so none does, and the result says why."""
    found = teams([*said("Delta", ["নৌকা আসে", "নৌকা নেই", "নৌকা চাই"] * 3, "bn"), *said("South", ROADS)])
    assert [(group.group, group.language, group.words, group.verdict) for group in found] == [
        ("Delta", "bn", (), Verdict.NOBODY_ELSE),
        ("South", "en", (), Verdict.NOBODY_ELSE),
    ]


@pytest.mark.parametrize(
    ("language", "own", "others"),
    [
        ("bn", "বিশ্বাস গড়তে নৌকা", "বিশ্বাস গড়তে রাস্তা"),
        ("ne", "क्षेत्रीय कार्यालय डुङ्गा", "क्षेत्रीय कार्यालय सडक"),
        ("bn-Latn", "nouka bishwash", "rasta bishwash"),
    ],
)
def test_words_are_compared_inside_one_language_and_stay_whole(language, own, others):
    """Two teams that both write in a language are compared in it, whatever else they write; no mark is torn off."""
    units = [*said("North", [own] * 7, language), *said("South", [others] * 7, language), *said("South", ROADS)]
    by_language = {(group.group, group.language): group for group in teams(units)}
    words = {word.text for word in by_language["North", language].words}
    assert words == set(own.split()) - set(others.split())
    assert by_language["South", "en"].verdict == Verdict.NOBODY_ELSE


def test_spellings_of_one_word_count_together():
    """Joiners make no new words; the usual spelling is shown."""
    joined = "कार्\u200dयालय"
    units = [note(text, "North", f"N{n}", "ne") for n, text in enumerate(["कार्यालय"] * 4 + [joined] * 3)]
    units += [note("सडक", "South", f"S{n}", "ne") for n in range(7)]
    (word,) = teams(units)[0].words
    assert (word.text, word.people) == ("कार्यालय", 7)


def test_composed_and_decomposed_letters_are_one_word():
    """A Bangla vowel sign written in two parts is the same word."""
    forms = [normalize("NFC", "নৌকো"), normalize("NFD", "নৌকো")]
    assert forms[0] != forms[1]
    units = [note(forms[n % 2], "North", f"N{n}", "bn") for n in range(7)]
    units += [note("রাস্তা", "South", f"S{n}", "bn") for n in range(7)]
    (word,) = teams(units)[0].words
    assert (word.text, word.people) == (forms[0], 7)


def test_function_words_and_numbers_are_no_words():
    """Stop words, digits and emoji never set a group apart."""
    units = [*said("North", ["the 12 ১২ 🙂 and boats"] * 7), *said("South", ["roads"] * 7)]
    assert [word.text for word in teams(units)[0].words] == ["boats"]


def test_two_people_on_each_side_are_too_few_to_say():
    """Not even a word of both against neither could pass; a group that says the same as the others differs in none."""
    assert {group.verdict for group in teams([*said("North", BOATS[:2]), *said("South", ROADS[:2])])} == {
        Verdict.TOO_FEW
    }
    alike = [*said("North", BOATS + ROADS), *said("South", BOATS + ROADS)]
    assert {group.verdict for group in teams(alike)} == {Verdict.NO_DIFFERENCE}


def test_a_group_that_says_more_does_not_win_every_word():
    """Six people who say everything, among much else, do not set themselves apart from six who say one thing each."""
    common = ["boats", "seed", "school", "market", "harvest", "ferry"]
    units = said("North", [" ".join(common)] * 6) + said("South", common)
    assert all(not group.words for group in teams(units))


def test_a_single_person_is_no_group_of_its_own():
    """Somebody alone in a team counts among the others and has no words of their own."""
    found = teams([*said("North", BOATS), *said("South", ROADS), note("boats", "East", "E1")])
    assert [group.group for group in found] == ["North", "South"]
    assert found[0].other_people == 7
    assert found[0].words[0].other_people == 1


@given(st.randoms(use_true_random=False))
@settings(max_examples=15)
def test_the_order_of_the_notes_changes_nothing(random):
    """The same notes in any order give the same words."""
    units = [*said("North", BOATS), *said("South", ROADS), *said("South", ["নৌকা", "রাস্তা"], "bn")]
    shuffled = units.copy()
    random.shuffle(shuffled)
    assert teams(shuffled) == teams(units)


def test_random_groups_are_rarely_given_words():
    """With teams drawn at random at most 5 % of the elements show a word (150 draws, two standard errors)."""
    generator = np.random.default_rng(5)
    words = np.array(["boats", "roads", "seed", "school", "market", "harvest", "ferry", "hill", "rain", "wages"])
    alarms = 0
    for _ in range(150):
        units = [
            note(" ".join(generator.choice(words, 4)), str(generator.choice(["a", "b", "c"])), f"P{number // 2}")
            for number in range(40)
        ]
        alarms += any(group.words for group in teams(units))
    assert alarms / 150 <= 0.05 + 2 * (0.05 * 0.95 / 150) ** 0.5


def test_without_attributes_or_words_there_is_nothing():
    """Notes of emoji, notes without a team and the attribute language alone give empty results."""
    assert distinctive_words({"Trust": said("North", BOATS)}, ("language",)) == {"Trust": {}}
    assert teams([note("🙂", "", "P1"), note("🎉", "", "P2")]) == ()
    assert {group.verdict for group in teams([note("🙂", t, f"{t}{n}") for t in "ab" for n in range(3)])} == {
        Verdict.TOO_FEW
    }
