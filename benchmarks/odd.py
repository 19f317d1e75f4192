"""Whole programmes of odd files, and every page, file and answer of the API that is made from them.

    python -m benchmarks odd

Hypothesis makes the programmes; what was refused is counted, what was taken must break nothing: no error of the
service, no page that is not well-formed, no file that its program cannot read, no link that leads nowhere. ODD_SECONDS
says for how long (60 where it is not set), ODD_FOLDER where programmes are left that break something. The short form of
the same is `tests/service/web/hostile/test_odd_programmes.py`.
"""

import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import randrange

from hypothesis import HealthCheck, Phase, given, settings

from tests.service.web.hostile.everything import REPORTS
from tests.service.web.hostile.odd_files import Upload, programmes
from tests.service.web.hostile.odd_programmes import Service

SECONDS = 60.0
MOST = 100_000


class _TimeIsUp(Exception):
    """Ends the run."""


@dataclass
class Seen:
    """What the run has met so far."""

    folder: Path | None
    programmes: int = 0
    taken: int = 0
    refused: int = 0
    addresses: int = 0
    slowest: tuple[float, str] = 0.0, ""
    largest: tuple[int, str] = 0, ""
    faults: dict[str, str] = field(default_factory=dict)

    def add(self, uploads: Sequence[Upload]) -> None:
        """Make a programme of the files, open everything, and keep each fault once for each of its kind."""
        with Service() as service:
            opened, refused = service.open_all(uploads, REPORTS[:: randrange(1, 4)])
        self.programmes += 1
        self.refused += refused
        self.taken += len(uploads) - refused
        self.addresses += len(opened.opened)
        self.slowest = max(self.slowest, opened.slowest)
        self.largest = max(self.largest, opened.largest)
        for fault in opened.faults:
            kind = re.sub(r"[0-9]+|'[^']*'", "*", fault.what)[:60]
            if kind not in self.faults:
                self.faults[kind] = f"{fault.address}: {fault.what}"
                print(f"odd {fault.address}: {fault.what}", flush=True)
                self._leave(uploads, f"fault-{len(self.faults)}")

    def _leave(self, uploads: Sequence[Upload], name: str) -> None:
        for place, (filename, data) in enumerate(uploads) if self.folder else ():
            kept = self.folder / name / f"{place}-{re.sub('[^a-zA-Z0-9.-]', '_', filename)[-60:]}"
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(data)


def run() -> None:
    """Print what was made, opened and refused, and what is wrong."""
    until = time.monotonic() + float(os.environ.get("ODD_SECONDS", SECONDS))
    kept = os.environ.get("ODD_FOLDER")
    seen = Seen(Path(kept) if kept else None)

    @settings(
        max_examples=MOST,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(programmes())
    def make(uploads: list[Upload]) -> None:
        if time.monotonic() > until:
            raise _TimeIsUp
        seen.add(uploads)

    with suppress(_TimeIsUp):
        make()
    print(f"odd {seen.programmes} programmes, {seen.taken} files taken, {seen.refused} refused")
    print(f"odd {seen.addresses:,} answers, the slowest {seen.slowest[0]:.1f} s CPU: {seen.slowest[1]}")
    print(f"odd the largest page {seen.largest[0]:,} bytes: {seen.largest[1]}")
    print(f"odd {len(seen.faults)} kinds of faults")
