"""The quantile of Student's t that belongs to a 95 % interval.

`scipy.special.stdtrit` gives the same, and takes longer to import than a command on a few notes takes otherwise.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p, pi

Z = 1.959963984540054
"""Standard normal quantile of a two-sided 95 % interval."""

_TAIL = 0.025
_LARGE = 1000.0
"""Degrees of freedom above which the first terms of the series in 1 / degrees tell it to 1e-13."""

_PRECISE = 1e-15
_MOST_STEPS = 1000


@lru_cache(maxsize=4096)
def upper_quantile(degrees: float) -> float:
    """Return t with 97.5 % of the distribution below it, to 1e-12 of itself.

    Fisher and Cornish's series (Abramowitz and Stegun 1964, 26.7.5), for few degrees of freedom made precise by
    Newton's steps on the logarithm of the tail.

    Args:
        degrees: of freedom, 1 or more.
    """
    t = _series(degrees)
    if degrees > _LARGE:
        return t
    for _ in range(_MOST_STEPS):
        tail = _tail(t, degrees)
        step = tail * log(tail / _TAIL) / _density(t, degrees)
        t += step
        if abs(step) < 1e-13 * t:
            break
    return t


def _series(degrees: float) -> float:
    z = Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / degrees**power for power, term in enumerate(terms, 1))


def _density(t: float, degrees: float) -> float:
    constant = lgamma((degrees + 1) / 2) - lgamma(degrees / 2) - log(degrees * pi) / 2
    return exp(constant - (degrees + 1) / 2 * log1p(t * t / degrees))


def _tail(t: float, degrees: float) -> float:
    """Return the probability of more than t: half of the incomplete beta function of degrees / (degrees + t²).

    Its continued fraction (Abramowitz and Stegun 1964, 26.5.8), from the front as Lentz has it.
    """
    a, b, x = degrees / 2, 0.5, degrees / (degrees + t * t)
    fraction = upper = 1.0
    lower = 0.0
    for step in range(1, _MOST_STEPS):
        half, is_odd = divmod(step, 2)
        numerator = (
            -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
            if is_odd
            else half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        )
        lower = 1 / (1 + numerator * lower)
        upper = 1 + numerator / upper
        fraction *= upper * lower
        if abs(upper * lower - 1) < _PRECISE:
            break
    scale = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x) - log(a)
    return exp(scale) / fraction / 2
