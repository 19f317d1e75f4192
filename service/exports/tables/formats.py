"""The one table of what data leaves as: who a format is for, and how it is made."""

from collections.abc import Callable, Mapping, Sequence

from nlp.frames.table import Table
from nlp.messages import Message, msgid
from service.exports.data_formats import DataFormat, Formats, by_name, write_file
from service.exports.refi.files import qdc_of, qdpx_of
from service.exports.tables.csv_files import write_csv
from service.exports.tables.dictionary import About
from service.exports.tables.json_lines import write_json_lines
from service.exports.tables.programme import ProgrammeData
from service.exports.tables.xlsx import write_xlsx

WriteTables = Callable[[Sequence[Table], About], bytes]


def _of_tables(write: WriteTables) -> Callable[[ProgrammeData], bytes]:
    return lambda data: write(data.tables(), data.about)


TABLES: Mapping[str, WriteTables] = {"xlsx": write_xlsx, "csv": write_csv, "jsonl": write_json_lines}
"""Name of a format -> how it is made of tables alone, without a programme."""

FORMATS: Formats[ProgrammeData] = by_name(
    DataFormat(
        "xlsx",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Excel",
        msgid("For Excel and LibreOffice: a sheet for each table, and what every column means on the first one."),
        _of_tables(write_xlsx),
    ),
    DataFormat(
        "csv",
        ".zip",
        "application/zip",
        "CSV",
        msgid("For R, SPSS and Stata, and for what keeps longest: a table of plain text each, in one zip."),
        _of_tables(write_csv),
    ),
    DataFormat(
        "jsonl",
        ".jsonl",
        "application/jsonl",
        "JSON Lines",
        msgid("For programs: every note and every finding as one line."),
        _of_tables(write_json_lines),
    ),
    DataFormat(
        "qdpx",
        ".qdpx",
        "application/zip",
        "QDPX",
        msgid("For NVivo, MAXQDA, ATLAS.ti and QualCoder (REFI-QDA): texts with their coded places, and who coded."),
        lambda data: qdpx_of(data.findings, data.language, names=data.names),
    ),
    DataFormat(
        "qdc",
        ".qdc",
        "application/xml",
        "QDC",
        msgid("The codes alone (REFI-QDA), as a codebook for the next round or for another program."),
        lambda data: qdc_of(data.findings, data.language, names=data.names),
    ),
)
"""Name of a format -> what it is, in the order in which they are offered."""


def write_data(data: ProgrammeData, name: str) -> tuple[str, bytes, str]:
    """Return name, content and media type of the file of a programme in a format.

    Raises:
        InputError: there is no such format.
        NotMadeYet: something that it shows is still being worked out.
    """
    none = Message("data does not leave as {name}", {"name": name})
    return write_file(FORMATS, name, data, data.findings.at.slug, none)
