"""Attributes of people as any question may show them."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.documents.types import Unit
from nlp.readings.groups.protected_notes import protect_notes
from nlp.readings.groups.small_groups import pool_small_groups
from nlp.text.words import wording

EVERY = ("gender", "role", "phone", "team", "review", "participant", "date")
PEOPLE = ("Asha", "Bina", "Chobi", "Dipa", "Esha", "Farid", "Hari", "Ivan", "Jamal", "রিনা")


def note(person: str, review: str, number: int = 0, **more: str) -> Unit:
    text = f"{person} {review} {number}"
    attributes = {"participant": person, "review": review, "team": "North", **more}
    return Unit(text, text, "en", "n.csv", number, 0, len(text), "Trust", attributes)


def women_of(units, name="gender"):
    return [unit.attributes[name] for unit in units]


def test_a_group_that_could_be_found_by_subtraction_is_not_shown_for_a_review():
    """Five women in all and three in March leave two, who are in September alone."""
    units = [note(person, "March", gender="woman") for person in PEOPLE[:3]]
    units += [note(person, "September", gender="woman") for person in PEOPLE[3:5]]
    units += [note(person, review, gender="man") for person in PEOPLE[5:] for review in ("March", "September")]
    assert set(women_of(protect_notes(units, EVERY))) == {"woman", "man"}
    for review in ("March", "September"):
        assert set(women_of(protect_notes(units, EVERY, review))) == {"other"}
        assert pool_small_groups(protect_notes(units, EVERY, review), ("gender",)).withheld == ("gender",)


def test_a_group_that_leaves_enough_is_shown():
    """Everybody writes in both reviews."""
    units = [
        note(person, review, gender="woman" if person < "F" else "man")
        for person in PEOPLE[:9]
        for review in ("March", "September")
    ]
    assert protect_notes(units, EVERY) == tuple(units)
    assert protect_notes(units, EVERY, "March") == tuple(unit for unit in units if unit.attributes["review"] == "March")


def test_an_attribute_that_comes_first_is_shown_before_others():
    """Women and drivers differ by one: one of the two attributes is pooled, the later one."""
    units = [
        note(person, "", gender="woman" if place < 4 else "man", role="driver" if place < 5 else "cook")
        for place, person in enumerate(PEOPLE)
    ]
    for first, later in (("gender", "role"), ("role", "gender")):
        shown = protect_notes(units, EVERY, first=(first, later))
        assert women_of(shown, first) == women_of(units, first)
        assert women_of(shown, later) != women_of(units, later)


def test_a_large_group_stays_where_smaller_ones_have_to_be_pooled():
    """Not the whole attribute goes: directors are the whole of a team but one."""
    roles = ["director"] * 3 + ["cook"] * 4 + ["driver"] * 3
    units = [
        note(person, "", team="South" if place < 4 else "North", role=role)
        for place, (person, role) in enumerate(zip(PEOPLE, roles, strict=True))
    ]
    shown = women_of(protect_notes(units, EVERY), "role")
    assert set(shown) == {"other", "cook"} or set(shown) == {"other", "driver"}


def test_notes_keep_what_is_not_of_people():
    """Team, language, review, author and date, also where everything else is pooled."""
    units = [note("Asha", "March", date="2026-03-18", phone="1", organisation="X"), note("Bina", "", phone="2")]
    first, second = protect_notes(units, EVERY)
    assert first.attributes == units[0].attributes | {"phone": "other"}
    assert second.attributes == units[1].attributes | {"phone": "other"}


def test_elements_are_looked_at_one_by_one():
    """However their names are spelled."""
    units = [note(person, "", gender="woman") for person in PEOPLE[:4]]
    units += [replace(unit, element="TRUST", attributes=unit.attributes | {"gender": "man"}) for unit in units]
    units += [replace(note("Hari", "", gender="man"), element="Risk")]
    shown = protect_notes(units, EVERY)
    assert women_of(shown)[-1] == "other"


def test_an_attribute_that_nobody_on_an_element_has_is_not_pooled():
    """There is nothing to hide, and nothing is added."""
    units = [note("Asha", "March"), replace(note("Bina", "March", gender="woman"), element="Risk")]
    assert "gender" not in protect_notes(units, EVERY)[0].attributes


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(PEOPLE), st.sampled_from(["March", "September", ""]), st.sampled_from(["w", "m", "x", ""])
        ),
        min_size=1,
        max_size=24,
    )
)
def test_every_group_that_is_shown_has_enough_people(rows):
    """In all reviews and in each, and so has what is left of a group outside a review."""
    gender = {person: value for person, _, value in rows}
    units = [note(person, review, number, gender=gender[person]) for number, (person, review, _) in enumerate(rows)]
    for review in (None, "March", "September"):
        shown = protect_notes(units, EVERY, review)
        assert [unit.id for unit in shown] == [unit.id for unit in units if review in (None, unit.attributes["review"])]
        groups = pool_small_groups(shown, ("gender",))
        if groups.withheld:
            continue
        found = {unit.attributes["gender"] for unit in shown}
        for group in found if found != {""} else ():
            people = {unit.attributes["participant"] for unit in shown if unit.attributes["gender"] == group}
            assert len(people) >= 3


def test_what_is_not_asked_for_stays():
    """Nothing is lost of a note; whoever lists notes leaves it out."""
    units = [note("Asha", "March", gender="woman", source="a paper")]
    assert protect_notes(units, ("team",)) == tuple(units)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(PEOPLE), st.sampled_from(("March", "")), st.sampled_from(("Trust", "trust", "Money", None)),
            st.dictionaries(st.sampled_from(("gender", "role", "phone")), st.sampled_from(("a", "b", ""))),
        ),
        max_size=24,
    )
)  # fmt: skip
def test_an_element_is_protected_alike_without_the_notes_of_others(said):
    """So the notes of one element can be made ready without those of all."""
    units = [
        replace(note(person, review, number, **more), element=element)
        for number, (person, review, element, more) in enumerate(said)
    ]
    every = protect_notes(units, EVERY, first=("role", "gender"))
    own = [unit for unit in units if wording(unit.element or "") == "trust"]
    protected = protect_notes(own, EVERY, first=("role", "gender"))
    assert protected == tuple(unit for unit in every if wording(unit.element or "") == "trust")
