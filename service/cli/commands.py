"""The commands that read files and print: each one reads as read, analyse, show."""

import sys
from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[list[Path], typer.Argument(help="Files to read.", show_default=False)]
_BY = "Attributes to compare, with commas between; if not given, "
Plan = Annotated[Path | None, typer.Option(help="How the files are read, as read --save-plan writes it.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Model = Annotated[str | None, typer.Option(help="Folder or hub id of another sentence-transformers model.")]


def interpret(
    files: Files,
    by: Annotated[
        str | None, typer.Option(help=f"{_BY}team and language where the notes have them.", show_default=False)
    ] = None,
    threshold: Annotated[int, typer.Option(min=1, help="Fewest people of a gender, role ... that is shown.")] = 3,
    edits: Annotated[Path | None, typer.Option(help="Changes made by people, as the pages export them.")] = None,
    plan: Plan = None,
    readings: Annotated[
        int, typer.Option(min=0, help="Lay out each element in so many readings, as far as its notes allow.")
    ] = 0,
    model: Model = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write tables (.xlsx, .zip, .csv, .jsonl), a project (.qdpx), a report (.html, .pdf, .docx, .pptx).",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the readings of every element and who holds them; give a roster as well to compare its attributes."""
    from nlp import interpret as find_readings
    from nlp import load_embedder
    from nlp.readings.types import Smallest
    from service.cli import show
    from service.cli.compared import attributes_to_compare
    from service.cli.files import read_edits, read_notes, read_plan, with_edits, write_whole
    from service.cli.out.endings import writer_of
    from service.serialisation import public_json

    write = writer_of(out)
    asked, changes, said = _split(by), read_edits(edits), read_plan(plan)
    with show.working("Reading the notes"):
        units = read_notes(files, said)
    attributes = attributes_to_compare(files, units, asked)
    with show.progress(f"Finding the readings of {len(units):,} notes") as progress:
        embedder = load_embedder(model)
        smallest = Smallest(personal=threshold)
        found = find_readings(units, embedder, by=attributes, smallest=smallest, progress=progress, readings=readings)
        result = with_edits(found, changes, embedder)
    if write and out:
        content = write(result, ", ".join(path.name for path in files))
        write_whole(out, lambda stream: stream.write(content))
        show.json({"out": str(out), "bytes": len(content)}) if as_json else show.line(f"{out} was written.")
        return
    show.json(public_json(result)) if as_json else show.interpretation(result)


def read(
    files: Files,
    kind: Annotated[str, typer.Option(help="What the files are: notes, survey, rubric ...", show_default=False)] = "",
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help='What a column or heading is: "Org=team", "Question 1=element:Communications".',
            show_default=False,
        ),
    ] = None,
    plan: Plan = None,
    save_plan: Annotated[
        Path | None, typer.Option(help="Write how the file is read, for others of its form.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what is in files and how they are understood, before anything is analysed."""
    from service.cli import show
    from service.cli.files import read_plan
    from service.cli.reading import KINDS
    from service.cli.reading import read as read_file
    from service.cli.reading import save_plan as save
    from service.serialisation import public_json

    if kind and kind not in KINDS:
        sys.stderr.write(f"--kind is one of {', '.join(KINDS)}\n")
        raise typer.Exit(2)
    if save_plan and len(files) > 1:
        sys.stderr.write("--save-plan writes the plan of one file\n")
        raise typer.Exit(2)
    said = read_plan(plan)
    found = [read_file(path, kind, mapped or [], said) for path in files]
    if save_plan:
        save(files[0], found[0], save_plan)
    if as_json:
        every = [public_json(each) for each in found]
        show.json(every[0] if len(every) == 1 else {"files": every})
        return
    for each in found:
        show.file_read(each)


def compare_rubrics(
    files: Files,
    versions: Annotated[
        bool, typer.Option("--versions", help="The files are versions of one team's rubric, oldest first.")
    ] = False,
    plan: Plan = None,
    model: Model = None,
    as_json: AsJson = False,
) -> None:
    """Show which descriptors of different teams say the same, and what changed between versions of one rubric."""
    from nlp import compare_rubrics as compare
    from nlp import load_embedder
    from service.cli import show
    from service.cli.compared import say_undeclared_versions
    from service.cli.files import read_descriptors, read_plan, read_versions
    from service.serialisation import public_json

    said = read_plan(plan)
    descriptors = read_versions(files, said) if versions else read_descriptors(files, said)
    say_undeclared_versions(descriptors)
    result = compare(descriptors, load_embedder(model))
    show.json(public_json(result)) if as_json else show.comparison(result)


def participation(
    transcripts: Annotated[
        list[Path], typer.Argument(help="A transcript, or several in order of time.", show_default=False)
    ],
    roster: Annotated[
        list[Path] | None,
        typer.Option(
            help="Table of the people who were present, or of all with a column present; one, or one a transcript."
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(help=f"{_BY}gender.", show_default=False)] = None,
    expected: Annotated[
        str, typer.Option(help='Shares to expect of groups in place of their heads: "woman=0.5".', show_default=False)
    ] = "",
    segments: Annotated[Path | None, typer.Option(help="Table of the agenda: start, end, name.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show who spoke how much, and who did not; with several transcripts, whether there is a pattern."""
    from nlp import measure_participation
    from nlp.participation.people.attendance_marks import read_marks
    from nlp.participation.sessions.compare import measure_over_sessions
    from nlp.participation.sessions.types import SessionShares
    from service.cli import show
    from service.cli.compared import roster_attributes
    from service.cli.files import rosters_of
    from service.cli.sessions import read_agenda, read_sessions, remarks_of
    from service.intake.expected_shares import shares_to_expect
    from service.programmes.roster_choice import merge_people
    from service.serialisation import public_json

    rosters = rosters_of(transcripts, roster or [])
    people = merge_people(read_marks(each)[0] for each in rosters if each)
    attributes = roster_attributes(roster or [], people, _split(by))
    shares, agenda = shares_to_expect(expected), read_agenda(segments, transcripts)
    alone = shares if len(transcripts) == 1 else {}
    measured = {
        str(path): measure_participation(record, present, attributes, expected=alone, segments=agenda)
        for path, record, present in zip(transcripts, read_sessions(transcripts), rosters, strict=True)
    }
    if len(measured) == 1:
        (only,) = measured.values()
        show.json(public_json(only)) if as_json else show.participation(only)
        return
    sessions = [SessionShares.of(name, each) for name, each in measured.items()]
    result = measure_over_sessions(sessions, people, attributes, expected=shares)
    remarks = list(remarks_of(measured))
    if as_json:
        show.json({**public_json(result), "remarks_of_sessions": remarks})
    else:
        show.over_sessions(result, remarks)


def sort(
    files: Files,
    codebook: Annotated[
        Path | None,
        typer.Option(help="Names, descriptions and examples of readings: REFI-QDA (.qdc), a table, or lines of text."),
    ] = None,
    save_codebook: Annotated[
        Path | None,
        typer.Option(
            help="Write the readings as a codebook (.csv, .qdc), in .csv with notes placed by hand as examples."
        ),
    ] = None,
    model: Model = None,
    as_json: AsJson = False,
) -> None:
    """Place notes like those whose column `reading` is filled in, or as a codebook tells, where that is sure.

    Without any of the two, lay out heaps.
    """
    from nlp import load_embedder, sort_notes
    from nlp.sorting.codebook import read_codebook
    from nlp.sorting.write_codebook import codebook_of, write_codebook
    from service.cli import show
    from service.cli.files import read_bytes, read_notes, write_whole
    from service.cli.sorting import placed_by_hand
    from service.serialisation import public_json

    codes = read_codebook(codebook.name, read_bytes(codebook)) if codebook else ()
    with show.working("Sorting the notes"):
        units = read_notes(files)
        result = sort_notes(units, placed_by_hand(units), load_embedder(model), codebook=codes)
    if save_codebook:
        book = write_codebook(save_codebook.name, codebook_of(result, codes))
        write_whole(save_codebook, lambda stream: stream.write(book))
    show.json(public_json(result)) if as_json else show.sorting(result)


def embed(
    file: Annotated[Path, typer.Argument(help="Text file, one text a line.", show_default=False)],
    out: Annotated[Path, typer.Option(help="Where to write the vectors (.npy).")],
    model: Model = None,
    as_json: AsJson = False,
) -> None:
    """Write one vector for every line of a file."""
    import numpy as np

    from nlp import load_embedder
    from nlp.text.decode import decode
    from nlp.text.lines import line_texts
    from service.cli import show
    from service.cli.files import read_bytes, write_whole

    embedder = load_embedder(model)
    texts = line_texts(decode(file.name, read_bytes(file)))
    with show.working(f"Embedding {len(texts)} lines"):
        vectors = embedder.encode(texts)
    write_whole(out, lambda stream: np.save(stream, vectors))
    summary = {"model": embedder.name, "texts": len(texts), "dimension": int(vectors.shape[1]), "out": str(out)}
    show.json(summary) if as_json else show.line(f"{len(texts)} vectors of {vectors.shape[1]} numbers in {out}")


def evaluate(
    model: Model = None,
    notes: Annotated[
        list[Path] | None, typer.Option(help="Your own notes, with a column reading filled in by hand.")
    ] = None,
    dev: Annotated[
        Path | None, typer.Option(help="Folder of development sets for models.", exists=True, file_okay=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure readings, sorting and participation on the gold sets, your own notes, and a model on development sets."""
    from nlp import load_embedder
    from service.analyses.evaluation import evaluate as run
    from service.cli import show
    from service.cli.files import read_notes
    from service.serialisation import public_json

    own = read_notes(notes) if notes else ()
    with show.working("Measuring"):
        result = run(load_embedder(model), dev=dev, notes=own)
    names = ", ".join(path.name for path in notes or ())
    show.json(public_json(result)) if as_json else show.evaluation(result, names)


def _split(names: str | None) -> tuple[str, ...]:
    """Return the attributes that were named, () where the option is not given."""
    if names is None:
        return ()
    found = tuple(dict.fromkeys(name.strip().casefold() for name in names.split(",") if name.strip()))
    if not found:
        sys.stderr.write("--by needs at least one attribute, such as team\n")
        raise typer.Exit(2)
    return found
