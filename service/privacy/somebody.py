"""Who is meant by a name: every spelling and label of one person, and none that is somebody else's too."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.documents.types import Person
from nlp.names import fold, name_key, person_key
from nlp.participation.people.identities import Identity
from nlp.participation.people.match_roster import RosterMatcher
from service.presentation.masking.common_words import ordinary_words
from service.presentation.masking.masking import People
from service.presentation.masking.name_words import names_in, words_to_keep
from service.presentation.masking.strangers import HIDDEN


@dataclass(frozen=True)
class Somebody:
    """One person among all.

    Attributes:
        name: as it was given, or as the roster spells it.
        spellings: all that are theirs: of the roster, of labels that are surely theirs, and the name.
        others: every name of somebody else.
        keep: names of teams and elements, whose words are nobody's name.
        is_known: whether a roster or a record has them; of anybody else only the whole name is looked for.
    """

    name: str
    spellings: frozenset[str]
    others: frozenset[str]
    keep: Collection[str] = ()
    is_known: bool = True

    @classmethod
    def of(
        cls,
        name: str,
        roster: Sequence[Person],
        labels: Collection[str],
        identities: Sequence[Identity],
        keep: Collection[str] = (),
    ) -> "Somebody":
        """Find everything that one person is called.

        Args:
            name: of the person.
            roster: everybody who is known.
            labels: all names of authors, speakers and the like.
            identities: what facilitators said of labels.
            keep: names of teams and elements.
        """
        person = next((each for each in roster if _is_called(each, name)), None)
        spelled = person.name if person else name
        own = {name, spelled, *(alias for each in roster if _is_called(each, name) for alias in each.aliases)}
        own |= {each.label for each in identities if name_key(each.name) == name_key(spelled)}
        matched = RosterMatcher(roster).match(sorted(labels)).person_of if person else {}
        own |= {label for label, found in matched.items() if name_key(found) == name_key(spelled)}
        keys = {name_key(each) for each in own} | {person_key(each) for each in own}
        own |= {label for label in labels if name_key(label) in keys or person_key(label) in keys}
        people = [each for each in roster if not _is_called(each, name)]
        others = {spelling for each in people for spelling in (each.name, *each.aliases)} | (set(labels) - own)
        is_known = person is not None or not own.isdisjoint(labels)
        return cls(spelled, frozenset(own), frozenset(others), keep, is_known)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(map(name_key, self.spellings)) - {""}

    def is_them(self, label: str | None) -> bool:
        """Return whether a name or a label is theirs."""
        return bool(label) and name_key(label or "") in self._keys

    @cached_property
    def hide(self) -> Callable[[str], str]:
        """Give the function that takes their name out of a text; names that others have too stay.

        A family name that two people share tells neither; the whole name goes wherever it stands.
        """
        kept = words_to_keep(self.keep)
        shared = {word for other in self.others for word in names_in(other, kept)}
        own = {word for spelling in self.spellings for word in names_in(spelling, kept)} - shared
        if not self.is_known:
            own = {fold(self.name)} & own - ordinary_words()
        people = People({}, dict.fromkeys(own, HIDDEN), hides=True)
        return people.hide_names if own else _as_it_is


def _is_called(person: Person, name: str) -> bool:
    return name_key(name) in {name_key(each) for each in (person.name, *person.aliases)}


def _as_it_is(text: str) -> str:
    return text
