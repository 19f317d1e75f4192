"""What is said to people, kept as a template and its values until the very end, so that it can be said in any language.

A template is English text with {places}. It is also the message id of the interface catalogues: `Message("...")` and
`msgid("...")` mark it for them, and a test names every one that a catalogue lacks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from string import Formatter

from nlp.frozen import Immutable


def msgid(template: str) -> str:
    """Mark a template that a message will be made of elsewhere; returns it as it is."""
    return template


@dataclass(frozen=True, slots=True)
class Message(Immutable):
    """One or more sentences, or a part of one: a template, and what stands in its places.

    Attributes:
        template: English text with {places}.
        values: place -> a text that stays as it is, a number, several texts to be listed, or a message of its own.
        text: the message in English, large numbers in groups of three digits; what is given here does not count.
    """

    template: str
    values: "Mapping[str, Value]" = field(default_factory=dict)
    text: str = field(default="", compare=False, repr=False)

    def __post_init__(self) -> None:
        """Fill the template; without values it is taken as it is, braces and all.

        Raises:
            ValueError: the template has a place for which there is no value, or more than the name of one.
        """
        plain = {place: _plain(value) for place, value in self.values.items()}
        if plain and (missing := [place for place in places(self.template) if place not in plain]):
            raise ValueError(f"nothing is given for the place {missing[0]!r} of {self.template!r}")
        Immutable.__post_init__(self)
        object.__setattr__(self, "text", self.template.format(**plain) if plain else self.template)

    def __str__(self) -> str:
        """The message in English."""
        return self.text


@lru_cache(maxsize=4096)
def places(template: str) -> frozenset[str]:
    """Return the places of a template.

    Raises:
        ValueError: a brace stands alone, or a place is more than a name: a width or an attribute would let whoever
            hands in a template fill the memory, or look into what stands in its places.
    """
    found = set()
    for _, name, width, conversion in Formatter().parse(template):
        if name is not None and (not name.isidentifier() or width or conversion):
            raise ValueError(f"{name!r} is no name of a place")
        found |= {name} if name is not None else set()
    return frozenset(found)


Value = str | int | tuple[str, ...] | Message


def _plain(value: Value) -> str:
    match value:
        case tuple():
            return ", ".join(value)
        case int():
            return f"{value:,}"
        case _:
            return str(value)
