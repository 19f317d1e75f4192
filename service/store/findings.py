"""Findings: results of analyses together with what is needed to make them again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, insert, select, true

from service.store.columns import to_json
from service.store.conflicts import is_new
from service.store.database import Transaction
from service.store.tables import finding_parts, findings

Parameters = Mapping[str, str | int | Sequence[str] | None]


@dataclass(frozen=True, slots=True)
class Question:
    """What a finding answers.

    Attributes:
        kind: "readings", "edited readings", "drift", "rubrics", "participation" or "over time".
        parameters: of the analysis.
        inputs: hash of everything that went in.
        model: of the embedding, "" where none is used.
        version: of the program.
    """

    kind: str
    parameters: Parameters
    inputs: str
    model: str
    version: str

    @property
    def key(self) -> str:
        """The hash under which the answer is stored."""
        parts = [self.kind, dict(sorted(self.parameters.items())), self.inputs, self.model, self.version]
        return sha256(to_json(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Answer:
    """A result as JSON text; its `parts` (such as elements), each with its name, are kept apart from it."""

    result: str
    parts: tuple[tuple[str, str], ...] = ()


def find(db: Transaction, programme_id: int, key: str, part: str | None = None) -> Answer | None:
    """Return the stored answer with all its parts, or with only the one of a name; None if nothing is stored."""
    here = (findings.c.programme_id == programme_id, findings.c.key == key)
    result: str | None = db.scalar(select(findings.c.result).where(*here))
    if result is None:
        return None
    own = (finding_parts.c.programme_id == programme_id, finding_parts.c.key == key)
    named = true() if part is None else finding_parts.c.name == part
    query = select(finding_parts.c.name, finding_parts.c.result).where(*own, named)
    parts = db.execute(query.order_by(finding_parts.c.position))
    return Answer(result, tuple((name, text) for name, text in parts))


def latest(db: Transaction, programme_id: int, kind: str, parameters: Parameters, besides: str = "") -> Answer | None:
    """Return the newest stored answer of a kind and with these parameters, whatever went into it, or None.

    The parameter `besides` may be any.
    """
    query = (
        select(findings.c.key, findings.c.parameters)
        .where(findings.c.programme_id == programme_id, findings.c.kind == kind)
        .order_by(findings.c.created.desc(), findings.c.key)
    )
    same = _without(json.loads(to_json(dict(parameters))), besides)
    key = next((key for key, found in db.execute(query) if _without(found, besides) == same), None)
    return None if key is None else find(db, programme_id, key)


def _without(parameters: Parameters, besides: str) -> dict[str, object]:
    return {name: value for name, value in parameters.items() if name != besides}


def add(db: Transaction, programme_id: int, question: Question, answer: Answer, now: datetime) -> None:
    """Store an answer, unless another request was first."""
    row = {
        "programme_id": programme_id,
        "key": question.key,
        "kind": question.kind,
        "parameters": dict(question.parameters),
        "inputs": question.inputs,
        "model": question.model,
        "version": question.version,
        "created": now,
        "result": answer.result,
    }
    if not is_new(db, findings, row):
        return
    own = {"programme_id": programme_id, "key": question.key}
    parts = [
        {**own, "position": position, "name": name, "result": text}
        for position, (name, text) in enumerate(answer.parts)
    ]
    if parts:
        db.execute(insert(finding_parts), parts)


def remove(db: Transaction, programme_id: int, kinds: Sequence[str] = ()) -> None:
    """Forget the findings of a programme, of all kinds where none is named."""
    of_kind = findings.c.kind.in_(kinds) if kinds else true()
    db.execute(delete(findings).where(findings.c.programme_id == programme_id, of_kind))


def remove_all_but_the_last(db: Transaction, programme_id: int, kind: str, besides: str) -> None:
    """Forget the findings of a kind, but the newest for every setting of the parameters other than `besides`."""
    query = (
        select(findings.c.key, findings.c.parameters)
        .where(findings.c.programme_id == programme_id, findings.c.kind == kind)
        .order_by(findings.c.created.desc(), findings.c.key)
    )
    kept: dict[str, str] = {}
    for key, parameters in db.execute(query).all():
        if kept.setdefault(to_json(_without(parameters, besides)), key) != key:
            db.execute(delete(findings).where(findings.c.programme_id == programme_id, findings.c.key == key))
