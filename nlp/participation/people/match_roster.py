"""From the labels of a record to people."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from nlp.documents.types import Person
from nlp.names import name_key
from nlp.participation.people.label_kinds import Kind, is_device, kind_of, label_key, names_before_comma
from nlp.participation.people.name_similarity import SAME_SOUND, similarity, skeleton
from nlp.participation.people.transliteration import is_transliteration
from nlp.participation.types import Proposal
from nlp.text.phrases import phrases

_LEAST_SCORE = 0.5
_ONLY_FIRST_NAME = 0.75
_SHORTEST_SOUND = 2
_BEFORE_FIRST_NAMES = phrases("md|mohd|mohammad|mohammed|muhammad|mst|mosammat|মো|মোঃ|মোহাম্মদ|মোছা|মোছাঃ|মোসা|মোসাঃ")
_MOST_PROPOSALS = 3
_MOST_STRANGERS = 300


@dataclass(frozen=True, slots=True)
class Cast:
    """Who the labels of one record are.

    Attributes:
        person_of: label -> name on the roster, or for people not on it the first label of the same spelling.
        on_roster: names of the roster, in its order, each once.
        repeated: of these, how many the roster has more than once.
        unknown: people who are not on the roster, by their first label; () without a roster.
        rooms: labels of shared devices.
        bots: labels of software.
        proposals: unknown people (the first 300) who may be somebody on the roster.
        by_sound: labels in another script than the name on the roster, which were joined because they sound the same.
    """

    person_of: Mapping[str, str]
    on_roster: tuple[str, ...]
    repeated: int
    unknown: tuple[str, ...]
    rooms: tuple[str, ...]
    bots: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    by_sound: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Matches:
    """Who is surely behind labels.

    Attributes:
        person_of: label -> the one person of the roster; labels of nobody known are left out.
        by_sound: of these, the labels in another script than the name, which were joined because they sound the same.
    """

    person_of: Mapping[str, str]
    by_sound: tuple[Proposal, ...]


def match_labels(labels: Iterable[str], roster: Sequence[Person] | None, strangers: Iterable[str] = ()) -> Cast:
    """Find the person behind every label.

    A label is a roster person's if it is the same name as the name or an alias, with or without honorific, organisation
    and device, or is that name in another script; and only if no second person fits as well (`RosterMatcher.match`). A
    device alone is nobody's unless it is spelled like an alias. All else is a proposal that a facilitator decides.

    Args:
        labels: of one record.
        roster: who was expected in it, None if there is none.
        strangers: labels of which a facilitator has said that they are somebody else; their sound joins them to nobody.
    """
    distinct = list(dict.fromkeys(labels))
    matcher = RosterMatcher(roster or ())
    found = matcher.match(distinct, strangers)
    kinds = {label: Kind.PERSON if label in found.person_of else kind_of(label) for label in distinct}
    person_of: dict[str, str] = {}
    apart: dict[str, str] = {}
    for label in distinct:
        if kinds[label] is Kind.PERSON:
            person_of[label] = found.person_of.get(label) or apart.setdefault(name_key(label), label)
    unknown = tuple(apart.values())
    rows = Counter(map(name_key, (person.name for person in roster or ())))
    return Cast(
        person_of=person_of,
        on_roster=matcher.names,
        repeated=sum(count > 1 for count in rows.values()),
        unknown=unknown if roster is not None else (),
        rooms=tuple(label for label in distinct if kinds[label] is Kind.ROOM),
        bots=tuple(label for label in distinct if kinds[label] is Kind.BOT),
        proposals=matcher.propose(unknown),
        by_sound=found.by_sound,
    )


class RosterMatcher:
    """Looks up people of a roster by name or alias, by what is left without honorifics and the like, and by sound.

    Attributes:
        names: of the people, in the order of the roster, each once in its first spelling.
    """

    def __init__(self, roster: Sequence[Person]) -> None:
        """Rows of the same name count as one person."""
        spelled: dict[str, str] = {}
        spellings: dict[str, list[str]] = defaultdict(list)
        for person in roster:
            name = spelled.setdefault(name_key(person.name), person.name)
            spellings[name] += (person.name, *person.aliases)
        self.names = tuple(spellings)
        self._keys = {name: tuple(dict.fromkeys(map(label_key, own))) for name, own in spellings.items()}
        self._first = {name: {_first_name(key) for key in keys} for name, keys in self._keys.items()}
        self._exact = _index((name_key(each), name) for name, own in spellings.items() for each in own)
        self._bare = _index((key, name) for name, keys in self._keys.items() for key in keys)

    def match(self, labels: Sequence[str], strangers: Iterable[str] = ()) -> Matches:
        """Return who is surely behind labels, of one record or one set of notes.

        - The label is the same name as one person's name or alias (`nlp.names.name_key`), and no other person's.
        - It is so without honorific, organisation and device (`label_key`). Where one word is left, nobody else may
          have that first name: "Rina apa" is not Rina Das who is also called "Rina", if there is a Rina Akter.
        - It is in another script and transliterates one person's name of two words or more; nobody else's name is like
          it, no other spelling among the labels does so too, and it is not among the `strangers`.
        """
        found = {label: person for label in labels if (person := self._find(label))}
        told = frozenset(map(name_key, strangers))
        open_ = [label for label in labels if label not in found and name_key(label) not in told]
        heard = {label: person for label in open_ if (person := self._find_by_sound(label))}
        spellings = Counter(person for _, person in {(label_key(label), person) for label, person in heard.items()})
        sure = {label: person for label, person in heard.items() if spellings[person] == 1}
        return Matches(found | sure, tuple(Proposal(label, person, SAME_SOUND) for label, person in sure.items()))

    def propose(self, labels: Iterable[str]) -> tuple[Proposal, ...]:
        """Return up to three people who may have each of the labels (the first 300), the likeliest first."""
        return tuple(each for label in islice(labels, _MOST_STRANGERS) for each in self._propose(label))

    def _find(self, label: str) -> str | None:
        people = self._exact.get(name_key(label), ())
        if people or is_device(label):
            return people[0] if len(people) == 1 else None
        key = label_key(label)
        people = self._bare.get(key, ())
        if len(people) != 1 or (" " not in key and len(self._called(key)) > 1):
            return None
        return people[0]

    def _find_by_sound(self, label: str) -> str | None:
        key = label_key(label)
        if " " not in key or key in self._bare:
            return None
        heard = [name for name, keys in self._keys.items() if any(is_transliteration(key, each) for each in keys)]
        if len(heard) != 1:
            return None
        others = (self._score((key,), name) for name in self.names if name != heard[0])
        return heard[0] if all(score < _ONLY_FIRST_NAME for score in others) else None

    def _propose(self, label: str) -> list[Proposal]:
        if is_device(label):
            return []
        forms = tuple(map(name_key, names_before_comma(label)))
        scores = {name: self._score(forms, name) for name in self.names}
        only = self._called(forms[0]) if " " not in forms[0] and forms[0] != name_key(label) else []
        if len(only) == 1:
            scores[only[0]] = max(scores[only[0]], _ONLY_FIRST_NAME)
        scored = [Proposal(label, name, round(score, 2)) for name, score in scores.items()]
        likely = [proposal for proposal in scored if proposal.score >= _LEAST_SCORE]
        return sorted(likely, key=lambda proposal: -proposal.score)[:_MOST_PROPOSALS]

    def _score(self, forms: Iterable[str], name: str) -> float:
        """Return how like a name of the roster a label is, given the names that it may hold."""
        return max(similarity(form, key) for form in forms for key in self._keys[name])

    def _called(self, first_name: str) -> list[str]:
        """Return the people with this first name; if there are none, those with one that sounds like it."""
        same = [name for name, firsts in self._first.items() if first_name in firsts]
        return same or [
            name for name, firsts in self._first.items() if any(_sound_alike(first_name, each) for each in firsts)
        ]


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return key -> the people who have it, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, name in pairs:
        found[key][name] = None
    return {key: tuple(names) for key, names in found.items()}


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words sound alike; one consonant is enough only where two scripts leave nothing else to compare."""
    sound = skeleton(one)
    shortest = _SHORTEST_SOUND if one.isascii() == other.isascii() else 1
    return len(sound) >= shortest and sound == skeleton(other)


def _first_name(key: str) -> str:
    words = key.split()
    return next((word for word in words if word not in _BEFORE_FIRST_NAMES), words[0])
