"""What facilitators say of descriptors that the model put side by side: the same, or not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from nlp.errors import InputError
from nlp.messages import Message
from nlp.readings.edits.types import text_key
from nlp.rubrics.types import RubricComparison
from service.analyses.findings import FindingsOf
from service.journal import journal, things
from service.journal.types import Action
from service.moments import in_utc
from service.programmes.snapshot import Snapshot
from service.store import Database, matches
from service.store.matches import JudgedMatch


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said of two descriptors; `made` in ISO 8601."""

    a: str
    b: str
    same: bool
    made: str


class JudgedMatches:
    """What was said of pairs of descriptors. Methods raise `NotFound` if there is no such programme."""

    def __init__(self, database: Database, findings: FindingsOf, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._findings = findings
        self._clock = clock

    def of(self, slug: str) -> tuple[Judgement, ...]:
        """Return what was said of the descriptors that are there, oldest first."""
        found = self._findings.of(slug)
        return judgements(found.at, found.rubrics()) if found.at.matches else ()

    def judge(self, slug: str, a: str, b: str, *, same: bool | None) -> None:
        """Say whether two descriptors say the same; None takes back what was said.

        Raises:
            InputError: the rubrics have no such descriptors, or the two are one.
        """
        found = self._findings.of(slug)
        there = {text_key(text) for text in _texts(found.rubrics())}
        keys = frozenset((text_key(a), text_key(b)))
        if not keys <= there:
            raise InputError("", Message("the rubrics have no such descriptor"), Message("Choose two of theirs"))
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            actions = {None: Action.MATCH_FORGOTTEN, True: Action.MATCH_JUDGED, False: Action.MATCH_REFUSED}
            journal.write(db, at.id, actions[same], things.match(keys))
            if same is None:
                matches.forget(db, at.id, keys)
            else:
                made = in_utc(self._clock())
                matches.judge(db, at.id, JudgedMatch(keys, same, made))


def judgements(at: Snapshot, compared: RubricComparison) -> tuple[Judgement, ...]:
    """Return what was said of the descriptors that a comparison has, in their words, oldest first."""
    texts = {text_key(text): text for text in _texts(compared)}
    ends = [(each, [texts.get(key, "") for key in (min(each.keys), max(each.keys))]) for each in at.matches]
    return tuple(Judgement(a, b, each.same, each.made) for each, (a, b) in ends if a and b)


def _texts(compared: RubricComparison) -> list[str]:
    pairs = [match for element in compared.elements for match in (*element.matched, *element.close)]
    matched = [text for match in pairs for text in (match.a, match.b)]
    alone = [each.text for element in compared.elements for all_ in element.only_in.values() for each in all_]
    return [*matched, *alone]
