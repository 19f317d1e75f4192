"""Notes in plain text and Markdown."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from nlp.documents.plan import AS_FOUND, FilePlan
from nlp.documents.prose.heading_rubrics import grid_of_headings
from nlp.documents.prose.headings import could_be_heading, named_element
from nlp.documents.prose.outline import (
    ELEMENT,
    Part,
    Place,
    all_settings,
    as_setting,
    notes_from_parts,
    plan_of_parts,
)
from nlp.documents.tables.table_kinds import read_tables
from nlp.documents.types import Document, Notes
from nlp.text.decode import decode
from nlp.text.lines import Line, split_lines
from nlp.text.segmentation.bullets import find_bullet
from nlp.text.segmentation.segment import segment, tidy

_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_BOLD_LINE = re.compile(r"\s*(?:\*\*|__)([^*_]{1,200}?)(?:\*\*|__)\s*:?\s*")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{3,})\s*")
_FRONT_MATTER = re.compile(r"\s*([^\s:#][^:]*?)\s*:\s*(.*?)\s*")
_MARKUP = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
_COMMENT = re.compile(r"\s*<!--.*-->\s*")
_NUMBERED = re.compile(r"\s{0,3}\(?\d{1,2}[.)।]\s+(\S.*)")
_WORDS_OF_NUMBERED = 5
_SIGN = re.compile(r"[*_`\[]")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")


def document_of_plain(
    source: str, data: bytes, languages: Collection[str] | None = None, plan: FilePlan = AS_FOUND
) -> Document:
    """Return what a text or Markdown file holds: a rubric where its headings are elements and levels, else notes.

    Raises:
        UnreadableFile, UnknownEncoding, NothingToAnalyse: as `read_plain`.
    """
    settings, body = _front_matter(split_lines(decode(source, data)))
    parts = _parts(body)
    rubric = grid_of_headings(parts) if not plan.headings and plan.kind in ("", "rubric") else None
    if rubric is None:
        return read_plain(source, data, languages, plan)
    return read_tables(source, [rubric], languages, {**dict(settings), **all_settings(parts)}, plan)


def read_plain(source: str, data: bytes, languages: Collection[str] | None = None, plan: FilePlan = AS_FOUND) -> Notes:
    """Return the notes of a text or Markdown file.

    Headings are `# Communications`, underlined or bold lines, `Element: Communications`, and a short line of its own
    above bullets. `Team: Nepal`, `Date: ...`, `Review: ...`, `Language: ...` at the top, or YAML front matter, hold for
    all notes; lower down, for those that follow.

    Raises:
        UnreadableFile, UnknownEncoding: see `nlp.text.decode`.
        NothingToAnalyse: there is no note.
    """
    text = decode(source, data)
    lines = split_lines(text)
    settings, body = _front_matter(lines)
    parts = _parts(body)
    starts = [line.start for line in lines]

    def cut(neighbours: Sequence[Part]) -> list[Place]:
        first, last = neighbours[0], neighbours[-1]
        passage = text[first.start : last.start + len(last.text)]
        places: list[Place] = []
        for piece in segment(passage):
            start = first.start + piece.start
            line = bisect_right(starts, start) - 1
            end = first.start + piece.end
            places.append(Place(without_markup(piece.text), line + 1, start - starts[line], end - starts[line]))
        return places

    return notes_from_parts(source, parts, cut, languages, settings, plan=plan)


def plan_of_plain(source: str, data: bytes) -> FilePlan:
    """Return how a text or Markdown file is understood by `read_plain`."""
    settings, body = _front_matter(split_lines(decode(source, data)))
    return plan_of_parts(_parts(body), settings)


def plan_of_plain_document(source: str, data: bytes) -> FilePlan:
    """Return how a text or Markdown file is understood by `document_of_plain`."""
    found = plan_of_plain(source, data)
    parts = _parts(_front_matter(split_lines(decode(source, data)))[1])
    return found if grid_of_headings(parts) is None else replace(found, kind="rubric", headings={})


def without_markup(text: str) -> str:
    """Return `text` without Markdown's signs of emphasis, code and links."""
    if not _SIGN.search(text):
        return text
    return _MARKUP.sub(lambda match: match[2] or match[3], _LINK.sub(r"\1", text))


def _front_matter(lines: list[Line]) -> tuple[list[tuple[str, str]], list[Line]]:
    """Return the settings between two lines of `---` at the very top, and the lines below."""
    if not lines or lines[0].text.strip() != "---":
        return [], lines
    end = next((number for number, line in enumerate(lines[1:40], 1) if line.text.strip() in ("---", "...")), None)
    matches = [_FRONT_MATTER.fullmatch(line.text) for line in lines[1:end]] if end else []
    settings = [(match[1], match[2].strip("\"'[]")) for match in matches if match and match[2].strip("\"'[]")]
    return (settings, lines[end + 1 :]) if end and settings else ([], lines)


def _parts(lines: list[Line]) -> list[Part]:
    parts: list[Part] = []
    title = _title(lines)
    numbered = _numbered_headings(lines)
    for position, line in enumerate(lines):
        if _COMMENT.fullmatch(line.text):
            continue
        if line is title:
            parts.append(Part(line.number, line.text, line.start, 1, tidy(line.text)))
            continue
        if line.number in numbered:
            parts.append(Part(line.number, line.text, line.start, 6, tidy(numbered[line.number]).strip(" :")))
            continue
        following = lines[position + 1].text if position + 1 < len(lines) else ""
        previous = lines[position - 1].text if position else ""
        level, name = _heading(line.text, previous, following, lines[position + 1 : position + 3])
        words = tidy(without_markup(name)).strip(" :") if name else ""
        parts.append(Part(line.number, line.text, line.start, level, words))
    return parts


def _title(lines: Sequence[Line]) -> Line | None:
    """Return the first line when it stands above `Team: Nepal` lines: it names the file, it is no note."""
    filled = [line for line in lines[:6] if line.text.strip()][:2]
    if len(filled) < 2 or filled[0].text.lstrip().startswith("#") or find_bullet(filled[0].text):
        return None
    above = as_setting(filled[0].text) is None and as_setting(filled[1].text) is not None
    return filled[0] if above and could_be_heading(filled[0].text) else None


def _numbered_headings(lines: Sequence[Line]) -> dict[int, str]:
    """Return line -> words of the headings `1. Communications`, if all numbered lines are as short as headings.

    At least two of them stand above bullets of another kind: those are their notes.
    """
    filled = [line for line in lines if line.text.strip()]
    found = {at: match[1] for at, line in enumerate(filled) if (match := _NUMBERED.fullmatch(line.text))}
    short = all(len(words.split()) <= _WORDS_OF_NUMBERED and could_be_heading(words) for words in found.values())
    above = [at for at in found if at + 1 < len(filled) and at + 1 not in found and find_bullet(filled[at + 1].text)]
    return {filled[at].number: words for at, words in found.items()} if short and len(above) > 1 else {}


def _heading(text: str, previous: str, following: str, below: Sequence[Line]) -> tuple[int, str]:
    """Return the level and the words of the heading that a line is, (0, "") for running text."""
    hashes = _HASHES.fullmatch(text)
    if hashes:
        return len(hashes[1]), hashes[2]
    if not text.strip() or find_bullet(text):
        return 0, ""
    named = named_element(text)
    if named is not None:
        return ELEMENT, named
    underline = _UNDERLINE.fullmatch(following)
    if underline and could_be_heading(text):
        return (1 if "=" in underline[1] else 2), text
    bold = _BOLD_LINE.fullmatch(text)
    if bold and could_be_heading(bold[1]):
        return 6, bold[1]
    stands_alone = not previous.strip() or (find_bullet(previous) is not None and not text[0].isspace())
    return (6, text) if stands_alone and could_be_heading(text) and _is_above_bullets(below) else (0, "")


def _is_above_bullets(below: Sequence[Line]) -> bool:
    filled = next((line.text for line in below if line.text.strip()), "")
    return find_bullet(filled) is not None
