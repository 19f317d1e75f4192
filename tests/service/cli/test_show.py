"""What stands in the title of a reading."""

from collections.abc import Mapping

import pytest

from nlp.readings.types import Reading
from service.cli import show


def reading(label: str, labels: Mapping[str, str], gloss: Mapping[str, tuple[str, ...]]) -> Reading:
    return Reading("e-1", label, labels, (), gloss, (), (), 1.0, {}, {}, {}, {})


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        (reading("ফরম বাংলায়", {"bn": "ফরম বাংলায়", "en": "forms we read"}, {"ne": ("फारम",)}), "ফরম বাংলায় — forms we read"),
        (reading("forms we read", {"en": "forms we read"}, {"bn": ("ফরম",)}), "forms we read"),
        (
            reading("ফরম বাংলায়", {"bn": "ফরম বাংলায়"}, {"en": ("form", "paper"), "ne": ("फारम",)}),
            "ফরম বাংলায়  (form, paper: by machine)",
        ),
    ],
)
def test_the_english_label_stands_beside_the_main_one(capsys, shown: Reading, title: str):
    """English words of the notes before words of the machine, and of those the English only."""
    show._reading(show._console(), shown, ())
    assert title in [line.strip() for line in capsys.readouterr().out.splitlines()]
