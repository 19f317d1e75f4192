"""Markup taken apart into stretches of one language, for formats that are not HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text.

    Attributes:
        text: as people read it; never empty.
        language: BCP 47 where it is not that of the sentence, "" where it is.
        name: whether it is the name of something: a team, an element, a reading.
    """

    text: str
    language: str = ""
    name: bool = False


def runs(words: Markup | str) -> tuple[Run, ...]:
    """Return the stretches of a sentence in their order; what is no `Markup` is one stretch, whatever it holds."""
    if not isinstance(words, Markup):
        return (Run(words),) if words else ()
    parser = _Runs()
    parser.feed(str(words))
    parser.close()
    return tuple(_joined(parser.found))


class _Runs(HTMLParser):
    """Collects texts with the language and the kind of the innermost element around them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Run] = []
        self._around: list[tuple[str, str, bool]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        _, language, name = self._around[-1] if self._around else ("", "", False)
        self._around.append((tag, dict(attributes).get("lang") or language, name or tag == "b"))

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        if self._around and self._around[-1][0] == tag:
            self._around.pop()

    def handle_data(self, text: str) -> None:
        """Keep what stands in it."""
        _, language, name = self._around[-1] if self._around else ("", "", False)
        self.found.append(Run(text, language, name))


def _joined(found: list[Run]) -> Iterator[Run]:
    """Yield runs, neighbours of one kind as one."""
    before: Run | None = None
    for each in found:
        if before and (before.language, before.name) == (each.language, each.name):
            before = Run(before.text + each.text, each.language, each.name)
            continue
        if before:
            yield before
        before = each
    if before:
        yield before
