"""Where a model is, by whatever name it has."""

from pathlib import Path

from service.models.kept import KeptModels
from service.models.known import BUNDLED

FOLDER = "models"
"""In the data folder."""


def place_of(name: str | None, data_dir: Path) -> str | None:
    """Return what `nlp.load_embedder` takes: the folder of a model that is kept here, or the name as it is.

    Args:
        name: a folder, hub id or address, or the name of one kept here, which comes first; None for the bundled model.
        data_dir: of the installation.
    """
    if name is None or name.casefold() == BUNDLED:
        return None
    kept = KeptModels(data_dir / FOLDER).find(name)
    return name if kept is None else str(kept)
