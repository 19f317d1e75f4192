"""Where settings come from besides arguments and the environment: files of secrets, and one TOML file."""

import os
import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

PREFIX = "MANYVOICES_"
CONFIG = f"{PREFIX}CONFIG"
CONFIG_NAME = "manyvoices.toml"
_FILE = "_FILE"


class WrongSetting(Exception):
    """A setting that cannot be used: one line for whoever runs the installation, with the file and the line."""


def config_path(data_dir: Path) -> Path | None:
    """Return the TOML file: the one that MANYVOICES_CONFIG names, else manyvoices.toml in the data folder, else None.

    Raises:
        WrongSetting: the file that is named is not there.
    """
    if named := os.environ.get(CONFIG):
        if not Path(named).is_file():
            raise WrongSetting(f"{CONFIG} names a file that is not there: {named}.")
        return Path(named)
    found = data_dir / CONFIG_NAME
    return found if found.is_file() else None


def environment_name(field: str) -> str:
    """Return the name of the environment variable of a setting."""
    return PREFIX + field.upper()


def line_of(field: str, text: str) -> int:
    """Return the line on which a TOML text sets a key, 1 if it cannot be told."""
    pattern = re.compile(rf"""\s*["']?{re.escape(field)}["']?\s*[=.]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)


class _Given(PydanticBaseSettingsSource):
    """A source whose values are all known at once."""

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls)
        self.given: Mapping[str, object] = {}

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002
        """Return the value of a field."""
        return self.given.get(field_name), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Return all values."""
        return dict(self.given)


class SecretFiles(_Given):
    """Values in files that variables like MANYVOICES_DATABASE_URL_FILE name; the last line break is dropped."""

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls)
        self.given = {
            field: _content(variable, os.environ[variable])
            for field in settings_cls.model_fields
            if (variable := environment_name(field) + _FILE) in os.environ
        }


def _content(variable: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no UTF-8 text"
        raise WrongSetting(f"{variable} names {path}, which cannot be read ({reason.lower()}).") from None


class TomlFile(_Given):
    """The values of a TOML file, its keys the names of settings."""

    def __init__(self, settings_cls: type[BaseSettings], path: Path | None) -> None:
        super().__init__(settings_cls)
        self.path = path
        self.text = ""
        if path:
            self.text = _toml_text(path)
            self.given = _parsed(path, self.text, settings_cls.model_fields)


def _toml_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no UTF-8 text"
        raise WrongSetting(f"{path} cannot be read ({reason.lower()}).") from None


def _parsed(path: Path, text: str, fields: Collection[str]) -> Mapping[str, object]:
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongSetting(f"{path} is no TOML: {error}.") from None
    for key in given:
        if key not in fields:
            raise WrongSetting(f"{path}, line {line_of(key, text)}: there is no setting {key}.")
    return given


def unknown_variables(fields: Collection[str]) -> tuple[str, ...]:
    """Return the variables of the environment that begin like ours and are no setting."""
    known = {CONFIG, *(environment_name(field) + end for field in fields for end in ("", _FILE))}
    return tuple(sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known))
