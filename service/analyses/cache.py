"""Answers that are made once: findings and vectors in front of the analyses."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cached_property

from nlp.embedding.types import Embedder
from nlp.json_form import Json
from service.analyses.pipeline import analysis_version
from service.analyses.vector_cache import KnownVectors, encode_new, fingerprint
from service.programmes.state import State
from service.store import Database, findings, vectors
from service.store.columns import to_json
from service.store.files import FileRow
from service.store.findings import Parameters, Question


class Answers:
    """Keeps what was computed, under everything that went into it.

    Nothing of a removed file may stay: what was computed from a file that is gone by now is given back, but not stored.
    """

    def __init__(
        self, database: Database, load_embedder: Callable[[], Embedder], clock: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._load_embedder = load_embedder
        self._clock = clock

    @cached_property
    def _embedder(self) -> tuple[Embedder, str]:
        embedder = self._load_embedder()
        return embedder, fingerprint(embedder)

    def once(
        self,
        state: State,
        kind: str,
        parameters: Parameters,
        used: Sequence[FileRow],
        make: Callable[[], Json],
        *,
        embedded: bool = True,
    ) -> Json:
        """Return the stored answer to a question, else make it and store it.

        Args:
            state: of the programme that is asked about.
            kind: of the question.
            parameters: of the question.
            used: the files that go into the answer.
            make: makes it.
            embedded: whether the model takes part in it.
        """
        model = self._embedder[1] if embedded else ""
        question = Question(kind, parameters, state.hash_of(used), model, analysis_version())
        with self._database.reading() as db:
            answer = findings.find(db, state.id, question)
        return self._keep(state.row.slug, used, question, make()) if answer is None else answer

    def latest(self, state: State, kind: str, parameters: Parameters) -> Json | None:
        """Return what was answered to a question last, whatever files went into it; None if nothing is stored."""
        with self._database.reading() as db:
            return findings.latest(db, state.id, kind, parameters)

    def embedder(self, slug: str, used: Iterable[FileRow], texts: Sequence[str]) -> Embedder:
        """Return the embedder with the vectors of these texts from `used` files, each encoded once and then stored."""
        embedder, model = self._embedder
        with self._database.reading() as db:
            known = vectors.find(db, model, texts)
        if new := encode_new(embedder, texts, known):
            with self._database.writing() as db:
                if _still_there(State.load(db, slug, lock=True), used):
                    vectors.add(db, model, new)
        return KnownVectors(embedder, {**known, **new})

    def _keep(self, slug: str, used: Iterable[FileRow], question: Question, answer: Json) -> Json:
        """Store an answer made from `used` files and return it as it will be read again."""
        with self._database.writing() as db:
            state = State.load(db, slug, lock=True)
            if _still_there(state, used):
                findings.add(db, state.id, question, answer, self._clock())
        same: Json = json.loads(to_json(answer))
        return same


def _still_there(state: State, used: Iterable[FileRow]) -> bool:
    return {file.id for file in used} <= {file.id for file in state.files}
