"""What leads to an action, taken down as it is now; and the same later, as far as it may still be shown."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.consent import quotable
from nlp.documents.types import Rating, Unit
from nlp.errors import InputError
from nlp.messages import Message
from nlp.readings.edits.align import notes_of
from nlp.readings.edits.types import Keys, note_key, note_keys, text_key
from nlp.readings.types import ElementReadings, Reading
from nlp.rubrics.types import Match
from service.actions.types import Evidence, Origin, Source, TeamRating
from service.analyses.findings import Findings
from service.errors import NotFound
from service.giving_back.hear import TEAM, shortened
from service.giving_back.types import Said
from service.names.slugs import slugify
from service.presentation.i18n import Language, language_of
from service.presentation.readings.ratings import levels
from service.presentation.sessions.session_lead import session_lead

QUOTES = 3
LONGEST_QUOTE = 400
REVIEW = "review"
Cards = Mapping[str, Sequence[Unit]]


def take_down(found: Findings, source: Source, language: Language) -> Evidence:
    """Return what leads to an action, with its words and counts as they are now.

    Args:
        found: the programme.
        source: what the action is made of.
        language: in which it is said who was heard in a session.

    Raises:
        NotFound: it is not there.
        InputError: a question without its words.
    """
    source = replace(source, element=slugify(source.element) if source.element else "")
    element = found.name_of(source.element) if source.element else ""
    taken = _TAKE[source.origin](found, source, language)
    rated_in, rated = rated_last(found.ratings(), [each.name for each in found.at.outline.reviews], element, found)
    return replace(
        taken,
        origin=source.origin,
        id=source.id,
        element=element,
        review=last_review(found),
        rated_in=rated_in if element else "",
        rated=rated if element else (),
    )


@dataclass(frozen=True, slots=True)
class Of:
    """Notes of an element, by their words, as a review heard them; `called` is what people call them together.

    Without a name it is a single note.
    """

    element: str
    notes: tuple[str, ...]
    review: str
    called: str = ""


def as_it_was(found: Findings, of: Of) -> Evidence:
    """Return what led to an action at a review that is over, from notes and ratings alone: no readings are needed.

    Raises:
        NotFound: the programme has no such note, or it may not be quoted.
    """
    own = [each for each in found.notes() if each.element == of.element and each.attributes.get(REVIEW) == of.review]
    said = [next((each for each in own if note_key(each) == text_key(text)), None) for text in of.notes]
    if None in said:
        raise NotFound("note", of.notes[said.index(None)])
    quoted = [each for each in said if each is not None]
    keys = note_keys(quoted)
    count, of_all, in_review, of_review = counted(own, saying(own, keys), of.review)
    rated_in, rated = rated_last(found.ratings(), [of.review], of.element, found)
    return Evidence(
        Origin.READING if of.called else Origin.NOTE,
        slugify(of.called) if of.called else quoted[0].id,
        of.element,
        Said(of.called, language_of(of.called), ()) if of.called else None,
        tuple(map(_quoted, quoted[:QUOTES])),
        keys,
        note_keys(own),
        count,
        of_all,
        of.review,
        in_review,
        of_review,
        rated_in,
        rated,
    )


def last_review(found: Findings) -> str:
    """Return the name of the last review of a programme, "" if it has none."""
    return next((each.name for each in reversed(found.at.outline.reviews)), "")


def rated_last(
    ratings: Sequence[Rating], reviews: Sequence[str], element: str, found: Findings
) -> tuple[str, tuple[TeamRating, ...]]:
    """Return the last of some reviews in which an element was rated, and what each team gave it."""
    own = [each for each in ratings if each.element == element]
    rated_in = next((each for each in reversed(reviews) if any(one.review == each for one in own)), "")
    given = levels(own, rated_in, found.at.outline.levels) if rated_in else {}
    places = {team: at for at, team in enumerate(found.at.outline.teams)}
    ordered = sorted(given.items(), key=lambda each: places.get(each[0][1], len(places)))
    return rated_in, tuple(TeamRating(team, level) for (_, team), level in ordered)


def keys_quoted(notes: Iterable[Unit]) -> Keys:
    """Return the keys of notes whose words may be read; of the others nothing is known but that they are there."""
    return note_keys(quotable(notes))


def counted(notes: Sequence[Unit], saying: Collection[str], review: str) -> tuple[int, int, int, int]:
    """Return how many of an element's notes say something, of how many, and the same of one review.

    Args:
        notes: of the element.
        saying: ids of those that say it.
        review: "" for none.
    """
    of_review = [each for each in notes if each.attributes.get(REVIEW) == review] if review else []
    say, say_then = (sum(each.id in saying for each in own) for own in (notes, of_review))
    return say, len(notes), say_then, len(of_review)


def saying(notes: Iterable[Unit], keys: Keys) -> frozenset[str]:
    """Return the ids of the notes that have some wordings."""
    return frozenset(each.id for each in notes if note_key(each) in keys)


def as_shown(evidence: Evidence, cards: Cards) -> Evidence:
    """Return what led to an action without words of whoever lets them be quoted no more, and teams not told any more.

    Args:
        evidence: as it was taken down.
        cards: key -> the notes of its element that may be quoted now.
    """
    said = tuple(_told(each, cards) for each in evidence.said if _stays(each, cards))
    called = evidence.called if evidence.called and _stays(evidence.called, cards) else None
    return replace(evidence, said=said, called=called)


def _stays(said: Said, cards: Cards) -> bool:
    is_word = any(map(str.isalnum, said.text))
    return is_word and (not said.notes or any(key in cards for key in said.notes))


def _told(said: Said, cards: Cards) -> Said:
    teams = {unit.attributes.get(TEAM, "") for key in said.notes for unit in cards.get(key, ())}
    return said if not said.notes or said.team in teams else replace(said, team="")


def _nothing(found: Findings, source: Source, language: Language) -> Evidence:  # noqa: ARG001
    return Evidence()


def _of_reading(found: Findings, source: Source, language: Language) -> Evidence:
    element = found.element(source.element)
    reading = next((each for each in element.readings if each.id == source.id), None)
    if reading is None:
        raise NotFound("reading", source.id)
    by_id = {unit.id: unit for unit in reading.units}
    cards = found.cards(element.element)
    shown = [by_id[each] for each in reading.quotes if each in by_id and note_key(by_id[each]) in cards]
    return _with_counts(
        Evidence(
            called=_called(reading, language),
            said=tuple(map(_quoted, shown[:QUOTES])),
            notes=keys_quoted(reading.units),
            known=keys_quoted(notes_of(element)),
        ),
        element,
        reading.unit_ids,
        found,
    )


def _called(reading: Reading, language: Language) -> Said:
    """Return what a reading is called, with the notes whose words these are."""
    if reading.given:
        text = reading.given_in.get(language.code, reading.given)
        return Said(text, language_of(text), ())
    code = language.code if language.code in reading.labels else next(iter(reading.labels), "")
    text = reading.labels.get(code, reading.label)
    keys = tuple(note_key(unit) for unit in reading.units if text in unit.text)
    return Said(
        shortened(text, LONGEST_QUOTE), code or language_of(text), keys or tuple(sorted(keys_quoted(reading.units)))
    )


def _of_note(found: Findings, source: Source, language: Language) -> Evidence:  # noqa: ARG001
    element = found.element(source.element)
    notes = notes_of(element)
    note = next((each for each in notes if source.id in (each.id, note_key(each))), None)
    if note is None or note_key(note) not in found.cards(element.element):
        raise NotFound("note", source.id)
    own = Evidence(said=(_quoted(note),), notes=frozenset({note_key(note)}), known=keys_quoted(notes))
    return _with_counts(own, element, saying(notes, own.notes), found)


def _with_counts(evidence: Evidence, element: ElementReadings, ids: Collection[str], found: Findings) -> Evidence:
    count, of, in_review, of_review = counted(notes_of(element), ids, last_review(found))
    return replace(evidence, count=count, of=of, in_review=in_review, of_review=of_review)


def _of_match(found: Findings, source: Source, language: Language) -> Evidence:  # noqa: ARG001
    keys = {text_key(source.id), text_key(source.text)}
    pair = next((each for each in _matches(found) if {text_key(each.a), text_key(each.b)} == keys), None)
    if pair is None:
        raise NotFound("descriptor", source.id)
    return Evidence(
        said=(Said(pair.a, pair.language_a, (), pair.team_a), Said(pair.b, pair.language_b, (), pair.team_b))
    )


def _matches(found: Findings) -> list[Match]:
    return [pair for each in found.rubrics().elements for pair in (*each.matched, *each.close)]


def _of_question(found: Findings, source: Source, language: Language) -> Evidence:  # noqa: ARG001
    asked = " ".join(source.text.split())
    if not asked:
        raise InputError("", Message("a question has no words"), Message("Send the question as it was asked"))
    return Evidence(called=Said(shortened(asked, LONGEST_QUOTE), language_of(asked), ()))


def _of_session(found: Findings, source: Source, language: Language) -> Evidence:
    session = found.at.session(source.id)
    heard = " ".join(str(each.striptags()) for each in session_lead(found.participation(session.slug), language))
    return Evidence(called=Said(session.title, language_of(session.title), ()), said=(Said(heard, language.code, ()),))


def _of_reflection(found: Findings, source: Source, language: Language) -> Evidence:  # noqa: ARG001
    title = next((each.title for each in found.at.forms if each.code == source.id), None)
    if title is None:
        raise NotFound("form", source.id)
    return Evidence(called=Said(title, language_of(title), ()))


def _quoted(unit: Unit) -> Said:
    team = unit.attributes.get(TEAM, "")
    return Said(shortened(unit.text, LONGEST_QUOTE), unit.language or "und", (note_key(unit),), team)


_TAKE: Mapping[Origin, Callable[[Findings, Source, Language], Evidence]] = {
    Origin.HAND: _nothing,
    Origin.READING: _of_reading,
    Origin.NOTE: _of_note,
    Origin.MATCH: _of_match,
    Origin.QUESTION: _of_question,
    Origin.SESSION: _of_session,
    Origin.REFLECTION: _of_reflection,
}


def place_of(evidence: Evidence) -> tuple[str, ...]:
    """Return the path, below the programme's address, of the page that what led to an action stands on."""
    match evidence.origin:
        case Origin.SESSION:
            return ("sessions", evidence.id)
        case Origin.REFLECTION:
            return ("forms", evidence.id, "reflection")
        case Origin.MATCH:
            return ("rubrics",)
        case _:
            return ("elements", slugify(evidence.element)) if evidence.element else ()
