"""The directions of dependence and the sizes that keep the code readable."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("nlp", "service", "models")
FILES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
FORBIDDEN = {
    "nlp": {"service", "fastapi", "starlette", "pydantic", "pydantic_settings", "sqlalchemy", "alembic", "typer"}
}


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_dependence_points_one_way(path):
    """The analysis knows neither web nor database, and only the store knows SQL."""
    parts = path.relative_to(ROOT).parts
    assert not imported(path) & FORBIDDEN.get(parts[0], set())
    if parts[:2] != ("service", "store"):
        assert not imported(path) & {"sqlalchemy", "alembic", "sqlite3", "psycopg"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_small(path):
    """No file above 300 lines, no function above 60."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert all((node.end_lineno or 0) - node.lineno < 60 for node in functions)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_public_lacks_a_docstring(path):
    """Modules with code, public functions and classes say what they are for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert not tree.body or ast.get_docstring(tree)
    assert all(ast.get_docstring(node) for node in public)


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.stem)
def test_every_test_states_a_behaviour(path):
    """A docstring on each test function."""
    tests = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert tests
    assert [node.name for node in tests if not ast.get_docstring(node)] == []
