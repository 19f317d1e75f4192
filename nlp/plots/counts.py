"""What teams' rubrics have in common, and how far notes are sorted: a bar an element, made of parts."""

from nlp.plots.chart import Chart, chart, counted, keyed, stacked
from nlp.rubrics.types import RubricComparison
from nlp.sorting.types import Sorting


def draw_rubrics(found: RubricComparison) -> Chart:
    """Draw of every element how many pairs say the same, on the same or on different levels, and what stands alone."""
    elements = found.elements
    figure, (axes,) = chart([len(elements)])
    crossing = [sum(match.crosses_levels for match in each.matched) for each in elements]
    parts = {
        "say the same": [len(each.matched) - across for each, across in zip(elements, crossing, strict=True)],
        "the same on different levels": crossing,
        "may say the same": [len(each.close) for each in elements],
        "in one rubric only": [sum(map(len, each.only_in.values())) for each in elements],
    }
    stacked(axes, [each.element for each in elements], parts)
    counted(axes, "pairs of descriptors; descriptors that stand in one rubric only")
    keyed(figure, [axes])
    return figure


def draw_sorting(found: Sorting) -> Chart:
    """Draw of every element how many notes a person placed, the machine placed, and nobody did."""
    elements = found.elements
    figure, (axes,) = chart([len(elements)])
    by_hand = [sum(note.by_hand for note in each.placed) for each in elements]
    parts = {
        "placed by a person": by_hand,
        "placed by the machine": [len(each.placed) - own for each, own in zip(elements, by_hand, strict=True)],
        "not sure": [len(each.unsure) for each in elements],
        "put aside": [len(each.fits_none) for each in elements],
    }
    stacked(axes, [each.element for each in elements], parts)
    counted(axes, "notes")
    keyed(figure, [axes])
    return figure
