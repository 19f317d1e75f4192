"""How the wheel takes one name among the packages of an environment: `manyvoices`, with all others inside it.

In the repository the packages lie side by side and import one another by their own names. In the wheel they lie inside
`manyvoices` (`sources` in pyproject.toml says where), and their imports are written accordingly, here.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOUSE = "manyvoices"
INSIDE = ("nlp", "service", "corpora", "models")
_NAME_IN_PROSE = re.compile(rf"(?<=`)(?=({'|'.join(INSIDE)})(\.\w+)+)".encode())


class MovedIn(BuildHookInterface):  # type: ignore[type-arg]
    """Hands the builder of the wheel every module as it reads inside the house."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the modules for the wheel; an editable installation has those of the repository."""
        if version == "editable":
            return
        self._written = TemporaryDirectory()
        for file in self.build_config.builder.recurse_selected_project_files():
            if file.path.endswith(".py"):
                place = Path(self._written.name, file.distribution_path)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(moved_in(Path(file.path).read_bytes()))
                build_data["force_include"][str(place)] = file.distribution_path

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was written for the builder."""
        if version != "editable":
            self._written.cleanup()


class _Edit(NamedTuple):
    line: int
    start: int
    end: int
    text: bytes


def moved_in(source: bytes) -> bytes:
    """Return a module as it reads where the packages `INSIDE` lie in `HOUSE`.

    Imports of them begin with `HOUSE`, and so do their names between backticks in docstrings. The syntax tree says
    where these are: a text that looks like an import stays as it is.

    Args:
        source: in UTF-8.

    Raises:
        SyntaxError: an import of them that would give its names another meaning, as `import nlp.text` would.
    """
    lines = source.splitlines(keepends=True)
    for line, start, end, text in sorted(_edits(source, lines), reverse=True):
        lines[line] = lines[line][:start] + text + lines[line][end:]
    return b"".join(lines)


def _edits(source: bytes, lines: list[bytes]) -> Iterator[_Edit]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.ImportFrom(module=str(module), level=0) if _is_inside(module):
                start = node.col_offset + len("from ")
                yield _Edit(node.lineno - 1, start, start, f"{HOUSE}.".encode())
            case ast.Import(names=names) if any(_is_inside(alias.name) for alias in names):
                yield _Edit(node.lineno - 1, node.col_offset, node.end_col_offset or 0, _import(node))
            case ast.Expr(value=ast.Constant(value=str())):
                for line in range(node.lineno - 1, node.end_lineno or 0):
                    yield from (
                        _Edit(line, found.start(), found.start(), f"{HOUSE}.".encode())
                        for found in _NAME_IN_PROSE.finditer(lines[line])
                    )


def _import(node: ast.Import) -> bytes:
    if len(node.names) > 1 or "." in node.names[0].name:
        raise SyntaxError(f"line {node.lineno}: write `from {node.names[0].name} import ...`, for the wheel")
    return f"from {HOUSE} {ast.unparse(node)}".encode()


def _is_inside(module: str) -> bool:
    return module.partition(".")[0] in INSIDE
