"""Wall seconds of a call, and peak memory of a call in a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from time import perf_counter


def seconds(call: Callable[[], object], repeats: int = 3) -> float:
    """Return the shortest wall time of some repeats, in seconds."""
    best = float("inf")
    for _ in range(repeats):
        start = perf_counter()
        call()
        best = min(best, perf_counter() - start)
    return best


def in_new_process(code: str) -> tuple[float, float]:
    """Return wall seconds and peak resident MiB of a fresh Python that runs some code (Linux)."""
    return output_of_new_process(code)[:2]


def output_of_new_process(code: str) -> tuple[float, float, str]:
    """Return the same, and the last line that the code printed.

    The high-water mark comes from /proc: `ru_maxrss` of a child begins with what its parent held when it was started.
    """
    report = "print(next(int(_l.split()[1]) / 1024 for _l in open('/proc/self/status') if _l.startswith('VmHWM')))"
    start = perf_counter()
    done = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True)
    *printed, peak = done.stdout.strip().splitlines()
    return perf_counter() - start, float(peak), printed[-1] if printed else ""
