"""What changed in a team's own rubric from one version to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from nlp.rubrics.types import DROPPED, KEPT, MOVED, NEW, REWORDED
from service.presentation.i18n import Language
from service.presentation.readings.questions import RoomQuestion, plain
from service.presentation.team_marks import Mark, Marks
from service.presentation.text import name


@dataclass(frozen=True)
class Stated:
    """A descriptor as it was written; `code` for the `lang` attribute."""

    text: str
    code: str


@dataclass(frozen=True)
class Change:
    """What became of a descriptor: in words, and its text, before and after where it was reworded."""

    words: Markup
    texts: tuple[Stated, ...]


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


def changed_rubrics(comparison: Json, marks: Marks, language: Language) -> tuple[ChangedRubric, ...]:
    """Turn the changes of a comparison of the JSON form into what the page shows."""
    return tuple(_rubric(changes, marks, language) for changes in comparison["changes"])


def _rubric(changes: Json, marks: Marks, language: Language) -> ChangedRubric:
    every = [change for element in changes["elements"] for change in element["changes"]]
    return ChangedRubric(
        mark=marks.of(str(changes["team"])),
        heading=language.gettext("What changed in the rubric of {team}", team=name(str(changes["team"]))),
        lead=language.gettext(
            "The rubric of {team} from {before} to {after}: {counts}.",
            team=name(str(changes["team"])),
            before=_version(str(changes["before"]), language),
            after=_version(str(changes["after"]), language),
            counts=language.list(list(_counts(every, language))),
        ),
        elements=tuple(
            _element(element, language)
            for element in changes["elements"]
            if any(change["change"] != KEPT for change in element["changes"])
        ),
        questions=tuple(_questions(str(changes["team"]), every, language)),
    )


def _version(version: str, language: Language) -> Markup:
    return name(version) if version else language.gettext("the version without a name")


def _counts(every: Sequence[Json], language: Language) -> Iterator[Markup]:
    count = {kind: sum(change["change"] == kind for change in every) for kind in (MOVED, REWORDED, NEW, DROPPED, KEPT)}
    said = {
        MOVED: language.gettext("{n} moved to another level", n=count[MOVED]),
        REWORDED: language.gettext("{n} reworded", n=count[REWORDED]),
        NEW: language.gettext("{n} new", n=count[NEW]),
        DROPPED: language.gettext("{n} dropped", n=count[DROPPED]),
        KEPT: language.gettext("{n} kept", n=count[KEPT]),
    }
    return (said[kind] for kind, number in count.items() if number)


def _element(element: Json, language: Language) -> ChangedElement:
    changed = [change for change in element["changes"] if change["change"] != KEPT]
    kept = len(element["changes"]) - len(changed)
    return ChangedElement(
        name=str(element["element"]),
        changes=tuple(Change(_words(change, language), tuple(_texts(change))) for change in changed),
        kept=language.ngettext("{n} descriptor is as it was.", "{n} descriptors are as they were.", kept)
        if kept
        else None,
    )


def _words(change: Json, language: Language) -> Markup:
    levels = {place: name(str(change[place]["level"])) for place in ("before", "after") if change[place]}
    if change["opposite_ends"]:
        return language.gettext("Under {before} before, under {after} now: the same thing, or its opposite?", **levels)
    match change["change"]:
        case "moved":
            return language.gettext("Moved from {before} to {after}", **levels)
        case "reworded":
            return language.gettext("Reworded under {after}", after=levels["after"])
        case "new":
            return language.gettext("New under {after}", after=levels["after"])
        case _:
            return language.gettext("Dropped from {before}", before=levels["before"])


def _texts(change: Json) -> Iterator[Stated]:
    stated = [change[place] for place in ("before", "after") if change[place]]
    texts = {str(each["text"]): str(each["language"]).replace("und", "") for each in stated}
    return (Stated(text, code) for text, code in texts.items())


def _questions(team: str, every: Sequence[Json], language: Language) -> Iterator[RoomQuestion]:
    """Yield one question, on the first descriptor that moved, and on none that may say the opposite."""
    moved = [change for change in every if change["change"] == MOVED and not change["opposite_ends"]]
    for change in moved[:1]:
        text = language.gettext(
            "{team} moved “{text}” from {before} to {after}. What has changed, the work or the yardstick?",
            team=team,
            text=str(change["after"]["text"]),
            before=str(change["before"]["level"]),
            after=str(change["after"]["level"]),
        )
        yield RoomQuestion(plain(text))
