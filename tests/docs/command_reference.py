"""Every command as the documentation has it; `python -m tests.docs.command_reference` writes it anew."""

from collections.abc import Iterator
from typing import Any

import typer

from service.cli.examples import EXAMPLES
from service.cli.main import app
from tests.docs.generated import REFERENCE, with_part

PAGE = REFERENCE / "command.md"
BEGIN, END = "<!-- commands -->\n", "<!-- end of the commands -->\n"
COMMON = {"--help", "--quiet", "--verbose", "--json"}
"""Options that every command has, told once above."""


def commands() -> str:
    """Return every command with its options and examples, from the program itself."""
    return "\n".join(_of_group("", typer.main.get_command(app)))


def _of_group(before: str, group: Any) -> Iterator[str]:
    for name, command in group.commands.items():
        called = f"{before} {name}".strip()
        if hasattr(command, "commands"):
            yield from _of_group(called, command)
        else:
            yield from _of_command(called, command)


def _of_command(name: str, command: Any) -> Iterator[str]:
    shown = [each for each in command.params if not getattr(each, "hidden", False)]
    arguments = [each for each in shown if each.param_type_name == "argument"]
    called = (f"{_placeholder(each)}" if each.required else f"[{_placeholder(each)}]" for each in arguments)
    yield f"### {name}\n"
    yield f"`manyvoices {' '.join([name, *called])}`\n"
    yield f"{' '.join(command.help.split())}\n"
    options = [each for each in shown if each not in arguments and COMMON.isdisjoint(each.opts)]
    if arguments or options:
        yield "| what is given | meaning | if not given |"
        yield "| --- | --- | --- |"
        yield from (f"| `{_placeholder(each)}` | {_said(each)} | {_default(each)} |" for each in arguments)
        yield from (f"| {_names(each)} | {_said(each)} | {_default(each)} |" for each in options)
        yield ""
    yield "```"
    yield from (f"{line}  # {does}" for line, does in EXAMPLES[name].items())
    yield "```\n"


def _placeholder(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper().removesuffix("_"))


def _names(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    choices = getattr(option.type, "choices", ())
    if option.secondary_opts:
        return f"{names}, {', '.join(f'`{name}`' for name in option.secondary_opts)}"
    return f"{names} {' / '.join(map(str, choices))}" if choices else names


def _said(parameter: Any) -> str:
    return str(parameter.help or "").replace("|", "\\|")


def _default(parameter: Any) -> str:
    default = parameter.default() if callable(parameter.default) else parameter.default
    if parameter.required:
        return "required"
    if getattr(parameter, "is_flag", False):
        return f"`{parameter.opts[0]}`" if default else ""
    return "" if default in (None, "", ()) or default == [] else f"`{getattr(default, 'value', default)}`"


def page() -> str:
    """Return the page with its commands as they should be."""
    return with_part(PAGE, BEGIN, END, commands())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
