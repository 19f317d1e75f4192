"""Sequences of requests to the API, made of its own description: what one answer gives, the next requests use.

    nice -n 19 python -m benchmarks.fuzzing.api --seconds 600

Each answer is held against the description, and what was made is found until it is removed, and not afterwards. What
fails is printed once of its kind, with the request. The short form is `tests/service/web/api/test_sequences.py`.
"""

import argparse
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import Case, Response
from schemathesis.core.failures import FailureGroup
from schemathesis.generation.stateful.state_machine import APIStateMachine
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service.settings import Settings
from service.store import Database
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.files import EVERYTHING
from tests.service.working import create_app

LOCAL = {"host": "localhost"}
CONTENT = [positive_data_acceptance]
"""Whether a file can be read, and whether there is something of a name, is not in any schema."""
SHOWN = 1_500


@dataclass
class Met:
    """What the sequences have met: how often each operation answered with each status, and what failed."""

    sequences: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """All of it in a line."""
        came = ", ".join(f"{status}: {n:,}" for status, n in sorted(self.statuses.items()))
        total = sum(self.statuses.values())
        return (
            f"{self.sequences} sequences, {total:,} requests ({came}), {len(self.done)} operations that succeeded, "
            f"{len(self.faults)} kinds of failure"
        )


@contextmanager
def a_description(folder: Path) -> Iterator[BaseSchema]:
    """Give a service with a programme in it, as schemathesis sees it."""
    chosen = Settings(data_dir=folder, max_upload_mb=1)
    work = Workspace(Database.open(chosen.url), chosen, load_embedder=lambda _: EMBEDDER)
    work.programmes.create("P")
    work.files.add("p", EVERYTHING)
    yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(chosen, work), headers=LOCAL)
    work.close()


def machine_of(description: BaseSchema, met: Met) -> type[APIStateMachine]:
    """Return the state machine of a description, which notes what it meets and goes on."""

    class Machine(description.as_state_machine()):  # type: ignore[misc]
        def setup(self) -> None:
            met.sequences += 1

        def get_call_kwargs(self, case: Case) -> dict[str, object]:
            return {"headers": {**(case.headers or {}), **LOCAL}}

        def validate_response(self, response: Response, case: Case, *_: object, **__: object) -> None:
            met.statuses[response.status_code] += 1
            if response.status_code < 400:
                met.done[case.operation.label] += 1
            try:
                case.validate_response(response, excluded_checks=CONTENT)
            except (FailureGroup, AssertionError) as error:
                _note(met, case, error)

    return Machine


def _note(met: Met, case: Case, error: BaseException) -> None:
    kinds = sorted({type(each).__name__ for each in getattr(error, "exceptions", (error,))})
    kind = f"{case.operation.label}: {', '.join(kinds)}"
    if kind not in met.faults:
        met.faults[kind] = re.sub(r"\n+", "\n    ", str(error))[:SHOWN]


def run(description: BaseSchema, met: Met, *, sequences: int, steps: int, derandomize: bool = False) -> None:
    """Make so many sequences of at most so many requests."""
    chosen = settings(
        max_examples=sequences,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        derandomize=derandomize,
        phases=(Phase.generate,),
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine_of(description, met), settings=chosen)


def main() -> None:
    """Go on until the time is up, each time with a new service."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--sequences", type=int, default=20, help="of one service")
    options = parser.parse_args()
    end, met, told = time.monotonic() + options.seconds, Met(), 0
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder, a_description(Path(folder)) as description:
            run(description, met, sequences=options.sequences, steps=30)
        for kind, fault in list(met.faults.items())[told:]:
            print(f"{kind}\n    {fault}", flush=True)
        told = len(met.faults)
        print(met.said, flush=True)


if __name__ == "__main__":
    main()
