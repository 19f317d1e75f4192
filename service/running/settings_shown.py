"""Settings as people see them: what each means, what it is and where that comes from; and what is wrong with one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticUndefined
from pydantic_settings import EnvSettingsSource

from service.running.settings_sources import SecretFiles, TomlFile, WrongSetting, config_path, environment_name, line_of
from service.settings import Settings

HIDDEN = "(set, not shown)"
_WANTED = {
    "less_than_equal": "it may be {le} at most",
    "greater_than_equal": "it must be {ge} at least",
    "int_parsing": "it must be a whole number",
    "int_type": "it must be a whole number",
    "int_from_float": "it must be a whole number",
    "bool_parsing": "it must be true or false",
    "literal_error": "it must be {expected}",
    "string_type": "it must be a text",
    "tuple_type": "it must be a list",
    "value_error": "it must be {error}",
}


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """One setting.

    Attributes:
        name: in the TOML file.
        variable: its name in the environment.
        meaning: what it does.
        value: what it is, as text; that of a secret is not given.
        default: what it is where nobody says anything, as text.
        source: "default", "option", "environment", "file of a secret", or the TOML file with its line.
    """

    name: str
    variable: str
    meaning: str
    value: str
    default: str
    source: str


def load_settings(given: Mapping[str, object]) -> Settings:
    """Return the settings with those that are `given` as arguments (None is not given).

    Raises:
        WrongSetting: one of them cannot be used.
    """
    arguments: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**arguments)
    except ValidationError as error:
        raise WrongSetting(_said(error.errors(include_url=False)[0], arguments)) from None


def shown_settings(given: Mapping[str, object] = {}) -> tuple[ShownSetting, ...]:
    """Return every setting in the order of their description; `WrongSetting` as `load_settings`."""
    settings = load_settings(given)
    sources = _sources({name for name, value in given.items() if value is not None})
    return tuple(
        ShownSetting(
            name,
            environment_name(name),
            field.description or "",
            _text(name, getattr(settings, name)),
            _text(name, default_of(name)),
            sources.get(name, "default"),
        )
        for name, field in Settings.model_fields.items()
    )


def default_of(name: str) -> object:
    """Return what a setting is where nobody says anything."""
    default = Settings.model_fields[name].get_default(call_default_factory=True, validated_data={})
    return None if default is PydanticUndefined else default


def _sources(given: set[str]) -> dict[str, str]:
    """Return name -> where its value comes from, of those that are not left as they are."""
    toml = _toml()
    found = {name: f"{toml.path}, line {line_of(name, toml.text)}" for name in toml.given}
    found |= dict.fromkeys(SecretFiles(Settings).given, "file of a secret")
    found |= dict.fromkeys(EnvSettingsSource(Settings)(), "environment")
    return found | dict.fromkeys(given, "option")


def _toml() -> TomlFile:
    folder = Path(str(EnvSettingsSource(Settings)().get("data_dir") or default_of("data_dir")))
    return TomlFile(Settings, config_path(folder))


def is_secret(name: str) -> bool:
    """Whether the value of a setting is never shown."""
    extra = Settings.model_fields[name].json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("secret"))


def _text(name: str, value: object) -> str:
    if is_secret(name):
        return HIDDEN if value else ""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case tuple() | list():
            return ", ".join(str(each) for each in value)
        case _:
            return str(value)


def _said(problem: ErrorDetails, arguments: Mapping[str, object]) -> str:
    """Return the line that names a setting, where it is set, and what it must be."""
    name = str(problem["loc"][0]) if problem["loc"] else ""
    if name not in Settings.model_fields:
        return f"There is no setting {name}."
    wanted = _WANTED.get(problem["type"], "it is of another kind").format(**problem.get("ctx", {}))
    value = "what is given" if is_secret(name) else problem["input"]
    source = "" if name in arguments else _sources(set()).get(name, "")
    place = {"": "", "environment": "", "file of a secret": f"{environment_name(name)}_FILE: "}.get(
        source, f"{source}: "
    )
    return f"{place}The setting {name} cannot be {value}: {wanted}."
