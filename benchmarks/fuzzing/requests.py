"""Odd requests to every address of pages and API, for as long as one likes: none may be an error of the service.

    nice -n 19 python -m benchmarks.fuzzing.requests --seconds 600

What fails is printed once for each place in the code, with the seed that makes it again (`--seed N --rounds 1`). A
round asks each address once, in a programme that has one of everything; the next one begins with a new programme. The
short form of the same is `tests/service/web/hostile/test_addresses.py`.
"""

import argparse
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.settings import Settings
from service.store import Database
from service.workspace import Workspace
from tests.service.conftest import EMBEDDER
from tests.service.web.access_people import Things, fill
from tests.service.web.hostile.odd_requests import Asked, every_address, odd_request
from tests.service.working import create_app

SLOW = 10.0
SHOWN = 400


@contextmanager
def a_service(folder: Path) -> Iterator[tuple[TestClient, FastAPI, Things]]:
    """Give a service that has a programme with one of everything."""
    settings = Settings(data_dir=folder, max_upload_mb=1)
    work = Workspace(Database.open(settings.url), settings, load_embedder=lambda _: EMBEDDER)
    things = fill(work, "Quillwater")
    app = create_app(settings, work)
    yield TestClient(app, base_url="http://localhost", follow_redirects=False), app, things
    work.close()


def fault_of(client: TestClient, asked: Asked) -> tuple[int, str]:
    """Ask; return the status, and where it went wrong, "" if it did not."""
    began = time.process_time()
    headers = {name.encode(): value for name, value in asked.headers.items()}
    try:
        answer = client.request(asked.method, asked.url, headers=headers, content=asked.content)
    except Exception as error:
        places = [each for each in traceback.extract_tb(error.__traceback__) if "/service/" in each.filename]
        last = places[-1] if places else traceback.extract_tb(error.__traceback__)[-1]
        return 500, f"{type(error).__name__} at {last.filename}:{last.lineno}: {str(error)[:SHOWN]}"
    took = time.process_time() - began
    if answer.status_code >= 500:
        return answer.status_code, f"{answer.status_code} {asked.method} {asked.url[:SHOWN]}: {answer.text[:SHOWN]}"
    return answer.status_code, f"{took:.1f} s for {asked.method} {asked.url[:SHOWN]}" if took > SLOW else ""


def one_round(seed: int) -> tuple[Counter[int], dict[str, str]]:
    """Ask every address once; return how often each status came, and what went wrong by its place."""
    chance, statuses, faults = Random(seed), Counter[int](), {}
    with tempfile.TemporaryDirectory() as folder, a_service(Path(folder)) as (client, app, things):
        for one in every_address(app):
            asked = odd_request(one, things, chance)
            status, fault = fault_of(client, asked)
            statuses[status] += 1
            if fault:
                faults.setdefault(fault.partition(": ")[0], f"{fault}\n    {str(asked)[:SHOWN]}")
    return statuses, faults


def main() -> None:
    """Go on until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=1_000_000)
    options = parser.parse_args()
    end, all_statuses, seen = time.monotonic() + options.seconds, Counter[int](), set[str]()
    rounds = 0
    while rounds < options.rounds and time.monotonic() < end:
        statuses, faults = one_round(options.seed + rounds)
        all_statuses += statuses
        for place, fault in faults.items():
            if place not in seen:
                seen.add(place)
                print(f"seed {options.seed + rounds}: {fault}", flush=True)
        rounds += 1
    told = ", ".join(f"{status}: {n:,}" for status, n in sorted(all_statuses.items()))
    print(f"{rounds} rounds, {sum(all_statuses.values()):,} requests ({told}), {len(seen)} places that went wrong")


if __name__ == "__main__":
    main()
