"""Files that wait: each with its plan and with what was read from it, so that it can be shown, changed and kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from nlp.documents.pdf.read import plan_of_words, read_on
from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.tables.skim import SkimmedNotes
from nlp.documents.types import Descriptor, Notes, Rubric
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.rubrics.versions import undeclared_versions
from service.errors import Expired
from service.intake import plans
from service.intake.detect_kind import KINDS, describe, describe_skimmed, unique_name
from service.intake.known_teams import with_known_teams
from service.intake.left_out import left_out
from service.intake.opened import Opened
from service.intake.plan_files import refuse_misfit
from service.intake.said_plans import kind_of
from service.names.limits import check_names
from service.names.outline import Content, outline_of
from service.serialisation import dumps, loads
from service.store import files
from service.store.files import FileRow
from service.store.uploads import WaitingFile
from service.types import FileChange, FilePreview, FileSettings, Kind, Outline, SameNotes

Upload = tuple[str, bytes]
Reading = TypeVar("Reading")
Held = Content | SkimmedNotes | None
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

    The bytes of one in which nothing can be found do not wait. A file that the programme has comes with the plan it was
    kept with; one of the shape of a kept file with the plan of that, if it can be read so; any other one as it is
    found, with the programme's teams in the column that holds them.
    """
    opened = Opened.of(*upload)
    sha256 = files.hash_of(opened.data)
    same = next((file for file in kept if file.sha256 == sha256), None)
    words = FileSettings(FilePlan(pages=same.plan.pages)) if same else FileSettings()
    settings = replace(plans.as_found(opened, words, set(outline.languages.values())), plan=AS_FOUND)
    settings = replace(settings, shape=plans.shape_of(settings.found), of=same.id if same else None)
    plan, like = (same.plan, "") if same else plans.last_of_shape(settings.shape, kept)
    if not same and not like:
        plan = with_known_teams(plan, settings.found, plans.tables_found(opened, settings.found), outline)
    decided = _with_plan(opened, settings, plan)
    waiting = read_as(opened, outline, replace(decided, like=like))
    waiting = waiting if waiting.kind or plan == AS_FOUND else read_as(opened, outline, settings)
    return waiting if waiting.kind or _can_be_put_right(waiting.settings.found) else replace(waiting, content=b"")


def _can_be_put_right(found: FilePlan) -> bool:
    """Whether anything was found in a file that somebody could say more of; else its bytes are of no use to anybody."""
    return found != AS_FOUND


def read_as(opened: Opened, outline: Outline, settings: FileSettings) -> WaitingFile:
    """Read a file by the plan of its settings; a long table of notes is only skimmed."""
    filename, data = opened.filename, opened.data
    settings = replace(settings, skimmed=False)
    try:
        skimmed = opened.skimmed(outline, settings.plan)
        if skimmed is not None:
            check_names(filename, replace(outline_of(skimmed.sample), elements=skimmed.elements))
            return WaitingFile(filename, data, "notes", dumps(skimmed), replace(settings, skimmed=True))
        content = opened.content(outline, plans.with_words(settings.plan, settings.found))
        check_names(filename, outline_of(content))
    except InputError as error:
        return WaitingFile(filename, data, None, dumps(error.message), settings)
    return WaitingFile(filename, data, KINDS[type(content)], dumps(content), settings)


def changed(file: WaitingFile, change: FileChange, outline: Outline) -> WaitingFile:
    """Return a waiting file after a change; it is read again where its plan is another one.

    Raises:
        InputError: the plan names a sheet or a column that it has not.
    """
    before, opened = file.settings, Opened.of(file.filename, file.content)
    settings = replace(before, wanted=change.wanted, roster=change.roster)
    if not file.content:
        return replace(file, settings=settings)
    if change.read_on:
        settings = _read_on(file, replace(settings, plan=change.plan), outline)
    elif change.plan == before.plan:
        return replace(file, settings=settings)
    else:
        settings = replace(_with_plan(opened, settings, change.plan), like="")
        refuse_misfit(file.filename, settings.found, change.plan)
        settings = _understood_anew(file, settings)
    return read_as(opened, outline, settings)


def _with_plan(opened: Opened, settings: FileSettings, plan: FilePlan) -> FileSettings:
    """Return settings with a plan; what is found follows its layout."""
    now = replace(settings, plan=plan)
    return now if plan.layout == settings.plan.layout else plans.as_found(opened, now)


def _read_on(file: WaitingFile, settings: FileSettings, outline: Outline) -> FileSettings:
    """Return the settings of a file with more of its pages read; those that were mended stay so."""
    pages = plans.with_words(settings.plan, settings.found).pages
    if pages is None or len(pages.texts) >= pages.count:
        return settings
    pages = read_on(file.filename, file.content, pages, set(outline.languages.values()))
    return _understood_anew(file, replace(settings, plan=replace(settings.plan, pages=pages)))


def _understood_anew(file: WaitingFile, settings: FileSettings) -> FileSettings:
    """Return settings in which the headings are those of the words as they are mended now."""
    pages = settings.plan.pages
    if pages is None or pages == file.settings.plan.pages:
        return settings
    return replace(settings, found=replace(plan_of_words(file.filename, pages), pages=settings.found.pages))


def readable(waiting: Sequence[WaitingFile], outline: Outline) -> tuple[ReadFile, ...]:
    """Return what was read from waiting files, save those not wanted or not usable; `Expired` as `_waited`.

    What was only skimmed is read now.
    """
    return tuple(
        ReadFile(
            file.filename,
            file.filename,
            file.content,
            _whole(file, file.kind, outline),
            plans.with_words(file.settings.plan, file.settings.found),
            file.settings.shape,
            file.settings.of,
        )
        for file in waiting
        if file.kind and file.settings.wanted
    )


def _whole(file: WaitingFile, kind: Kind, outline: Outline) -> Content:
    if file.settings.skimmed:
        languages = set(outline.languages.values())
        return Opened.of(file.filename, file.content).document(languages, file.settings.plan)
    return content_of(kind, file.reading)


def content_of(kind: Kind, reading: str) -> Content:
    """Return what was read from a file that waits."""
    read_as_type = next(each for each, known in KINDS.items() if known == kind)
    return _waited(read_as_type, reading)


def _described(file: WaitingFile, content: Held) -> FilePreview:
    if content is None:
        return FilePreview(file.filename, None, problem=_waited(Message, file.reading), settings=file.settings)
    if isinstance(content, SkimmedNotes):
        described = describe_skimmed(file.filename, content)
    else:
        described = describe(file.filename, content)
    described = replace(described, settings=file.settings)
    return replace(described, left_out=left_out(content.unread, file.settings, kind_of(described)))


def _held(file: WaitingFile) -> Held:
    """Return what a file holds, as far as it was read; None where it cannot be used."""
    if file.kind is None:
        return None
    return _waited(SkimmedNotes, file.reading) if file.settings.skimmed else content_of(file.kind, file.reading)


def _waited(kind: type[Reading], reading: str) -> Reading:
    """Return what was read from a file that waited; `Expired` if that was by another release."""
    try:
        return loads(kind, reading)
    except ValueError as error:
        raise Expired from error


def previews(waiting: Sequence[WaitingFile], known: Known = Known()) -> tuple[FilePreview, ...]:
    """Return what files are and hold, or the one line that says why each cannot be used."""
    pairs = [(file, _held(file)) for file in waiting]
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


def _versions(pairs: Sequence[tuple[WaitingFile, Held]], kept: Sequence[Descriptor]) -> dict[str, tuple[str, ...]]:
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


def _same_notes(pairs: Sequence[tuple[WaitingFile, Held]], known: Known) -> dict[str, tuple[SameNotes, ...]]:
    """Return name as given -> the other files, kept or waiting, that have half of its notes or more.

    Of a file that was skimmed the notes of its sample are looked for, and how many of all there are is reckoned.
    """
    waiting = {
        file.filename: Counter(unit.text for unit in _notes_of(content).units)
        for file, content in pairs
        if isinstance(content, Notes | SkimmedNotes)
    }
    times = {
        file.filename: content.notes / len(content.sample.units)
        for file, content in pairs
        if isinstance(content, SkimmedNotes)
    }
    own = {file.filename: file.settings.of for file, _ in pairs}
    names = {file.id: file.filename for file in known.files}
    kept = {file_id: Counter(texts) for file_id, texts in known.notes.items()}
    found: dict[str, tuple[SameNotes, ...]] = {}
    for position, (name, notes) in enumerate(waiting.items()):
        before = list(waiting.items())[:position]
        others = [(names[file_id], texts) for file_id, texts in kept.items() if file_id != own[name]] + before
        shared = [(other, (notes & texts).total()) for other, texts in others]
        found[name] = tuple(
            SameNotes(other, round(count * times.get(name, 1)))
            for other, count in shared
            if count >= SAME * notes.total()
        )
    return found


def _notes_of(content: Notes | SkimmedNotes) -> Notes:
    return content.sample if isinstance(content, SkimmedNotes) else content
