"""Results in which no text that people wrote names anybody."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from service.presentation.masking.masking import People

Result = TypeVar("Result")
MASKED = {"text", "label", "labels", "given", "gloss", "values", "a", "b"}


def masked(result: Result, people: People) -> Result:
    """Return a result in which no text that people wrote names anybody."""
    given: Any = result
    found: Result = _mask(given, people, inside=False) if people.hidden else given
    return found


def _mask(value: Any, people: People, *, inside: bool) -> Any:  # noqa: ANN401 - whatever a result holds
    if is_dataclass(value) and not isinstance(value, type):
        own = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        if "template" in own:
            del own["text"]
        return replace(
            value, **{name: _mask(each, people, inside=inside or name in MASKED) for name, each in own.items()}
        )
    match value:
        case Mapping():
            return {key: _mask(each, people, inside=inside or key in MASKED) for key, each in value.items()}
        case tuple():
            return tuple(_mask(each, people, inside=inside) for each in value)
        case str() if inside:
            return people.mask(value)
        case _:
            return value
