"""The address of a Dask scheduler, and who is not there: `tests.service.faults` has what is made of notes with it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from nlp import load_embedder
from nlp.errors import InputError
from nlp.scale import in_order, work
from service.running import scheduler as scheduler_module
from service.running.model import embedder_of
from service.running.scheduler import SchedulerExecutor
from service.settings import Settings
from tests.service.dask import LONGEST, dask_in, kill

ROOT = Path(__file__).parents[3]
NOBODY = "tcp://127.0.0.1:1"


@pytest.fixture
def needs_dask():
    pytest.importorskip("distributed", reason="the extra manyvoices[scale] is not installed")


@pytest.fixture
def dask(needs_dask, tmp_path):
    """A scheduler without workers."""
    with dask_in(tmp_path) as one:
        yield one


def test_who_is_gone_in_the_midst_of_the_work_is_said_in_a_line(dask, monkeypatch):
    """The last worker, then the scheduler; each line says what to start."""
    monkeypatch.setattr(in_order, "LOOK_SECONDS", 0.2)
    dask.hold()
    worker = dask.worker()
    executor = SchedulerExecutor(dask.address, wait=LONGEST)
    executor.connect()
    executor._wait = 0.5
    texts = work.Texts(work.Model(None, work.mark_of(load_embedder())), ("trust",))
    begun = in_order.in_order(work.count, [texts], executor)
    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(next, begun)
        dask.wait_until_in(worker)
        kill(worker)
        with pytest.raises(InputError, match=f"the scheduler at {dask.address} has no workers. Start one with"):
            made.result()
        made = pool.submit(next, in_order.in_order(work.count, [texts], executor))
        dask.end()
        with pytest.raises(InputError, match=r"no scheduler answers at .*Start it with: dask scheduler"):
            made.result()
    executor.shutdown()


def test_a_scheduler_without_workers_is_said_in_a_line(dask):
    """With what starts one."""
    line = f"the scheduler at {dask.address} has no workers. Start one with: dask worker {dask.address}"
    with pytest.raises(InputError, match=line):
        SchedulerExecutor(dask.address, wait=1).connect()


def test_where_nobody_listens_is_said_in_a_line(needs_dask):
    """Within the seconds that are given."""
    with pytest.raises(InputError, match=f"no scheduler answers at {NOBODY}. Start it with: dask scheduler"):
        SchedulerExecutor(NOBODY, wait=0.5).connect()


@pytest.mark.parametrize(
    "address", ["scheduler", "http://scheduler:8786", "tcp://scheduler", "tcp://:8786", "tcp://a:b"]
)
def test_what_is_no_address_is_refused(address):
    """Before anything is asked of it, in the settings too."""
    with pytest.raises(InputError, match="Give one such as tcp://scheduler:8786"):
        SchedulerExecutor(address)
    with pytest.raises(ValueError, match="tcp://scheduler:8786"):
        Settings(scheduler=address)


def test_without_dask_a_scheduler_is_refused(monkeypatch, tmp_path):
    """One line says what to install; without a scheduler nobody asks for it."""
    monkeypatch.setattr(scheduler_module, "find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"Run: pip install 'manyvoices\[scale\]'"):
        embedder_of(Settings(data_dir=tmp_path, scheduler=NOBODY), load_embedder)
    assert embedder_of(Settings(data_dir=tmp_path), lambda name: name or "bundled")("") == "bundled"


def test_the_compose_file_names_the_scheduler_that_it_starts():
    """Three workers of its own network, which is no way out; workers of the service are in both networks."""
    file = yaml.safe_load((ROOT / "deploy" / "compose.scale.yaml").read_text(encoding="utf-8"))
    services, usual = file["services"], yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
    address = services["worker"]["environment"]["MANYVOICES_SCHEDULER"]
    assert Settings(scheduler=address).scheduler == address == "tcp://scheduler:8786"
    assert services["computing"]["deploy"]["replicas"] == 3
    assert address in services["computing"]["command"]
    assert services["scheduler"]["command"][:4] == ["dask", "scheduler", "--port", "8786"]
    assert services["scheduler"]["networks"] == services["computing"]["networks"] == ["computing"]
    assert file["networks"]["computing"]["internal"]
    assert set(services["worker"]["networks"]) == {*usual["services"]["worker"]["networks"], "computing"}
    assert usual["services"]["worker"]["deploy"]["replicas"] == 2


def test_a_service_whose_scheduler_is_not_there_yet_starts(monkeypatch, tmp_path):
    """It is asked for when there is work for it."""
    monkeypatch.setattr(scheduler_module, "find_spec", lambda _: True)
    assert embedder_of(Settings(data_dir=tmp_path, scheduler=NOBODY), load_embedder)("").encode("trust").any()
