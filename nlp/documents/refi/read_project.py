"""The XML and the texts of a .qdpx to a `Project`, as NVivo, ATLAS.ti, MAXQDA, QualCoder and others write them.

Names are told without their namespace, which has been written in four ways; GUIDs whatever their case and braces.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from nlp.documents.refi.opened import OpenedProject, open_project
from nlp.documents.refi.positions import Given, place
from nlp.documents.refi.project import (
    Case,
    CodeSet,
    Coding,
    Memo,
    Project,
    QdaCode,
    Selection,
    TextSource,
    User,
    Variable,
)
from nlp.messages import Message, msgid

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEEPEST = 40
_MOST_NAMED = 5
NO_TEXT = msgid("Documents whose text cannot be read are left out ({count}): {names}.")
NO_PLACES = msgid("Marked places that hold nothing or lie behind the end of their text are left out ({count}).")
CUT = msgid("Marked places that ended behind the end of their text are cut there ({count}).")
AREAS = msgid("Marked places in pictures, recordings and pages of PDFs, which hold no text, are left out ({count}).")
WHOLE = msgid("Codes of whole documents are left out ({count}): only places in the text are read.")


@dataclass(frozen=True, slots=True)
class ReadProject:
    """A project that was read, and what must be said of it."""

    project: Project
    remarks: tuple[Message, ...] = ()


class _Reader:
    """Reads the parts of a project and counts what is left out."""

    def __init__(self, opened: OpenedProject) -> None:
        self._opened = opened
        self._origin = opened.root.get("origin", "")
        self._left_out: list[str] = []
        self._counted: Counter[str] = Counter()

    def read(self) -> ReadProject:
        root = self._opened.root
        book = _child(root, "CodeBook")
        project = Project(
            name=root.get("name", ""),
            origin=self._origin,
            users=tuple(User(_guid(each), each.get("name", "")) for each in _below(root, "Users", "User")),
            codes=_codes(_child(book, "Codes")) if book is not None else (),
            variables=tuple(
                Variable(_guid(each), each.get("name", ""), each.get("typeOfVariable", "Text"))
                for each in _below(root, "Variables", "Variable")
            ),
            cases=tuple(map(_case, _below(root, "Cases", "Case"))),
            sources=tuple(self._sources(_child(root, "Sources"))),
            sets=tuple(map(_set, _below(root, "Sets", "Set"))),
            memos=tuple(self._memos(_below(root, "Notes", "Note"))),
            about=_said(root),
            made=root.get("creationDateTime", ""),
        )
        return ReadProject(project, tuple(self._remarks()))

    def _remarks(self) -> Iterator[Message]:
        if self._left_out:
            names = tuple(self._left_out[:_MOST_NAMED])
            yield Message(NO_TEXT, {"count": len(self._left_out), "names": names})
        for template in (NO_PLACES, CUT, AREAS, WHOLE):
            if self._counted[template]:
                yield Message(template, {"count": self._counted[template]})

    def _sources(self, sources: "Element | None") -> Iterator[TextSource]:
        for each in sources if sources is not None else ():
            kind, name = _tag(each), each.get("name", "")
            if kind == "TextSource":
                held = [each]
            else:
                held = [part for part in each if _tag(part) in ("Representation", "Transcript")]
                self._counted[AREAS] += sum(_tag(part).endswith("Selection") for part in each)
            read = [text for part in held if (text := self._text(part, name, each)) is not None]
            if not read:
                self._left_out.append(name or kind)
            yield from read

    def _text(self, part: "Element", name: str, whole: "Element") -> TextSource | None:
        written = _content(part)
        if written is None and (path := part.get("plainTextPath")):
            written = self._opened.text(path)
        if written is None:
            return None
        placed = place(written, list(_given(part)), self._origin)
        self._counted[CUT] += placed.cut
        self._counted[NO_PLACES] += placed.lost
        self._counted[WHOLE] += len(codings := _codings(whole))
        return TextSource(
            guid=_guid(part) or _guid(whole),
            name=name or part.get("name", "") or PurePath(part.get("plainTextPath", "")).name,
            text=placed.text,
            selections=placed.selections,
            codings=codings,
            values=_values(whole),
            about=_said(whole),
        )

    def _memos(self, notes: Iterable["Element"]) -> Iterator[Memo]:
        for each in notes:
            path = each.get("plainTextPath")
            text = _content(each) or (self._opened.text(path) if path else None)
            if text:
                yield Memo(_guid(each), each.get("name", ""), text)


def read_project(source: str, data: bytes) -> ReadProject:
    """Return the project of a .qdpx.

    Raises:
        UnreadableFile: it is broken, has a password or too much in it.
    """
    return _Reader(open_project(source, data)).read()


def codes_of(root: "Element") -> tuple[QdaCode, ...]:
    """Return the codes of a codebook or a project by the root of its XML."""
    book = root if _tag(root) == "CodeBook" else _child(root, "CodeBook")
    return _codes(_child(book, "Codes")) if book is not None else ()


def _codes(codes: "Element | None", depth: int = 0) -> tuple[QdaCode, ...]:
    if codes is None or depth > _DEEPEST:
        return ()
    return tuple(
        QdaCode(
            guid=_guid(each),
            name=each.get("name", ""),
            about=_said(each),
            color=each.get("color", ""),
            is_codable=each.get("isCodable", "true") not in ("false", "0"),
            codes=_codes(each, depth + 1),
            memos=_targets(each, "NoteRef"),
        )
        for each in codes
        if _tag(each) == "Code"
    )


def _case(case: "Element") -> Case:
    return Case(
        guid=_guid(case),
        name=case.get("name", ""),
        about=_said(case),
        values=_values(case),
        sources=_targets(case, "SourceRef"),
        selections=_targets(case, "SelectionRef"),
    )


def _set(held: "Element") -> CodeSet:
    codes = (_key(each.get("targetGUID") or each.get("guid") or "") for each in held if _tag(each) == "MemberCode")
    return CodeSet(_guid(held), held.get("name", ""), tuple(codes))


def _given(source: "Element") -> Iterator[Given]:
    points = {_guid(each): _number(each.get("position")) for each in source if _tag(each) == "SyncPoint"}
    for each in source:
        if _tag(each) == "PlainTextSelection":
            start, end = _number(each.get("startPosition")), _number(each.get("endPosition"))
        elif _tag(each) == "TranscriptSelection":
            start, end = (points.get(_key(each.get(name, ""))) for name in ("fromSyncPoint", "toSyncPoint"))
        else:
            continue
        known = Selection(
            _guid(each), 0, 0, _codings(each), each.get("name", ""), _said(each), _targets(each, "NoteRef")
        )
        yield Given(-1 if start is None else start, None if start is None else end, known)


def _codings(marked: "Element") -> tuple[Coding, ...]:
    found = (each for each in marked if _tag(each) == "Coding")
    return tuple(
        Coding(_guid(each), code, _key(each.get("creatingUser", "") or marked.get("creatingUser", "")))
        for each in found
        for code in _targets(each, "CodeRef")
    )


def _values(owner: "Element") -> Mapping[str, str]:
    found: dict[str, str] = {}
    for each in (part for part in owner if _tag(part) == "VariableValue"):
        variable = next(iter(_targets(each, "VariableRef")), "")
        value = next((part.text or "" for part in each if _tag(part).endswith("Value")), "")
        if variable and value.strip():
            found[variable] = value
    return found


def _content(source: "Element") -> str | None:
    held = _child(source, "PlainTextContent")
    return None if held is None else held.text or ""


def _said(owner: "Element") -> str:
    held = _child(owner, "Description")
    return (held.text or "") if held is not None else ""


def _targets(owner: "Element", name: str) -> tuple[str, ...]:
    return tuple(_key(each.get("targetGUID", "")) for each in owner if _tag(each) == name)


def _below(root: "Element", name: str, part: str) -> Sequence["Element"]:
    held = _child(root, name)
    return [each for each in held if _tag(each) == part] if held is not None else []


def _child(owner: "Element", name: str) -> "Element | None":
    return next((each for each in owner if _tag(each) == name), None)


def _guid(owner: "Element") -> str:
    return _key(owner.get("guid", ""))


def _key(guid: str) -> str:
    return guid.strip().strip("{}").lower()


def _tag(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _number(written: str | None) -> int | None:
    """Return a position, None where it is missing or none that any text has."""
    try:
        number = int(written or "")
    except ValueError:
        return None
    return number if 0 <= number < 2**40 else None
