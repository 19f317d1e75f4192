"""What changed in a team's own rubric from one version to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.documents.types import Descriptor
from nlp.rubrics.types import (
    DROPPED,
    KEPT,
    MOVED,
    NEW,
    REWORDED,
    DescriptorChange,
    ElementChanges,
    VersionChanges,
)
from service.presentation.i18n import Language
from service.presentation.readings.questions import RoomQuestion, key_of, plain
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import name


@dataclass(frozen=True)
class VersionText:
    """A descriptor as it was written; `code` for the `lang` attribute."""

    text: str
    code: str


@dataclass(frozen=True)
class Change:
    """What became of a descriptor: in words, and its text, before and after where it was reworded."""

    words: Markup
    texts: tuple[VersionText, ...]


@dataclass(frozen=True)
class ChangedElement:
    """One element with what changed in it; `kept` says how much did not."""

    name: str
    changes: tuple[Change, ...]
    kept: Markup | None


@dataclass(frozen=True)
class ChangedRubric:
    """Two versions of one team's rubric."""

    mark: Mark
    heading: Markup
    lead: Markup
    elements: tuple[ChangedElement, ...]
    questions: tuple[RoomQuestion, ...]


def changed_rubrics(every: Sequence[VersionChanges], marks: Marks, language: Language) -> tuple[ChangedRubric, ...]:
    """Turn the steps from version to version into what the page shows."""
    return tuple(_rubric(changes, marks, language) for changes in every)


def language_code(language: str) -> str:
    """Return a descriptor's language for the `lang` attribute, where "" says that nobody knows it."""
    return "" if language == "und" else language


def _rubric(changes: VersionChanges, marks: Marks, language: Language) -> ChangedRubric:
    every = [change for element in changes.elements for change in element.changes]
    return ChangedRubric(
        mark=marks.of(changes.team),
        heading=language.gettext("What changed in the rubric of {team}", team=name(changes.team)),
        lead=language.gettext(
            "The rubric of {team} from {before} to {after}: {counts}.",
            team=name(changes.team),
            before=_version(changes.before, language),
            after=_version(changes.after, language),
            counts=language.list(list(_counts(every, language))),
        ),
        elements=tuple(
            _element(element, language)
            for element in changes.elements
            if any(change.kind != KEPT for change in element.changes)
        ),
        questions=tuple(_questions(changes.team, every, language)),
    )


def _version(version: str, language: Language) -> Markup:
    return name(version) if version else language.gettext("the version without a name")


def _counts(every: Sequence[DescriptorChange], language: Language) -> Iterator[Markup]:
    count = {kind: sum(change.kind == kind for change in every) for kind in (MOVED, REWORDED, NEW, DROPPED, KEPT)}
    said = {
        MOVED: language.gettext("{n} moved to another level", n=count[MOVED]),
        REWORDED: language.gettext("{n} reworded", n=count[REWORDED]),
        NEW: language.gettext("{n} new", n=count[NEW]),
        DROPPED: language.gettext("{n} dropped", n=count[DROPPED]),
        KEPT: language.gettext("{n} kept", n=count[KEPT]),
    }
    return (said[kind] for kind, number in count.items() if number)


def _element(element: ElementChanges, language: Language) -> ChangedElement:
    changed = [change for change in element.changes if change.kind != KEPT]
    kept = len(element.changes) - len(changed)
    return ChangedElement(
        name=element.element,
        changes=tuple(Change(_words(change, language), tuple(_texts(change))) for change in changed),
        kept=language.ngettext("{n} descriptor is as it was.", "{n} descriptors are as they were.", kept)
        if kept
        else None,
    )


def _words(change: DescriptorChange, language: Language) -> Markup:
    before, after = (Markup() if each is None else name(each.level) for each in (change.before, change.after))
    if change.opposite_ends:
        return language.gettext(
            "Under {before} before, under {after} now: the same thing, or its opposite?", before=before, after=after
        )
    said = {
        MOVED: language.gettext("Moved from {before} to {after}", before=before, after=after),
        REWORDED: language.gettext("Reworded under {after}", after=after),
        NEW: language.gettext("New under {after}", after=after),
        DROPPED: language.gettext("Dropped from {before}", before=before),
    }
    return said[change.kind]


def _texts(change: DescriptorChange) -> Iterator[VersionText]:
    """Yield what the descriptor said before and says now, once where that is the same."""
    stated = [each for each in (change.before, change.after) if each is not None]
    texts = {each.text: language_code(each.language) for each in stated}
    return (VersionText(text, code) for text, code in texts.items())


def _questions(team: str, every: Sequence[DescriptorChange], language: Language) -> Iterator[RoomQuestion]:
    """Yield one question, on the first descriptor that moved, and on none that may say the opposite."""
    moved = [
        (change.before, change.after)
        for change in every
        if change.kind == MOVED and change.before and change.after and not change.opposite_ends
    ]
    for before, after in moved[:1]:
        moved_key = key_of("moved", team, after.text, before.level, after.level)
        yield RoomQuestion(plain(_moved_question(team, before, after, language)), key=moved_key)


def _moved_question(team: str, before: Descriptor, after: Descriptor, language: Language) -> Markup:
    return language.gettext(
        "{team} moved “{text}” from {before} to {after}. What happened in between that led to this?",
        team=team,
        text=after.text,
        before=before.level,
        after=after.level,
    )
