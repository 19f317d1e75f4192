"""Groups of the roster in a session: their part of the room against their part of the floor."""

from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from service.pages.attributes import attribute_name
from service.pages.i18n import Language
from service.pages.session_sentences import group_certainty, group_name, heads_words, present


@dataclass(frozen=True)
class GroupBar:
    """One group's part of the room and of the floor; all shares 0 to 100."""

    name: Markup
    words: Markup
    head: float
    share: float
    low: float | None
    high: float | None
    certainty: Markup


@dataclass(frozen=True)
class Grouping:
    """The groups of one attribute of the roster."""

    attribute: Markup
    groups: tuple[GroupBar, ...]


def groupings(participation: Json, language: Language) -> list[Grouping]:
    """Return the attributes of the roster that have at least two groups to show."""
    everybody = present(participation)
    return [
        Grouping(
            attribute_name(attribute, language),
            tuple(_group(group, everybody, language) for group in groups),
        )
        for attribute, groups in participation["groups"].items()
        if len(groups) > 1
    ]


def _group(group: Json, everybody: int, language: Language) -> GroupBar:
    return GroupBar(
        name=group_name(str(group["group"]), language),
        words=heads_words(group, everybody, language),
        head=_hundred(group["head_share"]),
        share=_hundred(group["share"]),
        low=None if group["low"] is None else _hundred(group["low"]),
        high=None if group["high"] is None else _hundred(group["high"]),
        certainty=group_certainty(group, language),
    )


def _hundred(share: float) -> float:
    return round(100 * min(max(share, 0.0), 1.0), 2)
