"""A codebook out of what was sorted, to be used on the next review or in another program."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from nlp.errors import InputError
from nlp.messages import Message
from nlp.names import name_key
from nlp.sorting.codebook import Code
from nlp.sorting.types import Sorting

MOST_EXAMPLES = 3
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def codebook_of(sorting: Sorting, known: Sequence[Code] = ()) -> tuple[Code, ...]:
    """Return the readings of all elements, each with up to three notes that a person placed in it as examples.

    Args:
        sorting: what was sorted.
        known: the codebook that it was sorted by: its codes come first, with what is said of them.
    """
    found = {name_key(code.name): code for code in known}
    for element in sorting.elements:
        for reading in element.readings:
            code = found.get(name_key(reading), Code(reading))
            texts = [note.text for note in element.placed if note.by_hand and note.reading == reading]
            examples = tuple(dict.fromkeys((*code.examples, *texts)))[: max(MOST_EXAMPLES, len(code.examples))]
            found[name_key(reading)] = replace(code, examples=examples)
    return tuple(found.values())


def write_codebook(filename: str, codes: Sequence[Code]) -> bytes:
    """Return codes as a file that `read_codebook` and other programs read.

    Args:
        filename: its ending says which: .csv is a table, .qdc a REFI-QDA codebook, which has no place for examples.
        codes: in their order.

    Raises:
        InputError: it has another ending.
    """
    write = next((write for ending, write in _WRITERS.items() if filename.lower().endswith(ending)), None)
    if write is None:
        problem = Message("a codebook is written as {endings}", {"endings": tuple(_WRITERS)})
        raise InputError(filename, problem, Message("Give the file one of these endings"))
    return write([_clean(code) for code in codes])


def _clean(code: Code) -> Code:
    """Return a code without the signs of control that XML forbids, and that make a text look like binary data."""
    name, about, *examples = (_CONTROL.sub("", text) for text in (code.name, code.about, *code.examples))
    names = {language: _CONTROL.sub("", called) for language, called in code.names.items()}
    return replace(code, name=name, about=about, examples=tuple(examples), names=names)


def _csv(codes: Sequence[Code]) -> bytes:
    file = io.StringIO()
    rows = csv.writer(file)
    languages = sorted({language for code in codes for language in code.names})
    rows.writerow(["name", *(f"name_{language}" for language in languages), "description", "example"])
    for code in codes:
        called = (code.names.get(language, "") for language in languages)
        rows.writerow([code.name, *called, code.about, "\n".join(code.examples)])
    return file.getvalue().encode("utf-8-sig")


def _qdc(codes: Sequence[Code]) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    lines.append('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Manyvoices">')
    lines += ["<Codes>", *map(_qdc_code, codes), "</Codes>", "</CodeBook>", ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _qdc_code(code: Code) -> str:
    said = f"<Description>{escape(code.about)}</Description>" if code.about else ""
    guid = uuid5(NAMESPACE_URL, f"urn:manyvoices:code:{code.name}")
    return f'<Code guid="{guid}" name={quoteattr(code.name)} isCodable="true">{said}</Code>'


_WRITERS: Mapping[str, Callable[[Sequence[Code]], bytes]] = {".csv": _csv, ".qdc": _qdc}
