"""Notes of phones as they arrive on the facilitator's page: by what they are about, what is new first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.names import name_key
from service.live.types import Gathering, PhoneNote
from service.names.slugs import slugify
from service.names.spelling import Spelling
from service.presentation.i18n import Language
from service.presentation.team_marks import Mark, Marks


@dataclass(frozen=True)
class NoteView:
    """A note with the sign of the team that its writer chose, None where they chose none."""

    id: str
    text: str
    mark: Mark | None


@dataclass(frozen=True)
class GroupView:
    """The notes on one element ("" for none): those that are not on the wall yet, and those that are.

    Attributes:
        element: as the programme spells it; `slug` is its name in addresses.
        size: how many there are, in words.
        on_wall: how many of them are on the wall, in words.
    """

    element: str
    slug: str
    size: Markup
    new: tuple[NoteView, ...]
    brought: tuple[NoteView, ...]
    on_wall: Markup


@dataclass(frozen=True)
class ArrivedView:
    """What has arrived; `lead` says it in a sentence, `changes` is another number when there is more."""

    lead: Markup
    groups: tuple[GroupView, ...]
    hidden: tuple[NoteView, ...]
    new: int
    changes: int


def arrived_view(
    gathering: Gathering, notes: Sequence[PhoneNote], spelling: Spelling, marks: Marks, language: Language
) -> ArrivedView:
    """Turn the notes of a gathering into what its page shows.

    Args:
        gathering: what is asked.
        notes: that came, also hidden ones.
        spelling: of the programme, under whose names elements and teams stand.
        marks: of its teams.
        language: of the reader.
    """
    shown = [each for each in notes if not each.is_hidden]
    about: dict[str, list[PhoneNote]] = {}
    for name in (*gathering.elements, *sorted({each.element for each in shown})):
        about.setdefault(_spelled(name, spelling), [])
    for each in shown:
        about[_spelled(each.element, spelling)].append(each)
    none = about.pop("", [])
    groups = [_group(name, own, spelling, marks, language) for name, own in [*about.items(), ("", none)]]
    return ArrivedView(
        lead=_lead(len(shown), language),
        groups=tuple(each for each in groups if each.element or each.new or each.brought),
        hidden=_views((each for each in notes if each.is_hidden), spelling, marks),
        new=sum(each.is_new for each in shown),
        changes=gathering.changes,
    )


def _spelled(element: str, spelling: Spelling) -> str:
    return spelling.element(element) if element else ""


def _lead(number: int, language: Language) -> Markup:
    if not number:
        return language.gettext("No note has arrived yet.")
    return language.ngettext("{n} note has arrived.", "{n} notes have arrived.", number)


def _group(name: str, own: Sequence[PhoneNote], spelling: Spelling, marks: Marks, language: Language) -> GroupView:
    new, brought = [each for each in own if each.is_new], [each for each in own if not each.is_new]
    return GroupView(
        element=name,
        slug=slugify(name),
        size=language.ngettext("{n} note", "{n} notes", len(own)),
        new=_views(new, spelling, marks),
        brought=_views(brought, spelling, marks),
        on_wall=language.ngettext("{n} is on the wall", "{n} are on the wall", len(brought)),
    )


def _views(notes: Iterable[PhoneNote], spelling: Spelling, marks: Marks) -> tuple[NoteView, ...]:
    return tuple(
        NoteView(each.id, each.text, marks.of(spelling.team(each.team)) if name_key(each.team) else None)
        for each in notes
    )
