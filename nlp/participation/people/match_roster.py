"""From the labels of a record to people."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nlp.documents.types import Person
from nlp.participation.people.label_kinds import Kind, bare_name, fold, is_device, kind_of, names_before_comma
from nlp.participation.people.name_similarity import similarity, skeleton
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
    """

    person_of: Mapping[str, str]
    on_roster: tuple[str, ...]
    repeated: int
    unknown: tuple[str, ...]
    rooms: tuple[str, ...]
    bots: tuple[str, ...]
    proposals: tuple[Proposal, ...]


def match_labels(labels: Iterable[str], roster: Sequence[Person] | None) -> Cast:
    """Find the person behind every label.

    A label is a roster person's if it is spelled like the name or an alias (after Unicode normalisation, case and
    spaces), or would be without honorific, organisation and device; and only if no second person fits as well. A
    device alone is nobody's unless it is spelled like an alias. All else is a proposal that a facilitator decides.
    """
    distinct = list(dict.fromkeys(labels))
    finder = _Finder(roster or ())
    found = {label: finder.find(label) for label in distinct}
    kinds = {label: Kind.PERSON if found[label] else kind_of(label) for label in distinct}
    person_of: dict[str, str] = {}
    strangers: dict[str, str] = {}
    for label in distinct:
        if kinds[label] is Kind.PERSON:
            person_of[label] = found[label] or strangers.setdefault(fold(label), label)
    unknown = tuple(strangers.values())
    rows = Counter(person.name for person in roster or ())
    return Cast(
        person_of=person_of,
        on_roster=tuple(rows),
        repeated=sum(count > 1 for count in rows.values()),
        unknown=unknown if roster is not None else (),
        rooms=tuple(label for label in distinct if kinds[label] is Kind.ROOM),
        bots=tuple(label for label in distinct if kinds[label] is Kind.BOT),
        proposals=tuple(proposal for label in unknown[:_MOST_STRANGERS] for proposal in finder.propose(label)),
    )


class _Finder:
    """Looks up people of a roster by exact spelling, then by bare name."""

    def __init__(self, roster: Sequence[Person]) -> None:
        self._names = {
            person.name: tuple(bare_name(name) for name in (person.name, *person.aliases)) for person in roster
        }
        self._first = {person: {_first_name(name) for name in names} for person, names in self._names.items()}
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._bare: dict[str, set[str]] = defaultdict(set)
        for person in roster:
            for name in (person.name, *person.aliases):
                self._exact[fold(name)].add(person.name)
                self._bare[bare_name(name)].add(person.name)

    def find(self, label: str) -> str | None:
        """Return the one person on the roster with this label, or None."""
        indexes = [(self._exact, fold(label))]
        if not is_device(label):
            indexes.append((self._bare, bare_name(label)))
        for index, key in indexes:
            people = index.get(key, set())
            if people:
                return next(iter(people)) if len(people) == 1 else None
        return None

    def propose(self, label: str) -> list[Proposal]:
        """Return up to three people who may have this label, the likeliest first."""
        if is_device(label):
            return []
        bare, *others = names_before_comma(label)
        only = self._only_first_name(label, bare)
        scores = {
            person: max(similarity(one, name) for one in (bare, *others) for name in names)
            for person, names in self._names.items()
        }
        if only:
            scores[only] = max(scores[only], _ONLY_FIRST_NAME)
        scored = [Proposal(label, person, round(score, 2)) for person, score in scores.items()]
        likely = [proposal for proposal in scored if proposal.score >= _LEAST_SCORE]
        return sorted(likely, key=lambda proposal: -proposal.score)[:_MOST_PROPOSALS]

    def _only_first_name(self, label: str, bare: str) -> str | None:
        """Return the one person with this first name, if the label is a first name with a form of address."""
        if " " in bare or bare == fold(label):
            return None
        same = [person for person, firsts in self._first.items() if bare in firsts]
        if not same:
            same = [p for p, firsts in self._first.items() if any(_sound_alike(bare, first) for first in firsts)]
        return same[0] if len(same) == 1 else None


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words sound alike; one consonant is enough only where two scripts leave nothing else to compare."""
    sound = skeleton(one)
    shortest = _SHORTEST_SOUND if one.isascii() == other.isascii() else 1
    return len(sound) >= shortest and sound == skeleton(other)


def _first_name(bare: str) -> str:
    words = bare.split()
    return next((word for word in words if word.rstrip(".") not in _BEFORE_FIRST_NAMES), words[0])
