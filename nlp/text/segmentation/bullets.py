"""Signs that begin a bullet: dashes, dots, boxes, numbers (in rings too), letters, Word's private symbols."""

import re
from dataclasses import dataclass

_SYMBOLS = "•‣⁃∙·▪▫■□●○◦◆◇►▶➢➤➔→⇒✓✔✗✘☐☑☒✅❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
RINGED = r"(?:[\u2460-\u2487\u2776-\u2793]|\d\ufe0f?\u20e3)"
"""A number in a ring, in brackets or on a key, as one sign: "①", "⑴", "❶", "1️⃣"."""

_BULLET = re.compile(
    rf"""(?P<indent>[\s>]*)
    (?:
        (?:[{_SYMBOLS}]\ufe0f?\s*)+
      | [-–—*+]\s+
      | [-–—](?=[^\W\d_])
      | {RINGED}\s*
      | \d{{1,2}}[-–—]\s+(?=[^\W\d_])
      | (?:i{{1,3}}|iv|vi{{1,3}}|ix|I{{2,3}}|IV|VI{{1,3}}|IX)\.\s+
      | \(?\d{{1,3}}(?:[)।]|\.(?!\d))(?:\s+|(?=[^\W\d_]))
      | \d{{1,2}}(?:\.\d{{1,2}})+[.)]\s+
      | \(?(?:[ivx]{{1,4}}|[^\W\d_])[\u0300-\u036f]?\)\s+
      | o(?:\t|[ ]{{2,}})\s*
    )
    (?:\[[ xX✓✔]?\]\s+)?
    """,
    re.VERBOSE,
)
_RULE = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Bullet:
    """Where a bullet's sign stands in its line: code points of white space before it, and the first of its text."""

    indent: int
    text_start: int


def find_bullet(line: str) -> Bullet | None:
    """Return the bullet that `line` begins with, or None.

    "- trust", "১। বিশ্বাস", "(क) विश्वास", "☑ done", "3) budget", "1- trust", "ii. trust", "① trust" and
    "- [x] done" are bullets; "-5 degrees", "1.5 million", "12-day course" and "**Trust** matters" are not.
    """
    match = _BULLET.match(line)
    if match is None or match.end() == len(line.rstrip()) == 0:
        return None
    return Bullet(indent=match.end("indent"), text_start=match.end())


def is_rule(line: str) -> bool:
    """Whether a line holds only dashes, dots or stars (or nothing): it separates, it says nothing."""
    return bool(_RULE.fullmatch(line)) and not any(sign > "\u2fff" or "\u2600" <= sign <= "\u27bf" for sign in line)
