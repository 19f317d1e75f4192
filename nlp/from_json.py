"""Results back from their JSON form, so that a stored result can be analysed further."""

from collections.abc import Mapping, Sequence

from nlp.documents.types import Unit
from nlp.json_form import Json
from nlp.readings.types import Difference, ElementReadings, Holding, Interpretation, Member, Question, Reading, Word

_OWN = {"id", "text", "language", "source", "line", "start", "end", "element"}
_OF_MEMBER = {"typicality", "also"}


def interpretation_from_json(form: Json) -> Interpretation:
    """Return what `nlp.json_form.interpretation_to_json` was given.

    Attributes of notes that carried the name of a field are lost in the JSON form, and a note of no element has "".

    Raises:
        KeyError: a field is missing.
    """
    elements = tuple(_element(element) for element in form["elements"])
    return Interpretation(form["model"], tuple(form["by"]), elements)


def _element(form: Json) -> ElementReadings:
    return ElementReadings(
        element=form["element"],
        readings=tuple(_reading(reading) for reading in form["readings"]),
        alone=tuple(_unit(unit, _OWN) for unit in form["alone"]),
        language_v_measure=form["language_v_measure"],
        like_language=tuple(form["like_language"]),
        common_ground=form["common_ground"],
        groups=form["groups"],
        questions=tuple(Question(question["template"], question["values"]) for question in form["questions"]),
    )


def _reading(form: Json) -> Reading:
    return Reading(
        id=form["id"],
        label=form["label"],
        labels=form["labels"],
        words=tuple(Word(**word) for word in form["words"]),
        gloss=_tuples(form["gloss"]),
        members=tuple(_member(unit) for unit in form["units"]),
        quotes=tuple(form["quotes"]),
        stability=form["stability"],
        held_by={attribute: _holdings(held) for attribute, held in form["held_by"].items()},
        missing_from=_tuples(form["missing_from"]),
        difference={attribute: Difference(**found) for attribute, found in form["difference"].items()},
        status=form["status"],
    )


def _member(form: Json) -> Member:
    return Member(_unit(form, _OWN | _OF_MEMBER), form["typicality"], tuple(form["also"]))


def _unit(form: Json, own: set[str]) -> Unit:
    attributes = {name: value for name, value in form.items() if name not in own}
    return Unit(**{name: form[name] for name in _OWN}, attributes=attributes)


def _holdings(form: Json) -> dict[str, Holding]:
    return {group: Holding(held["count"], held["of"], held["low"], held["high"]) for group, held in form.items()}


def _tuples(form: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in form.items()}
