"""A result that has a picture."""

from typing import Any

from nlp.results.result import Result


class Plotted(Result):
    """A result of the analysis, as a table, JSON or a figure."""

    __slots__ = ()

    def plot(self, by: str = "") -> Any:  # noqa: ANN401 - a figure of matplotlib, which need not be installed
        """Return a `matplotlib.figure.Figure`; a notebook shows it, `savefig` writes it.

        It is made without pyplot: nothing stays in memory, and any thread may draw. Bangla and Nepali are shaped right.

        Args:
            by: the attribute whose groups are shown, such as "team" or "gender". "" shows of readings the first that
                was compared, and of participation the people.

        Raises:
            InputError: nothing is compared by this attribute, or there is nothing to draw.
            ManyvoicesError: the extra `manyvoices[reports]` is not installed.
        """
        from nlp.plots.plot import plot

        return plot(self, by)
