"""Files that wait: each with its plan and with what was read from it, so that it can be shown, changed and kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.types import Descriptor, Notes, Rubric
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.rubrics.versions import undeclared_versions
from service.errors import Expired
from service.intake import plans, rows
from service.intake.detect_kind import KINDS, describe, unique_name
from service.intake.left_out import left_out
from service.intake.plan_files import refuse_misfit
from service.intake.said_plans import kind_of
from service.names.outline import Content
from service.serialisation import dumps, loads
from service.store import files
from service.store.files import FileRow
from service.store.uploads import WaitingFile
from service.types import FileChange, FilePreview, FileSettings, Kind, Outline, SameNotes

Upload = tuple[str, bytes]
Reading = TypeVar("Reading")
SAME = 0.5


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and can be kept.

    Attributes:
        given: its name in the upload.
        filename: the name it is kept under.
        data: the bytes.
        content: what was read from it.
        plan: what was said of how it is read.
        shape: tells other files of its form.
        of: id of the kept file whose settings these are.
    """

    given: str
    filename: str
    data: bytes
    content: Content
    plan: FilePlan = AS_FOUND
    shape: str = ""
    of: int | None = None

    @property
    def sha256(self) -> str:
        """Hash of its bytes."""
        return files.hash_of(self.data)


@dataclass(frozen=True, slots=True)
class Known:
    """What a programme has that previews speak of.

    Attributes:
        files: that are kept.
        descriptors: of its rubrics.
        notes: id of a file -> the texts of its notes.
    """

    files: Sequence[FileRow] = ()
    descriptors: Sequence[Descriptor] = ()
    notes: Mapping[int, Sequence[str]] = field(default_factory=dict)


def let_wait(upload: Upload, outline: Outline, kept: Sequence[FileRow] = ()) -> WaitingFile:
    """Read a file, so that it waits with what was read from it, or with why it cannot be used.

    A file that the programme has comes with the plan it was kept with; one of the shape of a kept file with the plan of
    that, if it can be read so; any other one as it is found.
    """
    filename, data = upload
    settings = plans.as_found(filename, data, FileSettings())
    settings = replace(settings, shape=plans.shape_of(settings.found))
    sha256 = files.hash_of(data)
    same = next((file for file in kept if file.sha256 == sha256), None)
    if same is not None:
        settings = replace(settings, of=same.id)
    plan, like = (same.plan, "") if same else plans.last_of_shape(settings.shape, kept)
    decided = _with_plan(upload, settings, plan)
    waiting = read_as(upload, outline, replace(decided, like=like))
    return waiting if waiting.kind or plan == AS_FOUND else read_as(upload, outline, settings)


def read_as(upload: Upload, outline: Outline, settings: FileSettings) -> WaitingFile:
    """Read a file by the plan of its settings."""
    filename, data = upload
    try:
        content = rows.read_file(filename, data, outline, settings.plan)
    except InputError as error:
        return WaitingFile(filename, data, None, dumps(error.message), settings)
    return WaitingFile(filename, data, KINDS[type(content)], dumps(content), settings)


def changed(file: WaitingFile, change: FileChange, outline: Outline) -> WaitingFile:
    """Return a waiting file after a change; it is read again where its plan is another one.

    Raises:
        InputError: the plan names a sheet or a column that it has not.
    """
    before = file.settings
    settings = replace(before, wanted=change.wanted, roster=change.roster)
    if change.plan == before.plan:
        return replace(file, settings=settings)
    upload = file.filename, file.content
    now = replace(_with_plan(upload, settings, change.plan), like="")
    refuse_misfit(file.filename, now.found, change.plan)
    return read_as(upload, outline, now)


def _with_plan(upload: Upload, settings: FileSettings, plan: FilePlan) -> FileSettings:
    """Return settings with a plan; what is found follows its layout."""
    now = replace(settings, plan=plan)
    return now if plan.layout == settings.plan.layout else plans.as_found(*upload, now)


def readable(waiting: Sequence[WaitingFile]) -> tuple[ReadFile, ...]:
    """Return what was read from waiting files, save those not wanted or not usable; `Expired` as `_waited`."""
    return tuple(
        ReadFile(
            file.filename,
            file.filename,
            file.content,
            content_of(file.kind, file.reading),
            file.settings.plan,
            file.settings.shape,
            file.settings.of,
        )
        for file in waiting
        if file.kind and file.settings.wanted
    )


def content_of(kind: Kind, reading: str) -> Content:
    """Return what was read from a file that waits."""
    read_as_type = next(each for each, known in KINDS.items() if known == kind)
    return _waited(read_as_type, reading)


def _waited(kind: type[Reading], reading: str) -> Reading:
    """Return what was read from a file that waited; `Expired` if that was by another release."""
    try:
        return loads(kind, reading)
    except ValueError as error:
        raise Expired from error


def previews(waiting: Sequence[WaitingFile], known: Known = Known()) -> tuple[FilePreview, ...]:
    """Return what files are and hold, or the one line that says why each cannot be used."""
    contents = [content_of(file.kind, file.reading) if file.kind else None for file in waiting]
    pairs = list(zip(waiting, contents, strict=True))
    versions = _versions(pairs, known.descriptors)
    same = _same_notes(pairs, known)
    names = {file.sha256: file.filename for file in known.files}
    return tuple(
        replace(
            _described(file, content),
            versions=versions.get(file.filename, ()),
            added_before=names.get(files.hash_of(file.content), ""),
            same_notes=same.get(file.filename, ()),
        )
        for file, content in pairs
    )


def _described(file: WaitingFile, content: Content | None) -> FilePreview:
    if content is None:
        return FilePreview(file.filename, None, problem=_waited(Message, file.reading), settings=file.settings)
    described = replace(describe(file.filename, content), settings=file.settings)
    return replace(described, left_out=left_out(content.unread, file.settings, kind_of(described)))


def _versions(
    pairs: Sequence[tuple[WaitingFile, Content | None]], kept: Sequence[Descriptor]
) -> dict[str, tuple[str, ...]]:
    """Return name as given -> files, oldest first, of rubrics that count as versions though none names its version."""
    known = [replace(each, team=name_key(each.team)) for each in kept]
    sources = {each.source for each in kept}
    seen: set[str] = set()
    names: dict[str, str] = {}
    for file, content in pairs:
        sha256 = files.hash_of(file.content)
        if isinstance(content, Rubric) and sha256 not in seen:
            seen.add(sha256)
            names[file.filename] = name = unique_name(file.filename, sources)
            sources.add(name)
            known += [replace(each, team=name_key(each.team), source=name) for each in content.descriptors]
    versions = {name: files for files in undeclared_versions(known).values() for name in files}
    return {given: tuple(versions[name]) for given, name in names.items() if name in versions}


def _same_notes(pairs: Sequence[tuple[WaitingFile, Content | None]], known: Known) -> dict[str, tuple[SameNotes, ...]]:
    """Return name as given -> the other files, kept or waiting, that have half of its notes or more."""
    waiting = {
        file.filename: Counter(unit.text for unit in content.units)
        for file, content in pairs
        if isinstance(content, Notes)
    }
    own = {file.filename: file.settings.of for file, _ in pairs}
    names = {file.id: file.filename for file in known.files}
    kept = {file_id: Counter(texts) for file_id, texts in known.notes.items()}
    found: dict[str, tuple[SameNotes, ...]] = {}
    for position, (name, notes) in enumerate(waiting.items()):
        before = list(waiting.items())[:position]
        others = [(names[file_id], texts) for file_id, texts in kept.items() if file_id != own[name]] + before
        shared = [SameNotes(other, (notes & texts).total()) for other, texts in others]
        found[name] = tuple(each for each in shared if each.notes >= SAME * notes.total())
    return found
