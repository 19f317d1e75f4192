"""What may be said of the names of a programme: each function gives what was said before with one thing more."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.text.scripts import LANGUAGES_OF_SCRIPT
from service.names.outline import distinct
from service.names.spelling import main_script, names_by_kind
from service.names.types import Apart, NameKind, Names, Naming
from service.types import Outline


def join(outline: Outline, kind: NameKind, name: str, into: str) -> Names:
    """Say that two names mean the same: both count under the second.

    Raises:
        InputError: the two are one name, or the programme does not have them.
    """
    names = outline.names
    one, other = _found(outline, kind, name), _found(outline, kind, into)
    if one.keys & other.keys:
        raise InputError("", Message("“{name}” is that already", {"name": name}), Message("Choose another one"))
    joined = replace(
        other,
        languages={**_in_its_language(outline, one.name, other.name), **one.languages, **other.languages},
    )
    joined = replace(joined, also=_besides(joined, (*other.also, *one.spellings)))
    kept = tuple(each for each in names.apart if not _between(each, kind, one, other))
    return replace(_with(names, joined, one, other), apart=kept)


def part(outline: Outline, kind: NameKind, name: str) -> Names:
    """Say that a name that was joined to another is one of its own again; it is not proposed to be joined again.

    Raises:
        InputError: it was not joined to another.
    """
    whole, key = outline.names.of(kind, name), name_key(name)
    if key == name_key(whole.name) or key not in whole.keys:
        raise InputError("", Message("“{name}” is joined to no other", {"name": name}), Message("Choose another one"))
    left = replace(
        whole,
        also=tuple(each for each in whole.also if name_key(each) != key),
        languages={language: each for language, each in whole.languages.items() if name_key(each) != key},
    )
    return refuse(replace(outline, names=_with(outline.names, left, whole)), kind, name, whole.name)


def refuse(outline: Outline, kind: NameKind, one: str, other: str) -> Names:
    """Say that two names do not mean the same; they are not proposed to be joined again."""
    names = outline.names
    if names.are_apart(kind, one, other):
        return names
    return replace(names, apart=(*names.apart, Apart(kind, one, other)))


def rename(outline: Outline, kind: NameKind, name: str, new: str) -> Names:
    """Give a name under which an element, a level or a team is counted and shown; what it was called still means it.

    Raises:
        InputError: the new name is empty, or means another one already.
    """
    if not name_key(new):
        raise InputError("", Message("the name is empty"), Message("Write one"))
    was = _found(outline, kind, name)
    _must_be_free(outline, was, new)
    order = tuple(new if name_key(each) in was.keys else each for each in outline.names.orders.get(kind, ()))
    names = called_otherwise(outline.names, was, new)
    return replace(names, orders={**names.orders, kind: order}) if order else names


def called_otherwise(names: Names, was: Naming, new: str) -> Names:
    """Return names with something under another name, what it was called as one that still means it."""
    return _with(names, replace(was, name=new, also=_besides(replace(was, name=new), was.spellings)), was)


def call(outline: Outline, kind: NameKind, name: str, language: str, called: str) -> Names:
    """Say what an element, a level or a team is called in a language (BCP 47); "" takes that back.

    Raises:
        InputError: the name means another one already.
    """
    was = _found(outline, kind, name)
    others = {code: each for code, each in was.languages.items() if code != language}
    old = [was.languages[language]] if language in was.languages else []
    if name_key(called):
        _must_be_free(outline, was, called)
        others[language] = called
    now = replace(was, languages=others)
    return _with(outline.names, replace(now, also=_besides(now, (*was.also, *old))), was)


def order(outline: Outline, kind: NameKind, given: Sequence[str]) -> Names:
    """Say in which order elements, levels or teams stand, levels the best first; those not named come behind."""
    there = names_by_kind(outline).get(kind, ())
    spelled = [outline.names.of(kind, name).name for name in given]
    known = {name_key(name): name for name in there}
    first = [known[name_key(name)] for name in spelled if name_key(name) in known]
    return replace(outline.names, orders={**outline.names.orders, kind: distinct([*first, *there])})


def move(outline: Outline, kind: NameKind, name: str, places: int) -> Names:
    """Move a name by some places, towards the front where these are negative."""
    there = list(names_by_kind(outline).get(kind, ()))
    found = _found(outline, kind, name).name
    at = next(at for at, each in enumerate(there) if name_key(each) == name_key(found))
    there.insert(min(max(at + places, 0), len(there) - 1), there.pop(at))
    return order(outline, kind, there)


def remove(outline: Outline, kind: NameKind, name: str, spoken_of: Iterable[str]) -> Names:
    """Take a name off the list, with all that was said of it.

    Raises:
        InputError: a file speaks of it.
    """
    gone = _found(outline, kind, name)
    if gone.keys & set(map(name_key, spoken_of)):
        raise InputError(
            "",
            Message("files of the programme speak of “{name}”", {"name": gone.name}),
            Message("Join it to another one, or remove the files"),
        )
    names = outline.names
    said = tuple(each for each in names.said if each is not gone)
    return replace(names, said=said, removed=(*names.removed, gone))


def _in_its_language(outline: Outline, name: str, beside: str) -> dict[str, str]:
    """Return the language of a name beside one of another script, if one language of the programme is written so."""
    script = main_script(name)
    languages = set(outline.languages.values()) & set(LANGUAGES_OF_SCRIPT.get(script, ()))
    return dict.fromkeys(languages, name) if len(languages) == 1 and script != main_script(beside) else {}


def _found(outline: Outline, kind: NameKind, name: str) -> Naming:
    """Return what a name of the programme means; `InputError` if the programme does not have it."""
    found = outline.names.of(kind, name)
    known = next((each for each in names_by_kind(outline).get(kind, ()) if name_key(each) in found.keys), None)
    if known is None:
        raise InputError(
            "",
            Message("the programme has no name “{name}”", {"name": name}),
            Message("Choose one of its elements, levels and teams"),
        )
    return found if found in outline.names.said else replace(found, name=known)


def _must_be_free(outline: Outline, of: Naming, name: str) -> None:
    key = name_key(name)
    others = {name_key(each) for each in names_by_kind(outline).get(of.kind, ())} - of.keys
    taken = others.union(
        *(each.keys for each in outline.names.said if each.kind is of.kind and not each.keys & of.keys)
    )
    if key in taken:
        raise InputError(
            "", Message("“{name}” is another one already", {"name": name}), Message("Join the two instead")
        )


def _besides(naming: Naming, spellings: Iterable[str]) -> tuple[str, ...]:
    """Return spellings, each once, without those that a naming has as its name or in a language."""
    told = {name_key(naming.name), *map(name_key, naming.languages.values())}
    return tuple(each for each in distinct(spellings) if name_key(each) not in told)


def _between(apart: Apart, kind: NameKind, one: Naming, other: Naming) -> bool:
    keys = {name_key(apart.one), name_key(apart.other)}
    return apart.kind is kind and bool(keys & one.keys) and bool(keys & other.keys) and keys <= one.keys | other.keys


def _with(names: Names, naming: Naming, *instead: Naming) -> Names:
    """Return names with one in place of others."""
    gone = {(each.kind, key) for each in instead for key in each.keys}
    said = tuple(each for each in names.said if not any((each.kind, key) in gone for key in each.keys))
    return replace(names, said=(*said, naming))
