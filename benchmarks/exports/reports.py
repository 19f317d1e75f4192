"""Reports in every format: seconds to make them and their size, of the sample and of many notes; and pictures."""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.measure import seconds
from benchmarks.texts import made_notes, write_table
from service.exports.formats import FORMATS, written
from service.exports.pictures.draw import draw
from service.exports.pictures.drawing import Drawing
from service.exports.pictures.of_pages import PageCharts
from service.exports.pictures.png import as_png
from service.exports.pictures.svg import as_svg
from service.exports.report import Wanted, report_document
from service.presentation.i18n import Language, language
from service.presentation.report.document import Chart, GridChart, Reader
from service.settings import Settings
from service.workspace import Workspace

NOTES = 10_000
ELEMENTS = 5
LANGUAGE = "bn"


def run() -> None:
    """Print a line for each format, then for each kind of picture, of both programmes."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), database_url=f"sqlite:///{Path(folder) / 'reports.sqlite'}")
        workspace = Workspace.open(settings)
        for slug in (workspace.load_sample().slug, _many(workspace, Path(folder))):
            workspace.jobs.do_all()
            notes = sum(element.notes for element in workspace.findings(slug).readings().elements)
            print(f"{slug}, {notes:,} notes     seconds       kB")
            for name, best, size in (*_reports(workspace, slug), *_pictures(workspace, slug)):
                print(f"{name:<28} {best:>8.2f} {size / 1000:>8.0f}")
        workspace.close()


def _many(workspace: Workspace, folder: Path) -> str:
    slug = workspace.programmes.create("Many notes", []).slug
    units, _ = made_notes(NOTES, elements=ELEMENTS)
    table = folder / "notes.csv"
    write_table(units, table)
    workspace.files.add(slug, [(table.name, table.read_bytes())])
    return slug


def _reports(workspace: Workspace, slug: str) -> Iterator[tuple[str, float, int]]:
    """Yield every format, for its first reader, and how long that document took to compose."""
    for format_, how in FORMATS.items():
        reader = next(reader for reader in Reader if reader in how.readers)
        start = perf_counter()
        document = report_document(workspace, slug, Wanted(reader, LANGUAGE))
        yield f"  composed for {reader.value}", perf_counter() - start, 0
        make = partial(written, document, format_)
        yield f"{format_.value} for {reader.value}", seconds(make, 2), len(make())


def _pictures(workspace: Workspace, slug: str) -> Iterator[tuple[str, float, int]]:
    """Yield the grid and the map of the first element as PNG and SVG."""
    charts = PageCharts(workspace.findings(slug), language(LANGUAGE))
    grid = next(charts.grid())
    assert isinstance(grid.picture, GridChart)
    for chart in (grid, next(charts.element(grid.picture.rows[0].slug))):
        for name, write in (("png", as_png), ("svg", as_svg)):
            make = partial(_drawn, chart, charts.language, write)
            yield f"picture {chart.slug}.{name}", seconds(make, 2), len(make())


def _drawn(chart: Chart, spoken: Language, write: Callable[[Drawing], bytes]) -> bytes:
    return write(draw(chart, spoken))
