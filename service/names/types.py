"""What facilitators have said of the names of elements, levels, teams and people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nlp.names import name_key


class NameKind(StrEnum):
    """What a name is of."""

    ELEMENT = "element"
    LEVEL = "level"
    TEAM = "team"
    PERSON = "person"
    """On a roster; no outline has people, and nobody is joined to anybody."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One element, level, team or person, and what it is called.

    Attributes:
        kind: which of them.
        name: under which it is counted and, where a reader's language has no other, shown.
        also: other names that mean it, as they were spelled.
        languages: language (BCP 47) -> its name in it; each of them means it too.
    """

    kind: NameKind
    name: str
    also: tuple[str, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)

    @property
    def spellings(self) -> tuple[str, ...]:
        """All names that mean it."""
        return (self.name, *self.also, *self.languages.values())

    @property
    def keys(self) -> frozenset[str]:
        """What tells its names from those of others (`nlp.names.name_key`)."""
        return frozenset(map(name_key, self.spellings))


@dataclass(frozen=True, slots=True)
class Apart:
    """Two names that somebody said are not the same; they are not proposed to be joined again."""

    kind: NameKind
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that was said of names in a programme.

    Attributes:
        said: what is joined, renamed, or has names in several languages; every name means one of them only.
        apart: pairs that were refused or parted.
        orders: kind -> names in the order in which somebody put them, levels the best first.
        removed: names that are not listed while no file speaks of them.
    """

    said: tuple[Naming, ...] = ()
    apart: tuple[Apart, ...] = ()
    orders: Mapping[NameKind, tuple[str, ...]] = field(default_factory=dict)
    removed: tuple[Naming, ...] = ()

    def of(self, kind: NameKind, name: str) -> Naming:
        """Return what was said of a name, or nothing but itself."""
        key = name_key(name)
        return next((each for each in self.said if each.kind is kind and key in each.keys), Naming(kind, name))

    def are_apart(self, kind: NameKind, one: str, other: str) -> bool:
        """Whether somebody said that two names are not the same, under any of their spellings."""
        left, right = self.of(kind, one).keys, self.of(kind, other).keys
        pairs = ((name_key(each.one), name_key(each.other)) for each in self.apart if each.kind is kind)
        return any((a in left and b in right) or (a in right and b in left) for a, b in pairs)

    def spellings(self) -> Iterator[tuple[NameKind, str, str]]:
        """Yield the kind, the key and the name behind it of everything that was said."""
        for each in self.said:
            for key in each.keys:
                yield each.kind, key, each.name
