"""What facilitators said of descriptors that the model put side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service.annotations.judged_matches import Judgement
from service.presentation.i18n import Language
from service.presentation.text import spelled


@dataclass(frozen=True)
class JudgedPair:
    """Two descriptors with what was said of them; `when` as the reader's language writes it."""

    a: str
    b: str
    words: Markup
    when: str


def judged_pairs(said: Sequence[Judgement], language: Language) -> tuple[JudgedPair, ...]:
    """Return what was said as sentences, in the order in which it was said."""
    return tuple(JudgedPair(each.a, each.b, _words(each, language), language.date(each.made)) for each in said)


def _words(said: Judgement, language: Language) -> Markup:
    texts = {"a": spelled(said.a), "b": spelled(said.b)}
    if said.same:
        return language.gettext("{a} and {b} say the same.", **texts)
    return language.gettext("{a} and {b} do not say the same.", **texts)
