"""The upload page: what each file was taken for, before anything is kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from markupsafe import Markup

from nlp.names import name_key
from service.intake.said_plans import kind_of
from service.names.slugs import slugify
from service.names.spelling import Spelling
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.programme.file_editor import FileFields, file_fields, kind_names
from service.presentation.programme.pages import PagesFields, pages_fields
from service.types import FilePreview, KeptFile, Outline, Preview

SHOWN_PEOPLE = 12
NOTHING_NAMED = Outline()


@dataclass(frozen=True)
class Where:
    """One of those left out: its place in words, and how it begins."""

    place: Markup
    text: str


@dataclass(frozen=True)
class LeftOutLine:
    """A reason with its number, the first of those left out, and whether there are more."""

    why: Markup
    examples: tuple[Where, ...]
    more: bool


@dataclass(frozen=True)
class ElementNamed:
    """An element as the programme calls it in the reader's language, and how the file spells it otherwise."""

    name: str
    written: tuple[str, ...]


@dataclass(frozen=True)
class PreviewedFile:
    """One file as it was understood.

    Attributes:
        filename, kind: as uploaded, and what it was taken for.
        found: counts in words.
        languages: in words; "" if there are none.
        people, more_people: the first names, and how many more there are.
        sample: first texts.
        versions: what is said where the file counts as a version of a rubric that no column names, else None.
        unread, left_out: how much is left out, and why.
        remarks: how the text was won, where it should be checked.
        problem: the one clear line, None if the file can be used.
        is_transcript: whether a roster can be chosen for it.
        roster: the roster that came with it under its name, "" if none did.
        replaces: whether it takes the place of the roster of the same name that the programme has.
        notices: what else is said of it: that it was added before, has the notes of another file, came with a plan.
        fields: what can be changed about it.
        pages: of a PDF or a picture, with their words.
    """

    filename: str
    kind: Markup
    found: tuple[Markup, ...]
    languages: Markup
    people: tuple[str, ...]
    more_people: int
    elements: tuple[ElementNamed, ...]
    sample: tuple[str, ...]
    versions: Markup | None
    unread: Markup | None
    remarks: tuple[Markup, ...]
    left_out: tuple[LeftOutLine, ...]
    problem: Markup | None
    is_transcript: bool
    roster: str
    replaces: bool
    notices: tuple[Markup, ...]
    fields: FileFields
    pages: PagesFields | None


@dataclass(frozen=True)
class PreviewView:
    """All that the preview shows.

    Attributes:
        token: of the preview.
        lead: what was understood.
        files: in the order of the upload.
        usable: how many can be kept.
        rosters: those that a transcript can be measured against.
        is_kept: whether it is one file that the programme has, opened again.
    """

    token: str
    lead: Markup
    files: tuple[PreviewedFile, ...]
    usable: int
    rosters: tuple[str, ...]
    is_kept: bool


@dataclass(frozen=True)
class KeptView:
    """A file that the programme already has."""

    id: int
    filename: str
    kind: Markup
    found: tuple[Markup, ...]
    added: str
    remarks: tuple[Markup, ...]


def preview_view(
    preview: Preview, kept: Sequence[KeptFile], language: Language, outline: Outline = NOTHING_NAMED
) -> PreviewView:
    """Turn a preview into what the page shows; names are those of the programme, whose outline is given."""
    spelling = Spelling.of(outline)
    waiting = [file.filename for file in preview.files if file.kind == "roster"]
    kept_rosters = [file.filename for file in kept if file.kind == "roster"]
    files = tuple(
        replace(
            _file(file, waiting, kept_rosters, file_fields(at, preview.files, language), language),
            elements=_elements(file.elements, spelling, language),
        )
        for at, file in enumerate(preview.files)
    )
    usable = sum(not file.problem and file.fields.wanted for file in files)
    rosters = dict.fromkeys([*waiting, *kept_rosters])
    is_kept = all(file.settings.of is not None for file in preview.files)
    lead = (
        language.gettext("You have this file already. What you change here is read again when you keep it.")
        if is_kept
        else _lead(sum(not file.problem for file in files), len(files), language)
    )
    return PreviewView(preview.token, lead, files, usable, tuple(rosters), is_kept)


def kept_view(files: Sequence[KeptFile], language: Language) -> tuple[KeptView, ...]:
    """Turn the programme's files into a list, newest first."""
    return tuple(
        KeptView(
            file.id,
            file.filename,
            kind_name(file.kind, language),
            counts_in_words(file.counts, language),
            language.date(file.added.isoformat()),
            tuple(say(remark, language) for remark in file.remarks),
        )
        for file in sorted(files, key=lambda file: file.added, reverse=True)
    )


def _lead(usable: int, total: int, language: Language) -> Markup:
    if usable == total:
        return language.ngettext(
            "{n} file was understood. Nothing is kept yet.", "{n} files were understood. Nothing is kept yet.", total
        )
    if not usable:
        return language.ngettext(
            "This file cannot be used as it is. Nothing is kept.",
            "None of the {n} files can be used as they are. Nothing is kept.",
            total,
        )
    return language.gettext("{usable} of {n} files were understood. Nothing is kept yet.", usable=usable, n=total)


def _file(
    file: FilePreview, waiting: Sequence[str], kept_rosters: Sequence[str], fields: FileFields, language: Language
) -> PreviewedFile:
    return PreviewedFile(
        filename=file.filename,
        kind=kind_name(kind_of(file) if file.kind else None, language),
        found=counts_in_words(file.counts, language),
        languages=_languages(file, language),
        people=file.people[:SHOWN_PEOPLE],
        more_people=max(0, len(file.people) - SHOWN_PEOPLE),
        elements=(),
        sample=file.sample,
        versions=_versions(file.versions, language),
        unread=_how_much(file, language),
        left_out=tuple(
            LeftOutLine(
                language.gettext("{why}: {n}", why=say(each.why, language), n=each.count),
                tuple(Where(say(one.where, language), one.text) for one in each.examples),
                each.count > len(each.examples),
            )
            for each in file.left_out
        ),
        remarks=tuple(say(remark, language) for remark in file.remarks),
        problem=say(file.problem, language) if file.problem else None,
        is_transcript=file.kind == "transcript",
        roster=file.settings.roster or _own_roster(file.filename, waiting),
        replaces=file.kind == "roster" and file.filename in kept_rosters and file.settings.of is None,
        notices=tuple(_notices(file, language)),
        fields=fields,
        pages=pages_fields(fields.at, file, language),
    )


def _elements(names: Sequence[str], spelling: Spelling, language: Language) -> tuple[ElementNamed, ...]:
    found: dict[str, list[str]] = {}
    for written in names:
        name = language.called(spelling.element(written))
        found.setdefault(name, []).extend([written] if name_key(written) != name_key(name) else [])
    return tuple(ElementNamed(name, tuple(written)) for name, written in found.items())


def _how_much(file: FilePreview, language: Language) -> Markup | None:
    if not file.left_out:
        return None
    lines, others = file.unread.lines, sum(each.count for each in file.left_out) - file.unread.lines
    if not lines:
        return language.ngettext("{n} thing is left out", "{n} things are left out", others)
    return language.ngettext("{n} line is left out", "{n} lines are left out", lines)


def _notices(file: FilePreview, language: Language) -> Iterator[Markup]:
    if file.added_before and file.added_before != file.filename:
        yield language.gettext("This file was added before, as {file}.", file=file.added_before)
    elif file.added_before:
        yield language.gettext("This file was added before.")
    for same in file.same_notes if file.sampled else ():
        yield language.gettext("About {n} of its notes also stand in {file}.", n=same.notes, file=same.filename)
    for same in file.same_notes if not file.sampled else ():
        yield language.ngettext(
            "{n} of its notes also stands in {file}.",
            "{n} of its notes also stand in {file}.",
            same.notes,
            file=same.filename,
        )
    if file.settings.like:
        yield language.gettext("It is read as you decided for {file}.", file=file.settings.like)


def _versions(files: Sequence[str], language: Language) -> Markup | None:
    if not files:
        return None
    return language.gettext(
        "Much the same descriptors of one team stand in several files, and no column version says which is newer. They "
        "count as versions, oldest first: {files}. Only the newest is compared with other teams.",
        files=language.list(files),
    )


def _own_roster(transcript: str, rosters: Sequence[str]) -> str:
    """Return the one roster whose name goes on from the transcript's ("May 4.vtt", "May 4 roster.csv"), else ""."""
    begins = slugify(PurePosixPath(transcript).stem) + "-"
    own = [roster for roster in rosters if slugify(PurePosixPath(roster).stem).startswith(begins)]
    return own[0] if len(own) == 1 else ""


def _languages(file: FilePreview, language: Language) -> Markup:
    listed = language.list(
        [
            language.gettext("{language} ({n})", language=language.language_name(code), n=count)
            for code, count in sorted(file.languages.items(), key=lambda pair: -pair[1])
        ]
    )
    if not file.sampled:
        return language.gettext("Languages: {languages}.", languages=listed) if listed else Markup()
    return language.gettext(
        "Languages, about, told from {n} of the notes: {languages}. When you keep the file, every note is looked at.",
        languages=listed,
        n=file.sampled,
    )


def kind_name(kind: str | None, language: Language) -> Markup:
    """Return what a file was taken for."""
    return kind_names(language).get(kind or "", language.gettext("Not understood"))


def counts_in_words(counts: Mapping[str, int], language: Language) -> tuple[Markup, ...]:
    """Return what was found in a file, each with its number."""
    words = {
        "notes": lambda n: language.ngettext("{n} note", "{n} notes", n),
        "descriptors": lambda n: language.ngettext("{n} descriptor", "{n} descriptors", n),
        "people": lambda n: language.ngettext("{n} person", "{n} people", n),
        "ratings": lambda n: language.ngettext("{n} rating", "{n} ratings", n),
        "turns": lambda n: language.ngettext("{n} turn", "{n} turns", n),
        "speakers": lambda n: language.ngettext("{n} speaker", "{n} speakers", n),
    }
    return tuple(words[key](count) for key, count in counts.items() if key in words)
