"""What is found, as an assistant gets it: the results of pages and API, cut down to what can be said in a sentence."""

from collections.abc import Iterable, Iterator

from nlp.participation.types import Participation, SpeakerShare
from nlp.readings.types import ElementReadings, Reading
from service.analyses.findings import Findings
from service.mcp import answers
from service.mcp.pages import cut, page_of
from service.presentation.i18n import language
from service.presentation.masking.masking import People
from service.presentation.masking.results import masked
from service.presentation.privacy.called import as_agreed, people_in
from service.search.types import Hit, Results
from service.types import Programme

DIGITS = 3
"""Of shares: what is behind them says nothing of a few notes."""


def programme(given: Programme) -> answers.ProgrammeAnswer:
    """Return a programme."""
    return answers.ProgrammeAnswer(
        programme=given.slug,
        name=given.name,
        description=cut(given.description),
        teams=given.teams,
        elements=given.elements,
        levels=given.levels,
        reviews=given.reviews,
    )


def hits(results: Results, people: People | None) -> answers.Hits:
    """Return what was found; `people` hides names, None leaves them."""
    return answers.Hits(
        hits=tuple(_hit(each, people) for each in results.hits),
        total=results.total,
        by_word=results.by_word,
        by_meaning=results.by_meaning,
        remarks=tuple(map(str, results.remarks)),
        next=results.next,
    )


def _hit(hit: Hit, people: People | None) -> answers.HitAnswer:
    place = hit.place
    return answers.HitAnswer(
        id=hit.id,
        kind=hit.kind.value,
        text=cut(people.mask(hit.text) if people else hit.text),
        language=hit.language,
        element=place.element,
        level=place.level,
        team=place.team,
        review=place.review,
        reading=place.label,
        session=place.session,
        speaker="" if people else place.speaker,
        found_by=tuple(each.value for each in hit.found_by),
    )


def readings(
    elements: Iterable[ElementReadings], people: People | None, cursor: str, found: Findings
) -> answers.Readings:
    """Return elements, each before its readings, page by page.

    Raises:
        InputError: the cursor is none of these.
    """
    things = [(each, reading) for each in elements for reading in (None, *each.readings)]

    def shown(pair: tuple[ElementReadings, Reading | None]) -> answers.ElementAnswer | answers.ReadingAnswer:
        element, reading = pair
        return _element(element) if reading is None else _reading(element, reading, people)

    page = page_of(things, shown, cursor, found.at.row.revision)
    return answers.Readings(
        elements=tuple(each for each in page.items if isinstance(each, answers.ElementAnswer)),
        readings=tuple(each for each in page.items if isinstance(each, answers.ReadingAnswer)),
        being_renewed=bool(found.late),
        next=page.next,
    )


def _element(given: ElementReadings) -> answers.ElementAnswer:
    return answers.ElementAnswer(
        element=given.element,
        notes=given.notes,
        readings=len(given.readings),
        alone=len(given.alone),
        trust=None if given.trust is None else given.trust.value,
        same_as_language=given.like_language,
        questions=tuple(map(str, given.questions)),
    )


def _reading(element: ElementReadings, reading: Reading, people: People | None) -> answers.ReadingAnswer:
    shown = {unit.id: unit for unit in reading.units if unit.id in reading.quotes}
    quotes = tuple(
        answers.Quote(
            id=unit.id,
            text=cut(people.mask(unit.text) if people else unit.text),
            language=unit.language,
            team=unit.attributes.get("team", ""),
        )
        for unit in (shown[each] for each in reading.quotes if each in shown)
        if unit.text
    )
    return answers.ReadingAnswer(
        element=element.element,
        reading=reading.id,
        label=reading.label,
        labels=reading.labels,
        named_by_people=bool(reading.given),
        notes=len(reading.units),
        stability=None if reading.stability is None else round(reading.stability, DIGITS),
        quotes=quotes,
    )


def holders(element: ElementReadings, wanted: str, cursor: str, found: Findings) -> answers.Holders:
    """Return who holds the readings of an element, or one of them.

    Raises:
        InputError: the cursor is none of these.
    """
    every = [each for each in element.readings if wanted in ("", each.id)]
    page = page_of(every, _held, cursor, found.at.row.revision)
    return answers.Holders(
        element=element.element,
        holders=page.items,
        withheld=element.withheld,
        smallest_group=found.threshold,
        being_renewed=bool(found.late),
        next=page.next,
    )


def _held(reading: Reading) -> answers.HoldersAnswer:
    return answers.HoldersAnswer(
        reading=reading.id, label=reading.label, notes=len(reading.units), by=tuple(_by_attribute(reading))
    )


def _by_attribute(reading: Reading) -> Iterator[answers.AttributeAnswer]:
    for attribute, groups in reading.held_by.items():
        held = (
            answers.HoldingAnswer(
                group=group,
                notes=each.count,
                of=each.of,
                share=round(each.share, DIGITS),
                low=round(each.low, DIGITS),
                high=round(each.high, DIGITS),
            )
            for group, each in groups.items()
        )
        difference = reading.difference.get(attribute)
        status = reading.status.get(attribute)
        yield answers.AttributeAnswer(
            attribute=attribute,
            verdict=difference.verdict.value if difference else "",
            status=status.value if status else "",
            held_by=tuple(held),
            missing_from=reading.missing_from.get(attribute, ()),
        )


def participation(found: Findings, session: str, cursor: str, *, names: bool) -> answers.Participations:
    """Return who was heard in a session; with numbers for names as on its page, or names as far as was agreed.

    Raises:
        NotFound: there is no such session.
        InputError: the cursor is none of these.
        ServiceError: it is not measured yet, or may not be.
    """
    measured, title = found.participation(session), found.at.session(session).title
    if names:
        shown: Participation = as_agreed(found, {session: measured}, measured)
    else:
        people = people_in(found, {session: measured}, language("en"), f"session {session}", names=False)
        shown, title = masked(measured, people), people.mask(title)
    page = page_of(shown.speakers, _speaker, cursor, found.at.row.revision)
    return answers.Participations(
        session=session,
        title=title,
        counted=shown.balance.unit,
        minutes=None if shown.duration_seconds is None else round(shown.duration_seconds / 60, 1),
        people=len(shown.speakers) + len(shown.silent),
        speakers=page.items,
        silent=() if cursor else shown.silent,
        groups=() if cursor else tuple(_groups(shown)),
        withheld=shown.withheld,
        effective_speakers=round(shown.balance.effective_speakers, 1),
        gini=round(shown.balance.gini, DIGITS),
        cautions=() if cursor else tuple(map(str, shown.limits)),
        being_renewed=bool(found.late),
        next=page.next,
    )


def _speaker(given: SpeakerShare) -> answers.SpeakerAnswer:
    return answers.SpeakerAnswer(
        person=given.name,
        seconds=round(given.seconds, 1),
        share=round(given.share, DIGITS),
        turns=given.turns,
        questions=given.questions,
    )


def _groups(shown: Participation) -> Iterator[answers.GroupAnswer]:
    for attribute, groups in shown.groups.items():
        for each in groups:
            yield answers.GroupAnswer(
                attribute=attribute,
                group=each.group,
                people=each.people,
                share=round(each.share, DIGITS),
                head_share=round(each.head_share, DIGITS),
                gap=round(each.gap, DIGITS),
                silent=each.silent,
            )
