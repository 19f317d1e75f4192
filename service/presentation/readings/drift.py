"""What became of readings since the last review: counts first, no word of better or worse."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.json_form import Json
from nlp.readings.drift import BACK, FADED, FEWEST_NOTES, GONE, GROWN, KEPT, NEW, NOT_HEARD
from nlp.statistics.multiple_comparisons import LEVEL
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.readings.caveats import amount
from service.presentation.text import label, name

CAME, WENT = (NEW, BACK, GROWN), (GONE, FADED)
NAMED = 3


@dataclass(frozen=True)
class Told:
    """What is told of one element: one sentence on what came, one on what went."""

    element: str
    slug: str
    sentences: tuple[Markup, ...]


@dataclass(frozen=True)
class DriftView:
    """What is told of a programme: how much changed, then element by element, then what must be said with it."""

    lead: Markup
    elements: tuple[Told, ...]
    cautions: tuple[Markup, ...]


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


def drift_view(drift: Json | None, language: Language) -> DriftView | None:
    """Return what changed up to the latest review with notes, None if there is no earlier one to compare with."""
    spoken = {review for element in drift["elements"] for review in element["notes"]} if drift else set()
    reviews = [review for review in drift["order"] if review in spoken] if drift else []
    if drift is None or len(reviews) < 2:
        return None
    now = [element for element in drift["elements"] if reviews[-1] in element["notes"]]
    followed = [element for element in now if _comparable(element)]
    shifts = [[step for _, step in _last(element) if step["verdict"] in (*CAME, *WENT)] for element in followed]
    changed = [element for element, steps in zip(followed, shifts, strict=True) if steps]
    lead = _lead(len(changed), len(followed), reviews[-2], reviews[-1], language)
    all_chance = all(_may_be_chance(step) for steps in shifts for step in steps)
    if changed and all_chance:
        lead += " " + language.gettext("All of it may be chance.")
    told = tuple(_told(element, reviews[-2], language, tagged=not all_chance) for element in changed)
    return DriftView(lead, told, tuple(_cautions(now, followed, language)))


def history(drift: Json | None, element: Json, reading: Json, language: Language) -> History | None:
    """Return a reading through the reviews, None where nothing is followed or the element has notes of one review."""
    found = (each for each in drift["elements"] if each["element"] == element["element"]) if drift else ()
    readings = (each for followed in found for each in followed["readings"])
    followed = next((each for each in readings if each["id"] == reading["id"] and each["steps"]), None)
    if followed is None:
        return None
    moments = tuple(_moment(review, held, language) for review, held in followed["held"].items())
    return History(moments, _verdict(followed["steps"][-1], language))


def _comparable(element: Json) -> bool:
    last = list(element["notes"].values())[-2:]
    return len(last) == 2 and min(last) >= FEWEST_NOTES


def _last(element: Json) -> list[tuple[Json, Json]]:
    """Return every reading with its last step."""
    return [(reading, reading["steps"][-1]) for reading in element["readings"] if reading["steps"]]


def _may_be_chance(step: Json) -> bool:
    return step["p_value"] is None or step["p_value"] >= LEVEL


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


def _cautions(now: Sequence[Json], followed: Sequence[Json], language: Language) -> list[Markup]:
    said = []
    if any(step["verdict"] in WENT for element in followed for _, step in _last(element)):
        said.append(
            language.gettext(
                "A reading can also leave with the people who held it. Ask first who was not in the room this time."
            )
        )
    few = [name(str(each["element"])) for each in now if each not in followed and each["element"]]
    if few and followed:
        said.append(language.gettext("Too few notes to compare: {elements}.", elements=language.list(few)))
    return said


def _told(element: Json, before: str, language: Language, *, tagged: bool) -> Told:
    """Tell an element; `tagged`: what may be chance is marked as such."""
    sentences = [_sentence(verdicts, element, language, tagged=tagged) for verdicts in (CAME, WENT)]
    own = list(element["notes"])[-2]
    if own != before:
        sentences.append(language.gettext("Compared with {before}.", before=name(own)))
    text = str(element["element"])
    return Told(text, slugify(text), tuple(sentence for sentence in sentences if sentence))


def _sentence(verdicts: Sequence[str], element: Json, language: Language, *, tagged: bool) -> Markup:
    """Return the readings with these verdicts in one sentence, empty if there are none."""
    clauses = [clause for verdict in verdicts if (clause := _clause(verdict, element, language, tagged=tagged))]
    joined = Markup("; ").join(clauses)
    return language.gettext("{clauses}.", clauses=joined[:1].upper() + joined[1:]) if clauses else joined


def _clause(verdict: str, element: Json, language: Language, *, tagged: bool) -> Markup:
    """Return the readings with one verdict and their counts, those beyond chance first; empty if there are none."""
    found = [(reading, step) for reading, step in _last(element) if step["verdict"] == verdict]
    chosen = [
        _counted(*each, language, tagged=tagged) for each in sorted(found, key=lambda each: _may_be_chance(each[1]))
    ]
    if not chosen:
        return Markup("")
    if len(chosen) > NAMED:
        chosen[NAMED:] = [language.gettext("{n} more", n=len(chosen) - NAMED)]
    readings = language.list(chosen)
    clauses = {
        NEW: language.gettext("new: {readings}", readings=readings),
        BACK: language.gettext("heard again: {readings}", readings=readings),
        GROWN: language.gettext("said more often: {readings}", readings=readings),
        GONE: language.gettext("not heard this time: {readings}", readings=readings),
        FADED: language.gettext("said less often: {readings}", readings=readings),
    }
    return clauses[verdict]


def _counted(reading: Json, step: Json, language: Language, *, tagged: bool) -> Markup:
    """Return a reading's name with its counts."""
    before, after = (_counts(reading["held"][step[when]], language) for when in ("before", "after"))
    shown = {
        NEW: after,
        BACK: after,
        GONE: language.gettext("{amount} before", amount=before),
    }.get(step["verdict"], language.gettext("{before}, then {after}", before=before, after=after))
    if tagged and _may_be_chance(step):
        shown = language.gettext("{amount}, may be chance", amount=shown)
    return Markup("{} ({})").format(label(reading, language).name, shown)


def _counts(held: Json, language: Language) -> Markup:
    return language.ngettext("{count} of {n} note", "{count} of {n} notes", int(held["of"]), count=int(held["count"]))


def _moment(review: str, held: Json, language: Language) -> Moment:
    share, low, high = (round(100 * float(held[key]), 1) for key in ("share", "low", "high"))
    return Moment(review, amount(language, int(held["count"]), int(held["of"])), int(held["count"]), share, low, high)


def _verdict(step: Json, language: Language) -> Markup:
    reviews = {"before": name(step["before"]), "after": name(step["after"])}
    sentences = {
        NEW: language.gettext("New in {after}.", **reviews),
        BACK: language.gettext("Heard again in {after}.", **reviews),
        GONE: language.gettext("Not heard in {after}.", **reviews),
        NOT_HEARD: language.gettext("Heard neither in {before} nor in {after}.", **reviews),
        GROWN: language.gettext("Said more often than in {before}, by more than chance would explain.", **reviews),
        FADED: language.gettext("Said less often than in {before}, by more than chance would explain.", **reviews),
        KEPT: language.gettext("Since {before} it changed no more than chance would explain.", **reviews),
    }
    said = sentences.get(step["verdict"], language.gettext("Too few notes to say whether it changed."))
    if step["verdict"] in (NEW, BACK, GONE) and _may_be_chance(step):
        said += " " + language.gettext("With so few notes this may be chance.")
    return said
