"""One question to a model, its answer checked: what of it can be proposed, and with which seed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from service.assistant.asking.answers import ids_of, text_of
from service.assistant.asking.budget import Budget
from service.assistant.asking.client import Chat
from service.assistant.asking.prompts import (
    MOST_SENTENCES,
    NOWHERE,
    ask_about_reading,
    ask_for_places,
    ask_for_summary,
    ask_for_translation,
)
from service.assistant.checking.check import (
    Sent,
    wrong_in_ids,
    wrong_in_name,
    wrong_in_sentence,
    wrong_in_translation,
)
from service.assistant.checking.refusals import Why


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a model proposes.

    Attributes:
        text: in the language that was asked for.
        notes: ids of the notes that it rests on.
        voices: how many people wrote these.
        seed: of the answer.
    """

    text: str
    notes: tuple[str, ...]
    voices: int
    seed: int


@dataclass(frozen=True, slots=True)
class Described:
    """What a model says of a reading: a name and a sentence, each None where nothing of it could be used."""

    name: Said | None
    sentence: Said | None
    refused: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where notes might go: id of a note -> of a reading, None for nowhere; with the seed, and what was refused."""

    places: Mapping[str, str | None]
    seed: int
    refused: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences, or one translation, that can be proposed; none where all were refused."""

    said: tuple[Said, ...]
    refused: tuple[Why, ...]


def describe_reading(
    chat: Chat, sent: Sent, is_near: Callable[[str], bool], budget: Budget, others: Sequence[str] = ()
) -> Described:
    """Ask for a name and a sentence.

    Args:
        chat: the model.
        sent: the notes of the reading.
        is_near: whether a text is about this reading, and nearer to it than to any other.
        budget: of the run.
        others: a note each of other readings.

    Raises:
        NotAnswered: the server does not answer.
        Spent: no tokens or no time are left.
    """
    attempts = chat.answers(ask_about_reading(sent.element, sent.texts, sent.language, others), budget)
    name: Said | None = None
    sentence: Said | None = None
    for form in attempts:
        if name is None:
            text = text_of(form, "name").rstrip(".।")
            why = wrong_in_name(text, sent) or (None if is_near(text) else Why.FAR)
            name = None if attempts.refuse(why) else Said(text, (), 0, attempts.seed)
        if sentence is None:
            text, ids = text_of(form, "sentence"), ids_of(form)
            why = wrong_in_sentence(text, ids, sent) or (None if is_near(text) else Why.FAR)
            sentence = None if attempts.refuse(why) else Said(text, ids, sent.voices(ids), attempts.seed)
    return Described(name, sentence, tuple(attempts.refused))


def propose_places(chat: Chat, sent: Sent, readings: Mapping[str, Sequence[str]], budget: Budget) -> Placed:
    """Ask where notes might go.

    Args:
        chat: the model.
        sent: the notes that are in no reading.
        readings: id -> what it is called, then some of its notes.
        budget: of the run.

    Raises:
        NotAnswered: the server does not answer.
        Spent: no tokens or no time are left.
    """
    attempts = chat.answers(ask_for_places(sent.element, sent.texts, readings), budget)
    found: dict[str, str | None] = {}
    for form in attempts:
        rows = form.get("places")
        told = [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
        if not told:
            attempts.refuse(Why.UNREADABLE)
        for each in told:
            note, reading = str(each.get("note")), str(each.get("reading"))
            if attempts.refuse(_wrong_place(note, reading, sent, readings)):
                continue
            found.setdefault(note, None if reading == NOWHERE else reading)
    return Placed(found, attempts.seed, tuple(attempts.refused))


def summarise(chat: Chat, sent: Sent, is_about: Callable[[str, Sequence[str]], bool], budget: Budget) -> Told:
    """Ask for a summary of notes; sentences that cannot be used are left out.

    Args:
        chat: the model.
        sent: the notes.
        is_about: whether a text is about notes, given by their words.
        budget: of the run.

    Raises:
        NotAnswered: the server does not answer.
        Spent: no tokens or no time are left.
    """
    attempts = chat.answers(ask_for_summary(sent.element, sent.texts, sent.language), budget)
    best: tuple[Said, ...] = ()
    for form in attempts:
        rows = form.get("sentences")
        told = [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []
        if not told:
            attempts.refuse(Why.UNREADABLE)
        made = []
        for each in told[:MOST_SENTENCES]:
            text, ids = text_of(each, "text"), ids_of(each)
            why = wrong_in_sentence(text, ids, sent)
            if not attempts.refuse(why or (None if is_about(text, [sent.texts[one] for one in ids]) else Why.FAR)):
                made.append(Said(text, ids, sent.voices(ids), attempts.seed))
        best = max(best, tuple(made), key=len)
    return Told(best, tuple(attempts.refused))


def translate(chat: Chat, sent: Sent, note: str, budget: Budget) -> Told:
    """Ask for a note in another language.

    Args:
        chat: the model.
        sent: the note.
        note: its id.
        budget: of the run.

    Raises:
        NotAnswered: the server does not answer.
        Spent: no tokens or no time are left.
    """
    attempts = chat.answers(ask_for_translation(sent.texts[note], sent.language), budget)
    for form in attempts:
        text = text_of(form, "text")
        if not attempts.refuse(wrong_in_translation(text, sent.texts[note], sent)):
            return Told((Said(text, (note,), 1, attempts.seed),), tuple(attempts.refused))
    return Told((), tuple(attempts.refused))


def _wrong_place(note: str, reading: str, sent: Sent, readings: Mapping[str, Sequence[str]]) -> Why | None:
    return wrong_in_ids([note], sent) or (None if reading in (*readings, NOWHERE) else Why.UNKNOWN_NOTE)
