"""Taking files in: from what a browser sends to files that are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.types import Person, Roster
from nlp.errors import InputError
from nlp.messages import Message
from nlp.transcripts.types import Transcript
from service.errors import NotFound, TooLarge
from service.intake import rows
from service.intake.detect_kind import KINDS, display_name, unique_name
from service.intake.forget import forget_what_followed
from service.intake.known_teams import with_known_teams
from service.intake.opened import Opened
from service.intake.plans import shape_of, tables_found, with_words
from service.intake.put_away import put_away
from service.intake.waiting import ReadFile, Upload
from service.journal import journal, things
from service.journal.types import Action
from service.names.limits import check_names
from service.names.outline import merged, outline_of
from service.names.slugs import slugify
from service.presentation.masking.headlines import nameless
from service.presentation.masking.strangers import HIDDEN
from service.programmes.session_titles import titled
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Transaction, files, sessions
from service.types import KeptFile, Outline

SESSION = "session"


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
    """Read a file; raises `InputError` if it cannot be read, or brings more names than a programme may have."""
    filename, data = upload
    opened = Opened.of(filename, data)
    found = opened.plan(languages=set(outline.languages.values()))
    plan = with_known_teams(with_words(AS_FOUND, found), found, tables_found(opened, found), outline)
    content = opened.content(outline, plan)
    check_names(filename, outline_of(content))
    return ReadFile(filename, filename, data, content, plan, shape_of(found))


def keep(
    db: Transaction, at: Snapshot, read_files: Sequence[ReadFile], rosters: Mapping[str, str], now: datetime
) -> tuple[KeptFile, ...]:
    """Store files that were read, with their rows and sessions.

    Bytes that the programme has are not stored again. Of the same name a roster replaces, any other file gets a number.

    Raises:
        NotFound: `rosters` (transcript -> roster, by name) names a roster that is not there.
        InputError: the programme would have more names of a kind than it may have.
    """
    _check_names(at, read_files)
    successors = _remove_replaced(db, at, read_files, now)
    staying = [file for file in at.files if file.id not in successors]
    ids = {file.sha256: file.id for file in staying}
    taken = {file.filename for file in staying}
    new = []
    for each in read_files:
        if each.sha256 not in ids:
            named = _under_a_free_name(each, taken)
            ids[each.sha256] = _add(db, at, named, now)
            taken.add(named.filename)
            new.append(named)
    kept = {file.id: file for file in files.every(db, at.id)}
    roster_ids = {file.filename: file.id for file in kept.values() if file.kind == "roster"}
    roster_ids |= {each.given: ids[each.sha256] for each in read_files if isinstance(each.content, Roster)}
    for each in new:
        if isinstance(each.content, Transcript):
            roster_id = _chosen(rosters.get(each.given), roster_ids)
            session = _session(ids[each.sha256], each.content, each.plan, roster_id)
            sessions.add(db, at.id, _under_a_nameless_slug(session, each.content, at, read_files))
    _read_again(db, at, [each for each in read_files if each.of is not None])
    names = {each.given for each in new}
    choices = {
        ids[each.sha256]: _chosen(rosters.get(each.given), roster_ids)
        for each in read_files
        if isinstance(each.content, Transcript) and each.given not in names
    }
    _choose_again(db, at, choices, {old: ids[sha256] for old, sha256 in successors.items()})
    return tuple(kept[file_id].kept for file_id in dict.fromkeys(ids[each.sha256] for each in read_files))


def _check_names(at: Snapshot, read_files: Sequence[ReadFile]) -> None:
    again = {each.of for each in read_files}
    own = [(file.kind, file.outline) for file in at.files if file.id not in again]
    new = [(KINDS[type(each.content)], outline_of(each.content)) for each in read_files]
    check_names("", merged(at.row.outline, [*own, *new], at.outline.names), at.outline)


def _add(db: Transaction, at: Snapshot, named: ReadFile, now: datetime) -> int:
    file = rows.new_file(named.filename, named.data, named.content, named.plan, named.shape)
    file_id = files.add(db, at.id, file, now)
    journal.write(db, at.id, Action.FILE_KEPT, things.file(file_id, named.filename))
    return file_id


def _read_again(db: Transaction, at: Snapshot, read_files: Sequence[ReadFile]) -> None:
    """Put what is read from kept files now in the place of what was, where their plan is another one."""
    known = {file.id: file for file in at.files}
    again = [(known[each.of], each) for each in read_files if each.of in known]
    again = [(file, each) for file, each in again if file.plan != each.plan]
    heard = {session.file_id for session in at.session_rows}
    for file, each in again:
        journal.write(db, at.id, Action.FILE_READ_AGAIN, things.file(file.id, file.filename))
        content = rows.renamed(each.content, file.filename)
        files.read_again(db, file.id, rows.new_file(file.filename, each.data, content, each.plan, each.shape))
        if isinstance(content, Transcript):
            session = _session(file.id, content, each.plan, None)
            sessions.change(db, session) if file.id in heard else sessions.add(db, at.id, session)
        elif file.id in heard:
            sessions.remove(db, file.id)
    for file, _ in again:
        forget_what_followed(db, at.id, file)


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


def _remove_replaced(db: Transaction, at: Snapshot, read_files: Sequence[ReadFile], now: datetime) -> dict[int, str]:
    """Remove kept rosters of which another version came; return id -> hash of the new version."""
    came = {each.filename: each.sha256 for each in read_files if isinstance(each.content, Roster)}
    replaced = [each for each in at.of_kind("roster") if came.get(each.filename, each.sha256) != each.sha256]
    for roster in replaced:
        put_away(db, at, roster.id, now)
        forget_what_followed(db, at.id, roster)
    return {roster.id: came[roster.filename] for roster in replaced}


def _under_a_free_name(each: ReadFile, taken: set[str]) -> ReadFile:
    """Return the file under a free name."""
    name = unique_name(each.filename, taken)
    return each if name == each.filename else replace(each, filename=name, content=rows.renamed(each.content, name))


def _under_a_nameless_slug(
    session: sessions.SessionRow, transcript: Transcript, at: Snapshot, read_files: Sequence[ReadFile]
) -> sessions.SessionRow:
    """Return a session whose name in addresses, which stand in links and in histories of browsers, names nobody."""
    rosters = [each.content.people for each in read_files if isinstance(each.content, Roster)]
    speakers = sorted({turn.speaker for turn in transcript.turns if turn.speaker})
    known = (*at.people, *(person for people in rosters for person in people), *map(Person, speakers))
    hidden = nameless(known, (*at.outline.teams, *at.outline.elements)).mask(session.slug.replace("-", " "))
    if HIDDEN not in hidden:
        return session
    return replace(session, slug=slugify(hidden) if any(map(str.isalnum, hidden)) else SESSION)


def _chosen(name: str | None, roster_ids: Mapping[str, int]) -> int | None:
    if not name:
        return None
    if name not in roster_ids:
        raise NotFound("roster", name)
    return roster_ids[name]


def _session(file_id: int, transcript: Transcript, plan: FilePlan, roster_id: int | None) -> sessions.SessionRow:
    title, date = titled(transcript.name, plan)
    return sessions.SessionRow(
        file_id=file_id,
        slug=slugify(PurePosixPath(transcript.name).stem),
        title=title,
        date=date,
        form=transcript.form,
        shows_overlap=transcript.shows_overlap,
        attendees=tuple(dict.fromkeys((*transcript.attendees, *transcript.joined))),
        remarks=transcript.remarks,
        segments=transcript.segments,
        roster_id=roster_id,
    )
