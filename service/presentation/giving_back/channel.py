"""A channel without names, on phones and on the facilitator's page: rounds of messages, and what was replied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from service.giving_back.types import Round
from service.presentation.i18n import Language

PAGE_BYTES = 26_000
"""Of the rounds on one page; the newest is always whole."""

ROUND_BYTES = 600


@dataclass(frozen=True)
class ChannelView:
    """Some rounds, newest first, each with its day in words; `before` is where older ones begin, None if none is."""

    rounds: tuple[tuple[Round, str], ...]
    before: int | None


def channel_view(rounds: Sequence[Round], language: Language, before: int | None = None) -> ChannelView:
    """Turn the rounds of a channel into a page of them: the newest, or those before one."""
    rest = [each for each in rounds if before is None or each.number < before]
    shown = tuple(_fitting(rest))
    more = len(rest) > len(shown)
    return ChannelView(tuple((each, language.date(each.day)) for each in shown), shown[-1].number if more else None)


def every_round(rounds: Sequence[Round], language: Language) -> ChannelView:
    """Turn all rounds of a channel into one page."""
    return ChannelView(tuple((each, language.date(each.day)) for each in rounds), None)


def _fitting(rounds: Sequence[Round]) -> Iterator[Round]:
    size = 0
    for number, each in enumerate(rounds):
        size += _bytes(each)
        if number and size > PAGE_BYTES:
            return
        yield each


def _bytes(one: Round) -> int:
    replies = [*one.replies, *(reply for each in one.messages for reply in each.replies)]
    texts = [*(each.text for each in one.messages), *(each.text for each in replies)]
    return ROUND_BYTES + sum(len(str(escape(text)).encode()) + ROUND_BYTES // 3 for text in texts)
