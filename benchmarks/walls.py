"""A move on the page on which people sort: CPU time of all that answers it, whatever else the machine does."""

import re
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

from fastapi.testclient import TestClient

from benchmarks.texts import made_notes, write_table
from nlp import load_embedder, sort_notes
from nlp.documents.types import Unit
from nlp.readings.edits.types import text_key
from nlp.sorting.prepare import prepare_notes
from service.names.slugs import slugify
from service.settings import Settings
from service.sortings.types import Start
from service.web.app import create_app
from service.workspace import Workspace

SIZES = (40, 200, 2_000)
PILES, IN_A_PILE, MOVES = 6, 3, 6


def run() -> None:
    """Print a line for each size: a page of the wall, a move, and how much more that is than the suggestion alone."""
    _on_the_wall(SIZES[0])
    for size in SIZES:
        page, move = _on_the_wall(size)
        suggestion = _suggestion(size)
        print(
            f"wall          {size:>7,} notes, page {page:8,.1f} ms CPU, a move with the page after it {move:8,.1f} ms, "
            f"{move / suggestion:.1f} times the suggestion alone",
            flush=True,
        )


def _on_the_wall(size: int) -> tuple[float, float]:
    units, truth = made_notes(size)
    with tempfile.TemporaryDirectory() as folder:
        write_table(units, Path(folder) / "notes.csv")
        settings = Settings(database_url=f"sqlite:///{Path(folder) / 'wall.sqlite'}")
        workspace = Workspace.open(settings)
        slug = workspace.programmes.create("Wall").slug
        workspace.files.add(slug, [("notes.csv", (Path(folder) / "notes.csv").read_bytes())])
        element = slugify(units[0].element or "")
        workspace.sortings.begin(slug, element, Start.NOTHING)
        for name, own in _piles(units, truth).items():
            workspace.sortings.make_pile(slug, element, name, [text_key(unit.text) for unit in own])
        wall = workspace.findings(slug).wall(element)
        client = TestClient(create_app(settings, workspace), base_url="http://localhost")
        path = f"/programmes/{slug}/elements/{element}/sort"
        cards = [card.key for card in wall.unsorted[:MOVES]]
        moves = [_move(client, path, card, wall.piles[0].id) for card in cards]
        return min(_cpu(partial(client.get, path)) for _ in range(MOVES)), min(moves)


def _piles(units: list[Unit], truth: list[str]) -> dict[str, list[Unit]]:
    names = sorted(set(truth))[:PILES]
    return {name: [unit for unit, own in zip(units, truth, strict=True) if own == name][:IN_A_PILE] for name in names}


def _move(client: TestClient, path: str, card: str, pile: str) -> float:
    page = client.get(path).text
    seen, step = (re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("seen", "step"))
    said = {"act": "place", "seen": seen, "step": step, "cards": card, "to": pile}
    start = process_time()
    answer = client.post(path, data=said)
    spent = 1000 * (process_time() - start)
    assert answer.status_code == 200, path
    return spent


def _suggestion(size: int) -> float:
    units, truth = made_notes(size)
    prepared = prepare_notes(units, load_embedder())
    placed = {unit.id: name for name, own in _piles(units, truth).items() for unit in own}
    return min(_cpu(partial(sort_notes, prepared, placed)) for _ in range(MOVES))


def _cpu(call: Callable[[], object]) -> float:
    """Return milliseconds of processor time of a call, with all its threads."""
    start = process_time()
    call()
    return 1000 * (process_time() - start)
