"""What `interpret()` gives back: readings, who holds them, who lacks them, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter

from nlp.documents.types import Unit
from nlp.messages import Message
from nlp.readings.edits.types import Outcome
from nlp.results.plotted import Plotted
from nlp.smallest import Smallest
from nlp.statistics.verdicts import ReadingStatus, Trust, Verdict


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of one group's notes fall into a reading.

    Attributes:
        count: notes of the group in the reading.
        of: notes of the group on the element.
        share: count / of, 0 to 1; 0 if there are none.
        low, high: 95 % interval of share; it rests on people, as the test does, and is Wilson's where each wrote one
            note (`nlp.statistics.proportions.Voices`).
    """

    count: int
    of: int
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Contrast:
    """One group beside all others.

    Attributes:
        difference: share of its notes in a reading less the share of theirs, -1 to 1.
        low, high: 95 % interval of it, resting on people; of this one difference, while the verdict of `Difference` is
            corrected for the number of comparisons. Whether there is a difference the verdict alone decides.
    """

    difference: float
    low: float
    high: float


_OF_UNIT = tuple(each.name for each in fields(Unit))
_fields_of = attrgetter(*_OF_UNIT)


@dataclass(frozen=True, slots=True)
class Member(Unit):
    """A note inside a reading.

    Attributes:
        typicality: cosine similarity to the reading's centre, -1 to 1.
        also: ids of other readings that it speaks for as well.
        sure: whether the machine is sure that it says what most of its reading says: so are three of four or more of
            the notes of which it is.
    """

    typicality: float = 0.0
    also: tuple[str, ...] = ()
    sure: bool = False

    @classmethod
    def placed(cls, unit: Unit, typicality: float, also: tuple[str, ...] = (), *, sure: bool = False) -> "Member":
        """Return a note with its place in a reading."""
        own = dict(zip(_OF_UNIT, _fields_of(unit), strict=True))
        return cls(**own, typicality=typicality, also=also, sure=sure)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a label with its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Whether groups of one attribute differ in holding a reading.

    Attributes:
        p_value: permutation test, a participant's notes kept together, Holm-corrected in the element; None if no
            difference, however large, could have been seen with these notes.
        effect: Cramér's V of reading x group, 0 to 1.
        verdict: "differs", "no difference seen" or "too few to say".
    """

    p_value: float | None
    effect: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SpeechDifference:
    """Whether the groups of one attribute speak differently of an element, whatever readings there are.

    Attributes:
        p_value: permutation test among people who write in the same language, Holm-corrected over the attributes of
            the element; None if no difference, however large, could have been seen with these notes.
        effect: mean cosine of two notes of one group less that of two notes of different groups.
        verdict: "differs", "no difference seen" or "too few to say".
    """

    p_value: float | None
    effect: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class DistinctiveWord:
    """A word that people of one group use more than others who write in the same language.

    Attributes:
        text: in lower case, as it is most often written.
        people, notes: of the group that use it; somebody who repeats it counts once.
        other_people: of all other groups who use it.
        z: weighted log-odds-ratio of the group against the others, in standard deviations.
        p_value: hypergeometric test on people, corrected over all words, languages and groups of the element.
    """

    text: str
    people: int
    notes: int
    other_people: int
    z: float
    p_value: float


@dataclass(frozen=True, slots=True)
class GroupWords:
    """What sets the words of one group apart, in one of the languages that it writes in.

    Attributes:
        group: its name.
        language: of the words ("bn-Latn" is a language of its own here).
        people, notes: of the group in this language; notes without a participant count as a person each.
        other_people: of other groups who write in this language.
        words: most distinctive first.
        verdict: "differs" if there are words, "no difference seen", "too few to say", or "nobody else" if no other
            group writes in this language.
    """

    group: str
    language: str
    people: int
    notes: int
    other_people: int
    words: tuple[DistinctiveWord, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True, repr=False)
class Reading(Plotted):
    """A cluster of notes that interpret an element in the same way.

    Attributes:
        id: "<element slug>-<number>", numbers by size, largest first.
        label: what it is called: the name that a person gave it, else the first of `labels`, else `example`.
        labels: language -> a whole clause of its notes that says what they share, the name first; other languages have
            one only where a note of the reading says the same. Empty where no clause says what the notes share.
        words: its strongest words by class TF-IDF, with their languages.
        gloss: language -> nearest words by the model, for English, Bangla and Nepali where `labels` has none;
            never a name.
        units: its notes, most typical first.
        quotes: ids of units that show it best, groups taken in turn.
        stability: mean Jaccard with the closest cluster in resamples of the notes, 0 to 1 (Hennig 2007); where a person
            moved notes, the mean of that of the readings that its notes were found in, notes found alone counting 0;
            None where the notes were put together by labels. It does not tell whether the notes say one thing: `sure`
            does.
        held_by: attribute -> group -> holding; groups in alphabetical order.
        missing_from: attribute -> groups that spoke on the element and not in this reading, however little they said.
        beside_others: attribute -> group -> its share less that of all other groups together.
        difference: attribute -> whether the groups differ beyond chance.
        status: attribute -> "shared", "contested", "one group" or "too few to say".
        given: the name that a person or a label gave it, which is then its `label`; "" if none did.
        given_in: language -> the name that a person gave it for readers of that language.
        example: where `labels` is empty, the note that stands for it; else "".
        proposals: clauses of its notes that a person could call it by, best first.
        stability_measured: False where a person moved notes or labels were given: then no resample was asked for this
            group of notes.
        sure: of how many of its notes the machine is sure; of none where labels were given.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    words: tuple[Word, ...]
    gloss: Mapping[str, tuple[str, ...]]
    units: tuple[Member, ...]
    quotes: tuple[str, ...]
    stability: float | None
    held_by: Mapping[str, Mapping[str, Holding]]
    missing_from: Mapping[str, tuple[str, ...]]
    beside_others: Mapping[str, Mapping[str, Contrast]]
    difference: Mapping[str, Difference]
    status: Mapping[str, ReadingStatus]
    given: str = ""
    stability_measured: bool = True
    given_in: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    proposals: tuple[str, ...] = ()
    sure: int = 0

    def called(self, language: str) -> str:
        """Return what it is called for readers of a language: as a person said, else in a clause of that language."""
        if self.given:
            return self.given_in.get(language, self.given)
        return self.labels.get(language) or self.labels.get(f"{language}-Latn") or self.label

    @property
    def unit_ids(self) -> tuple[str, ...]:
        """The ids of its notes, most typical first."""
        return tuple(unit.id for unit in self.units)

    def stands_apart(self, attribute: str) -> str | None:
        """Return the group of which may be said that it holds this reading more, or less, than the others.

        None unless the groups differ beyond chance; then the group furthest from all others whose interval leaves out
        0. None as well if no single group is: they differ, and it cannot be said which.
        """
        if self.difference[attribute].verdict != Verdict.DIFFERS:
            return None
        clear = {group: each for group, each in self.beside_others[attribute].items() if each.low > 0 or each.high < 0}
        return max(clear, key=lambda group: abs(clear[group].difference), default=None)


@dataclass(frozen=True, slots=True, repr=False)
class ElementReadings(Plotted):
    """The readings of one element.

    Attributes:
        element: its name, or "" if the notes name none.
        notes: how many there are on it.
        readings: largest first.
        alone: notes that fit nowhere.
        language_v_measure: V-measure of the readings against the language of the notes, 0 to 1.
        like_language: attributes that coincide with language so closely that the two cannot be told apart.
        common_ground: attribute -> geometric mean over groups of the share of notes in readings shared by all, 0 to 1;
            only where at least two groups have notes enough to be compared.
        groups: attribute -> group -> number of notes on the element.
        questions: two or three for the room.
        trust: how far the readings that were found can be trusted: "lowest", "middle" or "highest"; None if none was
            found, or labels were given. It belongs to the notes, not to where a person placed them.
        heaps: ids of notes that most likely belong together, largest heap first; for elements of up to
            `interpretation.HEAPED_UP_TO` different notes.
        speech: attribute -> whether its groups speak differently; language has none. It belongs to the notes as well.
        laid_out: the number of readings that a person asked for, None if nobody did.
        placed_by_hand: ids of notes that a person put where they are, be it alone.
        placed_by_machine: ids of notes that the machine put with these; of all others nobody said anything.
        most_readings: the most that can be asked for.
        nameless: notes without a participant; each counts as somebody's own.
        withheld: attributes that are not compared, because something about too few people could be worked out.
        distinctive: attribute -> what sets the words of its groups apart, groups in alphabetical order; language has
            none. It belongs to the notes, not to where they are placed.
    """

    element: str
    notes: int
    readings: tuple[Reading, ...]
    alone: tuple[Unit, ...]
    language_v_measure: float
    like_language: tuple[str, ...]
    common_ground: Mapping[str, float]
    groups: Mapping[str, Mapping[str, int]]
    questions: tuple[Message, ...]
    trust: Trust | None = None
    heaps: tuple[tuple[str, ...], ...] = ()
    speech: Mapping[str, SpeechDifference] = field(default_factory=dict)
    laid_out: int | None = None
    most_readings: int = 0
    nameless: int = 0
    withheld: tuple[str, ...] = ()
    distinctive: Mapping[str, tuple[GroupWords, ...]] = field(default_factory=dict)
    placed_by_hand: tuple[str, ...] = ()
    placed_by_machine: tuple[str, ...] = ()

    def explaining(self, attribute: str) -> tuple[Reading, ...]:
        """Return the readings that groups hold to different degrees, beyond chance: where their speech differs."""
        tested = ((each, each.difference.get(attribute)) for each in self.readings)
        return tuple(each for each, found in tested if found and found.verdict == Verdict.DIFFERS)


@dataclass(frozen=True, slots=True, repr=False)
class Interpretation(Plotted):
    """All elements, in alphabetical order.

    Attributes:
        model: name of the embedding model; of the one that found names where vectors were given.
        by: the attributes that were compared.
        edits: what became of the changes that a person made, in the order in which they were made.
        smallest: fewest people of a group that is shown.
        given: what the caller brought instead of leaving it to the model: "vectors", "labels".
    """

    model: str
    by: tuple[str, ...]
    elements: tuple[ElementReadings, ...]
    edits: tuple[Outcome, ...] = ()
    smallest: Smallest = Smallest()
    given: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of all elements."""
        return tuple(reading for element in self.elements for reading in element.readings)
