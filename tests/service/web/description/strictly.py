"""Answers held against the description, in which no field may stand that it does not name."""

import re
from collections.abc import Iterator

import jsonschema_rs

STANDS_ALONE = re.compile(r"\{[a-z_]+\}")


def closed(part):
    """The same schemas, where an object has no fields but those that are named, or that are said to be possible."""
    match part:
        case dict():
            form = {key: closed(each) for key, each in part.items() if key not in {"example", "examples", "default"}}
            if isinstance(part.get("properties"), dict) and "type" in part:
                form["properties"] = {name: closed(each) for name, each in part["properties"].items()}
                form.setdefault("additionalProperties", False)
            return form
        case list():
            return [closed(each) for each in part]
        case _:
            return part


class Strictly:
    """What a description says of the answers to requests."""

    def __init__(self, description: dict) -> None:
        self.paths = description["paths"]
        self._schemas = closed(description["components"]["schemas"])
        self._patterns = [
            (re.compile(STANDS_ALONE.sub("[^/]+", re.escape(path).replace(r"\{", "{").replace(r"\}", "}"))), path)
            for path in sorted(self.paths, key=lambda path: path.count("{"))
        ]
        self._validators: dict[str, jsonschema_rs.Validator] = {}
        self.seen: set[tuple[str, str, int]] = set()

    def faults(self, method: str, url: str, answer) -> Iterator[str]:
        """Everything in which an answer is not as it is described."""
        path = next(path for pattern, path in self._patterns if pattern.fullmatch(url.partition("?")[0]))
        said = self.paths[path][method.lower()]["responses"].get(str(answer.status_code))
        kind = answer.headers.get("content-type", "").partition(";")[0]
        self.seen.add((method, path, answer.status_code))
        if said is None:
            yield f"{method} {path}: {answer.status_code} is not described: {answer.text[:300]}"
        elif kind not in said.get("content", {"": None}):
            yield f"{method} {path} {answer.status_code}: {kind} is not described"
        elif "content" in said and kind.endswith("json"):
            where = f"{method} {path} {answer.status_code}"
            for fault in self._validator(where, said["content"][kind]["schema"]).iter_errors(answer.json()):
                way = "/".join("*" if isinstance(part, int) else part for part in fault.instance_path)
                yield f"{where} /{way}: {fault.message[-300:]}"

    def _validator(self, where, schema):
        if where not in self._validators:
            whole = closed(schema) | {"components": {"schemas": self._schemas}}
            self._validators[where] = jsonschema_rs.validator_for(whole, validate_formats=True)
        return self._validators[where]
