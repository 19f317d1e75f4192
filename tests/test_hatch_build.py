"""Modules as the wheel has them."""

import pytest

from hatch_build import moved_in


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("from nlp import interpret\n", "from manyvoices.nlp import interpret\n"),
        ("from nlp.text.words import (\n    a,\n)\n", "from manyvoices.nlp.text.words import (\n    a,\n)\n"),
        ("import nlp\n", "from manyvoices import nlp\n"),
        ("import service as product\n", "from manyvoices import service as product\n"),
        ("def f():\n    from models import g\n", "def f():\n    from manyvoices.models import g\n"),
        ("'ক🙂'; from corpora import GOLD\n", "'ক🙂'; from manyvoices.corpora import GOLD\n"),
        ("x = 1\r\nfrom nlp import y\r\n", "x = 1\r\nfrom manyvoices.nlp import y\r\n"),
        ('s = "\f\u2028"\nfrom nlp import y', 's = "\f\u2028"\nfrom manyvoices.nlp import y'),
    ],
)
def test_imports_of_ours_lead_into_the_house(here, there):
    """Whatever their form, wherever they stand, and whatever stands before them."""
    assert moved_in(here.encode()).decode() == there


@pytest.mark.parametrize(
    "source",
    [
        "from os import path\nimport sys, re\n",
        "from . import nlp\nfrom .models import x\n",
        "from nlpx import y\nfrom sqlalchemy.models import z\nimport nlp_tools\n",
        'TEXT = "from nlp import interpret"\nprint("import nlp")\n',
        "# from nlp import interpret\nnlp.interpret()\n",
        'models = "`nlp.readings`"\n',
    ],
)
def test_nothing_else_changes(source):
    """Other packages, relative imports, and texts that look like imports."""
    assert moved_in(source.encode()).decode() == source


def test_docstrings_name_modules_as_they_are_called_there():
    """Between backticks, in docstrings of modules, classes, functions and fields; so `help` leads to what is there."""
    here = (
        '"""See `nlp.text.words` and `nlp`,\nnot nlp.text nor `models/`."""\n'
        'class A:\n    b: int\n    """As `service.x`."""\n'
    )
    there = here.replace("`nlp.text.words", "`manyvoices.nlp.text.words").replace("`service.x", "`manyvoices.service.x")
    assert moved_in(here.encode()).decode() == there


@pytest.mark.parametrize("source", ["import nlp.text\n", "import nlp.text as text\n", "import nlp, service\n"])
def test_imports_that_would_mean_something_else_are_refused(source):
    """The builder stops, and says what to write."""
    with pytest.raises(SyntaxError, match="line 1: write `from nlp"):
        moved_in(source.encode())
