"""`manyvoices transcribe`: a recording becomes a transcript that all other commands read."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.cli.options import AsJson
from service.cli.out import remarks, stream

if TYPE_CHECKING:
    from nlp.transcripts.types import Transcript
    from service.recordings.transcriber import Transcriber

NOBODY_NAMED = (
    "It is not told who speaks. Write the names in front of the words (Name: words), or ask a server that tells voices "
    "apart; until then nobody can be counted."
)


Sound = Annotated[Path, typer.Argument(help="A file of sound or video.", show_default=False, metavar="RECORDING")]
By = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="Server with its model (http://localhost:8000/v1#whisper-1), or a model of faster-whisper (small).",
        show_default=False,
    ),
]
Spoken = Annotated[str, typer.Option(help="Language that is spoken, such as bn; told by the model if not given.")]
Out = Annotated[
    Path | None,
    typer.Option(
        help="Where to write the transcript (.vtt, .json, .csv, .txt); - is standard output; beside you, with the "
        "recording's name, if not given.",
        show_default=False,
    ),
]
Form = Annotated[str, typer.Option("--format", help="The form where --out has no ending.", show_default=False)]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", help='What a server wants to be told besides: "diarize=true".', show_default=False),
]


def transcribe(
    recording: Sound,
    model: By = None,
    language: Spoken = "",
    out: Out = None,
    form: Form = "",
    fields: Fields = None,
    minutes: Annotated[float, typer.Option(min=0.01, help="For which a server may say nothing.")] = 180.0,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write over a file that is there.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a recording down: words, times, and who speaks, as far as the model tells voices apart."""
    from service.cli.out.whole import check_place
    from service.cli.server import given_settings
    from service.recordings.recording import Recording
    from service.recordings.transcriber import transcriber_of
    from service.recordings.transcript_file import called

    path = _place(recording, out, form)
    check_place(path, as_json=as_json)
    _check_free(path, overwrite=overwrite)
    sound = Recording.of(recording)
    by = transcriber_of(model, given_settings({}), minutes, _fields(fields or ()))
    if by.host:
        remarks.remark(f"{sound.name} leaves this machine: {by.host} hears every voice in it.")
    with remarks.progress(by.doing) as told:
        found = called(by.transcribe(sound, language, told))
    _deliver(found, by, path, _ending(path, form), overwrite=overwrite, as_json=as_json)


def _ending(path: Path, form: str) -> str:
    """Return the ending of one of the forms; refuses others."""
    from service.cli.out.whole import STANDARD_OUTPUT
    from service.recordings.transcript_file import FORMS, USUAL

    said = form or path.suffix or (USUAL if path == STANDARD_OUTPUT else "")
    ending = f".{said.lower().removeprefix('.')}"
    if ending not in FORMS:
        option, does = ("--format", "is one of") if form else ("--out", "writes files that end in")
        stream.refuse(f"{option} {does} {', '.join(each.removeprefix('.') if form else each for each in FORMS)}")
    return ending


def _place(recording: Path, out: Path | None, form: str) -> Path:
    """Return where the transcript goes: beside whoever asks, with the name of the recording."""
    path = out or Path(f"{recording.stem}.{form.lower().removeprefix('.') or 'vtt'}")
    _ending(path, form)
    return path


def _check_free(path: Path, *, overwrite: bool) -> None:
    from nlp.errors import InputError
    from nlp.messages import Message
    from service.cli.out.whole import STANDARD_OUTPUT

    if path != STANDARD_OUTPUT and not overwrite and (path.exists() or path.is_symlink()):
        remedy = Message("Choose another place with --out, or give --overwrite")
        raise InputError(str(path), Message("there is a file of that name"), remedy)


def _fields(said: Sequence[str]) -> dict[str, str]:
    parts = [each.partition("=") for each in said]
    if any(not name or not sign for name, sign, _ in parts):
        stream.refuse('--field is a name and a value, such as "diarize=true"')
    return {name.strip(): value.strip() for name, _, value in parts}


def _deliver(
    found: "Transcript", by: "Transcriber", path: Path, ending: str, *, overwrite: bool, as_json: bool
) -> None:
    """Write the file, and say what is in it and what is to be known of it."""
    from service.cli.out.whole import STANDARD_OUTPUT
    from service.recordings.transcript_file import FORMS, about, caution, ending_for, voices

    written, note = ending_for(ending, found), caution(found)
    made = FORMS[written](found, about((f"Written down by {by.name} from {found.name}",), note))
    if path == STANDARD_OUTPUT:
        stream.content(made)
    else:
        path = _write(made, path if written == ending else path.with_suffix(written), overwrite and written == ending)
    said = [note.text] if note else []
    said += [] if voices(found) else [NOBODY_NAMED]
    said += [] if found.timed else ["The answer has no times, so it was written as text."]
    if as_json:
        stream.json(_summary(found, by, path, written, said))
        return
    for each in said:
        remarks.remark(each)
    if path != STANDARD_OUTPUT and not remarks.is_quiet():
        stream.line(f"{path} was written: {_count(len(found.turns), 'turn')}, {_count(len(voices(found)), 'voice')}.")
        if voices(found):
            stream.line(f"manyvoices participation {path} --roster people.csv")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _write(made: bytes, path: Path, overwrite: bool) -> Path:
    """Write the file where nothing is, and return where; what came there meanwhile stays."""
    from service.cli.out.whole import write_new, write_whole
    from service.recordings.transcript_file import free_place

    if overwrite:
        write_whole(path, lambda file: file.write(made))
        return path
    while True:
        path = free_place(path)
        try:
            write_new(path, made)
        except FileExistsError:
            continue
        return path


def _summary(found: "Transcript", by: "Transcriber", path: Path, ending: str, said: Sequence[str]) -> dict[str, Any]:
    from service.recordings.transcript_file import voices

    ends = [turn.end for turn in found.turns if turn.end is not None]
    return {
        "recording": found.name,
        "model": by.name,
        "left_for": by.host,
        "out": str(path),
        "format": ending.removeprefix("."),
        "turns": len(found.turns),
        "timed": found.timed,
        "seconds": max(ends, default=None),
        "speakers": list(voices(found)),
        "remarks": list(said),
    }
