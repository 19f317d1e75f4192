"""What stands on the terminal: titles of readings, what sets groups apart, what the notes cannot show."""

from collections.abc import Mapping, Sequence

import pytest

import nlp
from nlp.documents.types import Unit
from nlp.embedding.vocabulary import Vocabulary
from nlp.readings.types import Reading
from service.cli import show
from service.cli.out import page
from tests.embedders import BagOfWords


def reading(label: str, labels: Mapping[str, str], gloss: Mapping[str, tuple[str, ...]]) -> Reading:
    return Reading("e-1", label, labels, (), gloss, (), (), 1.0, {}, {}, {}, {}, {})


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
    show._reading(page.console(), shown, ())
    assert title in [line.strip() for line in capsys.readouterr().out.splitlines()]


def printed(
    capsys, rows: Sequence[tuple[str, str, Mapping[str, str]]], by: Sequence[str] = ("team", "language")
) -> str:
    units = [
        Unit(f"n{n}", text, language, "notes.csv", n, 0, len(text), "Access", attributes)
        for n, (text, language, attributes) in enumerate(rows)
    ]
    embedder = BagOfWords()
    show.interpretation(nlp.interpret(units, embedder, by, Vocabulary(embedder, {})))
    return " ".join(capsys.readouterr().out.split())


def of(team: str, number: int, **more: str) -> dict[str, str]:
    return {"team": team, "participant": f"{team}{number}", **more}


def test_words_that_set_a_team_apart_are_counted(capsys):
    """Who uses them, on both sides, and the language they were compared in; and how far apart teams are."""
    rows = [("boats leak", "en", of("North", n)) for n in range(7)]
    rows += [("roads flood", "en", of("South", n)) for n in range(7)]
    said = printed(capsys, rows)
    assert "words of North [en], beside the others: boats (7 of 7 people, others 0 of 7)" in said
    differs = "one group, differs; North +100 points beside the others (+50 to +100)"
    assert f"team: North 7 of 7, South 0 of 7 — {differs}" in said


def test_a_team_with_its_own_language_cannot_be_told_from_it(capsys):
    """The terminal says so, and no word of its language is called its own."""
    rows = [("boats leak", "en", of("North", n)) for n in range(7)]
    rows += [("নৌকা ফুটো", "bn", of("South", n)) for n in range(7)]
    said = printed(capsys, rows)
    assert "Here team and language coincide: the two cannot be told apart." in said
    assert "words of" not in said


def test_notes_without_an_author_and_small_groups_are_named(capsys):
    """How many notes count as further people, and what is not shown."""
    rows = [("boats leak", "en", of("North", n, gender="woman")) for n in range(4)]
    rows += [("roads flood", "en", of("North", 9, gender="man")), ("seed", "en", {}), ("seed", "en", {})]
    said = printed(capsys, rows, ("team", "gender"))
    assert "2 of 7 notes name no author; they are counted as different people" in said
    assert "gender is not compared: groups this small would show single people." in said
    assert "gender: " not in said
    assert "name no author" not in printed(capsys, [row for row in rows if row[2]])
