"""`interpret()`: readings, who holds them, who lacks them; invariances."""

from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import nlp
from nlp.documents.types import Unit
from nlp.embedding.vocabulary import Vocabulary
from nlp.errors import NothingToAnalyse
from nlp.readings.types import Interpretation
from nlp.smallest import Smallest
from tests.embedders import BagOfWords

EMBEDDER = BagOfWords()
WORDS = Vocabulary(EMBEDDER, {"en": ["risk", "ফোন"], "ne": ["joint", "ফোন"]})

RISK = ["we dare to take a risk", "a risk is taken and we dare", "taking risk needs daring to risk", "dare risk dare"]
JOINT = ["joint work with everybody", "work joint work", "joint effort is work together", "everybody does joint work"]
POWER = ["বিদ্যুৎ নেই ফোন বন্ধ", "ফোন বন্ধ বিদ্যুৎ নেই আজ", "বিদ্যুৎ গেলে ফোন বন্ধ", "আজ বিদ্যুৎ নেই ফোন নেই"]


def interpret(units: list[Unit]) -> Interpretation:
    return nlp.interpret(units, EMBEDDER, vocabulary=WORDS)


def notes() -> list[Unit]:
    rows = [(text, "en", team) for text, team in zip(RISK, ["A", "B", "A", "B"], strict=True)]
    rows += [(text, "en", team) for text, team in zip(JOINT, ["A", "B", "A", "B"], strict=True)]
    rows += [(text, "bn", "C") for text in POWER]
    return [
        Unit(
            f"n{line}",
            text,
            language,
            "notes.csv",
            line,
            0,
            len(text),
            "Culture",
            {"team": team, "participant": f"P{line}"},
        )
        for line, (text, language, team) in enumerate(rows, 2)
    ]


def groups(units: list[Unit]) -> set[frozenset[str]]:
    (element,) = interpret(units).elements
    return {frozenset(member.text for member in reading.units) for reading in element.readings}


def test_three_readings_are_found_and_who_holds_them():
    """Risk and joint work are held by A and B, power cuts by C only."""
    (element,) = interpret(notes()).elements
    assert {frozenset(m.text for m in r.units) for r in element.readings} == {
        frozenset(RISK),
        frozenset(JOINT),
        frozenset(POWER),
    }
    power = next(r for r in element.readings if r.units[0].language == "bn")
    assert power.status["team"] == "one group"
    assert power.missing_from["team"] == ("A", "B")
    assert (power.held_by["team"]["C"].count, power.held_by["team"]["C"].of) == (4, 4)
    assert element.groups == {"team": {"A": 4, "B": 4, "C": 4}, "language": {"bn": 4, "en": 8}}


def test_a_personal_group_of_two_is_not_shown_and_its_voice_is_not_lost():
    """Two people of a third gender join "other" with the next smallest group; every note still counts."""
    genders = ["woman"] * 6 + ["man"] * 4 + ["x"] * 2
    units = [replace(u, attributes={**u.attributes, "gender": g}) for u, g in zip(notes(), genders, strict=True)]
    (element,) = nlp.interpret(units, EMBEDDER, ("gender",), WORDS).elements
    assert element.groups["gender"] == {"other": 6, "woman": 6}
    assert element.withheld == ()
    assert all(set(reading.held_by["gender"]) <= {"other", "woman"} for reading in element.readings)
    assert sum(reading.held_by["gender"]["other"].count for reading in element.readings) == 6
    (strict,) = nlp.interpret(units, EMBEDDER, ("gender",), WORDS, smallest=Smallest(personal=7)).elements
    assert (strict.groups["gender"], strict.withheld) == ({}, ("gender",))


def test_notes_without_an_author_are_counted():
    """How many notes count as somebody's own."""
    units = [replace(unit, attributes={"team": "A"}) if at < 5 else unit for at, unit in enumerate(notes())]
    assert interpret(units).elements[0].nameless == 5


def test_every_note_is_in_one_place():
    """Members and notes that stand alone make up the input, nothing twice, nothing lost."""
    units = [*notes(), replace(notes()[0], id="x", text="🙂🙂")]
    (element,) = interpret(units).elements
    placed = [i for reading in element.readings for i in reading.unit_ids] + [unit.id for unit in element.alone]
    assert sorted(placed) == sorted(unit.id for unit in units)


def test_a_note_that_the_model_cannot_read_stands_alone():
    """Two notes of emoji only are not a reading."""
    units = [*notes(), replace(notes()[0], id="x", text="🙂"), replace(notes()[0], id="y", text="🎉🎉")]
    (element,) = interpret(units).elements
    assert {unit.id for unit in element.alone} == {"x", "y"}


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(12)))
def test_row_order_never_changes_the_result(order):
    """Any order of the rows gives the same JSON."""
    units = notes()
    assert interpret([units[i] for i in order]) == interpret(units)


def test_duplicated_rows_do_not_change_the_readings():
    """A note pasted three times forms no reading of its own and moves no other note."""
    units = notes()
    copies = [replace(units[5], id=f"copy{n}") for n in range(3)]
    assert groups([*units, *copies]) == groups(units)


def test_the_order_of_like_rows_tells_nothing():
    """The same note from the same line, by different teams: still one result in any order."""
    twins = [replace(notes()[0], id=f"twin {team}", attributes={"team": team}) for team in ("B", "A")]
    there, back = [*notes(), *twins], [*reversed(twins), *notes()]
    assert interpret(there) == interpret(back)


def test_what_several_people_say_in_the_same_words_is_a_reading():
    """Three people hand in one word that nobody else uses; case and punctuation do not matter."""
    said = [
        replace(notes()[0], id=f"t{n}", text=text, attributes={"team": "A", "participant": f"Q{n}"})
        for n, text in enumerate(["Patience", "patience!", "PATIENCE"])
    ]
    assert {"Patience", "patience!", "PATIENCE"} in groups([*notes(), *said])
    assert groups(said) == {frozenset({"Patience", "patience!", "PATIENCE"})}


def test_a_single_reading_has_a_label():
    """Where everybody says the same, the reading is described by itself and not by its difference from the rest."""
    said = [
        replace(notes()[0], id=f"t{n}", text="joint work", attributes={"team": "A", "participant": f"Q{n}"})
        for n in range(5)
    ]
    (element,) = interpret(said).elements
    (reading,) = element.readings
    assert reading.label == "joint work"
    assert reading.gloss == {}


def test_renamed_groups_keep_the_readings():
    """Other names of the teams, the same readings."""
    renamed = [
        replace(unit, attributes={**unit.attributes, "team": f"टोली {unit.attributes['team']}"}) for unit in notes()
    ]
    assert groups(renamed) == groups(notes())


def test_decomposed_text_gives_the_same_readings():
    """The model sees NFC and NFD alike: units are NFC by contract, so an NFD source ends in the same groups."""
    composed = [replace(unit, text=normalize("NFC", normalize("NFD", unit.text))) for unit in notes()]
    assert groups(composed) == groups(notes())


def test_team_like_language_is_said():
    """Where one team writes one language, the two cannot be told apart."""
    units = [replace(unit, attributes={"team": "C" if unit.language == "bn" else "A"}) for unit in notes()]
    (element,) = interpret(units).elements
    assert element.like_language == ("team",)


def test_elements_are_kept_apart():
    """Each element has readings of its own, notes without one form the element without a name."""
    units = [*notes(), *(replace(unit, id=f"{unit.id}b", element=None) for unit in notes())]
    assert [element.element for element in interpret(units).elements] == ["", "Culture"]


def test_an_element_spelled_in_two_ways_is_one():
    """Case, punctuation and NFD make no element of their own; the most usual spelling is its name."""
    spelled = ["culture", "Culture ", "Cultúre", "Cultúre", normalize("NFD", "Cultúre!"), *["Culture"] * 7]
    units = [replace(unit, element=name) for unit, name in zip(notes(), spelled, strict=True)]
    assert [element.element for element in interpret(units).elements] == ["Culture", "Cultúre"]


def test_ids_of_readings_are_their_own():
    """Also where an element is a mere sign, or has no name."""
    units = [*notes(), *(replace(unit, id=f"{unit.id}b", element="?") for unit in notes())]
    units += [replace(unit, id=f"{unit.id}c", element=None) for unit in notes()]
    given = [reading.id for reading in interpret(units).readings]
    assert len(given) == len(set(given)) == 9


def test_three_notes_stand_alone():
    """With three notes nothing is grouped, and that is a result."""
    (element,) = interpret(notes()[:3]).elements
    assert element.readings == ()
    assert len(element.alone) == 3


def test_no_notes_are_refused():
    """An empty input is one clear line."""
    with pytest.raises(NothingToAnalyse, match="there are no notes"):
        interpret([])


def test_questions_come_from_the_evidence():
    """The reading that one team holds alone leads to a question about it, at most three in all."""
    (element,) = interpret(notes()).elements
    assert 1 <= len(element.questions) <= 3
    assert element.questions[0].values["group"] == "C"
    assert "C" in str(element.questions[0])


def test_a_reading_in_one_language_is_explained_in_the_others():
    """The words that the lists know of the label of team C's power cuts, apart from the label in Bangla."""
    (element,) = interpret(notes()).elements
    power = next(reading for reading in element.readings if reading.units[0].language == "bn")
    assert power.gloss == {"en": ("ফোন",), "ne": ("ফোন",)}
    assert set(power.labels) == {"bn"}


def test_one_attribute_may_be_a_string():
    """`by="team"` is one attribute and not four letters."""
    found = nlp.interpret(notes(), EMBEDDER, by="team", vocabulary=WORDS)
    assert found == nlp.interpret(notes(), EMBEDDER, by=("team",), vocabulary=WORDS)


def test_an_attribute_that_no_note_has_is_refused():
    """The line names those that are there."""
    with pytest.raises(NothingToAnalyse, match=r"attribute rolle\. .*there: language, participant, team"):
        nlp.interpret(notes(), EMBEDDER, by="rolle", vocabulary=WORDS)


def test_an_attribute_that_no_note_has_is_refused_even_beside_one_that_exists():
    """The attributes that are there are named; of those compared where nobody asks, some may lack."""
    with pytest.raises(
        NothingToAnalyse, match=r"no note has the attribute rolle. The attributes that are there: .*team"
    ):
        nlp.interpret(notes(), EMBEDDER, by=("team", "rolle"), vocabulary=WORDS)
    teamless = [replace(unit, attributes={}) for unit in notes()]
    assert nlp.interpret(teamless, EMBEDDER, vocabulary=WORDS).by == ("team", "language")
    assert nlp.interpret(teamless, EMBEDDER, by=("team", "language"), may_lack=("team",), vocabulary=WORDS)


def test_a_number_is_a_value_and_so_is_0():
    """Notes of year 0 are notes of a year; as texts they give the same result."""
    numbered = [replace(unit, attributes={**unit.attributes, "year": n % 2}) for n, unit in enumerate(notes())]
    found = nlp.interpret(numbered, EMBEDDER, by="year", vocabulary=WORDS)
    assert list(found.elements[0].groups["year"]) == ["0", "1"]
    texts = [replace(unit, attributes={**unit.attributes, "year": str(unit.attributes["year"])}) for unit in numbered]
    assert found == nlp.interpret(texts, EMBEDDER, by="year", vocabulary=WORDS)


def test_so_many_readings_as_are_asked_for():
    """Two instead of three, every note still in one place; more than the notes allow gives as many as they do."""
    (two,) = nlp.interpret(notes(), EMBEDDER, vocabulary=WORDS, readings=2).elements
    assert (len(two.readings), two.laid_out) == (2, 2)
    assert sum(len(each.units) for each in two.readings) + len(two.alone) == 12
    (many,) = nlp.interpret(notes(), EMBEDDER, vocabulary=WORDS, readings=40).elements
    assert len(many.readings) <= many.most_readings == 6


def test_what_belongs_to_the_notes_is_told_with_them():
    """A grade, heaps of notes that are there, and whether the teams speak differently; of language nobody asks."""
    (element,) = interpret(notes()).elements
    assert element.trust
    ids = {unit.id for unit in notes()}
    assert element.heaps
    assert all(set(heap) <= ids for heap in element.heaps)
    assert element.speech.keys() == {"team"}


def test_notes_that_the_model_cannot_read_make_no_team_speak_alike():
    """They are alike only in being unknown: a team that wrote ten of them is not said to speak of something else."""
    strange = [replace(unit, text="?" * (at + 1), attributes={"team": "D"}) for at, unit in enumerate(notes()[:10])]
    (before,) = interpret(notes()).elements
    (after,) = interpret([*notes(), *(replace(unit, id=f"s{at}") for at, unit in enumerate(strange))]).elements
    assert after.speech == before.speech
