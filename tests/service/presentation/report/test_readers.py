"""What each reader gets, and that nothing else is in any file."""

import re
from dataclasses import replace

import pytest

from service.exports.formats import formats_for, written
from service.exports.report import Wanted, report_document
from service.presentation.report.document import (
    GridChart,
    GroupsChart,
    MapChart,
    PeopleChart,
    Questions,
    Quotes,
    Reader,
    Table,
)
from service.publications.choice import EVERYTHING, Choice
from service.publications.types import Format

SLUG = "both-banks"
OTHERS = (Reader.PARTICIPANTS, Reader.FUNDER, Reader.ROOM)
SECRETS = ("Zebrafinch", "ঝিলিমিলি", "झिलिमिली")
"""A word that stands in every note of one person, in three scripts."""


@pytest.fixture
def told(workspace):
    """A programme whose people and notes carry words that can be looked for: Asha may be quoted, Bimal may not."""
    slug = workspace.programmes.create("Two rivers", teams=["Nepal", "Bangladesh"]).slug
    rows = ["text,element,team,participant,consent"]
    for at in range(6):
        rows += [
            f"We trust each other and share the news {at},Trust,Nepal,Asha Rai,yes",
            f"{SECRETS[at % 3]} stays with the boss {at},Trust,Bangladesh,Bimal Das,counted only",
            f"Money comes late every month {at},Trust,Bangladesh,Asha Rai,yes",
        ]
    turns = "".join(f"{name}: {'word ' * many}\n" for name, many in (("Asha Rai", 30), ("Bimal Das", 3), ("Chhaya", 9)))
    roster = "name,gender\n" + "".join(f"{name},woman\n" for name in ("Asha Rai", "Bimal Das", "Chhaya"))
    files = (("notes.csv", "\n".join(rows)), ("talk.txt", turns), ("roster.csv", roster))
    workspace.files.add(slug, [(name, text.encode()) for name, text in files])
    return slug


def blocks(sections):
    for section in sections:
        yield from section.blocks
        yield from blocks(section.parts)


def test_only_facilitators_learn_of_single_persons(sample_workspace):
    """Nobody else gets a bar a person, a number or a name; everybody gets groups."""
    people = [person.name for person in sample_workspace.findings(SLUG).at.people]
    assert any(isinstance(each.picture, PeopleChart) for each in report_document(sample_workspace, SLUG).charts)
    for reader in OTHERS:
        document = report_document(sample_workspace, SLUG, Wanted(reader, names=True))
        text = written(document, Format.HTML).decode()
        assert not any(isinstance(each.picture, PeopleChart) for each in document.charts)
        assert not re.search(r"Person \d", text)
        assert not any(name in text for name in people)
        assert not re.search(r"people together had|One person had", text)


@pytest.mark.parametrize("language", ["en", "bn", "ne"])
def test_a_funder_reads_no_word_of_a_note(sample_workspace, language):
    """Neither as a quote nor as the name of a reading; what people named keeps its name, and nothing is asked."""
    found = sample_workspace.findings(SLUG).readings()
    document = report_document(sample_workspace, SLUG, Wanted(Reader.FUNDER, language))
    assert not any(isinstance(each, Quotes | Questions) for each in blocks(document.sections))
    text = written(document, Format.HTML).decode()
    notes = {unit.text for reading in found.readings for unit in reading.units if len(unit.text) > 12}
    given = {name for each in found.readings if each.given for name in (each.given, *each.given_in.values())}
    clauses = {label for each in found.readings for label in each.labels.values() if len(label) > 12} - given
    assert notes
    assert clauses
    assert not [said for said in notes | clauses if said in text]
    assert any(isinstance(each.picture, GridChart) for each in document.charts)
    assert any(isinstance(each.picture, GroupsChart) for each in document.charts)


def test_participants_read_quotes_of_nobody(sample_workspace):
    """Words as they are, of no team; what the facilitator wrote of next steps is there, and what was agreed."""
    choice = Choice(next_steps="We meet again in May.\nমে মাসে আবার বসব।")
    document = report_document(sample_workspace, SLUG, Wanted(Reader.PARTICIPANTS, choice=choice))
    quotes = [said for each in blocks(document.sections) if isinstance(each, Quotes) for said in each.quotes]
    assert quotes
    assert {said.mark.name for said in quotes} == {""}
    text = written(document, Format.HTML).decode()
    assert "We meet again in May." in text
    assert '<span lang="bn">মে মাসে আবার বসব।</span>' in text
    (agreed,) = (each for each in blocks(document.sections) if isinstance(each, Table))
    assert agreed.caption == "What was agreed, who does it and by when"


def test_slides_carry_no_words_behind_their_dots(sample_workspace):
    """Nobody can tap a wall; a slide has one thing on it and there are no contents."""
    document = report_document(sample_workspace, SLUG, Wanted(Reader.ROOM))
    maps = [each.picture for each in document.charts if isinstance(each.picture, MapChart)]
    dots = [dot for picture in maps for row in picture.rows for dot in row.dots]
    assert dots
    assert {(dot.quote.text, dot.title) for dot in dots} == {("", "")}
    assert not document.contents
    assert all(section.apart and not section.parts for section in document.sections)


@pytest.mark.parametrize("reader", Reader)
def test_what_may_not_be_read_is_in_no_file(workspace, told, reader):
    """Words that may only be counted, names, and for funders all words of notes, in three scripts."""
    document = report_document(workspace, told, Wanted(reader))
    text = written(document, Format.HTML).decode()
    assert not [secret for secret in (*SECRETS, "Bimal", "Asha", "Chhaya") if secret in text]
    if reader is Reader.FUNDER:
        assert "share the news" not in text
        assert "Money comes late" not in text


def test_without_quotes_no_words_of_notes_are_left(sample_workspace):
    """For facilitators too: readings are numbered where nobody named them."""
    found = sample_workspace.findings(SLUG).readings()
    text = written(
        report_document(sample_workspace, SLUG, Wanted(choice=replace(EVERYTHING, quotes=False, questions=False))),
        Format.HTML,
    ).decode()
    notes = {unit.text for reading in found.readings for unit in reading.units if len(unit.text) > 12}
    assert not [said for said in notes if said in text]
    assert "Reading 1" in text


def test_only_what_was_chosen_goes_in(sample_workspace):
    """Elements, sessions and questions that were left out are named nowhere."""
    at = sample_workspace.findings(SLUG).at
    first = at.sessions[0].slug
    choice = Choice(elements=("communications",), sessions=(first,), questions=False)
    for reader in Reader:
        document = report_document(sample_workspace, SLUG, Wanted(reader, choice=choice))
        text = written(document, Format.HTML).decode()
        assert "Communications" in text
        assert "Entrepreneurial culture" not in text
        assert not any(isinstance(each, Questions) for each in blocks(document.sections))
        assert "over-time" not in [part.slug for section in document.sections for part in section.parts]


def test_a_participants_and_a_funders_report_show_the_same_groups(sample_workspace):
    """What is taken together in one is taken together in the other: nothing is left when one is subtracted."""
    shown = [
        {
            (each.slug, one.name, one.words, one.head, one.share)
            for each in report_document(sample_workspace, SLUG, Wanted(reader)).charts
            if isinstance(each.picture, GroupsChart)
            for one in each.picture.groups
        }
        for reader in (Reader.PARTICIPANTS, Reader.FUNDER)
    ]
    assert shown[0] == shown[1] != set()


def test_every_reader_gets_pages_to_read():
    """HTML and PDF are for all."""
    assert all({Format.HTML, Format.PDF} <= set(formats_for(reader)) for reader in Reader)
