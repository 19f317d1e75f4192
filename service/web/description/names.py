"""What the schemas of the description are called: short, once each, and the same from release to release."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
REF = "#/components/schemas/"
ALIKE: Mapping[str, str] = {
    "Line": "HeardLine",
    "Move-Input": "NewQuestionMove",
    "Move-Output": "Move",
    "Place-Input": "NewPlace",
    "Place-Output": "PlaceOfText",
    "ReadingStatus": "WhoShares",
    "Verdict-Input": "HeardVerdict",
    "nlp__documents__plan__Role": "ColumnRole",
    "nlp__participation__types__Proposal": "ProposedPerson",
    "nlp__readings__edits__types__Outcome": "Outcome",
    "nlp__readings__types__Member": "ReadingMember",
    "nlp__statistics__verdicts__Verdict": "Verdict",
    "service__access__types__Role": "Role",
    "service__accounts__types__Member": "Member",
    "service__giving_back__types__Verdict": "HeardVerdict",
    "service__webhooks__types__Outcome": "DeliveryOutcome",
    "service__names__proposals__Proposal": "ProposedNames",
}
"""Schemas of which two would have one name, or whose name a client would give to something else, and what they are."""
BODY, INPUT, OUTPUT = "Body_", "-Input", "-Output"
HOUSE = __name__.replace(".", "__").removesuffix("service__web__description__names")
"""What the names of all modules begin with, where they lie inside another package."""


def rename(made: Json) -> Json:
    """Return a description whose schemas have names of their own; forms of files are called by their operation."""
    schemas = made["components"]["schemas"]
    called = {name: _called(name) for name in schemas}
    renamed: Json = _with_refs({**made}, {REF + old: REF + new for old, new in called.items()})
    renamed["components"]["schemas"] = {
        called[name]: each | {"title": called[name]} if "title" in each else each
        for name, each in sorted(renamed["components"]["schemas"].items(), key=lambda item: called[item[0]])
    }
    return renamed


def _called(name: str) -> str:
    name = name.removeprefix(HOUSE)
    if name in ALIKE:
        return ALIKE[name]
    if name.startswith(BODY):
        return "".join(part.capitalize() for part in name.removeprefix(BODY).split("_")) + "Form"
    if name.endswith(INPUT):
        return "Given" + name.removesuffix(INPUT)
    return name.removesuffix(OUTPUT)


def _with_refs(part: Any, called: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    match part:
        case dict():
            return {
                key: called.get(each, each) if key == "$ref" else _with_refs(each, called) for key, each in part.items()
            }
        case list():
            return [_with_refs(each, called) for each in part]
        case _:
            return part
