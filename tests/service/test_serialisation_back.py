"""Results come back from their JSON form as they went in."""

import json
from dataclasses import replace

import pytest

from nlp.from_json import interpretation_from_json
from nlp.json_form import interpretation_to_json
from tests.nlp.readings.test_interpret import interpret, notes

TEXTS = ["খবর দেরিতে আসে", "खबर ढिलो आउँछ 👩‍🌾", "khobor deri te ashe", "a note that stands alone"]


def test_an_interpretation_goes_there_and_back():
    """Every field of every type, in three scripts, with a joiner inside an emoji."""
    more = [
        replace(unit, text=text, language=code, attributes={**unit.attributes, "review": "মার্চ", "participant": "P1"})
        for unit, text, code in zip(notes(), TEXTS, ("bn", "ne", "bn-Latn", "en"), strict=False)
    ]
    found = interpret([*notes(), *more])
    assert found.readings
    assert interpretation_from_json(json.loads(json.dumps(interpretation_to_json(found)))) == found


def test_distinctive_words_go_there_and_back():
    """Also where a group has words of its own."""
    more = [
        replace(unit, text=text, attributes={"team": team, "participant": f"{team}{n}"})
        for team, text in (("B", "boats leak"), ("C", "roads flood"))
        for n, unit in enumerate(notes()[:8])
    ]
    found = interpret(more)
    assert [word.text for word in found.elements[0].distinctive["team"][0].words] == ["boats", "leak"]
    assert interpretation_from_json(json.loads(json.dumps(interpretation_to_json(found)))) == found


def test_a_field_that_is_missing_is_named():
    """What is no interpretation is refused."""
    with pytest.raises(KeyError, match="elements"):
        interpretation_from_json({"model": "m", "by": []})
