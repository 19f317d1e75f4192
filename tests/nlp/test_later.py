"""What is imported when it is first used."""

from importlib import import_module

import pytest

from nlp.documents import read
from nlp.later import later, on_first_use
from nlp.transcripts.readers import READERS


def test_a_function_is_imported_when_it_is_called():
    """It takes what the function takes, and has its name."""
    key = later("nlp", ".names", "name_key")
    assert key.__name__ == "name_key"
    assert key("  Asha   RAI ") == import_module("nlp.names").name_key("  Asha   RAI ")


def test_a_package_has_the_names_of_its_table():
    """Any other is an attribute error that says of which package."""
    package = on_first_use("nlp", {"name_key": ".names"})
    assert package("name_key") is import_module("nlp.names").name_key
    with pytest.raises(AttributeError, match="module 'nlp' has no attribute 'name_kay'"):
        package("name_kay")


@pytest.mark.parametrize(
    "package", ["documents", "embedding", "participation", "readings", "rubrics", "seating", "sorting", "transcripts"]
)
def test_every_name_of_a_package_is_there(package):
    """What `__all__` lists can be imported."""
    found = import_module(f"nlp.{package}")
    assert all(getattr(found, name) is not None for name in found.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = found.nothing


def test_every_reader_of_the_tables_is_there():
    """A module or a function that is renamed is found here, and not by who hands in such a file."""
    readers = [each for reader in READERS for each in (reader.recognise, reader.read)]
    for each in [*readers, *vars(read).values()]:
        held = dict(zip(each.__code__.co_freevars, each.__closure__ or (), strict=True)) if callable_later(each) else {}
        if held:
            module, package, function = (held[name].cell_contents for name in ("module", "package", "function"))
            assert callable(getattr(import_module(module, package), function))


def callable_later(each: object) -> bool:
    return getattr(getattr(each, "__code__", None), "co_freevars", ()) == ("function", "module", "package")
