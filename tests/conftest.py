"""One thread a process, little for the garbage collector to look at, Hypothesis without a limit for one example.

And the sample programme, analysed once for all processes of a run.
"""

import gc
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy is loaded; on small matrices more threads only wait

import pytest
from argon2 import PasswordHasher
from filelock import FileLock
from hypothesis import settings

from service.accounts import passwords
from service.settings import Settings
from service.store.connections import engine
from service.workspace import Workspace

AS_SHIPPED = engine.SYNCHRONOUS
engine.SYNCHRONOUS = "NORMAL"  # no test cuts the power, so none waits for the disk

gc.disable()  # until everything is collected: nothing of that is garbage
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """What the collected tests are made of stays to the end, so it need not be searched for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> None:
    """Passwords hashed at a small part of what they cost: what is tested is who gets in."""
    passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample programme and everything that is found in it, to be copied: it takes seconds."""
    run = tmp_path_factory.getbasetemp()
    shared = run.parent if "PYTEST_XDIST_WORKER" in os.environ else run
    made = shared / "sample-programme"
    with FileLock(f"{made}.lock"):
        if not made.exists():
            making = tmp_path_factory.mktemp("making")
            work = Workspace.open(Settings(data_dir=making))
            work.load_sample()
            work.jobs.do_all()
            work.close()
            making.rename(made)
    return made
