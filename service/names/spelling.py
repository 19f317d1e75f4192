"""How a programme spells the names of elements, levels and teams, joined ones among them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nlp.names import name_key
from nlp.text.scripts import count_scripts
from service.names.types import NameKind
from service.types import Outline


@dataclass(frozen=True, slots=True)
class Spelling:
    """Kind -> key of a name -> the name under which it is counted."""

    known: Mapping[NameKind, Mapping[str, str]]

    @classmethod
    def of(cls, outline: Outline) -> "Spelling":
        """Return the spelling of a programme."""
        known: dict[NameKind, dict[str, str]] = {kind: {} for kind in NameKind}
        for kind, names in names_by_kind(outline).items():
            known[kind] |= {name_key(name): name for name in reversed(names)}
        for kind, key, name in outline.names.spellings():
            known[kind][key] = name
        return cls(known)

    def element(self, name: str) -> str:
        """Return an element as the programme spells it."""
        return self.spelled(NameKind.ELEMENT, name)

    def level(self, name: str) -> str:
        """Return a level as the programme spells it."""
        return self.spelled(NameKind.LEVEL, name)

    def team(self, name: str) -> str:
        """Return a team as the programme spells it."""
        return self.spelled(NameKind.TEAM, name)

    def person(self, name: str) -> str:
        """Return what somebody is called, where that is otherwise than files have it."""
        return self.spelled(NameKind.PERSON, name)

    def teams(self, names: Iterable[str]) -> frozenset[str]:
        """Return teams as the programme spells them."""
        return frozenset(map(self.team, names))

    def spelled(self, kind: NameKind, name: str) -> str:
        """Return a name as the programme spells it; one that it does not know stays as it is."""
        return self.known[kind].get(name_key(name), name) if name else name


def names_by_kind(outline: Outline) -> dict[NameKind, tuple[str, ...]]:
    """Return the elements, levels and teams of an outline."""
    return {
        NameKind.ELEMENT: outline.elements,
        NameKind.LEVEL: outline.levels,
        NameKind.TEAM: outline.teams,
    }


def main_script(name: str) -> str:
    """Return the script (ISO 15924) of most letters of a name, "" where it has none."""
    counts = count_scripts(name)
    return max(counts, key=lambda script: counts[script]) if counts else ""


def called_in(outline: Outline, language: str) -> dict[str, str]:
    """Return name -> what it is called in a language (BCP 47), for the names for which somebody has said so."""
    return {each.name: each.languages[language] for each in outline.names.said if language in each.languages}
