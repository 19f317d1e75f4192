"""What is said to people, kept as a template and its values until the very end, so that it can be said in any language.

A template is English text with {places}. It is also the message id of the interface catalogues: `Message("...")` and
`msgid("...")` mark it for them, and a test names every one that a catalogue lacks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


def msgid(template: str) -> str:
    """Mark a template that a message will be made of elsewhere; returns it as it is."""
    return template


@dataclass(frozen=True, slots=True)
class Message:
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
        """Fill the template; without values it is taken as it is, braces and all."""
        plain = {place: _plain(value) for place, value in self.values.items()}
        object.__setattr__(self, "text", self.template.format(**plain) if plain else self.template)

    def __str__(self) -> str:
        """The message in English."""
        return self.text


Value = str | int | tuple[str, ...] | Message


def _plain(value: Value) -> str:
    match value:
        case tuple():
            return ", ".join(value)
        case int():
            return f"{value:,}"
        case _:
            return str(value)
