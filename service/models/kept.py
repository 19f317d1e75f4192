"""Models that are kept here, each in a folder of its own, and how one comes here."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from nlp.embedding.onnx import precision
from nlp.errors import InputError
from nlp.messages import Message
from service.models.hub import NAME, Hub, HubFile, Listing
from service.models.known import BUNDLED, find_known

ABOUT = "manyvoices.json"
SPARE = 100 * 1000**2
"""Bytes that stay free on the disk."""

_SMALL = {
    "tokenizer.json",
    "tokenizer_config.json",
    "config.json",
    "modules.json",
    "config_sentence_transformers.json",
    "sentence_bert_config.json",
    "1_Pooling/config.json",
    "README.md",
    "LICENSE",
}
_NOT_THERE = Message("Give a repository with a file of ONNX and a tokenizer.json")
_PARTIAL = ".partial"


@dataclass(frozen=True, slots=True)
class KeptModel:
    """A model that is here.

    Attributes:
        name: of its folder, by which it is used.
        repository: from where it came.
        revision: which state of it.
        licence: what its repository says.
        size: bytes on the disk.
    """

    name: str
    repository: str
    revision: str
    licence: str
    size: int


class KeptModels:
    """The models of a folder.

    Args:
        folder: need not be there yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def every(self) -> tuple[KeptModel, ...]:
        """Return the models that are here, by name."""
        found = sorted(self.folder.glob(f"*/{ABOUT}")) if self.folder.is_dir() else []
        return tuple(_read(path) for path in found if path.parent.suffix != _PARTIAL)

    def find(self, name: str | None) -> Path | None:
        """Return the folder of a model that is here; None if none is of that name."""
        known = name is not None and name.isprintable() and PurePosixPath(name).name == name
        folder = self.folder / str(name).casefold()
        return folder if known and (folder / ABOUT).is_file() else None

    def get(self, name: str, hub: Hub, told: Callable[[float], None] = lambda _: None) -> KeptModel:
        """Fetch a model, checked by the hub's hashes; one that is here already stays.

        Args:
            name: a short one of `KNOWN`, or a repository of the hub.
            hub: is asked.
            told: the part of all bytes that is here, 0 to 1.

        Raises:
            InputError: there is none of that name, it has no file of ONNX, the disk is full, or the hub fails.
        """
        if name.casefold() == BUNDLED:
            raise InputError(name, Message("this model comes with the program"), Message("Leave it out to use it"))
        known = find_known(name)
        repository = known.repository if known else _checked(name)
        folder = self.folder / (known.name if known else repository.rpartition("/")[2].casefold())
        if self.find(folder.name):
            return self._as_asked(_read(folder / ABOUT), repository)
        listing = hub.listing(repository)
        files = list(needed(listing))
        partial = folder.with_name(folder.name + _PARTIAL)
        self._check_room(partial, files)
        size, done = sum(each.size for each in files), 0
        for file in files:
            for there in hub.download(listing, file, partial / file.path):
                told((done + there) / size)
            done += file.size
        about = KeptModel(folder.name, listing.repository, listing.revision, listing.licence, size)
        (partial / ABOUT).write_text(json.dumps(asdict(about)), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
        return about

    def _as_asked(self, found: KeptModel, repository: str) -> KeptModel:
        if found.repository != repository:
            problem = Message("a model of this name is here, from {other}", {"other": found.repository})
            remedy = Message("Delete it first: manyvoices models remove {name}", {"name": found.name})
            raise InputError(repository, problem, remedy)
        return found

    def remove(self, name: str) -> None:
        """Delete a model that is here.

        Raises:
            InputError: there is none of that name.
        """
        folder = self.find(name)
        if folder is None:
            raise InputError(name, Message("there is no such model here"), Message("See manyvoices models list"))
        (folder / ABOUT).unlink()
        shutil.rmtree(folder)

    def _check_room(self, partial: Path, files: list[HubFile]) -> None:
        partial.mkdir(parents=True, exist_ok=True)
        paths = [partial / file.path for file in files]
        there = sum(path.stat().st_size for path in paths if path.exists())
        missing = sum(each.size for each in files) - there
        free = shutil.disk_usage(partial).free - SPARE
        if missing > free:
            sizes = {"size": f"{missing / 1e6:.0f} MB", "free": f"{max(0, free) / 1e6:.0f} MB"}
            problem = Message("{size} are still to come, and {free} are free", sizes)
            raise InputError(str(self.folder), problem, Message("Make room on the disk, and run it again"))


def _checked(name: str) -> str:
    """Return the name of a repository; `InputError` where it could lead elsewhere."""
    parts = name.split("/")
    if len(parts) > 2 or not name.isprintable() or any(part.strip(". ") == "" for part in parts) or "\\" in name:
        raise InputError(name, Message("this is no name of a model"), NAME)
    return name


def needed(listing: Listing) -> Iterator[HubFile]:
    """Yield the files of a repository that a model needs here: one of ONNX with its data, the tokenizer, what it says.

    Raises:
        InputError: there is none of ONNX, or no tokenizer; a path would lead out of the folder.
    """
    for each in listing.files:
        if PurePosixPath(each.path).is_absolute() or ".." in PurePosixPath(each.path).parts or "\\" in each.path:
            raise InputError(
                listing.repository, Message("{file} is no name of a file", {"file": each.path}), _NOT_THERE
            )
    models = [each for each in listing.files if each.path.endswith(".onnx") and each.path.count("/") <= 1]
    paths = {each.path for each in listing.files}
    if not models or "tokenizer.json" not in paths:
        raise InputError(listing.repository, Message("no file of ONNX with a tokenizer in it"), _NOT_THERE)
    chosen = min(models, key=lambda each: (precision(each.path), each.path)).path
    for each in listing.files:
        if each.path in _SMALL or each.path == chosen or each.path.startswith(f"{chosen}_data"):
            yield each


def _read(path: Path) -> KeptModel:
    try:
        return KeptModel(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        problem = Message("{file} cannot be read ({reason})", {"file": path.name, "reason": str(error)})
        raise InputError(str(path.parent), problem, Message("Delete this folder, and fetch the model again")) from error
