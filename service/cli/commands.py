"""The commands that read files and print: each one reads as read, analyse, show."""

import sys
from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[list[Path], typer.Argument(help="Files to read.", show_default=False)]
By = Annotated[str, typer.Option(help="Attributes to compare, with commas between.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Model = Annotated[str | None, typer.Option(help="Folder or hub id of another sentence-transformers model.")]


def interpret(files: Files, by: By = "team,language", model: Model = None, as_json: AsJson = False) -> None:
    """Show the readings of every element and who holds them; give a roster as well to compare its attributes."""
    from nlp import interpret as find_readings
    from nlp import load_embedder
    from nlp.json_form import interpretation_to_json
    from service.cli import show
    from service.cli.compared import attributes_to_compare
    from service.cli.files import read_notes

    asked = _split(by)
    with show.working("Reading the notes"):
        units = read_notes(files)
    attributes = attributes_to_compare(files, units, asked)
    with show.working(f"Finding the readings of {len(units)} notes"):
        result = find_readings(units, load_embedder(model), by=attributes)
    show.json(interpretation_to_json(result)) if as_json else show.interpretation(result)


def compare_rubrics(files: Files, model: Model = None, as_json: AsJson = False) -> None:
    """Show which descriptors of different teams say the same, on the same level or on another."""
    from nlp import compare_rubrics as compare
    from nlp import load_embedder
    from nlp.json_form import comparison_to_json
    from service.cli import show
    from service.cli.files import read_descriptors

    result = compare(read_descriptors(files), load_embedder(model))
    show.json(comparison_to_json(result)) if as_json else show.comparison(result)


def participation(
    transcript: Annotated[Path, typer.Argument(help="A transcript of the session.", show_default=False)],
    roster: Annotated[Path | None, typer.Option(help="Table of the people who were present.")] = None,
    by: By = "gender",
    as_json: AsJson = False,
) -> None:
    """Show who spoke how much, and who did not."""
    from nlp import measure_participation, read_transcript
    from nlp.json_form import participation_to_json
    from service.cli import show
    from service.cli.compared import common_names
    from service.cli.files import read_bytes, read_people

    people = read_people(roster) if roster else None
    attributes = common_names(_split(by), {name for person in people or () for name in person.attributes})
    result = measure_participation(read_transcript(transcript.name, read_bytes(transcript)), people, by=attributes)
    show.json(participation_to_json(result)) if as_json else show.participation(result)


def embed(
    file: Annotated[Path, typer.Argument(help="Text file, one text a line.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Where to write the vectors (.npy).")],
    model: Model = None,
    as_json: AsJson = False,
) -> None:
    """Write one vector for every line of a file."""
    import numpy as np

    from nlp import load_embedder
    from nlp.text.decode import decode
    from service.cli import show
    from service.cli.files import read_bytes, write_whole

    embedder = load_embedder(model)
    texts = decode(file.name, read_bytes(file)).splitlines()
    with show.working(f"Embedding {len(texts)} lines"):
        vectors = embedder.encode(texts)
    write_whole(out, lambda stream: np.save(stream, vectors))
    summary = {"model": embedder.name, "texts": len(texts), "dimension": int(vectors.shape[1]), "out": str(out)}
    show.json(summary) if as_json else show.line(f"{len(texts)} vectors of {vectors.shape[1]} numbers in {out}")


def evaluate(model: Model = None, as_json: AsJson = False) -> None:
    """Measure readings and participation on the gold sets."""
    from nlp import load_embedder
    from service.cli import show
    from service.evaluation import evaluate as run

    with show.working("Measuring on the gold sets"):
        result = run(load_embedder(model))
    show.json(result) if as_json else show.evaluation(result)


def _split(names: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(name.strip().casefold() for name in names.split(",") if name.strip()))
    if not found:
        sys.stderr.write("--by needs at least one attribute, such as team\n")
        raise typer.Exit(2)
    return found
