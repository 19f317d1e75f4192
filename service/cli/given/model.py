"""The model of a command, and who does the long work with it."""

from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from nlp import Embedder


def executor_at(scheduler: str) -> Executor | None:
    """Return the workers of a scheduler, None where there is no address: connected, so that what is wrong shows first.

    Raises:
        InputError: it is no address, nobody answers there, it has no workers, or Dask is not installed.
    """
    if not scheduler:
        return None
    from service.running.scheduler import SchedulerExecutor

    executor = SchedulerExecutor(scheduler)
    executor.connect()
    return executor


def model_of(name: str | None, *, anew: bool = False) -> Embedder:
    """Return the bundled model, or the one of that name, which is asked for each text once on this machine.

    Args:
        name: None for the bundled model.
        anew: whether it is asked for everything again, as whoever measures it wants.

    Raises:
        EmbeddingError: it cannot be loaded.
    """
    from nlp import load_embedder

    place, asked = _place(name)
    embedder = load_embedder(place, **asked)
    return embedder if place is None or anew else _kept_on_disk(embedder, place)


def _kept_on_disk(embedder: Embedder, place: str) -> Embedder:
    from nlp.embedding.rarity import WeighsTokens

    if isinstance(embedder, WeighsTokens):
        return embedder
    from service.cli.server import given_settings
    from service.models.cached import cached

    settings = given_settings({})
    return cached(embedder, place, settings.cache_dir, settings.vector_cache_mb * 10**6)


def embedder_over(model: str | None, executor: Executor | None, keep: Path | None) -> Embedder:
    """Return a model whose long work an executor does, and a folder keeps; either may be left out.

    Raises:
        EmbeddingError: it cannot be loaded.
        InputError: the folder cannot be written.
    """
    if keep is None and (executor is None or _is_server(model)):
        return model_of(model)
    from nlp.scale.spread import spread_embedder

    place, asked = _place(model)
    return spread_embedder(place, executor, keep, **asked)


def _is_server(model: str | None) -> bool:
    """Whether a model is a server, which is asked from here whoever does other work."""
    from nlp.embedding.endpoint import is_endpoint

    return is_endpoint(model)


def _place(name: str | None) -> tuple[str | None, dict[str, Any]]:
    """Return where a model is, and what a server of models is told; settings are read only where one is named."""
    if name is None:
        return None, {}
    from service.cli.server import given_settings
    from service.models.place import place_of

    settings = given_settings({})
    asked = {"key": settings.model_key or None, "hosts": settings.model_hosts or None}
    return place_of(name, settings.data_dir), asked
