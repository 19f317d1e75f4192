"""Findings: results of analyses together with what is needed to make them again."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, func, insert, select, true, update

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
class Part:
    """One part of a result, such as an element, as JSON text; `inputs` is a hash of all that went into it, "" if none.

    Wherever something is to be made of the same inputs, this part is it.
    """

    name: str
    text: str
    inputs: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A result as JSON text; its `parts` (such as elements), each with its name, are kept apart from it."""

    result: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of a stored answer without reading it."""

    key: str
    kind: str
    parameters: Parameters
    whole: bool


def find(db: Transaction, programme_id: int, key: str, part: str | None = None) -> Answer | None:
    """Return the stored answer with all its parts, or with only the one of a name; None if it is not whole."""
    here = (findings.c.programme_id == programme_id, findings.c.key == key, findings.c.whole)
    result: str | None = db.scalar(select(findings.c.result).where(*here))
    if result is None:
        return None
    own = (finding_parts.c.programme_id == programme_id, finding_parts.c.key == key)
    named = true() if part is None else finding_parts.c.name == part
    columns = (finding_parts.c.name, finding_parts.c.result, finding_parts.c.inputs)
    parts = db.execute(select(*columns).where(*own, named).order_by(finding_parts.c.position))
    return Answer(result, tuple(Part(*row) for row in parts))


def is_whole(db: Transaction, programme_id: int, key: str) -> bool:
    """Return whether a whole answer is stored under a key."""
    here = (findings.c.programme_id == programme_id, findings.c.key == key, findings.c.whole)
    return db.scalar(select(true()).where(*here)) is not None


def newest(db: Transaction, programme_id: int) -> tuple[int, datetime | None]:
    """Return how many findings there are, and when the last one was made; nothing else of them is read."""
    query = select(func.count(), func.max(findings.c.created)).where(findings.c.programme_id == programme_id)
    count, made = db.execute(query).one()
    return count, made


def is_there(db: Transaction, programme_id: int, keys: Sequence[str]) -> bool:
    """Return whether answers are stored under all of these keys, as a whole."""
    query = select(findings.c.key).where(findings.c.programme_id == programme_id, findings.c.whole)
    return set(keys) <= set(db.scalars(query))


def latest(
    db: Transaction, programme_id: int, kind: str, parameters: Parameters, besides: Collection[str] = ()
) -> str | None:
    """Return the key of the newest stored answer of a kind and with these parameters, whatever went into it, or None.

    The parameters `besides` may be any.
    """
    query = (
        select(findings.c.key, findings.c.parameters)
        .where(findings.c.programme_id == programme_id, findings.c.kind == kind, findings.c.whole)
        .order_by(findings.c.created.desc(), findings.c.key)
    )
    same = _place(parameters, besides)
    return next((key for key, found in db.execute(query) if _place(found, besides) == same), None)


def _place(parameters: Parameters, besides: Collection[str]) -> str:
    """Return what the answers to one question have in common, whatever went into them."""
    return to_json({name: value for name, value in sorted(parameters.items()) if name not in besides})


def every(db: Transaction, programme_id: int) -> tuple[Stored, ...]:
    """Return what is stored of a programme, the newest first."""
    columns = (findings.c.key, findings.c.kind, findings.c.parameters, findings.c.whole)
    query = select(*columns).where(findings.c.programme_id == programme_id)
    return tuple(Stored(*row) for row in db.execute(query.order_by(findings.c.created.desc(), findings.c.key)))


def add(db: Transaction, programme_id: int, question: Question, answer: Answer, now: datetime) -> None:
    """Store an answer, unless another request was first; what was there of it in part is replaced."""
    here = (findings.c.programme_id == programme_id, findings.c.key == question.key)
    db.execute(delete(findings).where(*here, ~findings.c.whole))
    if is_new(db, findings, _row(programme_id, question, answer.result, now)):
        _add_parts(db, programme_id, question.key, list(enumerate(answer.parts)))


def add_part(db: Transaction, programme_id: int, question: Question, part: Part, now: datetime) -> None:
    """Store one part of an answer that is not whole yet, so that it need not be made again."""
    row = {**_row(programme_id, question, "", now), "whole": False}
    here = (findings.c.programme_id == programme_id, findings.c.key == question.key)
    if is_new(db, findings, row) or not db.scalar(select(findings.c.whole).where(*here)):
        own = (finding_parts.c.programme_id == programme_id, finding_parts.c.key == question.key)
        last = db.scalar(select(func.max(finding_parts.c.position)).where(*own))
        _add_parts(db, programme_id, question.key, [(0 if last is None else last + 1, part)])


def find_part(db: Transaction, programme_id: int, inputs: str) -> str | None:
    """Return the text of a part that was made of some inputs, whichever answer it is of."""
    here = (finding_parts.c.programme_id == programme_id, finding_parts.c.inputs == inputs)
    return db.scalar(select(finding_parts.c.result).where(*here).limit(1))


def _row(programme_id: int, question: Question, result: str, now: datetime) -> dict[str, Any]:
    return {
        "programme_id": programme_id,
        "key": question.key,
        "kind": question.kind,
        "parameters": dict(question.parameters),
        "inputs": question.inputs,
        "model": question.model,
        "version": question.version,
        "created": now,
        "result": result,
        "whole": True,
    }


def _add_parts(db: Transaction, programme_id: int, key: str, parts: Sequence[tuple[int, Part]]) -> None:
    own = {"programme_id": programme_id, "key": key}
    rows = [
        {**own, "position": position, "name": part.name, "result": part.text, "inputs": part.inputs}
        for position, part in parts
    ]
    if rows:
        db.execute(insert(finding_parts), rows)


def forget(db: Transaction, programme_id: int, keys: Sequence[str]) -> None:
    """Forget the answers under some keys."""
    db.execute(delete(findings).where(findings.c.programme_id == programme_id, findings.c.key.in_(keys)))


def remove(db: Transaction, programme_id: int, kinds: Sequence[str] | None = None) -> None:
    """Forget the findings of a programme, of all kinds where none is named."""
    of_kind = true() if kinds is None else findings.c.kind.in_(kinds)
    db.execute(delete(findings).where(findings.c.programme_id == programme_id, of_kind))


def forget_notes(db: Transaction, programme_id: int, kind: str, source: str) -> None:
    """Forget the parts of findings of a kind that hold notes of a file; the findings are no longer whole."""
    own = (findings.c.programme_id == programme_id, findings.c.kind == kind)
    db.execute(update(findings).where(*own).values(whole=False, result=""))
    here = (finding_parts.c.programme_id == findings.c.programme_id, finding_parts.c.key == findings.c.key)
    parts = select(finding_parts.c.key, finding_parts.c.position, finding_parts.c.result).where(*own, *here)
    for key, position, text in db.execute(parts).all():
        if _speaks_of(json.loads(text), source):
            this = (finding_parts.c.key == key, finding_parts.c.position == position)
            db.execute(delete(finding_parts).where(finding_parts.c.programme_id == programme_id, *this))


def _speaks_of(found: Any, source: str) -> bool:  # noqa: ANN401 - whatever JSON holds
    match found:
        case dict():
            return found.get("source") == source or any(_speaks_of(each, source) for each in found.values())
        case list():
            return any(_speaks_of(each, source) for each in found)
        case _:
            return False


def forget_earlier(db: Transaction, programme_id: int, question: Question, besides: Collection[str]) -> None:
    """Forget the other answers to what a question asks; parameters `besides` are not what is asked."""
    asked = _place(question.parameters, besides)
    earlier = [
        each.key
        for each in every(db, programme_id)
        if each.kind == question.kind and each.key != question.key and _place(each.parameters, besides) == asked
    ]
    forget(db, programme_id, earlier)
