"""`python -m models.training build --data DIR --out models/NAME` makes the bundled model from its training text."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from .settings import Settings

application = typer.Typer(add_completion=False, help="Makes the bundled embedding model.")


@application.callback()
def _commands() -> None:
    """Keeps `build` a command of its own."""


@application.command()
def build(
    data: Annotated[
        Path,
        typer.Option(
            help="Folder with parallel/, mono/ and dev/, or with their two archives.", exists=True, file_okay=False
        ),
    ],
    out: Annotated[Path, typer.Option(help="The model folder to write.")],
    work: Annotated[
        Path | None, typer.Option(help="What the steps keep, so that a second run goes on; build/<name> by default.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same data and seed give the same model.")] = 1,
    steps: Annotated[int | None, typer.Option(help="Training batches, if not the usual number.")] = None,
) -> None:
    """Tokenizer, lexicons, teacher, training, folder, card and figures; an hour and a half on two cores."""
    from .build import build as build_model
    from .learning.teacher import MiniLM

    settings = Settings(seed=seed)
    if steps is not None:
        settings = replace(settings, schedule=replace(settings.schedule, steps=steps))
    build_model(data, out, work or Path("build") / out.name, settings, MiniLM, Console(stderr=True).print)


if __name__ == "__main__":
    application()
