"""The embedding model that comes with Manyvoices."""

from importlib.resources import as_file, files
from pathlib import Path

BUNDLED = "manyvoices-static-1"


def bundled_model() -> Path:
    """The folder of the bundled model."""
    with as_file(files(__name__) / BUNDLED) as folder:
        return folder
