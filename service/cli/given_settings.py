"""Settings from options and environment; a bad one is one line on stderr and exit code 2."""

import sys
from collections.abc import Mapping

import typer
from pydantic import ValidationError

from service.settings import Settings

_WANTED = {
    "less_than_equal": "it may be {le} at most",
    "greater_than_equal": "it must be {ge} at least",
    "int_parsing": "it must be a whole number",
    "int_from_float": "it must be a whole number",
}


def given_settings(given: Mapping[str, object]) -> Settings:
    """Return the settings with those that are `given` (None is not given).

    Raises:
        typer.Exit: code 2, after a line that names the first bad setting.
    """
    try:
        return Settings.model_validate({name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["loc"]:
            name = str(first["loc"][0])
            wanted = _WANTED.get(first["type"], "it is of another kind").format(**first.get("ctx", {}))
            sys.stderr.write(f"The setting {name} cannot be {first['input']}: {wanted}.\n")
        else:
            lists = 'MANYVOICES_ALLOWED_HOSTS must be a list such as ["review.example.org"]'
            sys.stderr.write(f"A setting in the environment cannot be read: {lists}.\n")
        raise typer.Exit(2) from None
