"""Who sent a message of a Zoom chat: `From Anna to Everyone`, `De Anna à Tout le monde`, in any interface language."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from nlp.transcripts.speakers.lexicon import CHAT_FROM, CHAT_TO

_MOST_WORDS = 6
_FEWEST_NAMES = 3
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Head:
    """What stands between the time and the message, and whether it may say more than the name."""

    text: str
    addressed: bool


def find_senders(heads: Sequence[Head]) -> list[str]:
    """Return the sender of every message, without the words for "from", "to", and those to whom it was sent.

    They are known in some languages; in others they are the word with which all heads begin and the words with which
    most of them end.
    """
    addressed = Counter(head.text for head in heads if head.addressed)
    firsts = {text.split()[0] for text in addressed}
    if len(firsts) > 1 and are_words_for_from(firsts):
        return _in_several_languages(heads)
    opening = _opening([text.split() for text in addressed])
    ending = _ending({tuple(text.split()): count for text, count in addressed.items()})
    names = {text: _sender(text.split(), opening, ending) or text for text in addressed}
    return [names[head.text] if head.addressed else head.text for head in heads]


def are_words_for_from(words: Collection[str]) -> bool:
    """Whether all words stand for "from" in some language."""
    return bool(words) and all(word.casefold() in CHAT_FROM for word in words)


def _in_several_languages(heads: Sequence[Head]) -> list[str]:
    """Read the heads of each language by themselves: people may set their own, and chats of two may be joined."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place, head in enumerate(heads):
        alike[head.text.split()[0] if head.addressed else ""].append(place)
    senders = [head.text for head in heads]
    for places in alike.values():
        for place, sender in zip(places, find_senders([heads[place] for place in places]), strict=True):
            senders[place] = sender
    return senders


def have_a_frame(heads: Sequence[str]) -> bool:
    """Whether all heads begin with one word, most end alike, and at least three names stand between."""
    counts = Counter(tuple(head.split()) for head in heads)
    return _opening([list(words) for words in counts]) is not None and _ending(counts) != ()


def _opening(heads: Sequence[Sequence[str]]) -> str | None:
    firsts = {words[0] for words in heads}
    names = {words[1] for words in heads if len(words) > 1}
    if len(firsts) == 1 and (len(names) >= _FEWEST_NAMES or next(iter(firsts)).casefold() in CHAT_FROM):
        return next(iter(firsts))
    return None


def _ending(heads: Mapping[tuple[str, ...], int]) -> tuple[str, ...]:
    """Return the words with which most heads end, such as `to Everyone`, or () if that cannot be told."""
    counts: Counter[tuple[str, ...]] = Counter()
    names: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for words, count in heads.items():
        for size in range(2, min(_MOST_WORDS, len(words) - 1) + 1):
            counts[words[-size:]] += count
            names[words[-size:]].add(words[-size - 1])
    total = sum(heads.values())
    known = [
        ending
        for ending, count in counts.items()
        if count > _MOSTLY * total and (ending[0].casefold() in CHAT_TO or len(names[ending]) >= _FEWEST_NAMES)
    ]
    return max(known, key=lambda ending: (ending[0].casefold() in CHAT_TO, len(ending)), default=())


def _sender(words: list[str], opening: str | None, ending: tuple[str, ...]) -> str:
    if words[0] == opening or (opening is None and words[0].casefold() == "from"):
        words = words[1:]
    if ending and tuple(words[-len(ending) :]) == ending:
        return " ".join(words[: -len(ending)])
    joining = {ending[0].casefold()} if ending else CHAT_TO if opening else frozenset({"to"})
    places = [place for place, word in enumerate(words) if place and word.casefold() in joining]
    return " ".join(words[: places[-1]] if places else words)
