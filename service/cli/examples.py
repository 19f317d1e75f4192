"""Examples of every command, for its help and the documentation: command -> lines, each with what it does."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "": {
        "manyvoices demo": "the sample programme and its report",
        "manyvoices interpret notes.csv": "readings of your notes, and who holds them",
    },
    "demo": {"manyvoices demo --language bn": "its report in Bangla"},
    "serve": {
        "manyvoices serve --open": "the pages, in the browser",
        "manyvoices serve --phones": "phones on your network may open forms",
    },
    "interpret": {
        "manyvoices interpret notes.csv roster.csv --by team,role": "who holds which reading, by team and by role",
        "cat notes.csv | manyvoices interpret - --json": "through a pipe, as JSON",
        "manyvoices interpret notes.csv --out readings.xlsx": "tables for a spreadsheet",
        "manyvoices interpret notes.csv --out - --format jsonl": "tidy rows, a line each",
    },
    "read": {
        'manyvoices read survey.xlsx --map "Org=team"': "how a file is understood, with a column set right",
        "manyvoices read survey.xlsx --save-plan plan.json": "the same for --plan with the next file of its form",
    },
    "sort": {
        "manyvoices sort notes.csv": "where the notes go, like those whose column reading is filled in",
        "manyvoices sort notes.csv --codebook codes.qdc": "into readings that are known beforehand",
    },
    "compare-rubrics": {
        "manyvoices compare-rubrics nepal.csv bangladesh.csv": "what two teams say alike",
        "manyvoices compare-rubrics --versions 2025.csv 2026.csv": "what changed in one rubric",
    },
    "participation": {
        "manyvoices participation session.vtt --roster people.csv": "who was heard, of those present",
        "manyvoices participation march.vtt september.vtt --roster people.csv --by role": "a season of meetings",
    },
    "transcribe": {
        "manyvoices transcribe session.mp3 --model http://localhost:8000/v1#whisper-1": "by a server on this machine",
        "manyvoices transcribe session.mp3 --model small --language bn": "by faster-whisper, into session.vtt",
    },
    "seat": {
        "manyvoices seat people.csv": "three rounds at tables of four, with a host at each",
        "manyvoices seat people.csv --size 5 --mix organisation,gender --no-hosts": "mixed by two attributes",
    },
    "embed": {
        "manyvoices embed notes.csv --out vectors.npy": "one vector a note",
        "manyvoices embed texts.txt --out - --format jsonl": "texts and vectors, a line each",
    },
    "evaluate": {"manyvoices evaluate --notes mine.csv": "how well your own notes would be grouped"},
    "report": {
        "manyvoices report both-banks --for participants --format docx --language bn": "for those who took part",
        "manyvoices report both-banks --for funder --out funder.pdf": "for those who pay",
    },
    "export": {
        "manyvoices export both-banks --format xlsx": "all tables of a programme",
        "manyvoices export both-banks --session march --format vtt": "the transcript of a session",
    },
    "search": {
        "manyvoices search both-banks trust": "what people said about it, by word and by meaning",
        "manyvoices search both-banks trust --team Nepal --json": "of one team, as JSON",
    },
    "mcp": {
        "manyvoices mcp": "what an assistant starts on your own machine",
        "manyvoices mcp --token-file token.txt": "only what one account may see",
    },
    "worker": {"manyvoices worker": "does the work beside a service; run as many as you like"},
    "migrate": {"manyvoices migrate --check": "whether the tables have to be changed"},
    "backup": {
        "manyvoices backup": "into the folder of copies",
        "manyvoices backup today.zip --check": "whether a backup is whole",
    },
    "restore": {"manyvoices restore today.zip": "into an empty place"},
    "settings": {"manyvoices settings --json": "every setting, its value and where that comes from"},
    "programme export": {"manyvoices programme export both-banks both-banks.zip": "a whole programme as one file"},
    "programme import": {"manyvoices programme import both-banks.zip": "the same, brought in"},
    "library export": {"manyvoices library export library.json": "what all programmes here share, as one file"},
    "library import": {"manyvoices library import library.json --preview": "what a file would bring"},
    "library list": {"manyvoices library list trust --kind action": "what others did, by word and by meaning"},
    "models list": {"manyvoices models list --time": "what is here and what could be had, with how long each takes"},
    "models get": {
        "manyvoices models get harrier-oss-v1-270m": "fetch it, check it, keep it",
        "manyvoices interpret notes.csv --model harrier-oss-v1-270m": "and use it",
    },
    "models compare": {
        "manyvoices models compare bundled harrier-oss-v1-270m --notes coded.csv": "which reads your own notes better",
    },
    "assistant try": {
        "manyvoices assistant try --url http://localhost:11434/v1 --model qwen3:8b": "how good it is in each language",
        "manyvoices assistant try --language ne --json": "the model of the settings, in Nepali, for machines",
    },
    "models remove": {"manyvoices models remove harrier-oss-v1-270m": "make room"},
    "user add": {"manyvoices user add you@example.org --administrator": "an account; asks for its password"},
    "user list": {"manyvoices user list --json": "every account"},
    "user invite": {
        "manyvoices user invite --programme both-banks --role member --team Nepal": "a link for a colleague"
    },
    "user reset": {"manyvoices user reset you@example.org": "a link to choose a new password by"},
    "user deactivate": {"manyvoices user deactivate you@example.org": "signed out everywhere, and not let in again"},
    "user administrator": {"manyvoices user administrator you@example.org --undo": "no longer an administrator"},
}


def epilog(command: str) -> str:
    """Return the examples of a command as its help ends with them."""
    examples = EXAMPLES.get(command, {})
    lines = (f"  [bold]{line.replace('[', chr(92) + '[')}[/bold]  [dim]{does}[/dim]" for line, does in examples.items())
    return "\n\n".join(("[bold]Examples[/bold]", *lines)) if examples else ""
