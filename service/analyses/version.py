"""What makes results what they are besides their inputs: a result of other code, data or libraries does not count."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version

import nlp
import service

OF_SERVICE = ("analyses", "names", "programmes")
DATA = {".py", ".tsv", ".json", ".txt"}
LIBRARIES = ("numpy", "py3langid", "safetensors", "scikit-learn", "scipy", "spacy", "tokenizers")


@cache
def analysis_version() -> str:
    """Return the program's version with a hash of the code, data and libraries that analyse."""
    made_of = sha256(python_version().encode())
    for name in LIBRARIES:
        made_of.update(f"{name} {version(name)}\n".encode())
    for path in _files():
        made_of.update(path.name.encode())
        made_of.update(path.read_bytes())
    return f"{version('manyvoices')} {made_of.hexdigest()[:12]}"


def _files() -> Iterator[Path]:
    home = Path(service.__file__).parent
    for folder in (Path(nlp.__file__).parent, *(home / name for name in OF_SERVICE)):
        yield from sorted(path for path in folder.rglob("*") if path.suffix in DATA)
