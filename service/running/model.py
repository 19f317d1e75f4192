"""The model that the settings name, and who does the long work with it."""

from collections.abc import Callable

from nlp.embedding.calibration.calibrate import calibrated
from nlp.embedding.endpoint import is_endpoint
from nlp.embedding.types import Embedder
from service.models.place import place_of
from service.settings import Settings


def embedder_of(settings: Settings, load: Callable[[str | None], Embedder]) -> Callable[[], Embedder]:
    """Return what loads the model; where the settings name a scheduler, its workers read very many texts.

    A model that is a server itself is asked from here.

    Raises:
        InputError: they name one, and Dask is not installed.
    """
    model = place_of(settings.model, settings.data_dir)
    if not settings.scheduler or is_endpoint(model):
        return lambda: calibrated(load(model))
    from nlp.scale.spread import spread_embedder
    from service.running.scheduler import WAIT_FOR_JOBS_SECONDS, SchedulerExecutor

    executor = SchedulerExecutor(settings.scheduler, WAIT_FOR_JOBS_SECONDS)
    return lambda: calibrated(spread_embedder(model, executor, None))
