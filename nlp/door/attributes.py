"""Fields and attributes as texts, or the error that says which of them is none."""

from collections.abc import Mapping

from nlp.door.values import NotOneValue, as_text
from nlp.door.wrong import write, wrong_type
from nlp.messages import Message

ONE_VALUE = Message("Give it one value, or None where there is none")


def one_text(name: str, value: object, place: str = "") -> str:
    """Return a value as a text, "" for one that is missing.

    Args:
        name: of the field, for the message.
        value: one value.
        place: `notes[3]`.

    Raises:
        WrongType: it is a list, a mapping, bytes or an object.
    """
    try:
        return as_text(value)
    except NotOneValue:
        raise wrong_type(name, "str", value, ONE_VALUE, place) from None


def are_texts(attributes: object) -> bool:
    """Whether attributes are texts already."""
    return isinstance(attributes, Mapping) and all(
        type(value) is str and type(name) is str for name, value in attributes.items()
    )


def attributes_as_texts(attributes: object, place: str = "") -> dict[str, str]:
    """Return attributes with texts for names and values: 0 is "0", and what is missing is "".

    Raises:
        WrongType: they are no mapping, or a value is no single one.
    """
    if not isinstance(attributes, Mapping):
        raise wrong_type("attributes", "dict[str, str]", attributes, write('{"team": "Nepal"}'), place)
    return {
        one_text("attributes", name, place): one_text(str(name), value, place) for name, value in attributes.items()
    }
