"""The model card: `card.md` with this run's figures and sizes filled in, and the table of `ideas.md`."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from string import Template

from nlp.embedding.evaluate import Figure, evaluate_embedder
from nlp.embedding.static import StaticEmbedder

from .settings import Settings

TASKS = {
    "retrieval": ("Retrieval of translations (share found, mean of both directions, %)", "{:.1f}"),
    "similarity": ("Sentence similarity (Spearman x 100)", "{:.1f}"),
    "topics": ("Topic clustering (V-measure x 100, ten draws)", "{:.1f}"),
}


def write(folder: Path, dev: Path, settings: Settings) -> None:
    """Measures the finished folder on the development sets and writes its README.md."""
    embedder = StaticEmbedder.load(folder)
    template = Template((files(__package__) / "card.md").read_text(encoding="utf-8"))
    text = template.substitute(
        name=folder.name,
        dimension=embedder.dimension,
        steps=settings.schedule.steps,
        batch=settings.schedule.batch,
        seed=settings.seed,
        held_out=settings.held_out,
        ideas=(files(__package__) / "ideas.md").read_text(encoding="utf-8").strip(),
        figures=figure_tables(evaluate_embedder(embedder, dev)),
    )
    (folder / "README.md").write_text(text, encoding="utf-8")


def figure_tables(figures: Sequence[Figure]) -> str:
    """One Markdown table for each task: a line for each set, its languages side by side."""
    parts = []
    for task, (title, form) in TASKS.items():
        own = [figure for figure in figures if figure.task == task]
        datasets = dict.fromkeys(figure.dataset for figure in own)
        lines = [f"### {title}", "", "| set | figures |", "| --- | --- |"]
        for dataset in datasets:
            cells = (
                f"{figure.language} {form.format(100 * figure.value)}" for figure in own if figure.dataset == dataset
            )
            lines.append(f"| {dataset} | {', '.join(cells)} |")
        if own:
            parts.append("\n".join(lines))
    return "\n\n".join(parts)
