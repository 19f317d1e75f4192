"""One thread a process, little for the garbage collector to look at, and Hypothesis without a limit for one example."""

import gc
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy is loaded; on small matrices more threads only wait

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """What the collected tests are made of stays to the end, so it need not be searched for garbage again and again."""
    gc.collect()
    gc.freeze()
