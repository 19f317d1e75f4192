"""What became of readings since the last review: counts first, no word of better or worse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.readings.drift import FEWEST_NOTES, Drift, ElementDrift, ReadingDrift, Step
from nlp.readings.types import Holding, Reading
from nlp.statistics.multiple_comparisons import LEVEL
from nlp.statistics.verdicts import Change
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.readings.caveats import amount
from service.presentation.readings.questions import RoomQuestion, key_of, plain
from service.presentation.text import label, name

CAME, WENT = (Change.NEW, Change.BACK, Change.GROWN), (Change.GONE, Change.FADED)
NAMED = 3


@dataclass(frozen=True)
class ElementDriftView:
    """What is said of one element: one sentence on what came, one on what went."""

    element: str
    slug: str
    sentences: tuple[Markup, ...]


@dataclass(frozen=True)
class DriftView:
    """What is said of a programme: how much changed, then element by element, what must be said with it, and asked."""

    lead: Markup
    elements: tuple[ElementDriftView, ...]
    cautions: tuple[Markup, ...]
    questions: tuple[RoomQuestion, ...] = ()


@dataclass(frozen=True)
class Moment:
    """How many of a review's notes a reading has; `share`, `low` and `high` in 0 to 100."""

    review: str
    words: Markup
    count: int
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class History:
    """One reading through the reviews, oldest first, and what became of it last."""

    moments: tuple[Moment, ...]
    verdict: Markup


def drift_view(drift: Drift | None, language: Language) -> DriftView | None:
    """Return what changed up to the latest review with notes, None if there is no earlier one to compare with."""
    reviews = _reviews(drift) if drift else []
    if drift is None or len(reviews) < 2:
        return None
    now = [element for element in drift.elements if reviews[-1] in element.notes]
    followed = [element for element in now if _comparable(element)]
    shifts = [[step for _, step in _last(element) if step.verdict in (*CAME, *WENT)] for element in followed]
    changed = [element for element, steps in zip(followed, shifts, strict=True) if steps]
    lead = _lead(len(changed), len(followed), reviews[-2], reviews[-1], language)
    all_chance = all(_may_be_chance(step) for steps in shifts for step in steps)
    if changed and all_chance:
        lead += " " + language.gettext("All of it may be chance.")
    elements = tuple(_element_view(element, reviews[-2], language, tagged=not all_chance) for element in changed)
    asked = tuple(_questions(changed, language))
    return DriftView(lead, elements, tuple(_cautions(now, followed, language)), asked)


def history(drift: ElementDrift | None, reading: Reading, language: Language) -> History | None:
    """Return a reading through the reviews, None where nothing is followed or the element has notes of one review."""
    return history_of(drift, reading.id, language)


def history_of(drift: ElementDrift | None, reading: str | None, language: Language) -> History | None:
    """Return a reading, by its id, through the reviews; None as `history`."""
    readings = drift.readings if drift else ()
    followed = next((each for each in readings if each.id == reading and each.steps), None)
    if followed is None:
        return None
    moments = tuple(_moment(review, held, language) for review, held in followed.held.items())
    return History(moments, _verdict(followed.steps[-1], language))


def _reviews(drift: Drift) -> list[str]:
    """Return the reviews that have notes, oldest first."""
    spoken = {review for element in drift.elements for review in element.notes}
    return [review for review in drift.order if review in spoken]


def _comparable(element: ElementDrift) -> bool:
    last = list(element.notes.values())[-2:]
    return len(last) == 2 and min(last) >= FEWEST_NOTES


def _last(element: ElementDrift) -> list[tuple[ReadingDrift, Step]]:
    """Return every reading with its last step."""
    return [(reading, reading.steps[-1]) for reading in element.readings if reading.steps]


def _may_be_chance(step: Step) -> bool:
    return step.p_value is None or step.p_value >= LEVEL


def _lead(changed: int, followed: int, before: str, after: str, language: Language) -> Markup:
    reviews = {"before": name(before), "after": name(after)}
    if not followed:
        return language.gettext("From {before} to {after} there are too few notes to say what changed.", **reviews)
    if not changed:
        return language.gettext(
            "From {before} to {after} no reading came or went, and none was said more or less often by more than "
            "chance would explain.",
            **reviews,
        )
    return language.ngettext(
        "From {before} to {after} readings came, went or shifted in {changed} of {n} element.",
        "From {before} to {after} readings came, went or shifted in {changed} of {n} elements.",
        followed,
        changed=changed,
        **reviews,
    )


def _questions(changed: Sequence[ElementDrift], language: Language) -> Iterator[RoomQuestion]:
    """Yield one question, on the largest change that chance would not explain, and none where all may be chance."""
    sure = [each for element in changed for each in _last(element) if not _may_be_chance(each[1])]
    asked = [each for each in sure if each[1].verdict in (*CAME, *WENT)]
    if asked:
        reading, step = max(asked, key=lambda each: abs(each[1].change))
        shown = label(reading, language)
        text = plain(_question(step, shown.text, language))
        key = key_of("drift", step.verdict.value, reading.label, step.before, step.after)
        yield RoomQuestion(text, (shown,) if shown.gloss else (), key)


def _question(step: Step, said: str, language: Language) -> Markup:
    places = {"label": said, "before": name(step.before), "after": name(step.after)}
    match step.verdict:
        case Change.NEW | Change.BACK:
            return language.gettext(
                "We heard “{label}” in {after} and not in {before}. What happened in between?", **places
            )
        case Change.GONE:
            return language.gettext(
                "We heard “{label}” in {before} and not in {after}. What has become of it?", **places
            )
        case Change.GROWN:
            return language.gettext(
                "We heard “{label}” more often in {after} than in {before}. What happened in between?", **places
            )
        case _:
            return language.gettext(
                "We heard “{label}” less often in {after} than in {before}. What has become of it?", **places
            )


def _cautions(now: Sequence[ElementDrift], followed: Sequence[ElementDrift], language: Language) -> list[Markup]:
    said = []
    if any(step.verdict in WENT for element in followed for _, step in _last(element)):
        said.append(
            language.gettext(
                "A reading can also leave with the people who held it. Ask first who was not in the room this time."
            )
        )
    few = [name(each.element) for each in now if not _comparable(each) and each.element]
    if few and followed:
        said.append(language.gettext("Too few notes to compare: {elements}.", elements=language.list(few)))
    return said


def _element_view(element: ElementDrift, before: str, language: Language, *, tagged: bool) -> ElementDriftView:
    """Say what changed on an element; `tagged`: what may be chance is marked as such."""
    sentences = [_sentence(verdicts, element, language, tagged=tagged) for verdicts in (CAME, WENT)]
    own = list(element.notes)[-2]
    if own != before:
        sentences.append(language.gettext("Compared with {before}.", before=name(own)))
    said = tuple(sentence for sentence in sentences if sentence)
    return ElementDriftView(element.element, slugify(element.element), said)


def _sentence(verdicts: Sequence[Change], element: ElementDrift, language: Language, *, tagged: bool) -> Markup:
    """Return the readings with these verdicts in one sentence, empty if there are none."""
    clauses = [clause for verdict in verdicts if (clause := _clause(verdict, element, language, tagged=tagged))]
    joined = Markup("; ").join(clauses)
    return language.gettext("{clauses}.", clauses=joined[:1].upper() + joined[1:]) if clauses else joined


def _clause(verdict: Change, element: ElementDrift, language: Language, *, tagged: bool) -> Markup:
    """Return the readings with one verdict and their counts, those beyond chance first; empty if there are none."""
    found = sorted(
        (each for each in _last(element) if each[1].verdict == verdict), key=lambda each: _may_be_chance(each[1])
    )
    if not found:
        return Markup("")
    chosen = [_counted(reading, step, language, tagged=tagged) for reading, step in found[:NAMED]]
    if len(found) > NAMED:
        chosen.append(language.gettext("{n} more", n=len(found) - NAMED))
    readings = language.list(chosen)
    match verdict:
        case Change.NEW:
            return language.gettext("new: {readings}", readings=readings)
        case Change.BACK:
            return language.gettext("heard again: {readings}", readings=readings)
        case Change.GROWN:
            return language.gettext("said more often: {readings}", readings=readings)
        case Change.GONE:
            return language.gettext("not heard this time: {readings}", readings=readings)
        case _:
            return language.gettext("said less often: {readings}", readings=readings)


def _counted(reading: ReadingDrift, step: Step, language: Language, *, tagged: bool) -> Markup:
    """Return a reading's name with its counts."""
    before, after = (_counts(reading.held[when], language) for when in (step.before, step.after))
    match step.verdict:
        case Change.NEW | Change.BACK:
            shown = after
        case Change.GONE:
            shown = language.gettext("{amount} before", amount=before)
        case _:
            shown = language.gettext("{before}, then {after}", before=before, after=after)
    if tagged and _may_be_chance(step):
        shown = language.gettext("{amount}, may be chance", amount=shown)
    return Markup("{} ({})").format(label(reading, language).name, shown)


def _counts(held: Holding, language: Language) -> Markup:
    return language.ngettext("{count} of {n} note", "{count} of {n} notes", held.of, count=held.count)


def _moment(review: str, held: Holding, language: Language) -> Moment:
    share, low, high = (round(100 * part, 1) for part in (held.share, held.low, held.high))
    return Moment(review, amount(language, held.count, held.of), held.count, share, low, high)


def _verdict(step: Step, language: Language) -> Markup:
    said = _last_step(step, language)
    if step.verdict in (Change.NEW, Change.BACK, Change.GONE) and _may_be_chance(step):
        said += " " + language.gettext("With so few notes this may be chance.")
    return said


def _last_step(step: Step, language: Language) -> Markup:
    before, after = name(step.before), name(step.after)
    said = {
        Change.NEW: language.gettext("New in {after}.", after=after),
        Change.BACK: language.gettext("Heard again in {after}.", after=after),
        Change.GONE: language.gettext("Not heard in {after}.", after=after),
        Change.NOT_HEARD: language.gettext("Heard neither in {before} nor in {after}.", before=before, after=after),
        Change.GROWN: language.gettext(
            "Said more often than in {before}, by more than chance would explain.", before=before
        ),
        Change.FADED: language.gettext(
            "Said less often than in {before}, by more than chance would explain.", before=before
        ),
        Change.KEPT: language.gettext("Since {before} it changed no more than chance would explain.", before=before),
        Change.TOO_FEW: language.gettext("Too few notes to say whether it changed."),
    }
    return said[step.verdict]
