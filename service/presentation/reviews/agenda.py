"""The agenda of a review in words: what each part is called and for, and when it begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service.presentation.i18n import Language, language_of
from service.reviews.types import AgendaPart, PartKind


@dataclass(frozen=True)
class PartView:
    """A part of the day: its title with the language it is in, what it is for, its minutes and when it begins."""

    kind: PartKind
    title: str
    language: str
    purpose: Markup
    minutes: int
    begins: str
    duration: Markup


def agenda_view(agenda: Sequence[AgendaPart], language: Language, starts: str = "09:00") -> tuple[PartView, ...]:
    """Turn an agenda into words; `starts` is the time of the day at which it begins."""
    hour, minute = map(int, starts.split(":"))
    shown, at = [], hour * 60 + minute
    for part in agenda:
        title = part.title or str(kind_name(part.kind, language))
        own = language_of(part.title) if part.title else language.code
        begins = language.digits(f"{at // 60 % 24:02}:{at % 60:02}")
        length = language.duration(part.minutes * 60)
        shown.append(PartView(part.kind, title, own, _purpose(part.kind, language), part.minutes, begins, length))
        at += part.minutes
    return tuple(shown)


def kind_name(kind: PartKind, language: Language) -> Markup:
    """Return what a kind of part is usually called."""
    return {
        PartKind.WELCOME: language.gettext("Welcome, and what we promised last time"),
        PartKind.HAPPENED: language.gettext("What did we set out to do, and what happened?"),
        PartKind.RATINGS: language.gettext("Where do we stand, and why?"),
        PartKind.BREAK: language.gettext("A break"),
        PartKind.DIFFERENCES: language.gettext("Where do we see it differently?"),
        PartKind.ACTIONS: language.gettext("What will we do about it?"),
        PartKind.INCLUSION: language.gettext("How inclusive was this?"),
        PartKind.OTHER: language.gettext("Something else"),
    }[kind]


def _purpose(kind: PartKind, language: Language) -> Markup:
    return {
        PartKind.WELCOME: language.gettext("Go through the actions of the last review, one by one."),
        PartKind.HAPPENED: language.gettext("What went as planned, what went otherwise, and why."),
        PartKind.RATINGS: language.gettext("Each team tells its level of every element, and above all its reasons."),
        PartKind.DIFFERENCES: language.gettext("Stay with the elements on which teams differ. Nobody has to agree."),
        PartKind.ACTIONS: language.gettext("Few things: who does what, by when."),
        PartKind.INCLUSION: language.gettext("Who was heard, who was not, and what to do otherwise next time."),
    }.get(kind, Markup(""))
