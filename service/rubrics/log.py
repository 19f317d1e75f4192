"""What was done with the rubrics of a programme, as a change or a page needs it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from nlp.names import name_key
from service.access.acting import acting
from service.errors import NotFound
from service.names.slugs import slugify
from service.names.types import NameKind
from service.programmes.snapshot import Snapshot
from service.rubrics.state import State, catching_up, state_of, take
from service.rubrics.types import Did, ElementOfRubrics, KeptVersion, RubricStep, WrittenRubric
from service.store import Transaction
from service.store.rubrics import steps as store


@dataclass(slots=True)
class Log:
    """The steps of all rubrics of a programme, and the state after them.

    Attributes:
        at: the programme.
        steps: oldest first, teams spelled as the programme spells them.
        state: after all of them, and after what names became elsewhere.
        behind: steps that are taken in the state and not written down yet.
    """

    at: Snapshot
    steps: tuple[RubricStep, ...]
    state: State
    behind: tuple[RubricStep, ...]

    @classmethod
    def load(cls, db: Transaction, at: Snapshot) -> "Log":
        """Return the log of a programme."""
        steps = tuple(replace(each, team=at.spelling.team(each.team)) for each in store.every(db, at.id))
        state = state_of(steps)
        return cls(at, steps, state, tuple(catching_up(state, at.spelling)))

    def add(self, db: Transaction, now: datetime, *new: RubricStep) -> None:
        """Write steps down, as done now by whoever acts."""
        for each in (*self.behind, *new):
            made = store.add(db, self.at.id, replace(each, who=acting().name, time=now))
            self.steps = (*self.steps, made)
            if each not in self.behind:
                take(self.state, made)
        self.behind = ()

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams that write rubrics here, in the order of the programme."""
        order = {team: at for at, team in enumerate(self.at.outline.teams)}
        return tuple(sorted(self.state.levels, key=lambda team: order.get(team, len(order))))

    @property
    def elements(self) -> tuple[ElementOfRubrics, ...]:
        """All elements, those in use first."""
        used = [ElementOfRubrics(name, slugify(name)) for name in self.state.elements]
        return (*used, *(ElementOfRubrics(name, slugify(name), retired=True) for name in self.state.retired))

    def team(self, slug: str) -> str:
        """Return the team of a rubric by its name in addresses; `NotFound` if it writes none here."""
        found = next((team for team in self.teams if slugify(team) == slugify(slug)), None)
        if found is None:
            raise NotFound("rubric", slug)
        return found

    def element(self, slug: str) -> str:
        """Return an element in use by its name, or its name in addresses; `NotFound` if rubrics have none."""
        return self._named(slug, self.state.elements)

    def retired(self, slug: str) -> str:
        """Return an element that is out of use."""
        return self._named(slug, self.state.retired)

    def knows(self, element: str) -> bool:
        """Whether rubrics have or had an element, under any of its names."""
        keys = self.at.outline.names.of(NameKind.ELEMENT, element).keys
        return any(name_key(each) in keys for each in (*self.state.elements, *self.state.retired))

    def rubric(self, team: str) -> WrittenRubric:
        """Return the rubric of a team."""
        cells = self.state.cells_of(team)
        last = self._last_version(team)
        then = self._as_called_now(state_of(self.steps[:last]).texts_of(team)) if last else {}
        now = self.state.texts_of(team)
        changed = sum(then.get(place) != now.get(place) for place in then.keys() | now.keys())
        return WrittenRubric(team, slugify(team), self.state.levels[team], cells, tuple(self._versions(team)), changed)

    def history(self, team: str, element: str = "") -> tuple[RubricStep, ...]:
        """Return what was done in a team's rubric and with the elements of all, newest first.

        Args:
            team: whose rubric.
            element: only what made this element what it is, under the names that it had.
        """
        own = [each for each in (*self.steps, *self.behind) if each.team in ("", team)]
        told = _line_of(own, element) if element else reversed(own)
        return tuple(each for each in told if each.number)

    def _as_called_now(self, texts: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
        """Return earlier texts under the names that elements have now, those of joined elements together."""
        found: dict[tuple[str, str], list[str]] = {}
        for (element, level), text in texts.items():
            found.setdefault((self.at.spelling.element(element), level), []).append(text)
        return {place: "\n".join(several) for place, several in found.items()}

    def _versions(self, team: str) -> Iterator[KeptVersion]:
        for each in self.steps:
            if each.did is Did.KEPT and each.team == team:
                yield KeptVersion(each.text, each.time, each.who, each.why)

    def _last_version(self, team: str) -> int:
        """Return how many steps there were when the last version was kept."""
        kept = [at for at, each in enumerate(self.steps) if each.did is Did.KEPT and each.team == team]
        return kept[-1] if kept else 0

    def _named(self, slug: str, names: Sequence[str]) -> str:
        found = next((name for name in names if slugify(name) == slugify(slug)), None)
        if found is None:
            raise NotFound("element", slug)
        return found


def _line_of(steps: Sequence[RubricStep], element: str) -> Iterator[RubricStep]:
    """Yield the steps that made an element what it is, newest first."""
    names = {element}
    for each in reversed(steps):
        if each.did in (Did.STARTED, Did.KEPT):
            continue
        if each.element in names:
            yield each
        elif names & set(each.others):
            names.add(each.element)
            yield each
