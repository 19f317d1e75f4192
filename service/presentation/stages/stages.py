"""The page “Where does this partnership stand?”: what facilitators say, beside what was done, stage by stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from nlp.messages import msgid
from service.presentation.i18n import Language
from service.presentation.template import address
from service.stages.types import Deed, DoneDeed, SaidStage, Stage, StageEvidence, Standing

STAGES: Mapping[Stage, tuple[str, str]] = {
    Stage.ADVISE: (msgid("Advise"), msgid("listening, and agreeing on what matters")),
    Stage.ACCLIMATE: (msgid("Acclimate"), msgid("growing used to each other, and to working together")),
    Stage.ACTIVATE: (msgid("Activate"), msgid("doing what was agreed")),
    Stage.ACCELERATE: (msgid("Accelerate"), msgid("seeing what changed, and carrying it further")),
}
"""Stage -> what it is called, and what it is about."""
DEEDS: Mapping[Deed, tuple[str, str, tuple[str, ...]]] = {
    Deed.SESSIONS: (msgid("sessions with a record"), msgid("Add the record of a session"), ("sessions",)),
    Deed.NOTES: (
        msgid("notes that came in"),
        msgid("Add notes, or let people write them on their phones"),
        ("upload",),
    ),
    Deed.ANSWERS: (msgid("forms and surveys that people answered"), msgid("Ask a small survey"), ("surveys",)),
    Deed.PEOPLE: (msgid("people on rosters"), msgid("Add a roster: who takes part, and for whom"), ("upload",)),
    Deed.ELEMENTS: (msgid("elements that are named"), msgid("Name what matters in this partnership"), ("names",)),
    Deed.RUBRICS: (
        msgid("rubrics that came in or were kept here"),
        msgid("Write a rubric together"),
        ("rubrics", "write"),
    ),
    Deed.REVIEWS: (msgid("reviews held"), msgid("Plan a review"), ("reviews",)),
    Deed.SORTED: (msgid("sortings in the room"), msgid("Sort the notes of an element together"), ()),
    Deed.GIVEN_BACK: (msgid("times “Did we hear you right?” was asked"), msgid("Give it back"), ("giving-back",)),
    Deed.REFLECTED: (
        msgid("sessions of which it was noted how inclusive they were, or who held power"),
        msgid("Talk about how inclusive a session was"),
        ("forms",),
    ),
    Deed.AGREED: (msgid("actions agreed"), msgid("Agree on an action"), ("actions",)),
    Deed.DOING: (msgid("actions being done"), msgid("Say which actions are being done"), ("actions",)),
    Deed.DONE: (msgid("actions done"), msgid("Say which actions are done"), ("actions",)),
    Deed.CAFES: (msgid("World Cafés planned"), msgid("Plan a World Café"), ("cafes",)),
    Deed.JUDGED: (
        msgid("times a review said what became of an action"),
        msgid("Look back at actions in a review"),
        ("actions", "said-and-done"),
    ),
    Deed.CHANGED: (
        msgid("times people said of an action that it changed something"),
        msgid("Ask what changed"),
        ("actions", "said-and-done"),
    ),
    Deed.RATED_AGAIN: (msgid("reviews that rated again"), msgid("Rate again in the next review"), ("reviews",)),
    Deed.PUBLISHED: (msgid("reports published"), msgid("Publish a report"), ("report",)),
    Deed.SHARED: (
        msgid("things shared with other programmes"),
        msgid("Share something with other programmes"),
        ("library",),
    ),
}
"""Deed -> what was done, what else could be done, and the path below the programme where that is."""


@dataclass(frozen=True)
class DeedLine:
    """A line: how often, what, between which days (None where none is known), and where it is."""

    count: int
    what: Markup
    days: Markup | None
    link: str


@dataclass(frozen=True)
class StageView:
    """A stage: what it is called and is about, whether facilitators said it last, what was done, what could be."""

    stage: Stage
    called: Markup
    about: Markup
    is_said: bool
    done: tuple[DeedLine, ...]
    not_yet: tuple[tuple[Markup, str], ...]


@dataclass(frozen=True)
class SaidLine:
    """What a facilitator said: its number, the stage, since when and by whom, and why."""

    number: int
    stage: Markup
    by: Markup
    why: str


@dataclass(frozen=True)
class StandingView:
    """The page: a sentence, what was said last and before, newest first, and the stages."""

    lead: Markup
    said: SaidLine | None
    before: tuple[SaidLine, ...]
    stages: tuple[StageView, ...]


def standing_view(standing: Standing, slug: str, language: Language) -> StandingView:
    """Turn where a partnership stands into the page."""
    lines = [_said(each, language) for each in reversed(standing.said)]
    last = standing.said[-1] if standing.said else None
    return StandingView(
        _lead(standing, last, language),
        lines[0] if lines else None,
        tuple(lines[1:]),
        tuple(_stage(each, last, slug, language) for each in standing.stages),
    )


def stage_name(stage: Stage, language: Language) -> Markup:
    """Return what a stage is called."""
    return language.gettext(STAGES[stage][0])


def _lead(standing: Standing, last: SaidStage | None, language: Language) -> Markup:
    if last:
        return language.gettext(
            "Facilitators say: {stage}, since {day}.",
            stage=stage_name(last.stage, language),
            day=language.date(last.day),
        )
    if any(each.done for each in standing.stages):
        return language.gettext("Nobody has said yet where it stands. Below is what was done.")
    return language.gettext("Nobody has said yet where it stands, and nothing is here yet that was done.")


def _stage(evidence: StageEvidence, last: SaidStage | None, slug: str, language: Language) -> StageView:
    called, about = STAGES[evidence.stage]
    return StageView(
        evidence.stage,
        language.gettext(called),
        language.gettext(about),
        last is not None and last.stage is evidence.stage,
        tuple(_line(each, slug, language) for each in evidence.done),
        tuple((language.gettext(DEEDS[each][1]), _link(each, slug)) for each in evidence.not_yet),
    )


def _line(done: DoneDeed, slug: str, language: Language) -> DeedLine:
    return DeedLine(done.count, language.gettext(DEEDS[done.deed][0]), _days(done, language), _link(done.deed, slug))


def _days(done: DoneDeed, language: Language) -> Markup | None:
    if not done.first:
        return None
    first, last = language.date(done.first), language.date(done.last)
    return Markup.escape(first) if first == last else language.gettext("{first} to {last}", first=first, last=last)


def _link(deed: Deed, slug: str) -> str:
    return address("programmes", slug, *DEEDS[deed][2])


def _said(said: SaidStage, language: Language) -> SaidLine:
    day = language.date(said.day)
    by = (
        language.gettext("since {day}, {who}", day=day, who=said.who)
        if said.who
        else language.gettext("since {day}", day=day)
    )
    return SaidLine(said.number, stage_name(said.stage, language), by, said.why)
