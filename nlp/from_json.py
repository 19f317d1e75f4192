"""Results back from their JSON form, so that a stored result can be analysed further."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from nlp.documents.types import Unit
from nlp.json_form import Json
from nlp.participation.sessions.types import SessionShares
from nlp.readings.edits.types import Outcome
from nlp.readings.types import (
    Difference,
    DistinctiveWord,
    ElementReadings,
    GroupWords,
    Holding,
    Interpretation,
    Member,
    Question,
    Reading,
    Smallest,
    Word,
)

_OWN = {"id", "text", "language", "source", "line", "start", "end", "element"}
_OF_MEMBER = {"typicality", "also"}


def interpretation_from_json(form: Json) -> Interpretation:
    """Return what `nlp.json_form.interpretation_to_json` was given.

    Attributes of notes that carried the name of a field are lost in the JSON form, and a note of no element has "".

    Raises:
        KeyError: a field is missing.
    """
    elements = tuple(_element(element) for element in form["elements"])
    return Interpretation(
        model=form["model"],
        by=tuple(form["by"]),
        elements=elements,
        edits=tuple(map(_outcome, form["edits"])),
        smallest=Smallest(**form["smallest"]),
    )


def _outcome(form: Json) -> Outcome:
    return Outcome(**{each.name: form[each.name] for each in fields(Outcome)})


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
        separation=form["separation"],
        faint=form["faint"],
        nameless=form["nameless"],
        withheld=tuple(form["withheld"]),
        distinctive={name: tuple(map(_group_words, groups)) for name, groups in form["distinctive"].items()},
    )


def _group_words(form: Json) -> GroupWords:
    return GroupWords(**{**form, "words": tuple(DistinctiveWord(**word) for word in form["words"])})


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
        given=form["given"],
        stability_measured=form["stability_measured"],
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


def session_shares_from_json(session: str, form: Json) -> SessionShares:
    """Return who was present in a session and each one's share, from what `participation_to_json` gave.

    Raises:
        KeyError: a field is missing.
    """
    spoken = {str(speaker["name"]): float(speaker["share"]) for speaker in form["speakers"]}
    shares = spoken | {str(name): 0.0 for name in form["silent"]}
    unmeasured = frozenset(name for name, share in spoken.items() if not share)
    return SessionShares(session, bool(form["timed"]), shares, unmeasured=unmeasured)
