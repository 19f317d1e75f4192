"""What is public: found by `dir` and `help`, typed, and loaded when it is used."""

import ast
import inspect
import pydoc
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest

import manyvoices
import nlp

ROOT = Path(__file__).parent.parent
NAMES = nlp.__all__
both = pytest.mark.parametrize("package", [manyvoices, nlp], ids=lambda package: package.__name__)


def run(*words: str) -> str:
    """What a Python of its own prints; it fails if that fails."""
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


@both
def test_dir_shows_what_is_public(package):
    """The names and the version, and nothing of how they are loaded."""
    assert dir(package) == sorted([*NAMES, "__version__"])


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there_and_documented(name):
    """One object under both names of the package, with a docstring, of the name by which it is found."""
    found = getattr(manyvoices, name)
    assert found is getattr(nlp, name)
    assert found.__name__ == name
    assert inspect.getdoc(found)


@both
def test_help_says_of_each_name_what_it_is_for(package):
    """`help` opens with a line for each public name, and goes on with all of them."""
    table = pydoc.plain(pydoc.render_doc(package)).partition("PACKAGE CONTENTS")[0]
    entries = [line.split(maxsplit=1) for line in table.splitlines() if line.startswith("        ")]
    assert sorted(name for name, _ in entries) == sorted(NAMES)


def told(package: str) -> dict[str, str]:
    """Name -> module from which a package says, to type checkers and readers, that it comes."""
    tree = ast.parse((ROOT / package / "__init__.py").read_text(encoding="utf-8"))
    imports = [statement for statement in ast.walk(tree) if isinstance(statement, ast.ImportFrom)]
    return {
        alias.name: statement.module
        for statement in imports
        if (statement.module or "").partition(".")[0] == "nlp"
        for alias in statement.names
    }


def test_type_checkers_are_told_the_same_names():
    """What they see imported is what is loaded on first use, from the same places."""
    assert told("nlp") == {name: f"nlp{place}" for name, place in nlp._HOME.items()}
    assert sorted(told("nlp")) == sorted(NAMES)
    assert told("manyvoices") == dict.fromkeys([*NAMES, "__version__"], "nlp")


@both
def test_the_version_is_that_of_the_distribution(package):
    """`__version__` is what `pip` says."""
    assert package.__version__ == version("manyvoices")


@both
def test_a_name_that_is_not_public_is_an_attribute_error(package):
    """It says of which module, as Python does."""
    with pytest.raises(AttributeError, match=f"module '{package.__name__}' has no attribute 'interpet'"):
        _ = package.interpet


def test_a_star_imports_what_is_public():
    """Nothing more and nothing less."""
    found: dict[str, object] = {}
    exec("from manyvoices import *", found)
    assert set(found) - {"__builtins__"} == set(NAMES)


def test_importing_loads_nothing_else():
    """Neither a library nor a module of Python comes with it: whatever a name needs is loaded with that name."""
    code = (
        "import sys; sys.path.insert(0, '.'); had = set(sys.modules); import manyvoices; print(*set(sys.modules) - had)"
    )
    assert set(run("-I", "-S", "-c", code).split()) == {"manyvoices", "nlp"}


def test_types_load_without_what_analyses():
    """Types and errors are there without NumPy's friends that cluster, the language models and the readers of files."""
    light = ("Unit", "Reading", "Turn", "Participation", "ManyvoicesError")
    heavy = ("sklearn", "scipy", "spacy", "tokenizers", "pandas", "openpyxl", "matplotlib")
    code = f"import sys; from manyvoices import {', '.join(light)}; print(*set({heavy}) & set(sys.modules))"
    assert run("-c", code).split() == []


def test_each_public_name_loads_first():
    """Whichever is asked for first, in a Python of its own, is found: nothing needs another to be there already."""
    code = (
        "import sys, manyvoices\n"
        f"for name in {NAMES}:\n"
        "    for each in [each for each in sys.modules if each.partition('.')[0] in ('nlp', 'manyvoices')]:\n"
        "        del sys.modules[each]\n"
        "    import manyvoices\n"
        "    print(getattr(manyvoices, name).__name__)"
    )
    assert run("-c", code).split() == NAMES


def test_the_package_is_a_program(tmp_path):
    """`python -m manyvoices` is the command."""
    assert run("-m", "manyvoices", "--version") == f"manyvoices {version('manyvoices')}\n"


@both
def test_the_package_says_that_it_is_typed(package):
    """Type checkers read its annotations (PEP 561)."""
    module = import_module(package.__name__)
    assert (Path(module.__file__).parent / "py.typed").is_file()
