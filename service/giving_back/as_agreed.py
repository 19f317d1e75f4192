"""What was given back as it may be shown now: people may have changed their minds, and notes may have gone."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from nlp.documents.types import Unit
from service.giving_back.hear import TEAM
from service.giving_back.types import Heard, HeardElement, Said

Cards = Mapping[str, Sequence[Unit]]


def as_agreed(heard: HeardElement, cards: Cards, hide: Callable[[str], str], *, attributed: bool) -> HeardElement:
    """Return what was heard on an element without the words of whoever lets them be quoted no more.

    Words stay while a note that says them may be quoted; a name of a reading of which nobody knows which note says it,
    while all its notes may be. What comes in their place stays empty: what was answered was answered to these words.

    Args:
        heard: as it was given back.
        cards: key -> the notes of the element that may be quoted now.
        hide: takes the names of people out of a text.
        attributed: whether anybody may be quoted, and teams be told, at all.
    """
    return replace(heard, readings=tuple(_reading(each, cards, hide, attributed=attributed) for each in heard.readings))


def _reading(heard: Heard, cards: Cards, hide: Callable[[str], str], *, attributed: bool) -> Heard:
    every = all(key in cards for key in heard.notes)

    def stays(said: Said) -> bool:
        is_word = any(map(str.isalnum, said.text))
        return is_word and (any(key in cards for key in said.notes) if said.notes else every)

    names = tuple(replace(each, text=hide(each.text)) for each in heard.names if stays(each))
    return replace(
        heard,
        names=names,
        gloss=heard.gloss if names == heard.names else {},
        example=replace(heard.example, text=hide(heard.example.text))
        if heard.example and stays(heard.example)
        else None,
        quotes=tuple(_quote(each, cards, hide) for each in heard.quotes if stays(each)) if attributed else (),
        holders=heard.holders if attributed else (),
        own=heard.own if attributed else None,
        others=heard.others if attributed else None,
    )


def _quote(said: Said, cards: Cards, hide: Callable[[str], str]) -> Said:
    teams = {unit.attributes.get(TEAM, "") for key in said.notes for unit in cards.get(key, ())}
    return replace(said, text=hide(said.text), team=said.team if said.team in teams else "")
