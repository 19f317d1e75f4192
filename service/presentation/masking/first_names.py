"""People under their first names only, in what they are called and in what was said."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from nlp.documents.types import Person
from nlp.first_names import first_names
from nlp.names import fold
from service.presentation.masking.masking import People
from service.presentation.masking.name_words import names_in, words_to_keep
from service.presentation.masking.strangers import HIDDEN


def with_first_names(people: People, roster: Sequence[Person], keep: Collection[str] = ()) -> People:
    """Return people of whom those who are named have first names only.

    Whole names and family names in texts become the first name of the one who has them; where several have it, "…".
    Somebody is called the same on every page: it is told apart among everybody on the roster, not in one session.

    Args:
        people: of a page; who has a number keeps it.
        roster: who else is known, and under which aliases.
        keep: names of teams and elements, whose words are nobody's name.
    """
    known = dict.fromkeys([*(person.name for person in roster), *people.shown])
    named = [name for name in known if people.shown.get(name, name) == name]
    called = first_names(named)
    aliases: dict[str, list[str]] = defaultdict(list)
    for person in roster:
        aliases[person.name] += person.aliases
    kept, owners = words_to_keep(keep), defaultdict[str, set[str]](set)
    for name in named:
        for spelling in _surnames(name, aliases[name], called[name], kept):
            owners[spelling].add(called[name])
    first = {word for each in called.values() for word in fold(each).split()}
    hidden = {
        spelling: next(iter(own)) if len(own) == 1 else HIDDEN
        for spelling, own in owners.items()
        if spelling not in first
    }
    return replace(people, shown={**people.shown, **called}, hidden={**people.hidden, **hidden})


def _surnames(name: str, aliases: Sequence[str], called: str, kept: Collection[str]) -> Iterator[str]:
    """Yield the spellings of somebody's names that must not be shown: all but those of the first name."""
    own = set(fold(called).split()) | {fold(called)}
    for spelling in (name, *aliases):
        yield from (each for each in names_in(spelling, frozenset(kept)) if each not in own)
