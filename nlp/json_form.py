"""The JSON form of every result: stable for outsiders, held to JSON Schemas by `tests/nlp/test_json_form.py`."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from nlp.documents.types import Descriptor, Unit
from nlp.participation.feedback import ObserversView
from nlp.participation.sessions.types import OverSessions
from nlp.participation.types import Participation
from nlp.readings.drift import Drift, ElementDrift, ReadingDrift
from nlp.readings.edits.types import Outcome
from nlp.readings.groups.holders import contrasts
from nlp.readings.types import ElementReadings, Holding, Interpretation, Member, Question, Reading
from nlp.rubrics.types import DescriptorChange, ElementComparison, Match, RubricComparison, VersionChanges
from nlp.transcripts.types import Remark

Json = dict[str, Any]


def unit_to_json(unit: Unit) -> Json:
    """Return a unit with its attributes beside its own fields; an own field wins over an attribute of the same name."""
    own = {
        "id": unit.id,
        "text": unit.text,
        "language": unit.language,
        "source": unit.source,
        "line": unit.line,
        "start": unit.start,
        "end": unit.end,
        "element": unit.element or "",
    }
    return {**unit.attributes, **own}


def interpretation_to_json(interpretation: Interpretation) -> Json:
    """Return `{"model", "by", "smallest", "elements": [...], "edits": [...]}`."""
    return {
        "model": interpretation.model,
        "by": list(interpretation.by),
        "smallest": asdict(interpretation.smallest),
        "elements": [_element_to_json(element) for element in interpretation.elements],
        "edits": [_outcome_to_json(outcome) for outcome in interpretation.edits],
    }


def drift_to_json(drift: Drift) -> Json:
    """Return `{"model", "attribute", "order", "elements": [...]}`; readings keep the ids of the interpretation."""
    return {
        "model": drift.model,
        "attribute": drift.attribute,
        "order": list(drift.order),
        "elements": [_drifting_element_to_json(element) for element in drift.elements],
    }


def comparison_to_json(comparison: RubricComparison) -> Json:
    """Return `{"model", "teams", "levels", "threshold", "versions", "elements": [...], "changes": [...]}`."""
    return {
        "model": comparison.model,
        "teams": list(comparison.teams),
        "levels": list(comparison.levels),
        "threshold": comparison.threshold,
        "versions": dict(comparison.versions),
        "elements": [_compared_element_to_json(element) for element in comparison.elements],
        "changes": [_changes_to_json(changes) for changes in comparison.changes],
    }


def participation_to_json(participation: Participation) -> Json:
    """Return the fields of `Participation` by their names."""
    return asdict(participation)


def over_sessions_to_json(result: OverSessions) -> Json:
    """Return the fields of `OverSessions` by their names."""
    return asdict(result)


def observers_to_json(view: ObserversView) -> Json:
    """Return `{"answers", "waiting", "items": [...], "missing", "questions": [...]}`."""
    return {
        "answers": view.answers,
        "waiting": view.waiting,
        "items": [
            {
                "item": item.item,
                "counts": list(item.counts),
                "answers": item.answers,
                "agree": item.agree,
                "disagree": item.disagree,
            }
            for item in view.items
        ],
        "missing": list(view.missing),
        "questions": [_question_to_json(question) for question in view.questions],
    }


def _outcome_to_json(outcome: Outcome) -> Json:
    return {**asdict(outcome), "applied": not outcome.why_not, "text": str(outcome)}


def _question_to_json(question: Question | Remark) -> Json:
    return {"text": str(question), "template": question.template, "values": dict(question.values)}


def _element_to_json(element: ElementReadings) -> Json:
    return {
        "element": element.element,
        "notes": sum(len(reading.members) for reading in element.readings) + len(element.alone),
        "language_v_measure": element.language_v_measure,
        "like_language": list(element.like_language),
        "common_ground": dict(element.common_ground),
        "groups": {attribute: dict(counts) for attribute, counts in element.groups.items()},
        "readings": [_reading_to_json(reading) for reading in element.readings],
        "alone": [unit_to_json(unit) for unit in element.alone],
        "questions": [_question_to_json(question) for question in element.questions],
        "separation": element.separation,
        "faint": element.faint,
        "nameless": element.nameless,
        "withheld": list(element.withheld),
        "distinctive": {
            attribute: [asdict(group) for group in groups] for attribute, groups in element.distinctive.items()
        },
    }


def _reading_to_json(reading: Reading) -> Json:
    return {
        "id": reading.id,
        "label": reading.label,
        "given": reading.given,
        "labels": dict(reading.labels),
        "words": [asdict(word) for word in reading.words],
        "gloss": {language: list(words) for language, words in reading.gloss.items()},
        "stability": reading.stability,
        "stability_measured": reading.stability_measured,
        "units": [_member_to_json(member) for member in reading.members],
        "quotes": list(reading.quotes),
        "held_by": {attribute: _holdings_to_json(held) for attribute, held in reading.held_by.items()},
        "missing_from": {attribute: list(groups) for attribute, groups in reading.missing_from.items()},
        "beside_others": {
            attribute: {group: asdict(contrast) for group, contrast in contrasts(held).items()}
            for attribute, held in reading.held_by.items()
        },
        "difference": {attribute: asdict(difference) for attribute, difference in reading.difference.items()},
        "status": dict(reading.status),
    }


def _member_to_json(member: Member) -> Json:
    return {**unit_to_json(member.unit), "typicality": member.typicality, "also": list(member.also)}


def _holdings_to_json(held: Mapping[str, Holding]) -> Json:
    return {group: {**asdict(holding), "share": holding.share} for group, holding in held.items()}


def _drifting_element_to_json(element: ElementDrift) -> Json:
    return {
        "element": element.element,
        "notes": dict(element.notes),
        "unplaced": element.unplaced,
        "readings": [_drifting_reading_to_json(each) for each in element.readings],
    }


def _drifting_reading_to_json(drift: ReadingDrift) -> Json:
    return {
        "id": drift.reading.id,
        "label": drift.reading.label,
        "given": drift.reading.given,
        "labels": dict(drift.reading.labels),
        "gloss": {language: list(words) for language, words in drift.reading.gloss.items()},
        "held": _holdings_to_json(drift.held),
        "steps": [asdict(step) for step in drift.steps],
    }


def _compared_element_to_json(element: ElementComparison) -> Json:
    return {
        "element": element.element,
        "matched": [_match_to_json(match) for match in element.matched],
        "only_in": {
            team: [_descriptor_to_json(descriptor) for descriptor in descriptors]
            for team, descriptors in element.only_in.items()
        },
    }


def _match_to_json(match: Match) -> Json:
    return {
        "a": match.a.text,
        "b": match.b.text,
        "similarity": match.similarity,
        "level_a": match.a.level,
        "level_b": match.b.level,
        "team_a": match.a.team,
        "team_b": match.b.team,
        "language_a": match.a.language,
        "language_b": match.b.language,
        "crosses_levels": match.crosses_levels,
        "opposite_ends": match.opposite_ends,
    }


def _changes_to_json(changes: VersionChanges) -> Json:
    return {
        "team": changes.team,
        "before": changes.before,
        "after": changes.after,
        "threshold": changes.threshold,
        "elements": [
            {"element": element.element, "changes": [_change_to_json(change) for change in element.changes]}
            for element in changes.elements
        ],
    }


def _change_to_json(change: DescriptorChange) -> Json:
    return {
        "change": change.kind,
        "before": _descriptor_to_json(change.before) if change.before else None,
        "after": _descriptor_to_json(change.after) if change.after else None,
        "similarity": change.similarity,
        "opposite_ends": change.opposite_ends,
    }


def _descriptor_to_json(descriptor: Descriptor) -> Json:
    return {"text": descriptor.text, "level": descriptor.level, "language": descriptor.language}
