"""Words that distinguish a group from the others who write in the same language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import lgamma

import numpy as np
from numpy.typing import NDArray

from nlp.documents.types import Unit
from nlp.readings.groups.small_groups import pool_small_groups, smallest_group
from nlp.readings.types import DistinctiveWord, GroupWords
from nlp.readings.wording.word_use import GroupUse, WordUse
from nlp.smallest import DEFAULT, Smallest
from nlp.statistics.multiple_comparisons import LEVEL, holm, testable
from nlp.statistics.pooling import OTHER
from nlp.statistics.verdicts import Verdict

FEWEST_PEOPLE = 2
LEAST_Z = 1.645
MOST = 5

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def log_odds(first: NDArray[np.integer], second: NDArray[np.integer], prior: Floats) -> Floats:
    """Return (words,) z-scores of the weighted log-odds-ratio with an informative Dirichlet prior.

    delta_w = ln((y1 + a_w) / (n1 + a_0 - y1 - a_w)) - ln((y2 + a_w) / (n2 + a_0 - y2 - a_w)), divided by the square
    root of its variance 1/(y1 + a_w) + 1/(y2 + a_w) (Monroe, Colaresi and Quinn 2008, Political Analysis 16, 372-403).

    Args:
        first: (words,) counts y1 of one group; n1 is their sum.
        second: (words,) counts y2 of the other.
        prior: (words,) a_w > 0, at least two words; a_0 is their sum.
    """
    with_first, with_second = first + prior, second + prior
    delta = np.log(with_first / (with_first.sum() - with_first)) - np.log(
        with_second / (with_second.sum() - with_second)
    )
    return np.asarray(delta / np.sqrt(1 / with_first + 1 / with_second))


def distinctive_words(
    elements: Mapping[str, Sequence[Unit]], by: Sequence[str], smallest: Smallest = DEFAULT, most: int = MOST
) -> dict[str, dict[str, tuple[GroupWords, ...]]]:
    """Find the words that people of one group use and those of the other groups do not, element by element.

    Words are compared within one language only (romanised text counts as one of its own): otherwise a team that writes
    Bangla would be told apart by every Bangla word. Where nobody of another group writes in a group's language there is
    nothing to compare with, and the result says so; notes of no known language are left out. Bangla and Nepali words
    stay as they are inflected.

    What is counted is people, not occurrences: a word that one person repeats is that person's. Words are ranked by
    `log_odds` of the group against all others; its prior is the programme's notes in that language, all elements
    together, weighing as much as the smaller side. A word is shown if

    - at least `FEWEST_PEOPLE` people of the group use it;
    - z is at least `LEAST_Z` (one-sided 5 %): measured against all that its people say, so that a group does not win
      every word by talking more;
    - the number of its people who use it is more than chance would give: hypergeometric test (Fisher's exact test, one
      side), corrected by Tarone and Holm over all groups, languages and words of the element. A group none of whose
      words could pass is too few to say.

    Args:
        elements: name -> its notes.
        by: attributes; "language" is left out.
        smallest: fewest people of a group that is shown; one that is smaller in a language is not counted there.
        most: words for each group.

    Returns:
        element -> attribute -> groups in alphabetical order, one entry for each language that they write in.
    """
    pooled = {name: pool_small_groups(units, by, smallest).units for name, units in elements.items()}
    everything = [(name, unit) for name, units in pooled.items() for unit in units]
    compared = tuple(attribute for attribute in by if attribute != "language")
    tables: dict[tuple[str, str], list[_Table]] = {(name, a): [] for name in elements for a in compared}
    for language in sorted({unit.language for _, unit in everything} - {"und"}):
        spoken = [(name, unit) for name, unit in everything if unit.language == language]
        use = WordUse.of([unit for _, unit in spoken])
        rows: dict[str, list[int]] = {}
        for row, (name, _) in enumerate(spoken):
            rows.setdefault(name, []).append(row)
        for name, own in rows.items():
            for attribute in compared:
                least = smallest_group(attribute, smallest)
                counted = use.by_group(np.array(own, dtype=np.int64), attribute, least, FEWEST_PEOPLE)
                tables[name, attribute].append(_test(language, use, counted))
    return {name: {a: _settle(tables[name, a], most) for a in compared} for name in elements}


@dataclass(frozen=True, slots=True)
class _Table:
    """The groups of one attribute on one element, in one language, with a test for each of them and every word.

    Attributes:
        language: of the words.
        use: the words.
        counted: who of the G groups uses them.
        words: (W,) columns of the words that enough people use.
        z: (G, W) log-odds of a group against the others.
        smallest: (G, W) the p-value if as many people of the group as can be used the word.
    """

    language: str
    use: WordUse
    counted: GroupUse
    words: NDArray[np.int64]
    z: Floats
    smallest: Floats

    def p_values(self, tried: NDArray[np.bool_]) -> Floats:
        """Return (G, W) the probability that so many people of a group use a word, were its users spread by chance.

        1 where z is below `LEAST_Z`: such a word is not shown whatever its p-value, and in Holm's order it only makes
        those of the others larger. 1, too, where it is not `tried` (G, W).
        """
        found = np.ones(self.z.shape)
        group, at = np.nonzero(tried & (self.z >= LEAST_Z))
        if not len(group):
            return found
        from scipy.stats import hypergeom

        inside, users = self.counted.people[group, self.words[at]], self.counted.users[self.words[at]]
        found[group, at] = hypergeom.sf(inside - 1, self.counted.everybody, users, self.counted.size[group])
        return found


def _test(language: str, use: WordUse, counted: GroupUse) -> _Table:
    used = np.flatnonzero(counted.users)
    enough = counted.users[used] >= FEWEST_PEOPLE
    words, size = used[enough], counted.size[:, None]
    z = np.zeros((len(counted.groups), len(words)))
    if len(used) > 1:
        background = use.shares()[used]
        for group, own in enumerate(counted.people[:, used]):
            others = counted.users[used] - own
            prior = background / background.sum() * max(min(own.sum(), others.sum()), 1)
            z[group] = log_odds(own, others, prior)[enough]
    return _Table(language, use, counted, words, z, _smallest(counted.users[words][None, :], size, counted.everybody))


def _smallest(users: Ints, size: Ints, everybody: int) -> Floats:
    """Return the p-value if all users of a word are of the group, or all of the group use it.

    With a the larger and b the smaller of the two numbers it is C(a, b) / C(N, b).

    Args:
        users: (1, W) people who use each word.
        size: (G, 1) people of each group.
        everybody: N.
    """
    most, least = np.maximum(users, size), np.minimum(users, size)
    ways = _log_factorial(most) - _log_factorial(most - least)
    ways += _log_factorial(everybody - least) - lgamma(everybody + 1)
    return np.asarray(np.exp(np.minimum(ways, 0.0)))


def _log_factorial(counts: Ints) -> Floats:
    """Return the natural logarithm of each count's factorial; `scipy.special` takes longer to import than all this."""
    different, places = np.unique(counts, return_inverse=True)
    return np.array([lgamma(count + 1) for count in different.tolist()])[places.reshape(counts.shape)]


def _settle(tables: Sequence[_Table], most: int) -> tuple[GroupWords, ...]:
    """Correct the tests of all tables together, and say what is left of each group."""
    if not tables:
        return ()
    smallest = np.concatenate([table.smallest.ravel() for table in tables])
    ends = np.cumsum([table.smallest.size for table in tables])[:-1]
    tried = testable({int(test): float(smallest[test]) for test in np.flatnonzero(smallest < LEVEL)})
    among = np.split(np.isin(np.arange(len(smallest)), sorted(tried)), ends)
    found = [table.p_values(own.reshape(table.smallest.shape)) for table, own in zip(tables, among, strict=True)]
    p_values = np.concatenate([each.ravel() for each in found])
    corrected = np.full(len(p_values), np.nan)
    for test, p_value in holm({test: float(p_values[test]) for test in sorted(tried)}).items():
        corrected[test] = p_value
    settled = [
        _group(table, row, own, most)
        for table, part in zip(tables, np.split(corrected, ends), strict=True)
        for row, own in enumerate(part.reshape(table.smallest.shape))
        if table.counted.groups[row] != OTHER
    ]
    return tuple(sorted(settled, key=lambda each: (each.group, -each.notes, each.language)))


def _group(table: _Table, row: int, corrected: Floats, most: int) -> GroupWords:
    """Say what one group has; `corrected` is (W,) p-values, NaN for words of which nothing can be told."""
    counted = table.counted
    clear = (corrected < LEVEL) & (table.z[row] >= LEAST_Z) & (counted.people[row, table.words] >= FEWEST_PEOPLE)
    order = np.argsort(-table.z[row], kind="stable")
    words = tuple(_word(table, row, at, corrected[at]) for at in order[clear[order]][:most].tolist())
    others = counted.everybody - int(counted.size[row])
    unseen = Verdict.TOO_FEW if np.isnan(corrected).all() else Verdict.NO_DIFFERENCE
    verdict = Verdict.DIFFERS if words else unseen
    return GroupWords(
        group=counted.groups[row],
        language=table.language,
        people=int(counted.size[row]),
        notes=int(counted.notes_of[row]),
        other_people=others,
        words=words,
        verdict=verdict if others else Verdict.NOBODY_ELSE,
    )


def _word(table: _Table, row: int, at: int, p_value: float) -> DistinctiveWord:
    word = table.words[at]
    people = int(table.counted.people[row, word])
    return DistinctiveWord(
        text=table.use.spelled[word],
        people=people,
        notes=int(table.counted.notes[row, word]),
        other_people=int(table.counted.users[word]) - people,
        z=float(table.z[row, at]),
        p_value=float(p_value),
    )
