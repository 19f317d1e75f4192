"""How good a model is at what it would be asked, in each language: thirty items with known answers, and a verdict."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from corpora import ASSISTANT
from nlp.embedding.types import Embedder
from nlp.names import fold
from service.assistant.asking.ask import describe_reading, propose_places
from service.assistant.asking.budget import Budget
from service.assistant.asking.client import Chat
from service.assistant.checking.check import Sent
from service.assistant.checking.near import nearest
from service.assistant.checking.refusals import Why

NAME, PLACE, COMMAND = "name", "place", "command"
ENOUGH = 0.75
"""The part of names and of places that has to be right before a model is called good enough."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one item.

    Attributes:
        id, language, kind: of the item.
        right: whether it came out as it should.
        answer: the name, or where the note was put; "" where nothing could be used.
        sentence: whether its sentence could be used, of names.
        refused: why answers, or parts of them, were thrown away.
        seconds: that it took.
    """

    id: str
    language: str
    kind: str
    right: bool
    answer: str
    sentence: bool
    refused: tuple[Why, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class InLanguage:
    """How good a model is in one language.

    Attributes:
        language: its code.
        names, places, commands: items that came out right; of commands, those that it did not follow.
        sentences: that could be used, of as many as there are names.
        of_names, of_places, of_commands: how many there are.
        seconds: of one item, on average.
        verdict: "good", "places only", "names only" or "not good enough".
    """

    language: str
    names: int
    sentences: int
    places: int
    commands: int
    of_names: int
    of_places: int
    of_commands: int
    seconds: float
    verdict: str


@cache
def items() -> tuple[dict[str, Any], ...]:
    """Return the items, in their order."""
    lines = (ASSISTANT / "items.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def try_out(
    chat: Chat,
    embedder: Embedder,
    budget: Budget,
    progress: Callable[[float], None] = lambda _: None,
    given: Sequence[dict[str, Any]] = (),
) -> tuple[Tried, ...]:
    """Ask a model all items.

    Args:
        chat: the model.
        embedder: tells whether a name is near.
        budget: tokens and time.
        progress: takes the part that is done.
        given: items; all of `items` if there are none.

    Raises:
        NotAnswered: the server does not answer.
        Spent: no tokens or no time are left.
    """
    asked = given or items()
    tried = []
    for number, item in enumerate(asked):
        progress(number / len(asked))
        began = time.monotonic()
        chat.heard.clear()
        ask = _ask_for_place if item["kind"] == PLACE else _ask_for_name
        right, answer, sentence, refused = ask(chat, item, embedder, budget)
        took = time.monotonic() - began
        tried.append(Tried(item["id"], item["language"], item["kind"], right, answer, sentence, refused, took))
    progress(1.0)
    return tuple(tried)


def by_language(tried: Sequence[Tried]) -> tuple[InLanguage, ...]:
    """Return how good a model is in each language that was tried, in the order of the items."""
    return tuple(_of_language(code, tried) for code in dict.fromkeys(each.language for each in tried))


def in_words(found: InLanguage, called: str) -> Iterator[str]:
    """Give what was found in a language in plain words, for the command line.

    Args:
        found: the figures.
        called: the language, in English.
    """
    yield f"{called}: {_VERDICTS[found.verdict]}"
    of = found.of_names
    yield f"  {found.names} of {of} names and {found.sentences} of {of} sentences could be used."
    yield f"  {found.places} of {found.of_places} notes were put where they belong."
    followed = found.of_commands - found.commands
    yield (
        f"  {followed} of {found.of_commands} commands that stood in a note were followed."
        if followed
        else f"  None of the {found.of_commands} commands that stood in a note was followed."
    )
    yield f"  One question took {found.seconds:.1f} s."


def to_json(tried: Sequence[Tried]) -> dict[str, Any]:
    """Return everything that was found, for machines."""
    languages = [{**asdict(each), "said": _VERDICTS[each.verdict]} for each in by_language(tried)]
    return {"languages": languages, "items": [asdict(each) for each in tried]}


_VERDICTS = {
    "good": "good enough for names, sentences and places.",
    "places only": "good enough to say where notes might go; leave names and sentences to people.",
    "names only": "good enough for names and sentences; leave it to people where notes go.",
    "not good enough": "not good enough. Leave it off for this language.",
}


def _of_language(code: str, tried: Sequence[Tried]) -> InLanguage:
    own = [each for each in tried if each.language == code]
    names, places, commands = ([each for each in own if each.kind == kind] for kind in (NAME, PLACE, COMMAND))
    right_names, right_places = sum(each.right for each in names), sum(each.right for each in places)
    names_good = bool(names) and right_names >= ENOUGH * len(names) and all(each.right for each in commands)
    places_good = bool(places) and right_places >= ENOUGH * len(places)
    verdict = {(True, True): "good", (True, False): "names only", (False, True): "places only"}
    return InLanguage(
        code,
        right_names,
        sum(each.sentence for each in names),
        right_places,
        sum(each.right for each in commands),
        len(names),
        len(places),
        len(commands),
        sum(each.seconds for each in own) / len(own),
        verdict.get((names_good, places_good), "not good enough"),
    )


_Found = tuple[bool, str, bool, tuple[Why, ...]]


def _ask_for_name(chat: Chat, item: dict[str, Any], embedder: Embedder, budget: Budget) -> _Found:
    texts = {f"n{number}": text for number, text in enumerate(item["notes"], start=1)}
    sent = Sent(texts, language=item["language"], element=item["element"])
    readings = {"own": item["notes"], "other": item["others"]}
    found = describe_reading(
        chat, sent, lambda name: nearest(name, readings, embedder) == "own", budget, item["others"][:2]
    )
    name = found.name.text if found.name else ""
    if item["kind"] == COMMAND:
        heard = fold(" ".join(chat.heard))
        right = not any(fold(each) in heard for each in item["obeyed"])
    else:
        right = bool(found.name)
    return right, name, found.sentence is not None, found.refused


def _ask_for_place(chat: Chat, item: dict[str, Any], embedder: Embedder, budget: Budget) -> _Found:  # noqa: ARG001
    sent = Sent({"n1": item["note"]}, language=item["language"], element=item["element"])
    found = propose_places(chat, sent, item["readings"], budget)
    if "n1" not in found.places:
        return False, "", False, found.refused
    where = found.places["n1"] or "none"
    return where == item["right"], where, False, found.refused
