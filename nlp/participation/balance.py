"""How evenly the floor was shared."""

import math
from collections.abc import Sequence

from nlp.participation.types import Balance


def measure_balance(amounts: Sequence[float], unit: str) -> Balance:
    """Measure the evenness of one non-negative amount for each of the n people present, silent people included as 0.

    Definitions, with p the amounts divided by their sum:
    - Gini coefficient: sum over all pairs |x_i - x_j| / (2 n^2 mean), the uncorrected form, as for speaking turns in
      Tausczik and Pennebaker (2013); its maximum is (n - 1) / n.
    - Normalised entropy: Pielou's evenness (1966), -sum p ln p / ln n; 0 if only one person was present.
    - Effective speakers: inverse of the Herfindahl-Hirschman index, 1 / sum p^2 (Laakso and Taagepera 1979).
    - Dominance: n times the largest p.

    Raises:
        ValueError: no amounts, or all are 0.
    """
    total = math.fsum(amounts)
    if total <= 0:
        message = "balance needs at least one person who spoke"
        raise ValueError(message)
    shares = [amount / total for amount in amounts]
    n = len(shares)
    entropy = -math.fsum(share * math.log(share) for share in shares if share > 0)
    return Balance(
        gini=gini(shares),
        gini_maximum=(n - 1) / n,
        normalised_entropy=min(1.0, max(0.0, entropy / math.log(n))) if n > 1 else 0.0,
        effective_speakers=1 / math.fsum(share * share for share in shares),
        dominance=n * max(shares),
        unit=unit,
    )


def gini(amounts: Sequence[float]) -> float:
    """Return the uncorrected Gini coefficient of non-negative amounts with a positive sum.

    With the amounts sorted and ranked from 1 to n the mean difference of all pairs is
    sum (2 rank - n - 1) x / (n sum x), the same as the double sum in `measure_balance` in n log n steps.
    """
    n = len(amounts)
    weighted = math.fsum((2 * rank - n - 1) * amount for rank, amount in enumerate(sorted(amounts), start=1))
    return max(0.0, weighted / (n * math.fsum(amounts)))
