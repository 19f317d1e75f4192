"""Transcripts that leave are read again by our own readers, and by others."""

import io
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from nlp import read_transcript
from nlp.consent import Consent
from nlp.errors import InputError, NothingToAnalyse
from nlp.participation.people.identities import Identity
from service.errors import NotFound
from service.exports.transcripts.captions import write_webvtt
from service.exports.transcripts.formats import TRANSCRIPT_FORMATS, write_transcript
from service.exports.transcripts.spoken import SpokenTurn
from service.exports.transcripts.tiers import write_elan, write_rttm
from service.exports.transcripts.timed import TimedTurn, timed
from service.exports.transcripts.transcript import TranscriptData
from service.presentation.i18n import language
from service.privacy.consents import Said

SESSION = "session-2026-03-18"
TURNS = (
    TimedTurn("Asha Rai", 0, 30_000, "Let us begin: 3 < 4 & 5 > 2 --> really"),
    TimedTurn("রিনা দাস", 29_500, 40_000, "আমরা পরে আলোচনা করব।"),
    TimedTurn("फूलमती थारू", 40_000, 3_661_001, "खबर ढिलो आउँछ 👩🏽‍🌾"),
    TimedTurn("Asha Rai", 3_661_001, 3_661_002, "kotha bolte pari na"),
)


def data_of(workspace, slug, *, names=False):
    return TranscriptData(workspace.findings(slug), SESSION, language("en"), names)


def written(workspace, slug, form="vtt", *, names=False):
    return write_transcript(data_of(workspace, slug, names=names), form)


@pytest.mark.parametrize(("form", "write"), [("vtt", write_webvtt), ("eaf", write_elan)])
def test_our_reader_gives_the_same_turns(form, write):
    """Names, times to the millisecond, and words, in every script."""
    read = read_transcript(f"s.{form}", write("Session of March", TURNS))
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in read.turns] == [
        (turn.person, turn.start / 1000, turn.end / 1000, turn.text) for turn in TURNS
    ]
    assert not read.unread.lines


def test_webvtt_py_gives_the_same_turns():
    """Another reader: voices, times and words."""
    read = webvtt.from_buffer(io.StringIO(write_webvtt("Session", TURNS).decode()))
    assert [(cue.voice, cue.start_in_seconds) for cue in read] == [(turn.person, turn.start // 1000) for turn in TURNS]
    assert read[1].text == TURNS[1].text
    assert read[3].end == "01:01:01.002"


def test_rttm_says_who_spoke_when():
    """Without the words, names in one piece."""
    read = read_transcript("s.rttm", write_rttm("Session of March", TURNS))
    assert [(turn.speaker, turn.start, turn.end) for turn in read.turns] == [
        (turn.person.replace(" ", "_"), pytest.approx(turn.start / 1000), pytest.approx(turn.end / 1000))
        for turn in TURNS
    ]


def test_elan_has_the_structure_of_its_schema():
    """Order of elements, required attributes, unique ids, slots in order of time, no overlap within a tier."""
    root = ElementTree.fromstring(write_elan("Session <1>", (*TURNS, TimedTurn("", 5, 9, "?"))))
    assert [child.tag for child in root] == ["HEADER", "TIME_ORDER", *["TIER"] * 4, "LINGUISTIC_TYPE"]
    assert {"AUTHOR", "DATE", "VERSION", "FORMAT"} <= root.attrib.keys()
    slots = {slot.get("TIME_SLOT_ID"): int(slot.get("TIME_VALUE")) for slot in root.iter("TIME_SLOT")}
    assert list(slots.values()) == sorted(slots.values())
    ids = [each.get("ANNOTATION_ID") for each in root.iter("ALIGNABLE_ANNOTATION")]
    assert len({*ids, *slots}) == len(ids) + len(slots)
    types = {each.get("LINGUISTIC_TYPE_ID") for each in root.iter("LINGUISTIC_TYPE")}
    for tier in root.iter("TIER"):
        assert tier.get("LINGUISTIC_TYPE_REF") in types
        spans = [
            (slots[one.get("TIME_SLOT_REF1")], slots[one.get("TIME_SLOT_REF2")])
            for one in tier.iter("ALIGNABLE_ANNOTATION")
        ]
        assert all(start < end for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_turns_of_one_person_that_overlap_are_parted():
    """No tier of ELAN holds two annotations at one time; no word is lost."""
    turns = (TimedTurn("A B", 0, 100, "one"), TimedTurn("A B", 50, 80, "two"), TimedTurn("A B", 50, 90, "three"))
    read = read_transcript("s.eaf", write_elan("x", turns))
    assert [(turn.start, turn.end, turn.text) for turn in read.turns] == [(0, 0.05, "one"), (0.05, 0.09, "two three")]


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"]), min_size=1, max_size=40)


@given(st.lists(st.tuples(st.sampled_from(["Asha Rai", "রিনা দাস", "A & B <C>"]), words), min_size=1, max_size=8))
def test_any_words_are_read_again(said):
    """Signs that mean something in WebVTT mean nothing in words."""
    turns = [
        TimedTurn(name, 1000 * at, 1000 * at + 900, " ".join(text.split())) for at, (name, text) in enumerate(said)
    ]
    turns = [turn for turn in turns if any(map(str.isalnum, turn.text))]
    if turns:
        read = read_transcript("s.vtt", write_webvtt("x", turns))
        assert [(turn.speaker, turn.text) for turn in read.turns] == [(turn.person, turn.text) for turn in turns]


def test_turns_without_times_are_refused():
    """One line says so, and what to do."""
    with pytest.raises(InputError, match="does not say when"):
        timed([SpokenTurn(1, "A", None, None, "x")])


def test_a_turn_without_length_lasts_a_millisecond():
    """Neither format holds one that lasts nothing."""
    assert timed([SpokenTurn(2, "B", 2.0, 1.0, ""), SpokenTurn(1, "A", 1.0, 1.0, "x")]) == (
        TimedTurn("A", 1000, 1001, "x"),
        TimedTurn("B", 2000, 2001, ""),
    )


@pytest.mark.parametrize("form", TRANSCRIPT_FORMATS)
def test_people_have_numbers_unless_names_are_asked_for(workspace, full, form):
    """The numbers are those of the session's page."""
    name, content, _ = written(workspace, full, form)
    assert name == f"{SESSION}.{form}"
    assert b"Asha" not in content
    assert b"Person" in content
    assert b"Asha" in written(workspace, full, form, names=True)[1]


def test_names_that_were_confirmed_stand_in_it(workspace, full):
    """Not the labels of the record."""
    workspace.identities.tell(full, SESSION, Identity("Tom Bell", "person", "Rina Das"), everywhere=False)
    _, content, _ = written(workspace, full, names=True)
    assert "<v Rina Das>" in content.decode()
    assert "Tom Bell" not in content.decode()


def test_words_leave_only_as_people_agreed(workspace, full):
    """Counted only: a cue without words. Not at all: no cue. A session that nobody agreed to: nothing."""
    workspace.consents.say(full, [Said(Consent.COUNTED, person="Asha Rai")])
    content = written(workspace, full, names=True)[1].decode()
    assert (content.count("-->"), content.count("…</v>")) == (3, 2)
    assert "আলোচনা" not in content
    workspace.consents.say(full, [Said(Consent.NOT_AT_ALL, person="Tom Bell")])
    content = written(workspace, full, names=True)[1].decode()
    assert content.count("-->") == 2
    assert "budget" not in content
    workspace.consents.say(full, [Said(Consent.NOT_AT_ALL, session=SESSION)])
    with pytest.raises(NothingToAnalyse):
        written(workspace, full)


def test_a_session_whose_people_may_not_be_named_has_numbers(workspace, full):
    """Whatever is asked."""
    workspace.consents.say(full, [Said(Consent.NOT_ATTRIBUTED, session=SESSION)])
    assert b"Asha" not in written(workspace, full, names=True)[1]


def test_what_is_not_there_is_refused(workspace, full):
    """A session or a format."""
    with pytest.raises(InputError, match="transcripts do not leave as srt"):
        written(workspace, full, "srt")
    with pytest.raises(NotFound):
        write_transcript(TranscriptData(workspace.findings(full), "none", language("en")), "vtt")
