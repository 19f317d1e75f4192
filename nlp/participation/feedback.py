"""The participants' own answers to "how inclusive was this session?" beside the measured picture.

Three statements, each answered from 1 ("not at all") to 5 ("completely"), and one line of text:

- `voice`, "I could say what I wanted to say": the voice item of procedural justice, whether people could express their
  views (Colquitt 2001, Journal of Applied Psychology 86, 386-400; after Thibaut and Walker 1975), asked of a session.
- `language`, "I could speak and understand in a language that suits me": ours; no short scale that we know asks it of
  meetings in several languages. It is said of what went well, as the other two: "language was no obstacle" was answered
  "not at all" by those who agreed.
- `heard`, "Everybody's view was heard": of the room instead of oneself, as scales of climate are asked (Chan 1998,
  Journal of Applied Psychology 83, 234-246), on what Nishii (2013, Academy of Management Journal 56, 1754-1774) calls
  inclusion in decision making.
- `missing`, "Whose voice was missing?": in the person's own words.

Longer scales of inclusion (Jansen et al. 2014, 16 items; Chung et al. 2020, 10 items) ask about belonging to a group,
not about one meeting. No group, language or role is asked: in a room of nine it would tell who answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from nlp.errors import InputError
from nlp.messages import Message, Value, msgid

ITEMS = ("voice", "language", "heard")
POINTS = (1, 2, 3, 4, 5)
AGREES = 4
DISAGREES = 2
LONGEST = 500

MOSTLY = Fraction(2, 3)
SEVERAL = 2
A_QUARTER = Fraction(1, 4)
FEWEST_PRESENT = 4
UNEVEN = 0.5
EVEN = 0.75

SILENT_BUT_HEARD = msgid(
    "{silent} of {present} were not heard, and {count} of {answers} answer that everybody's view "
    "was heard. In which other ways do views reach us?"
)
FEW_BUT_VOICED = msgid(
    "Most of what was said came from a few, and {count} of {answers} answer that they could say "
    "what they wanted. What makes it good to listen here, and what makes it hard to speak?"
)
EVEN_BUT_UNHEARD = msgid(
    "The floor was shared evenly, and {count} of {answers} answer that not everybody's view was "
    "heard. Which thought should we come back to?"
)
EVEN_BUT_UNVOICED = msgid(
    "The floor was shared evenly, and {count} of {answers} answer that they could not say what they "
    "wanted. What would be a good place and way for it?"
)
SPOKE_BUT_LANGUAGE = msgid(
    "Everybody spoke, and {count} of {answers} answer that the language did not suit them. Which "
    "part should we hold in which language next time?"
)


@dataclass(frozen=True, slots=True)
class Observation:
    """One filled form; a statement left out is None.

    Raises:
        InputError: a point outside 1 to 5, a text that is too long, or nothing at all.
    """

    voice: int | None = None
    language: int | None = None
    heard: int | None = None
    missing: str = ""

    def __post_init__(self) -> None:
        for item in ITEMS:
            if self.point(item) not in (None, *POINTS):
                raise InputError(
                    "",
                    Message("{answer} is no answer", {"answer": str(self.point(item))}),
                    Message("Choose 1 to 5 or leave it out"),
                    item,
                )
        if len(self.missing) > LONGEST:
            problem = Message("the text is longer than {most} letters", {"most": LONGEST})
            raise InputError("", problem, Message("Shorten it"), "missing")
        if not self.missing.strip() and all(self.point(item) is None for item in ITEMS):
            raise InputError("", Message("nothing is answered"), Message("Answer at least one question"))

    def point(self, item: str) -> int | None:
        """Return the answer to one of `ITEMS`."""
        return {"voice": self.voice, "language": self.language, "heard": self.heard}[item]


@dataclass(frozen=True, slots=True)
class ItemAnswers:
    """How a statement was answered.

    Attributes:
        item: one of `ITEMS`.
        counts: number of answers for each of 1 to 5; all 0 while fewer people than the threshold answered it.
    """

    item: str
    counts: tuple[int, int, int, int, int]

    @property
    def answers(self) -> int:
        """How many answered it."""
        return sum(self.counts)

    @property
    def agree(self) -> int:
        """How many chose 4 or 5."""
        return sum(self.counts[AGREES - 1 :])

    @property
    def disagree(self) -> int:
        """How many chose 1 or 2."""
        return sum(self.counts[:DISAGREES])


@dataclass(frozen=True, slots=True)
class Measured:
    """What the record shows of the same session.

    Attributes:
        present: people, silent ones included.
        silent: how many of them said nothing.
        effective_speakers: as in `nlp.participation.types.Balance`.
        not_known: people of whom it is not known whether they were there.
    """

    present: int
    silent: int
    effective_speakers: float
    not_known: int = 0

    @property
    def is_uneven(self) -> bool:
        """Whether the floor was shared as if fewer than half of at least four people had been there."""
        return self.present >= FEWEST_PRESENT and self.effective_speakers < UNEVEN * self.present

    @property
    def everybody_spoke(self) -> bool:
        """Whether it is known that nobody who was there was silent."""
        return self.present > 1 and not self.silent and not self.not_known

    @property
    def is_even(self) -> bool:
        """Whether nobody was silent and the floor was shared as if three quarters of them had spoken alike."""
        return self.everybody_spoke and self.effective_speakers >= EVEN * self.present


@dataclass(frozen=True, slots=True)
class ObserversView:
    """What those present answered.

    Attributes:
        answers: forms counted here.
        waiting: forms that came and are not counted yet, because they would show what single people answered.
        items: the three statements, () while there are no answers to show.
        missing: what was written to "Whose voice was missing?", in alphabetical order.
        questions: where the answers and the record disagree.
    """

    answers: int
    waiting: int
    items: tuple[ItemAnswers, ...]
    missing: tuple[str, ...]
    questions: tuple[Message, ...]


def observe(rounds: Sequence[Sequence[Observation]], measured: Measured | None, threshold: int = 3) -> ObserversView:
    """Count the answers of a session and ask where they disagree with the record.

    Args:
        rounds: the forms that came each time the form was open, oldest first; only rounds that are closed.
        measured: what the record shows, None if there is nothing to hold the answers against.
        threshold: fewest people whose answers may be shown together.
    """
    shown = countable([len(forms) for forms in rounds], threshold)
    counted = [form for forms in rounds[:shown] for form in forms]
    waiting = sum(len(forms) for forms in rounds[shown:])
    if not counted:
        return ObserversView(0, waiting, (), (), ())
    items = tuple(ItemAnswers(item, _counts(rounds[:shown], item, threshold)) for item in ITEMS)
    missing = tuple(sorted(text for form in counted if (text := form.missing.strip())))
    questions = disagreements(items, measured, threshold) if measured else ()
    return ObserversView(len(counted), waiting, items, missing, questions)


def countable(counts: Sequence[int], threshold: int) -> int:
    """Return how many of the first rounds can be shown.

    Each time something new is shown it must come from at least `threshold` forms: otherwise taking what was shown
    before from what is shown now would give the answers of fewer people.
    """
    shown, before = 0, 0
    for number, total in enumerate(accumulate(counts), start=1):
        if total - before >= threshold:
            shown, before = number, total
    return shown


def disagreements(items: Sequence[ItemAnswers], measured: Measured, threshold: int = 3) -> tuple[Message, ...]:
    """Return a question for each way in which the answers and the record tell different stories.

    A statement holds "mostly" if two thirds of at least `threshold` answers agree (4 or 5); "several" do not hold it if
    at least two and a quarter of the answers disagree (1 or 2). "A few held the floor" and "evenly": `Measured`.
    """
    voice, language, heard = items
    told = [item for item in items if item.answers >= threshold]
    many = {item.item: item.agree for item in told if item.agree >= MOSTLY * item.answers}
    some = {
        item.item: item.disagree
        for item in told
        if item.disagree >= SEVERAL and item.disagree >= A_QUARTER * item.answers
    }
    rules = (
        (measured.silent > 0, many, heard, SILENT_BUT_HEARD),
        (measured.is_uneven, many, voice, FEW_BUT_VOICED),
        (measured.is_even, some, heard, EVEN_BUT_UNHEARD),
        (measured.is_even, some, voice, EVEN_BUT_UNVOICED),
        (measured.everybody_spoke, some, language, SPOKE_BUT_LANGUAGE),
    )
    return tuple(
        _ask(template, counts[item.item], item, measured)
        for holds, counts, item, template in rules
        if holds and item.item in counts
    )


def _ask(template: str, count: int, item: ItemAnswers, measured: Measured) -> Message:
    values: dict[str, Value] = {"count": count, "answers": item.answers}
    if template == SILENT_BUT_HEARD:
        values |= {"silent": measured.silent, "present": measured.present}
    return Message(template, values)


def _counts(rounds: Sequence[Sequence[Observation]], item: str, threshold: int) -> tuple[int, int, int, int, int]:
    """Return how often each point was chosen; a statement that few answered waits by itself."""
    chosen = [[point for form in forms if (point := form.point(item))] for forms in rounds]
    shown = countable([len(points) for points in chosen], threshold)
    one, two, three, four, five = (sum(points.count(point) for points in chosen[:shown]) for point in POINTS)
    return one, two, three, four, five
