"""The command that shows every setting."""

import sys
from dataclasses import asdict

from service.cli.options import AsJson
from service.cli.out import stream


def settings(as_json: AsJson = False) -> None:
    """Show every setting with its meaning, its value and where that comes from."""
    from service.cli.server import given_settings
    from service.running.settings_shown import shown_settings
    from service.running.settings_sources import unknown_variables
    from service.settings import Settings

    given_settings({})
    every = shown_settings()
    unknown = unknown_variables(Settings.model_fields)
    if as_json:
        stream.json({"settings": [asdict(each) for each in every], "unknown_variables": list(unknown)})
    else:
        for each in every:
            value = f" = {each.value}" if each.value else " is empty"
            stream.line(f"{each.name}{value}  ({each.source})\n    {each.meaning}\n    {each.variable}\n")
    for name in unknown:
        sys.stderr.write(f"{name} is no setting and does nothing.\n")
