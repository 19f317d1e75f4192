"""Taking files in: from what a browser sends to files that are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import TypeVar

from nlp.documents.types import Descriptor, Roster, Rubric
from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.rubrics.versions import undeclared_versions
from nlp.transcripts.types import Transcript
from service.errors import Expired, NotFound, TooLarge
from service.intake import rows
from service.intake.detect_kind import KINDS, describe, display_name, unique_name
from service.names.outline import Content
from service.names.slugs import slugify
from service.programmes.roster_choice import title_and_date
from service.programmes.snapshot import Snapshot
from service.serialisation import dumps, loads
from service.settings import Settings
from service.store import Transaction, files, findings, sessions
from service.store.uploads import WaitingFile
from service.types import FilePreview, KeptFile, Kind, Outline

Upload = tuple[str, bytes]
Reading = TypeVar("Reading")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read and can be kept; `given` is its name in the upload, `filename` the one it is kept under."""

    given: str
    filename: str
    data: bytes
    content: Content

    @property
    def sha256(self) -> str:
        """Hash of its bytes."""
        return files.hash_of(self.data)


def accept(uploads: Sequence[Upload], settings: Settings) -> tuple[Upload, ...]:
    """Return files under names that can be shown and that differ from each other.

    Raises:
        InputError: there is no file: a form sent without one has a nameless, empty part.
        TooLarge: there are more files or more bytes than the settings allow.
    """
    uploads = [(name, data) for name, data in uploads if name or data]
    if not uploads:
        raise InputError("", Message("no file was chosen"), Message("Choose at least one"))
    if len(uploads) > settings.max_files:
        raise TooLarge(
            "",
            Message("{count} files at once are too many", {"count": len(uploads)}),
            Message("Upload {most} or fewer", {"most": settings.max_files}),
        )
    if sum(len(data) for _, data in uploads) > settings.max_upload_bytes:
        raise too_large(settings)
    named: dict[str, bytes] = {}
    for given, data in uploads:
        named[unique_name(display_name(given), named)] = data
    return tuple(named.items())


def too_large(settings: Settings) -> TooLarge:
    """Return the error for an upload with too many bytes."""
    return TooLarge(
        "",
        Message("the upload is larger than {most} MB", {"most": settings.max_upload_mb}),
        Message("Upload fewer or smaller files at a time, or raise MANYVOICES_MAX_UPLOAD_MB"),
    )


def read(upload: Upload, outline: Outline) -> ReadFile:
    """Read a file; raises `InputError` if it cannot be read."""
    filename, data = upload
    return ReadFile(filename, filename, data, rows.read_file(filename, data, outline))


def let_wait(upload: Upload, outline: Outline) -> WaitingFile:
    """Read a file, so that it waits with what was read from it, or with why it cannot be used."""
    filename, data = upload
    try:
        content = read(upload, outline).content
    except InputError as error:
        return WaitingFile(filename, data, None, dumps(error.message))
    return WaitingFile(filename, data, KINDS[type(content)], dumps(content))


def readable(waiting: Sequence[WaitingFile]) -> tuple[ReadFile, ...]:
    """Return what was read from waiting files, without those that cannot be used; `Expired` as `_waited`."""
    return tuple(
        ReadFile(file.filename, file.filename, file.content, _content(file.kind, file.reading))
        for file in waiting
        if file.kind
    )


def previews(waiting: Sequence[WaitingFile], kept: Sequence[Descriptor]) -> tuple[FilePreview, ...]:
    """Return what files are and hold, or the one line that says why each cannot be used; `kept` are known rubrics."""
    read_files = {file.given: file for file in readable(waiting)}
    versions = _versions(list(read_files.values()), kept)
    return tuple(
        replace(describe(file.filename, read_files[file.filename].content), versions=versions.get(file.filename, ()))
        if file.kind
        else FilePreview(file.filename, None, problem=_waited(Message, file.reading))
        for file in waiting
    )


def _versions(read_files: Sequence[ReadFile], kept: Sequence[Descriptor]) -> dict[str, tuple[str, ...]]:
    """Return name as given -> files, oldest first, of rubrics that count as versions though none names its version."""
    known = [replace(each, team=name_key(each.team)) for each in kept]
    sources = {each.source for each in kept}
    seen: set[str] = set()
    names: dict[str, str] = {}
    for file in read_files:
        if isinstance(file.content, Rubric) and file.sha256 not in seen:
            seen.add(file.sha256)
            names[file.given] = name = unique_name(file.given, sources)
            sources.add(name)
            known += [replace(each, team=name_key(each.team), source=name) for each in file.content.descriptors]
    versions = {name: files for files in undeclared_versions(known).values() for name in files}
    return {given: tuple(versions[name]) for given, name in names.items() if name in versions}


def _content(kind: Kind, reading: str) -> Content:
    read_as = next(each for each, known in KINDS.items() if known == kind)
    return _waited(read_as, reading)


def _waited(kind: type[Reading], reading: str) -> Reading:
    """Return what was read from a file that waited; `Expired` if that was by another release."""
    try:
        return loads(kind, reading)
    except ValueError as error:
        raise Expired from error


def keep(
    db: Transaction, at: Snapshot, read_files: Sequence[ReadFile], rosters: Mapping[str, str], now: datetime
) -> tuple[KeptFile, ...]:
    """Store files that were read, with their rows and sessions.

    A file with bytes that the programme has is not stored again. A roster with the name of a kept roster replaces it;
    any other file with a name that the programme has gets a number.

    Raises:
        NotFound: `rosters` (transcript -> roster, by name) names a roster that is not there.
    """
    successors = _remove_replaced(db, at, read_files)
    staying = [file for file in at.files if file.id not in successors]
    ids = {file.sha256: file.id for file in staying}
    taken = {file.filename for file in staying}
    new = []
    for each in read_files:
        if each.sha256 not in ids:
            named = _under_a_free_name(each, taken)
            file = rows.new_file(named.filename, named.data, named.content)
            ids[each.sha256] = files.add(db, at.id, file, now)
            taken.add(named.filename)
            new.append(named)
    kept = {file.id: file for file in files.every(db, at.id)}
    roster_ids = {file.filename: file.id for file in kept.values() if file.kind == "roster"}
    roster_ids |= {each.given: ids[each.sha256] for each in read_files if isinstance(each.content, Roster)}
    for each in new:
        if isinstance(each.content, Transcript):
            roster_id = _chosen(rosters.get(each.given), roster_ids)
            sessions.add(db, at.id, _session(ids[each.sha256], each.content, roster_id))
    names = {each.given for each in new}
    choices = {
        ids[each.sha256]: _chosen(rosters.get(each.given), roster_ids)
        for each in read_files
        if isinstance(each.content, Transcript) and each.given not in names
    }
    _choose_again(db, at, choices, {old: ids[sha256] for old, sha256 in successors.items()})
    return tuple(kept[file_id].kept for file_id in dict.fromkeys(ids[each.sha256] for each in read_files))


def _choose_again(
    db: Transaction, at: Snapshot, choices: Mapping[int, int | None], successors: Mapping[int, int]
) -> None:
    """Give sessions that were kept before the roster that is chosen for them now, else the successor of theirs.

    Args:
        db: the transaction.
        at: the programme before.
        choices: id of a transcript -> id of a roster; None leaves it as it is.
        successors: id of a replaced roster -> id of the new one.
    """
    for session in at.session_rows:
        roster_id = choices.get(session.file_id) or successors.get(session.roster_id or 0)
        if roster_id is not None:
            sessions.choose_roster(db, session.file_id, roster_id)


def _remove_replaced(db: Transaction, at: Snapshot, read_files: Sequence[ReadFile]) -> dict[int, str]:
    """Remove kept rosters of which another version came, and all findings; return id -> hash of the new version."""
    came = {each.filename: each.sha256 for each in read_files if isinstance(each.content, Roster)}
    replaced = {
        roster.id: came[roster.filename]
        for roster in at.of_kind("roster")
        if came.get(roster.filename, roster.sha256) != roster.sha256
    }
    for roster_id in replaced:
        files.remove(db, at.id, roster_id)
    if replaced:
        findings.remove(db, at.id)
    return replaced


def _under_a_free_name(each: ReadFile, taken: set[str]) -> ReadFile:
    """Return the file under a free name."""
    name = unique_name(each.filename, taken)
    return each if name == each.filename else replace(each, filename=name, content=rows.renamed(each.content, name))


def _chosen(name: str | None, roster_ids: Mapping[str, int]) -> int | None:
    if not name:
        return None
    if name not in roster_ids:
        raise NotFound("roster", name)
    return roster_ids[name]


def _session(file_id: int, transcript: Transcript, roster_id: int | None) -> sessions.SessionRow:
    title, date = title_and_date(transcript.name)
    return sessions.SessionRow(
        file_id=file_id,
        slug=slugify(PurePosixPath(transcript.name).stem),
        title=title,
        date=date,
        form=transcript.form,
        shows_overlap=transcript.shows_overlap,
        attendees=transcript.attendees,
        remarks=transcript.remarks,
        segments=transcript.segments,
        roster_id=roster_id,
    )
