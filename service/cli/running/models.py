"""`manyvoices models`: other embedding models, fetched once and used offline."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.options import AsJson, Does
from service.cli.out import remarks, stream

if TYPE_CHECKING:
    from service.models.comparison import Comparison
    from service.models.kept import KeptModels
    from service.models.listed import Listed

Which = Annotated[str, typer.Argument(help="A name of the list, or a repository of the hub.", show_default=False)]
Hub = Annotated[str, typer.Option(help="Address of the hub.")]
HUB = "https://huggingface.co"


def list_models(
    time: Annotated[
        bool, typer.Option("--time", help="Measure how long 1,000 notes take with each that is here.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show which models are here, and which could be had."""
    from service.cli.given.model import model_of
    from service.models.comparison import seconds_for_thousand
    from service.models.known import MEASURED
    from service.models.listed import list_models as listed

    def seconds(name: str) -> float:
        with remarks.working(f"Measuring {name}"):
            return seconds_for_thousand(model_of(name, anew=True))

    rows = list(listed(_models(), seconds if time else None))
    if as_json:
        stream.json({"models": [asdict(each) for each in rows], "scores": MEASURED})
        return
    _show_list(rows, time=time)
    stream.line(f"en, bn, ne: {MEASURED}.{' s: seconds for 1,000 notes on this machine.' if time else ''}")


def _show_list(rows: "list[Listed]", *, time: bool) -> None:
    from rich.table import Table

    from service.cli.out.page import console

    table = Table("model", "here", "licence", "languages", "en", "bn", "ne", *(("s",) if time else ()), box=None)
    for row in rows:
        here = f"{row.size / 1e6:.0f} MB" if row.size else "yes" if row.is_here else "no"
        scores = [f"{each:.1f}" for each in row.scores] or ["", "", ""]
        took = [f"{row.seconds:.1f}" if row.seconds is not None else ""] if time else []
        table.add_row(row.name, here, row.licence, row.languages, *scores, *took)
    console().print(table)


def get(name: Which, hub: Hub = HUB, as_json: AsJson = False) -> None:
    """Fetch a model once, check it, and keep it; `--model NAME` uses it from then on, without a network."""
    from service.models.hub import Hub as Asked

    with Asked(hub) as asked, remarks.progress(f"Fetching {name}") as show:
        kept = _models().get(name, asked, show)
    if as_json:
        stream.json(asdict(kept))
        return
    stream.line(f"{kept.name} is here: {kept.size / 1e6:.0f} MB, licence: {kept.licence or 'not said'}.")
    stream.line(f"manyvoices interpret notes.csv --model {kept.name}")


def remove(
    name: Annotated[str, typer.Argument(help="A model that is here, or the address of one.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Delete a model that was fetched, and the vectors that any model has given for your notes."""
    from service.cli.server import given_settings
    from service.models.place import place_of
    from service.models.vectors import forget

    settings, models = given_settings({}), _models()
    place = place_of(name, settings.data_dir)
    forgotten = place is not None and forget(settings.cache_dir, place)
    if models.find(name) or not forgotten:
        models.remove(name)
    if as_json:
        stream.json({"deleted": name, "vectors": forgotten})
        return
    stream.line(f"{name} is deleted{', with the vectors that it gave' if forgotten else ''}.")


def compare(
    first: Annotated[str, typer.Argument(help="A model; bundled is the one that comes along.", show_default=False)],
    second: Annotated[str, typer.Argument(help="Another.", show_default=False)],
    notes: Annotated[
        list[Path] | None,
        typer.Option(help="Your own notes, with a column reading filled in by hand.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure two models on the gold sets and on your own notes."""
    from service.cli.given.documents import read_notes
    from service.cli.given.model import model_of
    from service.cli.given.source import sources_of
    from service.models.comparison import compare_models

    own = read_notes(sources_of(notes)) if notes else ()
    with remarks.working("Measuring"):
        found = compare_models(model_of(first, anew=True), model_of(second, anew=True), own)
    stream.json(asdict(found)) if as_json else _show(found)


def _show(found: "Comparison") -> None:
    from rich.table import Table

    from service.cli.out.page import console
    from service.presentation.i18n import DEFAULT, language

    table = Table("measured on", "measure", found.first, found.second, box=None)
    for each in found.figures:
        table.add_row(each.of, each.measure.replace("_", " "), f"{each.first:.3f}", f"{each.second:.3f}")
    table.add_row("1,000 notes", "seconds", f"{found.first_seconds:.2f}", f"{found.second_seconds:.2f}")
    console().print(table)
    for name, unread in ((found.first, found.first_unread), (found.second, found.second_unread)):
        if unread:
            spoken = language(DEFAULT)
            languages = ", ".join(spoken.language_name(code) for code in unread)
            stream.line(f"{name} does not read {languages}: such notes stand alone with it, and none is placed.")


def _models() -> "KeptModels":
    from service.cli.server import given_settings
    from service.models.kept import KeptModels
    from service.models.place import FOLDER

    return KeptModels(given_settings({}).data_dir / FOLDER)


COMMANDS: Mapping[str, Does] = {"list": list_models, "get": get, "compare": compare, "remove": remove}
