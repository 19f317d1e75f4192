"""A client that somebody else's program makes from the description, and the whole way through it."""

import importlib
import json
import subprocess
import sys
import threading
import time
from io import BytesIO

import pytest

from service.settings import Settings
from service.web.app import create_app
from tests.service.files import EVERYTHING, KINDS
from tests.service.serving import serving

PATIENCE = 60


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """The package that openapi-python-client makes; any warning is a failure."""
    folder = tmp_path_factory.mktemp("client")
    description = create_app(Settings(data_dir=folder / "data")).openapi()
    (folder / "openapi.json").write_text(json.dumps(description), encoding="utf-8")
    (folder / "config.yml").write_text("post_hooks: []\n", encoding="utf-8")
    made = subprocess.run(
        [
            sys.executable,
            "-m",
            "openapi_python_client",
            "generate",
            "--fail-on-warning",
            "--meta",
            "none",
            "--config",
            folder / "config.yml",
            "--path",
            folder / "openapi.json",
            "--output-path",
            folder / "voices",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    assert "WARNING" not in made.stdout
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield "voices"
        for name in [name for name in sys.modules if name.partition(".")[0] == "voices"]:
            del sys.modules[name]


@pytest.fixture
def call(generated, settings, open_workspace):
    """Call an operation of a service whose work is done beside it; the answer as the client understood it."""
    workspace = open_workspace(settings)
    stop = threading.Event()

    def work():
        while not stop.wait(0.1):
            workspace.jobs.do_all()

    with serving(create_app(settings, workspace.for_readers())) as address:
        worker = threading.Thread(target=work, daemon=True)
        worker.start()
        client = importlib.import_module(generated).Client(base_url=address, raise_on_unexpected_status=True)

        def one(operation, *path, **more):
            tag, name = operation.split(".")
            module = importlib.import_module(f"{generated}.api.{tag}.{name}")
            return module.sync_detailed(*path, client=client, **more)

        yield one
        client.get_httpx_client().close()
        stop.set()
        worker.join(timeout=PATIENCE)


def test_a_generated_client_goes_the_whole_way(call, generated):
    """From a programme and its files through waiting to readings, participation, rubrics and a report; then deletes."""
    models = importlib.import_module(f"{generated}.models")
    types = importlib.import_module(f"{generated}.types")

    def patiently(operation, *path, **more):
        until = time.monotonic() + PATIENCE
        while (answer := call(operation, *path, **more)).status_code == 202 and time.monotonic() < until:
            assert isinstance(answer.parsed, models.Waiting)
            time.sleep(0.2)
        assert answer.status_code == 200, answer.content
        return answer.parsed

    made = call("programmes.create_programme", body=models.NewProgramme(name="দুই তীর")).parsed
    slug = made.slug
    sent = [types.File(payload=BytesIO(data), file_name=name) for name, data in EVERYTHING]
    kept = call("programme.add_files", slug, body=models.AddFilesForm(files=sent)).parsed
    assert [each.kind for each in kept] == KINDS

    readings = patiently("programme.list_readings", slug)
    assert [each.element for each in readings.elements] == call("programme.get_programme", slug).parsed.elements
    (session,) = call("programme.list_sessions", slug).parsed
    heard = patiently("programme.measure_participation", slug, session.slug)
    assert heard.speakers[0].name == "Asha Rai"
    rubrics = patiently("programme.compare_rubrics", slug)
    assert rubrics.elements[0].matched
    assert all(job.state in models.State for job in call("jobs.list_jobs", slug).parsed)

    asked = call(
        "jobs.ask_for_analysis", slug, body=models.Analysis(kind=models.AnalysisKind.READINGS, by=["team", "gender"])
    )
    assert (asked.status_code, asked.parsed.kind) == (202, "readings")
    assert patiently("programme.list_readings", slug, by=["team", "gender"]).by == ["team", "gender"]

    report = patiently("publications.read_report", slug)
    assert report.payload.read().startswith(b"<!doctype html>")
    word = patiently("publications.read_report", slug, format_=models.Format.DOCX)
    assert word.payload.read(2) == b"PK"

    assert call("programme.remove_file", slug, kept[0].id).status_code == 204
    name = models.NewDeletion(kind=models.Doomed.PROGRAMME, typed="দুই তীর")
    assert call("privacy.delete_for_good", slug, body=name).status_code == 200
    gone = call("programme.get_programme", slug)
    assert (gone.status_code, gone.parsed.code, gone.parsed.type_) == (
        404,
        "not-found",
        "urn:manyvoices:problem:not-found",
    )
