"""What a facilitator wants in a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a report for one reader; kept for the next one.

    Attributes:
        elements: slugs of those that go in, None for all, also those that come later.
        sessions: the same of sessions.
        questions: whether it asks questions.
        quotes: whether it quotes; without quotes, readings that nobody has named are only numbered.
        next_steps: what happens next, in the facilitator's words.
    """

    elements: tuple[str, ...] | None = None
    sessions: tuple[str, ...] | None = None
    questions: bool = True
    quotes: bool = True
    next_steps: str = ""

    def has_element(self, slug: str) -> bool:
        """Whether an element goes in."""
        return self.elements is None or slug in self.elements

    def has_session(self, slug: str) -> bool:
        """Whether a session goes in."""
        return self.sessions is None or slug in self.sessions


EVERYTHING = Choice()
