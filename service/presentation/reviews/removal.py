"""What is asked before a review is removed: what goes, what stays, and what becomes of its actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from service.presentation.i18n import Language
from service.presentation.text import name
from service.reviews.hanging import Hanging, HangingAction, ItsActions
from service.reviews.types import PlannedReview


@dataclass(frozen=True)
class RemovalView:
    """What is asked.

    Attributes:
        hangs: how many actions came of it and what else hangs on it, in sentences.
        files: names of the files from which it stays known, in a sentence; None where none speaks of it.
        actions: that came of it.
        choices: what can become of these: value, words.
    """

    hangs: tuple[Markup, ...]
    files: Markup | None
    actions: tuple[HangingAction, ...]
    choices: tuple[tuple[str, Markup], ...]


def removal_view(hanging: Hanging, review: PlannedReview, language: Language) -> RemovalView:
    """Turn what hangs on a review into what is asked before it goes."""
    return RemovalView(
        tuple(_hangs(hanging, review, language)),
        _files(hanging, language) if hanging.files else None,
        hanging.actions,
        _choices(hanging, language) if hanging.actions else (),
    )


def _hangs(hanging: Hanging, review: PlannedReview, language: Language) -> Iterator[Markup]:
    if came := len(hanging.actions):
        called = name(review.name)
        yield language.ngettext(
            "{n} action came of “{review}”: it was the last review when that was agreed.",
            "{n} actions came of “{review}”: it was the last review when they were agreed.",
            came,
            review=called,
        )
    if hanging.ratings:
        yield language.ngettext(
            "{n} rating was entered here; it stays, in a file.",
            "{n} ratings were entered here; they stay, in a file.",
            hanging.ratings,
        )
    if hanging.waiting:
        yield language.ngettext(
            "{n} rating came from phones and is not taken in; it goes.",
            "{n} ratings came from phones and are not taken in; they go.",
            hanging.waiting,
        )
    if hanging.told:
        yield language.ngettext(
            "At it people said what became of {n} other action; that stays.",
            "At it people said what became of {n} other actions; that stays.",
            hanging.told,
        )


def _files(hanging: Hanging, language: Language) -> Markup:
    return language.gettext(
        "Files speak of it too: {files}. It stays in the list, known from them, until they are removed.",
        files=Markup(", ").join(name(each) for each in hanging.files),
    )


def _choices(hanging: Hanging, language: Language) -> tuple[tuple[str, Markup], ...]:
    keep = (
        language.gettext("Keep the actions as they are")
        if hanging.files
        else language.gettext("Keep the actions: they stay, and say that their review is gone")
    )
    return (
        (ItsActions.KEEP.value, keep),
        (
            ItsActions.DELETE.value,
            language.gettext("Delete the actions with it, what was said of them and the memos about them"),
        ),
    )
