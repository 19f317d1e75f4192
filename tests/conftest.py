"""One thread a process, and Hypothesis without a time limit for each example: a busy machine is no failure."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy is loaded; on small matrices more threads only wait

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
