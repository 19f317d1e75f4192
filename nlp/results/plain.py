"""Results as texts, numbers, lists and dictionaries: the form that outsiders get.

It is that of the dataclasses, and the attributes of every note also stand beside its own fields, where no field has
their name.
"""

from collections.abc import Callable, Collection
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from nlp.documents.types import Unit
from nlp.messages import Message

Plain = dict[str, Any]


def plain(result: object, listed: Collection[str] | None = None) -> Plain:
    """Return the form of a dataclass.

    A field wins over an attribute of its name; the attribute still stands in "attributes".

    Args:
        result: of the analysis.
        listed: the attributes of notes that are given; None gives all.
    """
    form: Plain = _converter(None if listed is None else frozenset(listed)).unstructure(result)
    return form


@cache
def _converter(listed: frozenset[str] | None) -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list, frozenset: sorted})

    def note(kind: type[Unit]) -> Callable[[Unit], Plain]:
        fields = make_dict_unstructure_fn(kind, converter)

        def form(unit: Unit) -> Plain:
            own = {name: each for name, each in unit.attributes.items() if listed is None or name in listed}
            return {**own, **fields(unit), "attributes": own}

        return form

    converter.register_unstructure_hook_factory(lambda kind: isinstance(kind, type) and issubclass(kind, Unit), note)
    converter.register_unstructure_hook(Message, _message)
    converter.register_unstructure_hook(float, float)
    return converter


def _message(message: Message) -> Plain:
    values = {place: _value(value) for place, value in message.values.items()}
    return {"template": message.template, "values": values, "text": message.text}


def _value(value: object) -> object:
    match value:
        case Message():
            return _message(value)
        case tuple():
            return list(value)
        case _:
            return value
