"""py3langid over many texts at once: its automaton takes a step in all of them together, where it takes one in each.

The answers are its own. Where the two likeliest languages of a text are so near that another order of summing might
turn them round, py3langid itself is asked.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

FEWEST = 32
"""Texts from which on stepping through all of them together pays."""
_LONGEST = 1_500
_NEAR = 0.05
_STEP = 4_096


class BatchedIdentifier:
    """A `py3langid.LanguageIdentifier`, restricted to some languages or not.

    Args:
        identifier: whose languages no longer change.
    """

    def __init__(self, identifier: Any) -> None:  # noqa: ANN401 - py3langid has no types
        self._identifier = identifier
        self._next = np.frombuffer(identifier.tk_nextmove, dtype=np.uint32)
        self._rows = np.asarray(identifier.tk_row, dtype=np.uint32) << 8
        self._features = np.asarray(identifier.tk_output, dtype=np.int32)
        self._weights = np.asarray(identifier.nb_ptc, dtype=np.float32)
        self._prior = np.asarray(identifier.nb_pc, dtype=np.float32)
        labels = identifier.nb_classes
        self._together = len(labels) > 1 and len(set(labels)) == len(labels)

    def classify(self, texts: Sequence[str]) -> list[str]:
        """Return the likeliest language of every text."""
        coded: list[bytes] = [self._identifier._encode(text) for text in texts]
        short = [place for place, code in enumerate(coded) if len(code) <= _LONGEST] if self._together else []
        short.sort(key=lambda place: len(coded[place]), reverse=True)
        told: dict[int, str | None] = {}
        if len(short) >= FEWEST:
            for start in range(0, len(short), _STEP):
                places = short[start : start + _STEP]
                told |= zip(places, self._together_told([coded[place] for place in places]), strict=True)
        one: Callable[[str], tuple[str, float]] = self._identifier.classify
        return [told.get(place) or one(text)[0] for place, text in enumerate(texts)]

    def _together_told(self, codes: Sequence[bytes]) -> list[str | None]:
        """Return the languages of texts, the longest first; None where one alone must be looked at."""
        texts, features = self._visits(codes)
        keys = texts * np.int32(len(self._weights)) + features
        keys.sort()
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.diff(first, append=len(keys)).astype(np.float32)
        texts, features = np.divmod(keys[first], len(self._weights))
        scores = np.zeros((len(codes), len(self._prior)), dtype=np.float32)
        if len(texts):
            starts = np.flatnonzero(np.diff(texts, prepend=-1))
            scores[texts[starts]] = np.add.reduceat(np.log1p(counts)[:, None] * self._weights[features], starts)
        scores += self._prior
        two = np.sort(scores, axis=1)[:, -2:]
        sure = (two[:, 1] - two[:, 0] > _NEAR) & np.isin(np.arange(len(codes)), texts)
        labels = self._identifier.nb_classes
        return [
            labels[best] if known else None for best, known in zip(scores.argmax(axis=1).tolist(), sure, strict=True)
        ]

    def _visits(self, codes: Sequence[bytes]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the features that are met: the text of each, and which it is."""
        lengths = np.asarray([len(code) for code in codes])
        longest = int(lengths.max(initial=0))
        signs = np.zeros((longest, len(codes)), dtype=np.uint8)
        for place, code in enumerate(codes):
            signs[: len(code), place] = np.frombuffer(code, dtype=np.uint8)
        states = np.zeros(len(codes), dtype=np.uint32)
        met: list[tuple[NDArray[np.int32], NDArray[np.int32]]] = []
        for position in range(longest):
            count = int(np.searchsorted(-lengths, -position))
            states = self._next[self._rows[states[:count]] + signs[position, :count]]
            found = self._features[states]
            texts = np.flatnonzero(found >= 0).astype(np.int32)
            met.append((texts, found[texts]))
        if not met:
            return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32)
        return np.concatenate([texts for texts, _ in met]), np.concatenate([features for _, features in met])
