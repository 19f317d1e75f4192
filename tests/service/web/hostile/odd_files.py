"""Hypothesis makes the files of whole programmes: odd, but such that the service may take them."""

import csv
import io
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from tests.nlp.documents.office import docx_table, new_docx, saved, workbook
from tests.service.files import EVERYTHING

Upload = tuple[str, bytes]

LONG = "Öffentlichkeitsarbeit" * 24
NAMES = (
    *(
        "North",
        "north ",
        "Communications",
        "কমিউনিকেশন",
        "सञ्चार",
        "Asha Rai",
        "Asha  RAI",
        "আশা রায়",
        "A",
        "1",
        "১২",
        "-",
    ),
    *(
        "فريق الشمال",
        "צפון",
        "\u202eevil\u202c",
        "र्\u200dय र\u200cय",
        "ৰ্\u200dয",
        "Zoe\u0301",
        "Zo\u00e9",
        "İı",
        "ß",
        "ﷺ",
    ),
    *(
        "👩🏽\u200d🌾",
        "🇧🇩",
        "🌱🌱🌱",
        "\u0301",
        "\u200b",
        "\ufeffBOM",
        "𝕏²",
        "½",
        "…",
        "?",
        "#",
        "a/b",
        "..",
        "%00",
        "a?b#c&d=e",
    ),
    *(
        "<script>alert(1)</script>",
        "<b>",
        "&amp;",
        '"',
        "'; DROP TABLE files;--",
        "{{7*7}}",
        "%s {0} {name}",
        "\\u0000",
    ),
    *(
        '=HYPERLINK("http://x")',
        "+1",
        "@SUM(A1)",
        "None",
        "null",
        "NaN",
        "true",
        "unknown",
        "All teams",
        "everybody",
        "0",
    ),
    *(LONG[:500], "x" * 500, "ক" * 199, "one two " * 20, "Line\nbreak", "Tab\there", "new", "edit", "remove", "api"),
)
TEXTS = (
    *(
        "We meet too rarely",
        "We meet too rarely.",
        "খবর সময়মতো আসে না।",
        "खबर ढिलो आउँछ।",
        "নদী ভাঙলে আমরা একসাথে থাকি",
        "हामी मिलेर योजना बनाउँछौं",
    ),
    *(
        "x",
        "!!!",
        "🌱",
        "👍🏽",
        "—",
        "1",
        "42%",
        "http://example.org/" + "a" * 300,
        "Yes",
        "no",
        "Asha Rai said it",
        "अ" * 3000,
    ),
    *(
        "اجتماعاتنا قليلة جدا",
        "word " * 900,
        "a\u0301" * 60,
        "\u202eلا\u202c yes",
        "<p>We plan</p>",
        "=1+1",
        "Trust; trust; trust",
    ),
)
DAYS = (
    *("2026-03-18", "2026-09-16", "1899-12-31", "1850-02-28", "0001-01-01", "9999-12-31", "3500-06-01", "2026-02-30"),
    *("18/03/2026", "12/03/24", "২০২৬-০৩-১৮", "२०८२ चैत ४", "March 2026", "soon", "", "1", "1900-02-29", "2024-02-29"),
)
LEVELS = (
    "emerging",
    "needs help",
    "well-functioning",
    "3",
    "১",
    "5",
    "-1",
    "4.5",
    "1e9",
    "best",
    "emerging ",
    "EMERGING",
    "",
)
TIMES = ("00:00:00.000", "00:00:00.000", "00:00:01.500", "00:10:00.000", "99:59:59.999")


def _of(*pools: Sequence[str]) -> st.SearchStrategy[str]:
    """Return one of what is in the pools, or seldom any text at all."""
    signs = st.characters(exclude_categories=("Cs", "Cc"), codec="utf-8")
    known = [value for pool in pools for value in pool]
    return st.one_of(
        st.sampled_from(known), st.sampled_from(known), st.sampled_from(known), st.text(signs, max_size=40)
    )


names, texts, days, levels = _of(NAMES), _of(TEXTS, NAMES), _of(DAYS), _of(LEVELS)
COLUMNS: dict[str, tuple[tuple[str, st.SearchStrategy[str]], ...]] = {
    "notes": (
        *(("text", texts), ("element", names), ("team", names), ("participant", names), ("date", days)),
        *(("review", names), ("language", st.sampled_from(["en", "bn", "ne", "ar", "zz", ""])), ("gender", names)),
    ),
    "roster": (
        *(("name", names), ("team", names), ("aliases", names), ("gender", names), ("organisation", names)),
        *(("role", names), ("consent", st.sampled_from(["yes", "no", "", "anonymous", "হ্যাঁ"]))),
    ),
    "rubric": (("element", names), ("level", levels), ("descriptor", texts), ("team", names), ("version", names)),
    "ratings": (("review", names), ("team", names), ("element", names), ("level", levels), ("reason", texts)),
}
LEAST = {"notes": 1, "roster": 2, "rubric": 3, "ratings": 4}
"""So many columns each kind always has."""


@st.composite
def tables(draw: st.DrawFn) -> Upload:
    """Draw a table of any kind, of few names that come again and again, as CSV, TSV or Excel."""
    kind = draw(st.sampled_from(sorted(COLUMNS)))
    columns = COLUMNS[kind][: draw(st.integers(LEAST[kind], len(COLUMNS[kind])))]
    pools = [draw(st.lists(cells, min_size=1, max_size=6)) for _, cells in columns]
    row = st.tuples(*(st.sampled_from(pool) for pool in pools))
    rows = draw(st.lists(row, min_size=1, max_size=draw(st.sampled_from([1, 2, 40]))))
    header = tuple(name for name, _ in columns)
    write = draw(st.sampled_from([_csv, _csv, _tsv, _xlsx]))
    return write(_named(draw, kind), [header, *rows])


@st.composite
def pages(draw: st.DrawFn) -> Upload:
    """Draw notes below headings, as Word or text."""
    parts = draw(st.lists(st.tuples(names, st.lists(texts, max_size=4)), min_size=1, max_size=5))
    name = _named(draw, "page")
    if draw(st.booleans()):
        lines = [line for heading, notes in parts for line in (f"# {heading}", *(f"- {note}" for note in notes), "")]
        return f"{name}.md", "\n".join(lines).encode()
    page = new_docx()
    for heading, notes in parts:
        page.add_heading(_xml(heading), 1)
        for note in notes:
            page.add_paragraph(_xml(note), style="List Bullet")
    if draw(st.booleans()):
        docx_table(page, [["text", "team"], [_xml(draw(texts)), _xml(draw(names))]])
    return f"{name}.docx", saved(page)


@st.composite
def sessions(draw: st.DrawFn) -> Upload:
    """Draw a record of what was said: by few people, in few turns, at odd times or at none."""
    speakers = draw(st.lists(names, min_size=1, max_size=4))
    turn = st.tuples(st.sampled_from(speakers), texts, st.sampled_from(TIMES), st.sampled_from(TIMES))
    turns = draw(st.lists(turn, min_size=1, max_size=draw(st.sampled_from([1, 3, 30]))))
    return draw(st.sampled_from([_vtt, _srt, _plain]))(_named(draw, "session"), turns)


def programmes(most: int = 6) -> st.SearchStrategy[list[Upload]]:
    """Draw the files of a whole programme; about half have a usual file or two among them."""
    usual = st.sampled_from(EVERYTHING)
    return st.lists(st.one_of(tables(), tables(), tables(), pages(), sessions(), usual), min_size=1, max_size=most)


def csv_file(name: str, rows: Sequence[Sequence[str]]) -> Upload:
    """Return a table as CSV."""
    return _csv(name, rows)


def _named(draw: st.DrawFn, kind: str) -> str:
    day = draw(st.sampled_from(["", "-2026-03-18", "-1850-01-01"]))
    return draw(st.one_of(st.just(kind), names)) + day


def _separated(rows: Sequence[Sequence[str]], separator: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode()


def _csv(name: str, rows: Sequence[Sequence[str]]) -> Upload:
    return f"{name}.csv", _separated(rows, ",")


def _tsv(name: str, rows: Sequence[Sequence[str]]) -> Upload:
    return f"{name}.tsv", _separated(rows, "\t")


def _xlsx(name: str, rows: Sequence[Sequence[str]]) -> Upload:
    return f"{name}.xlsx", saved(workbook({"Sheet1": [[_cell(cell) for cell in row] for row in rows]}))


def _cell(text: str) -> str:
    """Return a cell that is no formula to the library that writes it."""
    return " " + _xml(text) if text.startswith("=") else _xml(text)


def _xml(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable() or sign in "\u200b\u200c\u200d\n\t ")


Turn = tuple[str, str, str, str]
Writes = Callable[[str, Sequence[Turn]], Upload]


def _vtt(name: str, turns: Sequence[Turn]) -> Upload:
    cues = [f"{min(a, b)} --> {max(a, b)}\n<v {who}>{_line(said)}</v>\n" for who, said, a, b in turns]
    return f"{name}.vtt", "\n".join(["WEBVTT\n", *cues]).encode()


def _srt(name: str, turns: Sequence[Turn]) -> Upload:
    at = [f"{min(a, b)} --> {max(a, b)}".replace(".", ",") for _, _, a, b in turns]
    cues = [f"{place}\n{at[place]}\n{turn[0]}: {_line(turn[1])}\n" for place, turn in enumerate(turns)]
    return f"{name}.srt", "\n".join(cues).encode()


def _plain(name: str, turns: Sequence[Turn]) -> Upload:
    return f"{name}.txt", "\n".join(f"{who}: {_line(said)}" for who, said, _, _ in turns).encode()


def _line(said: str) -> str:
    return " ".join(said.split())
