"""The commands that read files and print: each one reads as read, analyse, show."""

from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import BY, SMALLEST, THRESHOLD, AsJson, Files, Keep, Model, Name, Plan, Scheduler, split
from service.cli.out import remarks, stream


def interpret(
    files: Files,
    by: Annotated[str | None, typer.Option(help=f"{BY}team and language.", show_default=False)] = None,
    smallest: Annotated[int, SMALLEST] = 3,
    edits: Annotated[
        Path | None, typer.Option(help="Changes made by people, as the pages export them.", show_default=False)
    ] = None,
    plan: Plan = None,
    readings: Annotated[
        int, typer.Option(min=0, help="Lay out each element in so many readings; 0 finds how many.")
    ] = 0,
    model: Model = None,
    name: Name = "",
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write tables (.xlsx, .zip, .csv, .jsonl), a project (.qdpx), a report (.html, .pdf, .docx, .pptx); "
            "- is standard output.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="The form where --out has no ending; jsonl for -.", show_default=False)
    ] = "",
    as_json: AsJson = False,
    threshold: Annotated[int | None, THRESHOLD] = None,
    scheduler: Scheduler = "",
    keep: Keep = None,
) -> None:
    """Show the readings of every element and who holds them; give a roster as well to compare its attributes."""
    from nlp import interpret as find_readings
    from nlp.smallest import Smallest
    from service.cli import show
    from service.cli.given.compared import attributes_to_compare
    from service.cli.given.documents import read_notes, read_plan
    from service.cli.given.edits import read_edits, with_edits
    from service.cli.given.model import embedder_over, executor_at
    from service.cli.given.source import names_of, source_of, sources_of
    from service.cli.out.endings import writer_of
    from service.cli.out.whole import check_place, deliver

    write, asked = writer_of(out, form), split(by)
    check_place(out, as_json=as_json)
    executor = executor_at(scheduler)
    sources, changes, said = sources_of(files, name), read_edits(source_of(edits)), read_plan(source_of(plan))
    with remarks.working("Reading the notes"):
        units = read_notes(sources, said)
    attributes, fewest = attributes_to_compare(sources, units, asked), Smallest(personal=threshold or smallest)
    with remarks.progress(f"Finding the readings of {len(units):,} notes") as progress:
        embedder = embedder_over(model, executor, keep)
        found = find_readings(units, embedder, by=attributes, smallest=fewest, progress=progress, readings=readings)
        result = with_edits(found, changes, embedder)
    if write and out:
        made = write(result, names_of(sources))
        summary = {"out": str(out), "bytes": len(made)}
        deliver(out, lambda file: file.write(made), f"{out} was written.", summary, as_json=as_json)
        return
    stream.json(result.to_dict()) if as_json else show.interpretation(result)


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
    name: Name = "",
    as_json: AsJson = False,
) -> None:
    """Show what is in files and how they are understood, before anything is analysed."""
    from service.cli import show
    from service.cli.given.documents import read_plan
    from service.cli.given.source import source_of, sources_of
    from service.cli.out.whole import STANDARD_OUTPUT, check_place, write_whole
    from service.cli.reading import KINDS, json_of, plan_file
    from service.cli.reading import read as read_file

    if kind and kind not in KINDS:
        stream.refuse(f"--kind is one of {', '.join(KINDS)}")
    if save_plan and len(files) > 1:
        stream.refuse("--save-plan writes the plan of one file")
    check_place(save_plan, as_json=as_json)
    said, sources = read_plan(source_of(plan)), sources_of(files, name)
    found = [read_file(source, kind, mapped or [], said) for source in sources]
    if save_plan:
        form = plan_file(sources[0], found[0])
        write_whole(save_plan, lambda file: file.write(form))
        if save_plan == STANDARD_OUTPUT:
            return
    if as_json:
        stream.json(json_of(found))
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
    name: Name = "",
    as_json: AsJson = False,
) -> None:
    """Show which descriptors of different teams say the same, and what changed between versions of one rubric."""
    from nlp import compare_rubrics as compare
    from service.cli import rubrics
    from service.cli.given.compared import say_undeclared_versions
    from service.cli.given.documents import read_descriptors, read_plan, read_versions
    from service.cli.given.model import model_of
    from service.cli.given.source import source_of, sources_of
    from service.cli.out.page import console

    said, sources = read_plan(source_of(plan)), sources_of(files, name)
    descriptors = read_versions(sources, said) if versions else read_descriptors(sources, said)
    say_undeclared_versions(descriptors)
    result = compare(descriptors, model_of(model))
    stream.json(result.to_dict()) if as_json else rubrics.show(console(), result)


def participation(
    transcripts: Annotated[
        list[Path],
        typer.Argument(
            help="A transcript, or several in order of time; - is standard input.",
            show_default=False,
            metavar="TRANSCRIPT...",
        ),
    ],
    roster: Annotated[
        list[Path] | None,
        typer.Option(
            help="Table of the people who were present, or of all with a column present; one, or one a transcript.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(help=f"{BY}gender.", show_default=False)] = None,
    smallest: Annotated[int, SMALLEST] = 3,
    expected: Annotated[
        str, typer.Option(help='Shares to expect of groups in place of their heads: "woman=0.5".', show_default=False)
    ] = "",
    segments: Annotated[
        Path | None, typer.Option(help="Table of the agenda: start, end, name.", show_default=False)
    ] = None,
    name: Name = "",
    as_json: AsJson = False,
) -> None:
    """Show who spoke how much, and who did not; with several transcripts, whether there is a pattern."""
    from nlp import measure_participation
    from nlp.participation.people.attendance_marks import read_marks
    from service.cli import participation_output
    from service.cli.given.compared import roster_attributes
    from service.cli.given.documents import rosters_of
    from service.cli.given.sessions import read_agenda, read_sessions
    from service.cli.given.source import source_of, sources_of
    from service.cli.out.over_sessions import Measured
    from service.cli.out.page import console
    from service.programmes.expected_shares import shares_to_expect
    from service.programmes.merged_people import merge_people

    sources, lists = sources_of(transcripts, name), sources_of(roster or ())
    rosters = rosters_of(sources, lists)
    people = merge_people(read_marks(each)[0] for each in rosters if each)
    attributes = roster_attributes(lists, people, split(by))
    shares, agenda = shares_to_expect(expected), read_agenda(source_of(segments), sources)
    alone = shares if len(sources) == 1 else {}
    measured = Measured({
        source.shown: measure_participation(record, present, attributes, smallest, alone, agenda)
        for source, record, present in zip(sources, read_sessions(sources), rosters, strict=True)
    })  # fmt: skip
    over = measured.over(people, attributes, shares, smallest)
    if as_json:
        stream.json(measured.json(over))
    elif over:
        participation_output.show_over_sessions(console(), over, measured.remarks)
    else:
        participation_output.show(console(), measured.first)


def sort(
    files: Files,
    codebook: Annotated[
        Path | None,
        typer.Option(
            help="Names, descriptions and examples of readings: REFI-QDA (.qdc), a table, or lines of text.",
            show_default=False,
        ),
    ] = None,
    save_codebook: Annotated[
        Path | None,
        typer.Option(
            help="Write the readings as a codebook (.csv, .qdc), in .csv with notes placed by hand as examples.",
            show_default=False,
        ),
    ] = None,
    plan: Plan = None,
    model: Model = None,
    name: Name = "",
    as_json: AsJson = False,
) -> None:
    """Place notes like those whose column `reading` is filled in, or as a codebook tells, where that is sure.

    Without any of the two, lay out heaps.
    """
    from nlp import sort_notes
    from nlp.sorting.codebook import read_codebook
    from nlp.sorting.write_codebook import codebook_of, write_codebook
    from service.cli import sorting
    from service.cli.given.documents import read_notes, read_plan
    from service.cli.given.model import model_of
    from service.cli.given.source import source_of, sources_of
    from service.cli.out.page import console
    from service.cli.out.whole import STANDARD_OUTPUT, check_place, write_whole

    check_place(save_codebook, as_json=as_json)
    sources, said, book = sources_of(files, name), read_plan(source_of(plan)), source_of(codebook)
    codes = read_codebook(book.name, book.data) if book else ()
    with remarks.working("Sorting the notes"):
        units = read_notes(sources, said)
        result = sort_notes(units, sorting.placed_by_hand(units), model_of(model), codebook=codes)
    if save_codebook:
        name_of_codebook = "codebook.csv" if save_codebook == STANDARD_OUTPUT else save_codebook.name
        written = write_codebook(name_of_codebook, codebook_of(result, codes))
        write_whole(save_codebook, lambda file: file.write(written))
        if save_codebook == STANDARD_OUTPUT:
            return
    stream.json(result.to_dict()) if as_json else sorting.show(console(), result)


def embed(
    file: Annotated[
        Path,
        typer.Argument(
            help="Table or document of notes, or a plain text, one text a line; - is standard input.",
            show_default=False,
            metavar="FILE",
        ),
    ],
    out: Annotated[
        Path, typer.Option(help="Where to write the vectors (.npy, .jsonl); - is standard output.", show_default=False)
    ],
    form: Annotated[
        str, typer.Option("--format", help="npy, or jsonl: a line of text and vector each.", show_default=False)
    ] = "",
    model: Model = None,
    name: Name = "",
    as_json: AsJson = False,
) -> None:
    """Write one vector for every note of a file, or for every line of a plain text."""
    from service.cli.given.model import model_of
    from service.cli.given.source import sources_of
    from service.cli.given.texts import texts_of
    from service.cli.out.vectors import writer_of
    from service.cli.out.whole import check_place, deliver

    write = writer_of(out, form)
    check_place(out, as_json=as_json)
    (source,) = sources_of([file], name)
    texts, embedder = texts_of(source), model_of(model)
    with remarks.working(f"Embedding {len(texts):,} texts"):
        vectors = embedder.encode([each.text for each in texts])
    size = int(vectors.shape[1])
    summary = {"model": embedder.name, "texts": len(texts), "dimension": size, "out": str(out)}
    said = f"{len(texts):,} vectors of {size} numbers in {out}"
    deliver(out, lambda stream: write(stream, texts, vectors), said, summary, as_json=as_json)


def evaluate(
    model: Model = None,
    notes: Annotated[
        list[Path] | None,
        typer.Option(help="Your own notes, with a column reading filled in by hand.", show_default=False),
    ] = None,
    dev: Annotated[
        Path | None,
        typer.Option(help="Folder of development sets for models.", exists=True, file_okay=False, show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure readings, sorting and participation on the gold sets, your own notes, and a model on development sets."""
    from service.analyses.evaluation import evaluate as run
    from service.cli import show
    from service.cli.given.documents import read_notes
    from service.cli.given.model import model_of
    from service.cli.given.source import names_of, sources_of
    from service.serialisation import public_json

    sources = sources_of(notes or ())
    own = read_notes(sources) if sources else ()
    with remarks.working("Measuring"):
        result = run(model_of(model), dev=dev, notes=own)
    stream.json(public_json(result)) if as_json else show.evaluation(result, names_of(sources))
