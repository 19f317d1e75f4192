"""A three-hour transcript, read and measured: alone, as a command, and beside webvtt-py and ConvoKit.

The comparison runs where webvtt-py and ConvoKit can be imported. ConvoKit brings torch and spaCy with it, so give it an
environment of its own: `python -m venv beside && beside/bin/pip install convokit webvtt-py -e .`, then
`beside/bin/python -m benchmarks participation`.
"""

import random
import subprocess
import sys
import tempfile
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import in_new_process, seconds
from nlp import measure_participation, read_transcript
from nlp.documents.types import Person

NAMES = [f"Person {letter}" for letter in "ABCDEFGHIJKL"]
HEAVY = ("torch", "spacy", "scipy", "sklearn", "matplotlib")
COMMAND = """import sys
sys.argv = ['manyvoices', 'participation', {path!r}]
from service.cli import main
try:
    main()
except SystemExit:
    pass
"""


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
    """Print seconds in this process, seconds and memory of the command, and the comparison where it can be made."""
    data = three_hours()
    roster = [Person(name, (), {"gender": "w" if number % 2 else "m"}) for number, name in enumerate(NAMES)]
    ours = seconds(lambda: measure_participation(read_transcript("three-hours.vtt", data), roster))
    print(f"participation 3-hour transcript, in process {ours:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "three-hours.vtt"
        path.write_bytes(data)
        wall, peak = min(in_new_process(COMMAND.format(path=str(path))) for _ in range(3))
        print(f"participation 3-hour transcript, as a command {wall:.2f} s, peak {peak:.0f} MiB, {_loaded(path)}")
        if find_spec("webvtt") and find_spec("convokit"):
            _compare(path, roster)
        else:
            print("participation comparison left out: webvtt-py and convokit are not installed")


def _loaded(path: Path) -> str:
    """Return which of the heavy libraries the command loads."""
    code = COMMAND.format(path=str(path)) + f"sys.stderr.write(' '.join(n for n in {HEAVY!r} if n in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return f"loads {done.stderr}" if done.stderr.strip() else "no heavy library loaded"


def _compare(path: Path, roster: list[Person]) -> None:
    """Time both ways from the file to how two groups share the talk, libraries loaded before."""
    convokit, webvtt = import_module("convokit"), import_module("webvtt")
    women = {person.name for person in roster if person.attributes["gender"] == "w"}

    def theirs() -> None:
        captions = webvtt.read(str(path)).captions
        groups = {name: convokit.Speaker(id=name) for name in NAMES}
        said = []
        for number, cue in enumerate(captions):
            name, _, text = cue.text.partition(": ")
            meta = {
                "start": cue.start_in_seconds,
                "stop": cue.end_in_seconds,
                "utt_group": "groupA" if name in women else "groupB",
            }
            before = str(number - 1) if number else None
            said.append(
                convokit.Utterance(
                    id=str(number), speaker=groups[name], conversation_id="0", reply_to=before, text=text, meta=meta
                )
            )
        convokit.TalkTimeSharing(remove_first_last_utt=False).transform(convokit.Corpus(utterances=said))

    def ours() -> None:
        measure_participation(read_transcript(path.name, path.read_bytes()), roster)

    took, measured = seconds(theirs), seconds(ours)
    names = " + ".join(f"{name} {version(name)}" for name in ("webvtt-py", "convokit"))
    print(f"participation {names}, two groups' talk time only: {took:.2f} s")
    print(f"participation beside them, all measures: {measured:.2f} s, {took / measured:.1f} times faster")
