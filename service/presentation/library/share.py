"""The page on which something is shared: all that others would read, and what can be chosen about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Descriptor
from nlp.readings.edits.types import text_key
from service.library.types import (
    LONGEST_CAME_OF,
    LONGEST_CREDIT,
    LONGEST_ELEMENT,
    LONGEST_LEVEL,
    LONGEST_WORDS,
    LibraryKind,
    Share,
    SharedThing,
    SharedWords,
)
from service.names.slugs import slugify
from service.presentation.i18n import NAMES, Language, language_of
from service.presentation.text import name
from service.types import Programme

LIMITS = {
    "words": LONGEST_WORDS,
    "about": LONGEST_ELEMENT,
    "level": LONGEST_LEVEL,
    "came_of": LONGEST_CAME_OF,
    "credit": LONGEST_CREDIT,
}


@dataclass(frozen=True)
class ShareView:
    """The form.

    Attributes:
        of: what kind of thing it is, and of which element.
        said: what stands in the form.
        languages: code and name of those that can be chosen.
        credits: names that can be chosen: the programme's and those of its teams.
        whose: which choice of credit is made: "", "own", or "=" and a name.
        before: whether it is in the library already.
        limits: letters of each field.
    """

    of: Markup
    said: SharedWords
    languages: tuple[tuple[str, str], ...]
    credits: tuple[str, ...]
    whose: str
    before: bool
    limits: dict[str, int]

    @property
    def is_action(self) -> bool:
        """Whether an action is shared."""
        return self.said.kind is LibraryKind.ACTION

    @property
    def is_descriptor(self) -> bool:
        """Whether a descriptor is shared."""
        return self.said.kind is LibraryKind.DESCRIPTOR


@dataclass(frozen=True)
class ToShare:
    """A descriptor that can be shared: its key, its words, their language."""

    key: str
    words: str
    code: str


def descriptors_to_share(descriptors: Iterable[Descriptor]) -> tuple[tuple[str, str, tuple[ToShare, ...]], ...]:
    """Return the descriptors of every element, each wording once: name and slug of the element, and what it has."""
    found: dict[str, dict[str, ToShare]] = {}
    for each in descriptors:
        key = text_key(each.text)
        found.setdefault(each.element, {})[key] = ToShare(key, each.text, each.language or language_of(each.text))
    return tuple((element, slugify(element), tuple(own.values())) for element, own in found.items())


def share_view(
    said: SharedWords, thing: SharedThing, programme: Programme, language: Language, before: Share | None
) -> ShareView:
    """Turn what is to be shared into the form."""
    codes = dict.fromkeys((said.language or "und", *programme.languages, *NAMES, "und"))
    credits_ = tuple(dict.fromkeys((programme.name, *programme.teams)))
    whose = "own" if said.credit else ""
    if said.credit in credits_:
        whose = f"={said.credit}"
    return ShareView(
        _of(thing, language),
        said,
        tuple((code, language.language_name(code)) for code in codes),
        credits_,
        whose,
        before is not None,
        LIMITS,
    )


def _of(thing: SharedThing, language: Language) -> Markup:
    element = name(thing.element)
    match thing.kind:
        case LibraryKind.READING:
            return language.gettext("A reading of {element}", element=element)
        case LibraryKind.DESCRIPTOR:
            return language.gettext("A descriptor of {element}", element=element)
    return language.gettext("An action on {element}", element=element) if thing.element else language.gettext("Action")
