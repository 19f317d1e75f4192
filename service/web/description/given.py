"""What is sent has no fields but those that are named, and no number without bounds: told of dataclasses, too."""

from typing import Any

from service.web.numbers import LARGEST

Json = dict[str, Any]
REF = "#/components/schemas/"


def tell_given(made: Json) -> None:
    """Close every schema that stands in the body of a request, and bound its whole numbers."""
    schemas = made["components"]["schemas"]
    waiting = [
        form["schema"]
        for operations in made["paths"].values()
        for operation in operations.values()
        for form in operation.get("requestBody", {}).get("content", {}).values()
    ]
    seen: set[str] = set()
    while waiting:
        name = _close(waiting.pop(), waiting)
        if name and name not in seen:
            seen.add(name)
            waiting.append(schemas[name])


def _close(part: Any, waiting: list[Any]) -> str:  # noqa: ANN401 - whatever JSON holds
    """Close one part of a schema, let those within wait, and return the name of the schema that it refers to."""
    if isinstance(part, list):
        waiting.extend(part)
    if not isinstance(part, dict):
        return ""
    if "properties" in part and part.get("type") == "object":
        part.setdefault("additionalProperties", False)
    if part.get("type") == "integer":
        part.setdefault("minimum", -LARGEST)
        part.setdefault("maximum", LARGEST)
    waiting.extend(each for key, each in part.items() if key not in {"default", "example", "examples"})
    named = part.get("$ref", "")
    return named.removeprefix(REF) if isinstance(named, str) else ""
