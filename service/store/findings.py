"""Findings: results of analyses together with what is needed to make them again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, select, true

from service.store.columns import to_json
from service.store.conflicts import insert_new
from service.store.database import Transaction
from service.store.tables import findings

Json = dict[str, Any]
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


def find(db: Transaction, programme_id: int, question: Question) -> Json | None:
    """Return the stored answer, or None."""
    query = select(findings.c.result).where(findings.c.programme_id == programme_id, findings.c.key == question.key)
    result: Json | None = db.scalar(query)
    return result


def latest(db: Transaction, programme_id: int, kind: str, parameters: Parameters) -> Json | None:
    """Return the newest stored answer of a kind and with these parameters, whatever went into it, or None."""
    query = (
        select(findings.c.key, findings.c.parameters)
        .where(findings.c.programme_id == programme_id, findings.c.kind == kind)
        .order_by(findings.c.created.desc(), findings.c.key)
    )
    same = json.loads(to_json(dict(parameters)))
    key = next((key for key, found in db.execute(query) if found == same), None)
    result: Json | None = db.scalar(
        select(findings.c.result).where(findings.c.programme_id == programme_id, findings.c.key == key)
    )
    return result


def add(db: Transaction, programme_id: int, question: Question, result: Json, now: datetime) -> None:
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
        "result": result,
    }
    insert_new(db, findings, [row])


def remove(db: Transaction, programme_id: int, kinds: Sequence[str] = ()) -> None:
    """Forget the findings of a programme, of all kinds where none is named."""
    of_kind = findings.c.kind.in_(kinds) if kinds else true()
    db.execute(delete(findings).where(findings.c.programme_id == programme_id, of_kind))
