"""Signs of low trust: what is enough evidence to offer a pause, and what is not."""

import pytest

from nlp.documents.types import Rating
from nlp.participation.feedback import ItemAnswers
from nlp.participation.low_trust import SignKind, Voiced, is_about_trust, signs_of_low_trust

LEVELS = ("well-functioning", "emerging", "needs help")
TRUST = "Openness and trust"
REVIEWS = ("March", "September")


def rated(review, element=TRUST, **levels):
    return [Rating(review, team, element, level) for team, level in levels.items()]


def signs(ratings, voiced=None, **more):
    found = signs_of_low_trust(ratings, REVIEWS, LEVELS, [TRUST], voiced, **more)
    return [(each.kind, each.count, each.of) for each in found]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Openness, honesty and mutual trust"], True),
        (["Openness", "পারস্পরিক আস্থা"], True),
        (["আপসী বিশ্বাস"], True),
        (["खुलापन र आपसी विश्वास"], True),
        (["aapasi bishwas"], True),
        (["Confianza mutua"], True),
        (["Communications", "যোগাযোগ", "व्यवस्था", "অবস্থা"], False),
    ],
    ids=["en", "bn", "bn too", "ne", "romanised", "es", "none"],
)
def test_elements_about_trust_are_known_by_their_names(names, expected):
    """In the scripts of the teams, and not by a part of another word."""
    assert is_about_trust(names) is expected


def test_most_ratings_at_the_lowest_level_are_a_sign():
    """Two of three teams; half of them are not most, and one team alone says nothing."""
    low = rated("September", North="needs help", South="needs help", West="emerging")
    assert signs(low) == [(SignKind.RATED_LOW, 2, 3)]
    assert signs(rated("September", North="needs help", South="emerging")) == []
    assert signs(rated("September", North="needs help")) == []
    assert signs(rated("September", "Communications", North="needs help", South="needs help")) == []


def test_only_the_last_review_that_rated_trust_counts():
    """What was low and is so no more is no sign; an element that was left out since is still what was said of it."""
    before = rated("March", North="needs help", South="needs help")
    assert signs([*before, *rated("September", North="emerging", South="emerging")]) == []
    assert signs([*before, *rated("September", "Culture", North="emerging")]) == [(SignKind.RATED_LOW, 2, 2)]


def test_levels_are_low_by_meaning_or_by_their_place():
    """Known names in any language; unknown ones where they stand last, never where they stand alone."""
    for low in ("সহায়তা দরকার", "कमजोर", "Weak"):
        assert signs(rated("September", North=low, South=low)) == [(SignKind.RATED_LOW, 2, 2)]
    own = rated("September", North="Seed", South="Seed")
    assert signs_of_low_trust(own, REVIEWS, ("Tree", "Seed"), [TRUST])[0].count == 2
    assert signs_of_low_trust(own, REVIEWS, ("Seed", "Tree"), [TRUST]) == ()
    assert signs_of_low_trust(own, REVIEWS, ("Seed",), [TRUST]) == ()


def test_a_teams_own_rating_stands_for_its_people():
    """Three people count where their team said nothing together; two are too few to speak of."""
    people = [Rating("September", "North", TRUST, "needs help", name) for name in ("Asha", "রহিম", "हरि")]
    assert signs(people) == [(SignKind.RATED_LOW, 3, 3)]
    assert signs(people[:2]) == []
    assert signs([*people, *rated("September", North="emerging", South="emerging")]) == []


def test_a_fall_in_most_ratings_is_a_sign():
    """Over all elements; as many up as down are none, and three cannot tell."""
    elements = ("A", "B", "C", "D")
    before = [each for name in elements for each in rated("March", name, North="well-functioning", South="emerging")]
    lower = [each for name in elements for each in rated("September", name, North="emerging", South="emerging")]
    assert signs([*before, *lower]) == []
    lowest = [each for name in elements for each in rated("September", name, North="emerging", South="needs help")]
    assert signs([*before, *lowest]) == [(SignKind.FELL, 8, 8)]
    assert signs([*before[:3], *lowest[:3]]) == []
    assert signs([*before, *(Rating(*("September", each.team, each.element, "so so")) for each in before)]) == []


def test_those_who_could_not_speak_are_a_sign():
    """A third, two at least, of enough people."""

    def answered(*counts, **more):
        return signs((), Voiced("Day one", ItemAnswers("voice", counts)), **more)

    assert answered(1, 1, 1, 2, 1) == [(SignKind.NOT_SAID, 2, 6)]
    assert answered(1, 1, 1, 3, 1) == []
    assert answered(1, 0, 1, 1, 0) == []
    assert answered(2, 0, 0, 0, 0) == []
    assert answered(2, 0, 0, 1, 0, threshold=5) == []


def test_nothing_is_no_sign():
    """A new programme is offered nothing; each sign says in words what it counts."""
    assert signs(()) == []
    (sign,) = signs_of_low_trust(rated("March", N="needs help", S="needs help"), REVIEWS, LEVELS, [TRUST])
    assert str(sign.said) == "In March, 2 of 2 who rated “Openness and trust” put it at the lowest level."
