"""What makes results what they are besides their inputs: a result of other code, data or libraries does not count."""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version

import nlp
import service
from models import bundled_model
from nlp.embedding.vocabulary import WORDS_FILE

OF_SERVICE = ("analyses", "names", "programmes", "sortings", "presentation/masking")
DATA = {".py", ".tsv", ".json", ".txt"}
LIBRARIES = ("numpy", "py3langid", "safetensors", "scikit-learn", "scipy", "spacy", "tokenizers")


@cache
def analysis_version() -> str:
    """Return the program's version with a hash of the code, data and libraries that analyse.

    The lists of words beside the bundled model count too; the model itself has a fingerprint of its own.
    """
    home = Path(service.__file__).parent
    folders = (Path(nlp.__file__).parent, *(home / name for name in OF_SERVICE))
    words = [bundled_model() / WORDS_FILE]
    libraries = {"python": python_version(), **{name: version(name) for name in LIBRARIES}}
    return f"{version('manyvoices')} {hash_of(folders, words, libraries)}"


def hash_of(folders: Iterable[Path], files: Iterable[Path], libraries: Mapping[str, str]) -> str:
    """Return 12 hexadecimal digits that change with the code and data in folders, with files and with libraries.

    Args:
        folders: whose files with an ending in `DATA` count, by their paths inside.
        files: that count too, whatever their ending.
        libraries: name -> version.
    """
    inside = [
        (path, path.relative_to(folder).as_posix())
        for folder in folders
        for path in sorted(each for each in folder.rglob("*") if each.suffix in DATA)
    ]
    made_of = sha256()
    for name, number in sorted(libraries.items()):
        made_of.update(f"{name} {number}\n".encode())
    for path, name in (*inside, *((path, path.name) for path in files)):
        data = path.read_bytes()
        made_of.update(f"{name} {len(data)}\n".encode())
        made_of.update(data)
    return made_of.hexdigest()[:12]
