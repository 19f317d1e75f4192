"""Large and odd files, up to the 50 MB that are taken: what people make by accident, and what nobody makes."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping

from tests.nlp.documents.hostile import page

SAID = "We meet too rarely to trust each other, and nobody says so. "
_OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def survey(rows: int) -> bytes:
    """Return the answers of so many people to two open questions, as a form exports them."""
    header = "Timestamp,Your organisation,What worked well this year?,What should change in how we work?\n"
    return (header + "".join(",".join(answer(number)) + "\n" for number in range(rows))).encode()


def answer(number: int) -> tuple[str, str, str, str]:
    """Return one row of a survey: in English, Bangla and Nepali, no two alike."""
    said = ("We meet too rarely in district {n}", "আমরা জেলা {n} এর সভায় কম বসি", "हामी जिल्ला {n} मा कम भेट्छौं")
    wish = ("Please ask group {n} before a plan changes", "দল {n} কে আগে জিজ্ঞাসা করুন", "टोली {n} लाई पहिले सोध्नुहोस्")
    moment = f"2026-03-{1 + number % 28:02} {number % 24:02}:{number // 24 % 60:02}:{number // 1440 % 60:02}"
    return moment, f"Organisation {number % 40}", said[number % 3].format(n=number), wish[number % 3].format(n=number)


def open_sheet(rows: str) -> bytes:
    """Return an ods whose only sheet has these rows."""
    return _open_file("spreadsheet", f'<table:table table:name="S">{rows}</table:table>')


def open_cell(text: str) -> str:
    """Return a cell of an ods."""
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


def _open_file(kind: str, body: str) -> bytes:
    content = f"<office:document-content {_OPEN}><office:body><office:{kind}>{body}</office:{kind}></office:body>"
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{'text' if kind == 'text' else kind}".encode(),
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": f"{content}</office:document-content>".encode(),
        }
    )


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of parts; the first, which names the kind, is not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (name, data) in enumerate(parts.items()):
            archive.writestr(name, data, zipfile.ZIP_DEFLATED if at else zipfile.ZIP_STORED)
    return buffer.getvalue()


def _paragraph(number: int) -> str:
    return f"<w:p><w:r><w:t>Note {number}: we meet too rarely</w:t></w:r></w:p>"


def _nested_tables(depth: int) -> bytes:
    start, end = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return page(start * depth + "<w:p><w:r><w:t>We meet too rarely</w:t></w:r></w:p>" + end * depth)


def _deep_zip(depth: int) -> bytes:
    data = b"text\nWe meet too rarely\n"
    for _ in range(depth):
        data = zipped({"inner.zip": data})
    return data


def _pages(count: int) -> bytes:
    """Return a PDF of many pages, each with a line, written by hand."""
    said = b"BT /F1 12 Tf 72 720 Td (We meet too rarely to trust each other) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % (5 + n) for n in range(count))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(said), said),
    ]
    page_of = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    objects += [page_of + b" /Resources << /Font << /F1 3 0 R >> >> >>"] * count
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def _lines(form: str, count: int, head: str = "") -> bytes:
    return (head + "".join(form.format(n=n, minute=f"{n // 60 % 24:02}:{n % 60:02}") for n in range(count))).encode()


SHAPES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "survey of 100,000 rows": ("s.csv", lambda: survey(100_000)),
    "csv of 50 MB": ("s.csv", lambda: survey(250_000)[: 49 * 2**20].rpartition(b"\n")[0] + b"\n"),
    "csv of one column, 1,000,000 lines": ("n.csv", lambda: _lines("we meet too rarely {n}\n", 1_000_000, "text\n")),
    "csv, a quotation mark never closed": ("n.csv", lambda: survey(100_000).replace(b"Organisation 1,", b'"Org,', 1)),
    "csv of 1,000,000 marks": ("n.csv", lambda: b"text,element\n" + b'"a ""b"" c",x\n' * 1_000_000),
    "a line of 40 MB": ("n.txt", lambda: (SAID * 700_000).encode()[: 40 * 2**20]),
    "a line of 40 MB without a space": ("n.txt", lambda: b"a" * 40 * 2**20),
    "a line of 40 MB in Bangla": ("n.txt", lambda: ("আমরা খুব কম বসি। " * 900_000).encode()[: 40 * 2**20]),
    "a cell of 40 MB": ("n.csv", lambda: b"text,element\n" + (SAID * 690_000).encode() + b",Trust\n"),
    "notes, 1,000,000 lines": ("n.txt", lambda: _lines("- we meet too rarely {n}\n", 1_000_000)),
    "notes, 1,000,000 headings": ("n.md", lambda: _lines("# E{n}\n- we meet\n", 500_000)),
    "brackets, 40 MB": ("n.md", lambda: b"[(" * 20 * 2**20),
    "captions, 1,000,000": (
        "t.vtt",
        lambda: _lines("00:{minute}.000 --> 00:{minute}.500\n<v A>a\n\n", 1_000_000, "WEBVTT\n\n"),
    ),
    "captions, 200,000": (
        "t.vtt",
        lambda: _lines("00:{minute}.000 --> 00:{minute}.500\n<v A>a\n\n", 83_000, "WEBVTT\n\n"),
    ),
    "chat of 1,000,000 lines": ("c.txt", lambda: _lines("12/03/24, {minute} - P{n}: we said so\n", 1_000_000)),
    "chat of 240,000 lines": ("c.txt", lambda: _lines("12/03/24, {minute} - P{n}: we said so\n", 240_000)),
    "chat of 240,000 notices": ("c.txt", lambda: _lines("12/03/24, {minute} - P{n} joined\n", 240_000)),
    "names before colons, 240,000": ("t.txt", lambda: _lines("Person {n}: we said so\n", 240_000)),
    "JSON, lists in lists to 50 MB": ("t.json", lambda: b"[" * 25 * 2**20 + b"]" * 25 * 2**20),
    "JSON of 50 MB of short lists": ("t.json", lambda: b"[" + b"[1,[2]]," * (6 * 2**20) + b"1]"),
    "JSON of 500,000 segments": (
        "t.json",
        lambda: json.dumps(
            [{"start": n, "end": n + 1, "speaker": f"P{n % 9}", "text": "we"} for n in range(450_000)]
        ).encode(),
    ),
    "html in html, 1,000,000 deep": ("p.html", lambda: b"<div>" * 1_000_000 + b"a" + b"</div>" * 1_000_000),
    "markup of speeches never closed": ("h.txt", lambda: b"<Newspeech>Mr. A: we said so\n" * 240_000),
    "rtf, groups in groups": ("n.rtf", lambda: b"{\\rtf1 " + b"{" * 5_000_000 + b"a" + b"}" * 5_000_001),
    "rtf, 50 MB of signs": ("n.rtf", lambda: b"{\\rtf1\\ansi " + b"\\u2476?" * 6_000_000 + b"}"),
    "rtf of 500,000 paragraphs": ("n.rtf", lambda: b"{\\rtf1\\ansi " + b"We meet too rarely\\par\n" * 500_000 + b"}"),
    "docx of 200,000 paragraphs": ("n.docx", lambda: page("".join(map(_paragraph, range(200_000))))),
    "docx of 5,000 tables in tables": ("n.docx", lambda: _nested_tables(5_000)),
    "docx of 100 tables in tables": ("n.docx", lambda: _nested_tables(100)),
    "zip in zip, 200 deep": ("n.zip", lambda: _deep_zip(200)),
    "docx of nothing but zips": ("n.docx", lambda: _deep_zip(200)),
    "ods, a row repeated to its end": (
        "n.ods",
        lambda: open_sheet(
            f"<table:table-row>{open_cell('text')}</table:table-row>"
            f'<table:table-row table:number-rows-repeated="1048576">{open_cell("a")}</table:table-row>'
        ),
    ),
    "ods, empty rows and columns to their end": (
        "n.ods",
        lambda: open_sheet(
            f"<table:table-row>{open_cell('text')}</table:table-row><table:table-row>{open_cell('We meet')}"
            '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
        ),
    ),
    "ods, 2,000,000 cells in a row": (
        "n.ods",
        lambda: open_sheet(f"<table:table-row>{'<table:table-cell/>' * 2_000_000}{open_cell('a')}</table:table-row>"),
    ),
    "ods, 1,000,000 empty rows": (
        "n.ods",
        lambda: open_sheet(
            f"<table:table-row>{open_cell('text')}</table:table-row>"
            + "<table:table-row/>" * 1_000_000
            + f"<table:table-row>{open_cell('We meet too rarely')}</table:table-row>"
        ),
    ),
    "odt of 200,000 paragraphs": (
        "n.odt",
        lambda: _open_file("text", "".join(f"<text:p>Note {n}: we meet too rarely</text:p>" for n in range(200_000))),
    ),
    "odt, sections 3,000 deep": (
        "n.odt",
        lambda: _open_file("text", "<text:section>" * 3_000 + "<text:p>We meet</text:p>" + "</text:section>" * 3_000),
    ),
    "odt, a row repeated to its end": (
        "n.odt",
        lambda: _open_file(
            "text",
            f'<table:table><table:table-row table:number-rows-repeated="1048576">{open_cell("a")}'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
        ),
    ),
    "PDF of 5,000 pages": ("n.pdf", lambda: _pages(5_000)),
}
"""Name -> the name of the file, and its bytes."""
