"""The data dictionary as the documentation has it; `python -m tests.docs.data_dictionary` writes it anew."""

from service.exports.tables.contents import CONTENTS
from tests.docs.generated import REFERENCE, with_part

PAGE = REFERENCE / "data.md"
BEGIN, END = "<!-- dictionary -->\n", "<!-- end of the dictionary -->\n"


def dictionary() -> str:
    """Return every table with its columns, from the very model that the files are made of."""
    return "\n".join(line for table in CONTENTS for line in _table(table))


def _table(table):
    yield f"### {table.name}\n"
    yield f"{table.about} In JSON Lines its `kind` is `{table.one}`.\n"
    yield "| column | type | unit | meaning |"
    yield "| --- | --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {column.kind} | {column.unit} | {column.about} |"
    yield ""


def page() -> str:
    """Return the page with its dictionary as it should be."""
    return with_part(PAGE, BEGIN, END, dictionary())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
