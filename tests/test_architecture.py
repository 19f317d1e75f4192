"""The directions of dependence and the sizes that keep the code readable."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("manyvoices", "nlp", "service", "models")
FILES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
WEB = {"fastapi", "starlette", "uvicorn", "jinja2", "multipart"}
FORBIDDEN = {
    "nlp": {"service", "tests", "benchmarks", "pydantic", "pydantic_settings", "typer", *WEB},
    "models": {"service", "tests", "benchmarks", "pydantic", "pydantic_settings", *WEB},
    "service": {"tests", "benchmarks"},
}
SQL = {"sqlalchemy", "alembic", "sqlite3", "psycopg"}
LARGEST_FOLDER = 15
LONGEST_FUNCTION = 40
LONGER = {
    "nlp/participation/measure.py",
    "nlp/participation/sessions/compare.py",
    "nlp/participation/shares.py",
    "nlp/readings/groups/small_groups.py",
    "nlp/readings/interpretation.py",
    "nlp/readings/wording/distinctive_words.py",
    "service/cli/commands.py",
    "service/store/migrations/versions/0001_the_first_tables.py",
    "service/store/migrations/versions/0002_what_those_present_answer.py",
}
"""Files whose functions may still have 60 lines; the list only grows shorter (migrations are history and stay)."""
MIGRATIONS = ROOT / "service" / "store" / "migrations" / "versions"
"""History, which only grows longer."""
FOLDERS = sorted(
    {path.parent for top in (*PACKAGES, "tests", "benchmarks", "corpora") for path in (ROOT / top).rglob("*.py")}
    - {ROOT / "service/store/migrations/versions"}
)
"""All of them but that of the migrations, which are history and only grow."""


def relative(path: Path) -> str:
    """The path as it is written in this file."""
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def functions(path: Path) -> list[tuple[str, int]]:
    """The name and number of lines of every function of a file."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_dependence_points_one_way(path):
    """The analysis knows neither web nor database, and only the store knows SQL."""
    parts = path.relative_to(ROOT).parts
    assert not imported(path) & FORBIDDEN.get(parts[0], set())
    if parts[:2] != ("service", "store"):
        assert not imported(path) & SQL


@pytest.mark.parametrize("folder", [each for each in FOLDERS if each != MIGRATIONS], ids=relative)
def test_folders_can_be_taken_in_at_a_glance(folder):
    """At most fifteen Python files in one; `__init__.py` does not count."""
    assert len([path for path in folder.glob("*.py") if path.name != "__init__.py"]) <= LARGEST_FOLDER


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NLP = {module_name(path): path for path in FILES if path.is_relative_to(ROOT / "nlp")}
OURS = {
    ".".join(parts[:size])
    for parts in (module_name(path).split(".") for path in FILES)
    for size in range(len(parts) + 1)
}


def loaded_with(module: str) -> Iterator[str]:
    """Yield the modules of `nlp` that an import of this one needs first, as far as its own lines say so."""
    for node in ast.parse(NLP[module].read_text(encoding="utf-8")).body:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            inside = [f"{node.module}.{name}" for name in names]
            names = [name if name in NLP else node.module or "" for name in inside]
        for name in names:
            parts = name.split(".")
            packages = [".".join(parts[:size]) for size in range(1, len(parts) + 1)]
            yield from (each for each in packages if each in NLP and not f"{module}.".startswith(f"{each}."))


def test_no_circle_of_imports():
    """No module of the analysis needs itself before it is loaded, the packages that it stands in left aside."""
    try:
        TopologicalSorter({module: set(loaded_with(module)) for module in NLP}).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def named_in_strings(path: Path) -> list[str]:
    """The strings of a file, docstrings left aside, that are names of our own modules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
    ]
    return [text for text in texts if "." in text and text in OURS]


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_no_string_names_a_module(path):
    """Modules are called otherwise where they are installed: `__name__` and `__package__` know how."""
    assert named_in_strings(path) == []


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_functions_stay_short(path):
    """No function above forty lines, nor above sixty where that is still to be done."""
    longest = 60 if relative(path) in LONGER else LONGEST_FUNCTION
    assert [(name, lines) for name, lines in functions(path) if lines > longest] == []


def test_what_may_be_longer_still_is():
    """A file that has become shorter, or is gone, leaves the list."""
    longer = {relative(path) for path in FILES for _, lines in functions(path) if lines > LONGEST_FUNCTION}
    assert longer >= LONGER


@pytest.mark.parametrize("path", FILES, ids=relative)
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


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_test_states_a_behaviour(path):
    """A docstring on each test function."""
    tests = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert tests
    assert [node.name for node in tests if not ast.get_docstring(node)] == []
