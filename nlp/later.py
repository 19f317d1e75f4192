"""What is imported when it is first used: reading subtitles does not wait for what reads workbooks."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_first_use(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package whose public names are imported when they are first asked for (PEP 562).

    Args:
        package: its `__name__`.
        homes: public name -> the module of the package that it comes from, as ".types".
    """

    def __getattr__(name: str) -> object:  # noqa: N807 - the name by which Python knows it
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name], package), name)

    return __getattr__


def later(package: str | None, module: str, function: str) -> Callable[..., Any]:
    """Return a function that imports another when it is first called, and calls it.

    Args:
        package: the `__package__` of who calls.
        module: where the function is, from that package on, as ".chats.slack".
        function: its name.
    """

    def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - those of the function
        return getattr(import_module(module, package), function)(*args, **kwargs)

    call.__name__ = call.__qualname__ = function
    return call
