"""The model of a command, and who does the long work with it."""

from concurrent.futures import Executor
from pathlib import Path

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


def embedder_over(model: str | None, executor: Executor | None, keep: Path | None) -> Embedder:
    """Return a model whose long work an executor does, and a folder keeps; either may be left out.

    Raises:
        EmbeddingError: it cannot be loaded.
        InputError: the folder cannot be written.
    """
    if executor is None and keep is None:
        from nlp import load_embedder

        return load_embedder(model)
    from nlp.scale.spread import spread_embedder

    return spread_embedder(model, executor, keep)
