"""Every reader of transcripts on files of doubling size: the seconds must double, not quadruple."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from benchmarks.measure import seconds
from nlp import read_transcript
from nlp.errors import InputError

SIZES = (10_000, 20_000, 40_000, 80_000)
"""Lines of the kind; for JSON, lines as it is printed with one value each."""

NAMES = ("Anna Lund", "Bela K", "রহিমা আপা", "राम कुमारी", "Chris (host)")
SAID = "so we said thing number {} again"
FIRST_SECOND = 1_709_287_200


def clock(at: float, point: str = ".") -> str:
    """Return a time with milliseconds."""
    return f"{int(at // 3600):02}:{int(at % 3600 // 60):02}:{int(at % 60):02}{point}000"


def lines(form: str, count: int, *, head: str = "", tail: str = "") -> bytes:
    """Fill a form with number, name, words, start and end, `count` times."""
    return (head + "\n".join(form.format(**filling(n)) for n in range(count)) + tail).encode()


def filling(number: int) -> dict[str, object]:
    """Return what stands in the places of a form."""
    return {
        "n": number,
        "name": NAMES[number % len(NAMES)],
        "words": SAID.format(number),
        "start": clock(2 * number),
        "end": clock(2 * number + 1),
        "comma": clock(2 * number, ","),
        "until": clock(2 * number + 1, ","),
        "minute": f"{number // 60 % 24:02}:{number % 60:02}",
    }


def printed(content: object) -> bytes:
    """Return JSON with one value a line."""
    return json.dumps(content, indent=0, ensure_ascii=False).encode()


def items(make: Callable[[int, str, str], object], count: int) -> list[object]:
    """Return `count` objects made from number, name and words."""
    return [make(number, NAMES[number % len(NAMES)], SAID.format(number)) for number in range(count)]


CUE = "{start} --> {end}\n"
KINDS: dict[str, Callable[[int], bytes]] = {
    "WebVTT, voices": lambda n: lines(CUE + "<v {name}>{words}\n", n // 3, head="WEBVTT\n\n"),
    "WebVTT, a voice each": lambda n: lines(CUE + "<v P{n}>{words}\n", n // 3, head="WEBVTT\n\n"),
    "WebVTT of Teams": lambda n: lines(CUE + "<v {name}>{words}</v>\n", n // 3, head="WEBVTT\n\n"),
    "WebVTT of Zoom": lambda n: lines("{n}\n" + CUE + "{name}: {words}\n", n // 4, head="WEBVTT\n\n"),
    "WebVTT of Zoom, a name each": lambda n: lines("{n}\n" + CUE + "Person {n}: {words}\n", n // 4, head="WEBVTT\n\n"),
    "WebVTT, notes": lambda n: lines(
        "NOTE Topic {n}\n", n // 2, head="WEBVTT\n\n" + clock(1) + " --> 00:02.0\n<v A>a\n\n"
    ),
    "SubRip": lambda n: lines("{n}\n{comma} --> {until}\n{name}: {words}\n", n // 4),
    "SubRip, name above": lambda n: lines("{n}\n{comma} --> {until}\n{name}\n{words}\n", n // 5),
    "SBV": lambda n: lines("{start},{end}\n{name}: {words}\n", n // 3),
    "plain": lambda n: lines("{name}: {words}", n),
    "plain, a name each": lambda n: lines("Person {n}: {words}", n),
    "plain, doubtful names": lambda n: lines("{name}: {words}\n\nZed{n}: more\n", n // 4),
    "times before names": lambda n: lines("[{start}] {name}: {words}", n),
    "headings": lambda n: lines("### {name}\n\n{words}\n", n // 4),
    "names alone": lambda n: lines("{name}\n{words}\n", n // 3),
    "names above times": lambda n: lines("{name}\n{minute}\n{words}\n", n // 4),
    "Otter": lambda n: lines("{name}  {minute}  \n{words}\n", n // 3, tail="\nTranscribed by https://otter.ai"),
    "Google Meet": lambda n: lines("{name}: {words}\n", n // 2, tail="\nMeeting ended after 00:06:00\n"),
    "Fathom": lambda n: lines("@{minute} - {name} (a.org)\n{words}\n", n // 3),
    "Hansard": lambda n: lines("HON. A. LUND.- {words}\nMR. SPEAKER.- Order!", n // 2),
    "Hansard markup": lambda n: lines("<Newspeech>Mr. Ole: {words}</Newspeech>", n),
    "WhatsApp": lambda n: lines("12/03/24, {minute} - {name}: {words}", n),
    "WhatsApp, notices": lambda n: lines("12/03/24, {minute} - P{n} joined", n, tail="\n12/03/24, 10:00 - Anna: hi"),
    "Zoom chat": lambda n: lines("00:05:07\t{name}:\t{words}", n),
    "Zoom chat, one line": lambda n: lines("00:05:07 De P{n} a Todos : {words}", n),
    "Discord text": lambda n: lines("[01-Mar-24 {minute}] P{n}\n{words}\n", n // 3, head="====\nGuild: G\n====\n"),
    "table": lambda n: lines("{name},{n},{n},{words}", n, head="Speaker,Start,End,Text\n"),
    "RTTM": lambda n: lines("SPEAKER a 1 {n}.0 1.5 <NA> <NA> Anna <NA> <NA>", n),
    "label track": lambda n: lines("{n}.5\t{n}.9\tAnna", n),
    "Rev words": lambda n: lines("hi|1|||,", n, head="token|speaker|ts|endTs|punctuation\n"),
    "CLAN": lambda n: lines("*CHI:\thi {n} .", n, head="@UTF8\n@Begin\n@Participants:\tCHI Anna Child\n"),
    "TextGrid": lambda n: lines(
        '{n}\n{n}.9\n"{words}"',
        n // 3,
        head='File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n9\n<exists>\n1\n"IntervalTier"\n"Anna"\n0\n9\n'
        + f"{n // 3}\n",
    ),
    "JSON segments": lambda n: printed(
        {"segments": items(lambda at, who, words: {"start": at, "end": at + 1, "text": words, "speaker": who}, n // 6)}
    ),
    "Slack": lambda n: printed(
        items(
            lambda at, who, words: {"type": "message", "user": who, "ts": f"{FIRST_SECOND + at}.0", "text": words},
            n // 6,
        )
    ),
    "Google Chat": lambda n: printed(
        {
            "messages": [
                {
                    "creator": {"name": f"Name {k % 5}", "user_type": "Human"},
                    "created_date": f"Friday, March 3, 2023 at 2:{k // 60 % 60:02}:{k % 60:02} PM UTC",
                    "text": f"Some words {k}",
                }
                for k in range(n // 8)
            ]
        }
    ),
    "Messenger": lambda n: printed(
        {
            "participants": [],
            "messages": items(
                lambda at, who, words: {"sender_name": who, "timestamp_ms": at, "content": words}, n // 5
            ),
        }
    ),
    "Telegram": lambda n: printed(
        {"messages": items(lambda at, who, words: {"date_unixtime": str(at), "from": who, "text": words}, n // 5)}
    ),
}


def growth(took: Iterable[float]) -> Iterator[float]:
    """Yield how many times longer each size took than the one before, half its size."""
    before = 0.0
    for each in took:
        if before:
            yield each / before
        before = each


def run() -> None:
    """Print, for every kind, the seconds for each size and the largest growth from one to the next."""
    print(
        f"readers, seconds for {', '.join(f'{size:,}' for size in SIZES)} lines, and the largest growth at a doubling"
    )
    for kind, make in KINDS.items():
        files = [make(size) for size in SIZES]
        took = [seconds(partial(_read, data)) for data in files]
        print(f"readers {kind:<28} {' '.join(f'{each:6.2f}' for each in took)} x {max(growth(took)):.1f}")


def _read(data: bytes) -> None:
    try:
        read_transcript("session", data)
    except InputError as error:
        print(f"readers refused: {error}")
