"""How far a descriptor goes: all of it, some, little, nothing; before or after, openly or in secret.

Vectors tell what is spoken of. "Nobody may vote on the budget" and "All may vote on the budget" speak of the same, and
so do "only in the national language" and "in our own languages too"; on a rubric they are two ends of one ladder.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from nlp.names import fold


class Amount(IntEnum):
    """How much of its subject a sentence affirms; the weakest word that it has counts."""

    NONE = 0
    LITTLE = 1
    SOME = 2
    PLAIN = 3


APART = 2
"""So many steps between two amounts, and the two do not say the same; on different levels one step is enough."""

_ASIDE = "without ছাড়া ছাড়াই বিনা बिना sin sans sem tanpa بدون بغیر"
_NONE = """not no never nobody none nothing nowhere neither nor cannot don't doesn't didn't isn't aren't can't won't
    wasn't weren't hasn't haven't lack lacks
    না নাই নেই নয় নন নি छैन छैनन् होइन होइनन् हुन्न हुन्नन्
    nunca jamás nadie nada ningún ninguno ninguna tampoco pas jamais aucun aucune rien
    não ninguém nenhum nenhuma नहीं नहीँ hakuna kamwe hapana tidak bukan لا لم ليس نہیں
    chaina chhaina chainan hoina noy"""
_LITTLE = """seldom rarely rare few little hardly barely scarcely only merely solely
    কম কমই কদাচিৎ সামান্য অল্প শুধু শুধুমাত্র কেবল মাত্র
    थोरै विरलै कम अलिकति मात्र मात्रै केवल सिर्फ
    pocas pocos poca poco raramente apenas solo sólo solamente únicamente
    rarement peu seulement uniquement poucas poucos pouco só somente chache hanya jarang فقط صرف"""
_SOME = """some sometimes partly occasionally মাঝেমাঝে कहिलेकाहीँ कहिलेकाहीं
    algunos algunas parfois certains certaines alguns algumas kadang بعض"""
_SOME_IF_TWICE = "কিছু কোনো কোনও কেউ কোথাও মাঝে केही कुनै कोही कतै कहीं कुछ"
_NEGATED = re.compile(
    "(?:য়নি|েনি|াননি|েননি|িনি|াইনি|दैन|दैनन्|दैनौ[ंँ]|[ऀ-ॿ]एन|[ऀ-ॿ]एनन्|[क-ह]ेन|[क-ह]ेनन्|छैनन्|िन्न|दिनन्)$"
    "|^न(?:गरी|भई|भनी|सोधी|डराई|बोली|मानी|दिई|हुँदा|भएको|भए|गर्ने|हुने|जानी|पुग्ने|सुनी|बुझी|लिई|राखी)"
)
"""Bangla and Nepali verbs that carry their negation."""

_AFFIRMED = "তিনি আপনি চিনি কাহিনি যিনি ইনি উনি ट्रेन मेन चेन पेन लेन फेन अनलाइन"
_POLES = (
    (
        "on time; in time; punctual; সময়মতো; ঠিক সময়ে; समयमै; समयमा; समय पर; a tiempo; puntual; à temps; no prazo",
        "late; delayed; delay; delays; দেরি; দেরিতে; বিলম্ব; ढिलो; ढिला; देर; tarde; retraso; demora; retard; atraso",
    ),
    (
        "before; beforehand; আগে; আগেই; अघि; अगाडि; अगावै; पहले; antes; avant",
        "after; afterwards; পরে; পর; पछि; बाद; después; après; depois",
    ),
    (
        """open; openly; transparent; প্রকাশ্যে; খোলাখুলি; খোলা; खुला; खुलेर; खुलस्त; abiertamente; abierto;
        ouvertement; abertamente""",
        """hidden; secret; secretly; behind closed doors; গোপন; গোপনে; লুকানো; लुकाइन्छ; लुकाएर; गोप्य; escondido;
        a escondidas; a puerta cerrada; en secreto; en secret; em segredo""",
    ),
    (
        "together; jointly; একসঙ্গে; একসাথে; মিলে; सँगै; मिलेर; मिलकर; juntos; en conjunto; ensemble; em conjunto",
        """alone; single-handedly; one person; একাই; একা; একজন; एक्लै; एकै; अकेले; una sola persona; seul;
        sozinho""",
    ),
)
"""Words of opposite meaning that rubrics part their levels by."""

_WORD = re.compile(r"[\w\u0900-\u09ff\u200c\u200d'-]+")


def _table() -> Mapping[str, Amount]:
    words = ((_SOME, Amount.SOME), (_LITTLE, Amount.LITTLE), (f"{_NONE} {_ASIDE}", Amount.NONE))
    return {fold(word): amount for listed, amount in words for word in listed.split()}


_AMOUNTS = _table()
_WITHOUT = frozenset(fold(word) for word in _ASIDE.split())
_TWICE = frozenset(fold(word) for word in _SOME_IF_TWICE.split())
_NOT_NEGATED = frozenset(fold(word) for word in _AFFIRMED.split())
_SIDES = tuple(tuple([f" {fold(word)} " for word in side.split(";")] for side in pole) for pole in _POLES)


@dataclass(frozen=True, slots=True)
class Scope:
    """How far a sentence goes.

    Attributes:
        amount: of its subject; None where two negations meet ("nobody ... without").
        poles: (which contrast, which side of it) for every contrast of which it names one side.
    """

    amount: Amount | None
    poles: frozenset[tuple[int, int]] = frozenset()

    def steps(self, other: "Scope") -> int:
        """Return how many steps two amounts are apart, 0 where one is not known."""
        return 0 if self.amount is None or other.amount is None else abs(self.amount - other.amount)

    def parts(self, other: "Scope", *, levels_differ: bool) -> bool:
        """Whether two sentences on one subject do not say the same: nothing and all, before and after.

        Args:
            other: the scope of the other sentence.
            levels_differ: whether they stand on different levels of their rubrics.
        """
        opposite = any((contrast, 1 - side) in other.poles for contrast, side in self.poles)
        return opposite or self.steps(other) >= (1 if levels_differ else APART)


def scope_of(text: str) -> Scope:
    """Return how far a sentence goes, by the words of eleven languages; what it does not know counts as plain.

    "Not ... any" is one negation in every language ("no ... nadie", "ne ... pas", "কেউ ... না"); only "without" adds a
    second one to it, and then nothing is told.
    """
    words = _WORD.findall(fold(text))
    told = [(word, amount) for word in words if (amount := _amount(word)) is not None]
    amounts = [amount for _, amount in told]
    amounts += [Amount.SOME for word, following in pairwise(words) if word == following and word in _TWICE]
    negations = {word in _WITHOUT for word, amount in told if amount is Amount.NONE}
    return Scope(
        None if len(negations) > 1 else min(amounts, default=Amount.PLAIN), frozenset(_poles(f" {' '.join(words)} "))
    )


def _amount(word: str) -> Amount | None:
    known = _AMOUNTS.get(word)
    if known is None and word not in _NOT_NEGATED and _NEGATED.search(word):
        return Amount.NONE
    return known


def _poles(words: str) -> Iterator[tuple[int, int]]:
    for contrast, sides in enumerate(_SIDES):
        named = [any(word in words for word in side) for side in sides]
        if named[0] != named[1]:
            yield contrast, named.index(True)
