"""A three-hour transcript, read and measured."""

import random

from benchmarks.measure import in_new_process, seconds
from nlp import measure_participation, read_transcript
from nlp.documents.types import Person

NAMES = [f"Person {letter}" for letter in "ABCDEFGHIJKL"]


def three_hours() -> bytes:
    """Return a WebVTT file of 3,600 cues of three seconds."""
    choose = random.Random(0)
    cues = []
    for number in range(3600):
        start, end = 3 * number, 3 * number + 2.9
        words = " ".join(choose.choice(["we", "agree", "নদী", "बजार", "budget", "তারিখ", "मिति"]) for _ in range(8))
        cues.append(f"{number + 1}\n{_clock(start)} --> {_clock(end)}\n{choose.choice(NAMES)}: {words}\n")
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def _clock(at: float) -> str:
    return f"{int(at // 3600):02}:{int(at % 3600 // 60):02}:{at % 60:06.3f}"


def run() -> None:
    """Print seconds in this process, and seconds and memory of a fresh one."""
    data = three_hours()
    roster = [Person(name, (), {"gender": "w" if number % 2 else "m"}) for number, name in enumerate(NAMES)]
    taken = seconds(lambda: measure_participation(read_transcript("three-hours.vtt", data), roster))
    print(f"participation 3-hour transcript, in process {taken:.2f} s")
    code = (
        "from benchmarks.participation import three_hours\n"
        "from nlp import measure_participation, read_transcript\n"
        "measure_participation(read_transcript('three-hours.vtt', three_hours()))"
    )
    wall, peak = in_new_process(code)
    print(f"participation 3-hour transcript, new process {wall:.2f} s, peak {peak:.0f} MiB")
