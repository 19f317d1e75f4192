"""Who belongs to a chat, as the notices of its app tell it: who joined, who was added, and who added them."""

import re
from collections.abc import Iterable, Iterator

from nlp.text.directions import without_directions

_JOINED = re.compile(
    r"^(?P<who>.{1,80}?)\s+(?:joined(?: (?:using|via|from|the group|by)\b|$)|was added\b"
    r"|se unió (?:usando|con|mediante|al grupo)|entrou (?:usando|no grupo|via)|a rejoint (?:le groupe|en utilisant)"
    r"|ist (?:der Gruppe )?(?:über|mit)\b.*beigetreten)",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"^(?P<by>.{1,80}?)\s+(?:added|añadió a|agregó a|adicionou|a ajouté)\s+(?P<who>\S.{0,400})$", re.IGNORECASE
)
_IN_NAME_OF = re.compile("^.{1,80}?:\\s\u200e")
_SEVERAL = re.compile(r",\s*(?:and|y|e|et)?\s*|\s+(?:and|y|e|et|&)\s+")
_NOBODY = frozenset({"you", "you all", "someone"})


def joined(notices: Iterable[str]) -> tuple[str, ...]:
    """Return the names in notices, each once; what is no name, such as "3 others", is nobody's on any roster."""
    found = (" ".join(without_directions(name).split()).removeprefix("~").strip(" .") for name in _names(notices))
    return tuple(dict.fromkeys(name for name in found if name and name.casefold() not in _NOBODY))


def _names(notices: Iterable[str]) -> Iterator[str]:
    for notice in notices:
        text = without_directions(_IN_NAME_OF.sub("", notice)).strip()
        if match := _JOINED.match(text):
            yield match["who"]
        elif match := _ADDED.match(text):
            yield match["by"]
            yield from _SEVERAL.split(match["who"])
