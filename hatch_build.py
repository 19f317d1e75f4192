"""How the wheel takes one name among the packages of an environment, and says what it is made of.

In the repository the packages lie side by side and import one another by their own names. In the wheel they lie inside
`manyvoices` (`sources` in pyproject.toml says where), and their imports are written accordingly, here. Its bill of
materials (CycloneDX, beside its metadata) names what it carries of others and what the locks install with it.
"""

import ast
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOUSE = "manyvoices"
INSIDE = ("nlp", "service", "corpora", "models")
LAYERS = {"base": "required", "server": "optional"}
CARRIED = {
    "nlp/fonts/*.ttf": ("file", "OFL-1.1"),
    "models/manyvoices-static-1/0_StaticEmbedding/model.safetensors": ("machine-learning-model", "Apache-2.0"),
}
"""What lies in the wheel beside our code: what kind of thing it is, and its licence."""
_LINE = re.compile(r"^([\w.-]+)==([^ ]+)(?: ; (.+?))? \\\n((?: .*\n)+)", re.MULTILINE)
_ASKED_BY = re.compile(r"^ +# (?:via|  )(.*)$", re.MULTILINE)
_NAME_IN_PROSE = re.compile(rf"(?<=`)(?=({'|'.join(INSIDE)})(\.\w+)+)".encode())


class MovedIn(BuildHookInterface):  # type: ignore[type-arg]
    """Hands the builder of the wheel every module as it reads inside the house."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the modules for the wheel; an editable installation has those of the repository."""
        if version == "editable":
            return
        self._written = TemporaryDirectory()
        bill = Path(self._written.name, f"{HOUSE}.cdx.json")
        bill.write_text(json.dumps(bill_of_materials(Path(self.root), self.metadata.version), indent=1), "utf-8")
        build_data["sbom_files"].append(str(bill))
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


def bill_of_materials(root: Path, version: str) -> dict[str, object]:
    """Return what the product is made of, as CycloneDX 1.6; the same for the same sources.

    Args:
        root: of the sources.
        version: of the product.
    """
    packages = [_Package(*line, scope) for layer, scope in LAYERS.items() for line in _lines(root, layer)]
    ours = {"type": "application", "name": HOUSE, "version": version, **_known_as(HOUSE, version)}
    asked: dict[str, set[str]] = {}
    for package in packages:
        for by in package.asked_by:
            asked.setdefault(by, set()).add(package.reference)
    places = [(HOUSE, str(ours["bom-ref"])), *((each.name, each.reference) for each in packages)]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"lifecycles": [{"phase": "build"}], "component": ours | _licence("Apache-2.0")},
        "components": [*(each.component() for each in packages), *_carried(root)],
        "dependencies": [{"ref": place, "dependsOn": sorted(asked.get(name, ()))} for name, place in places],
    }


class _Package(NamedTuple):
    name: str
    version: str
    marker: str
    asked_by: frozenset[str]
    scope: str

    @property
    def reference(self) -> str:
        return _known_as(self.name, self.version)["bom-ref"]

    def component(self) -> dict[str, object]:
        where = [{"name": f"{HOUSE}:where", "value": self.marker}] if self.marker else []
        of = {"type": "library", "name": self.name, "version": self.version, "scope": self.scope}
        return {**of, **_known_as(self.name, self.version), "properties": where}


def _lines(root: Path, layer: str) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    for name, version, marker, rest in _LINE.findall((root / "deploy/locks" / f"{layer}.txt").read_text("utf-8")):
        by = (each.strip().partition(" ")[0] for each in _ASKED_BY.findall(rest))
        yield name, version, marker, frozenset(filter(None, by))


def _known_as(name: str, version: str) -> dict[str, str]:
    reference = f"pkg:pypi/{name}@{version}"
    return {"bom-ref": reference, "purl": reference}


def _licence(name: str) -> dict[str, object]:
    return {"licenses": [{"license": {"id": name}}]}


def _carried(root: Path) -> Iterator[dict[str, object]]:
    for pattern, (kind, licence) in CARRIED.items():
        for path in sorted(root.glob(pattern)):
            place = f"{HOUSE}/{path.relative_to(root).as_posix()}"
            digest = {"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}
            yield {"type": kind, "bom-ref": place, "name": place, "hashes": [digest], **_licence(licence)}


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
