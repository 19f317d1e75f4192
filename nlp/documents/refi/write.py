"""A project to the bytes of a .qdpx or a .qdc, as REFI-QDA 1.5 has them; the same project always gives the same bytes.

Texts stand in files of their own, in UTF-8 with line feeds alone: some programs read no text out of the XML, and some
count positions wrongly behind a byte order mark or a carriage return.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from nlp.documents.refi.project import Case, Coding, Memo, Project, QdaCode, Selection, TextSource

PROJECT_NAMESPACE = "urn:QDA-XML:project:1.0"
CODEBOOK_NAMESPACE = "urn:QDA-XML:codebook:1.0"
ORIGIN = "Manyvoices"
MACHINE = f"{ORIGIN} (machine)"
"""The coder of what no person placed."""
_SCHEMAS = "http://schema.qdasoftware.org/versions"
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write_project(project: Project) -> bytes:
    """Return a project as a .qdpx: `project.qde` and the folder `sources`."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "project.qde", "\n".join(_project(project)))
        texts = {each.guid: each.text for each in project.sources} | {each.guid: each.text for each in project.memos}
        for guid, text in texts.items():
            _add(archive, f"sources/{guid}.txt", text)
    return file.getvalue()


def write_codebook(project: Project) -> bytes:
    """Return the codes of a project and the groups of these as a .qdc."""
    lines = [
        _DECLARATION,
        f"<CodeBook {_root(CODEBOOK_NAMESPACE, 'Codebook')} origin={_quoted(project.origin or ORIGIN)}>",
        *_within("Codes", _codes(project.codes, with_memos=False)),
        *_sets(project, "guid"),
        "</CodeBook>",
        "",
    ]
    return "\n".join(lines).encode("utf-8", "replace")


_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, text.encode("utf-8", "replace"))


def _root(namespace: str, kind: str) -> str:
    return (
        f'xmlns="{namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{namespace} {_SCHEMAS}/{kind}/v1.0/{kind}.xsd"'
    )


def _project(project: Project) -> Iterator[str]:
    user = project.users[0].guid if project.users else ""
    own = _attributes(
        name=project.name, origin=project.origin or ORIGIN, creatingUserGUID=user, creationDateTime=project.made
    )
    yield _DECLARATION
    yield f"<Project {_root(PROJECT_NAMESPACE, 'Project')}{own}>"
    yield from _within("Users", (f"<User{_attributes(guid=each.guid, name=each.name)}/>" for each in project.users))
    if project.codes:
        yield from _within("CodeBook", _within("Codes", _codes(project.codes, with_memos=True)))
    yield from _within(
        "Variables",
        (
            f"<Variable{_attributes(guid=each.guid, name=each.name, typeOfVariable=each.kind)}/>"
            for each in project.variables
        ),
    )
    kinds = {each.guid: each.kind for each in project.variables}
    yield from _within("Cases", (line for case in project.cases for line in _case(case, kinds)))
    yield from _within("Sources", (line for each in project.sources for line in _source(each, kinds, project.made)))
    yield from _within("Notes", (_memo(each, user, project.made) for each in project.memos))
    yield from _sets(project, "targetGUID")
    yield from _said(project.about)
    yield "</Project>"
    yield ""


def _within(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield lines inside an element, nothing where there are none: the schema knows no empty lists."""
    held = list(lines)
    if held:
        yield f"<{name}>"
        yield from held
        yield f"</{name}>"


def _codes(codes: Sequence[QdaCode], *, with_memos: bool) -> Iterator[str]:
    for code in codes:
        own = _attributes(guid=code.guid, name=code.name, isCodable=str(code.is_codable).lower(), color=code.color)
        yield f"<Code{own}>"
        yield from _said(code.about)
        yield from _references(code.memos if with_memos else ())
        yield from _codes(code.codes, with_memos=with_memos)
        yield "</Code>"


def _case(case: Case, kinds: Mapping[str, str]) -> Iterator[str]:
    yield f"<Case{_attributes(guid=case.guid, **({'name': case.name} if case.name else {}))}>"
    yield from _said(case.about)
    yield from _values(case.values, kinds)
    yield from (f'<SourceRef targetGUID="{each}"/>' for each in case.sources)
    yield from (f'<SelectionRef targetGUID="{each}"/>' for each in case.selections)
    yield "</Case>"


def _source(source: TextSource, kinds: Mapping[str, str], made: str) -> Iterator[str]:
    own = _attributes(guid=source.guid, name=source.name, plainTextPath=_path(source.guid), creationDateTime=made)
    yield f"<TextSource{own}>"
    yield from _said(source.about)
    for each in source.selections:
        yield from _selection(each, made)
    yield from (_coding(each, made) for each in source.codings)
    yield from _values(source.values, kinds)
    yield "</TextSource>"


def _selection(selection: Selection, made: str) -> Iterator[str]:
    own = _attributes(
        guid=selection.guid,
        name=selection.name,
        startPosition=str(selection.start),
        endPosition=str(selection.end),
        creatingUser=selection.codings[0].user if selection.codings else "",
        creationDateTime=made,
    )
    yield f"<PlainTextSelection{own}>"
    yield from _said(selection.about)
    yield from (_coding(each, made) for each in selection.codings)
    yield from _references(selection.memos)
    yield "</PlainTextSelection>"


def _coding(coding: Coding, made: str) -> str:
    own = _attributes(guid=coding.guid, creatingUser=coding.user, creationDateTime=made)
    return f'<Coding{own}><CodeRef targetGUID="{coding.code}"/></Coding>'


def _memo(memo: Memo, user: str, made: str) -> str:
    own = _attributes(
        guid=memo.guid, name=memo.name, plainTextPath=_path(memo.guid), creatingUser=user, creationDateTime=made
    )
    return f"<Note{own}/>"


def _sets(project: Project, reference: str) -> Iterator[str]:
    yield from _within(
        "Sets",
        (
            line
            for each in project.sets
            for line in (
                f"<Set{_attributes(guid=each.guid, name=each.name)}>",
                *(f'<MemberCode {reference}="{code}"/>' for code in each.codes),
                "</Set>",
            )
        ),
    )


def _values(values: Mapping[str, str], kinds: Mapping[str, str]) -> Iterator[str]:
    for variable, value in values.items():
        kind = kinds.get(variable, "Text")
        held = f"<{kind}Value>{_escaped(value)}</{kind}Value>"
        yield f'<VariableValue><VariableRef targetGUID="{variable}"/>{held}</VariableValue>'


def _said(about: str) -> Iterator[str]:
    if about:
        yield f"<Description>{_escaped(about)}</Description>"


def _references(memos: Iterable[str]) -> Iterator[str]:
    yield from (f'<NoteRef targetGUID="{each}"/>' for each in memos)


def _path(guid: str) -> str:
    return f"internal://{guid}.txt"


def _attributes(**given: str) -> str:
    """Return attributes as they are written; those without a value are left out, but for names."""
    return "".join(f" {key}={_quoted(value)}" for key, value in given.items() if value or key == "name")


def _quoted(text: str) -> str:
    return quoteattr(_NO_XML.sub("", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub("", text), {"\r": "&#13;"})
