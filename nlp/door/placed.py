"""What a person did with notes: id -> name of the reading in which it lies."""

from collections.abc import Mapping

from nlp.door.attributes import one_text
from nlp.door.wrong import write, wrong_type


def names_by_id(placed: object) -> dict[str, str]:
    """Return names as texts; a note without one lies nowhere.

    Raises:
        WrongType: it is no mapping, or a name is no text.
    """
    if not isinstance(placed, Mapping):
        raise wrong_type("placed", "dict[str, str]", placed, write('{units[0].id: "name of a reading"}'))
    return {one_text("id", unit): one_text("placed", name, f"placed[{unit!r}]") for unit, name in placed.items()}
