"""The models that the settings and programmes name, and who does the long work with it."""

from collections.abc import Callable

from nlp.embedding.calibration.calibrate import calibrated
from nlp.embedding.endpoint import is_endpoint
from nlp.embedding.types import Embedder
from nlp.errors import InputError
from nlp.messages import Message
from service.models.place import place_of
from service.settings import Settings


def embedder_of(settings: Settings, load: Callable[[str | None], Embedder]) -> Callable[[str], Embedder]:
    """Return what loads a model by the name that a programme has for it, "" for the one that the settings name.

    Where these name a scheduler, its workers read very many texts; a model that is a server is asked from here. What is
    returned raises `InputError` where there is no model of that name.

    Raises:
        InputError: they name a scheduler, and Dask is not installed.
    """
    usual = place_of(settings.model, settings.data_dir)
    spread = _spread(settings) if settings.scheduler else None

    def read(name: str) -> Embedder:
        place = _kept(name, settings) if name else usual
        return calibrated(load(place) if spread is None or is_endpoint(place) else spread(place))

    return read


def _spread(settings: Settings) -> Callable[[str | None], Embedder]:
    from nlp.scale.spread import spread_embedder
    from service.running.scheduler import WAIT_FOR_JOBS_SECONDS, SchedulerExecutor

    executor = SchedulerExecutor(settings.scheduler, WAIT_FOR_JOBS_SECONDS)
    return lambda place: spread_embedder(place, executor, None)


def _kept(name: str, settings: Settings) -> str | None:
    """Return where a model is that a programme names: the bundled one, or one that was fetched."""
    place = place_of(name, settings.data_dir)
    if place == name:
        problem = Message("the model of this programme is not here any more")
        raise InputError(
            name, problem, Message("Fetch it again, or choose another one in the settings of the programme")
        )
    return place
