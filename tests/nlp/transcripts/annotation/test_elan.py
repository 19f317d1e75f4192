import pytest

from nlp.errors import NoSpeakers, UnreadableFile
from nlp.transcripts import read_transcript

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT VERSION="3.0"><TIME_ORDER>'


def annotation(number, start, end, text):
    return (
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}" TIME_SLOT_REF1="{start}" TIME_SLOT_REF2="{end}">'
        f"<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
    )


def document(*tiers, slots=(1000, 2500, None, 4500)):
    times = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="ts{n}"' + ("/>" if time is None else f' TIME_VALUE="{time}"/>')
        for n, time in enumerate(slots, start=1)
    )
    return f"{HEAD}{times}</TIME_ORDER>{''.join(tiers)}</ANNOTATION_DOCUMENT>".encode()


def said(data):
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read_transcript("a.eaf", data).turns]


def test_top_tiers_are_speakers_and_dependent_tiers_are_not():
    """A slot without a time lies between its neighbours; tiers without a participant are named and left out."""
    data = document(
        f'<TIER TIER_ID="T1" PARTICIPANT="রহিমা">{annotation(1, "ts1", "ts2", "জি")}</TIER>',
        f'<TIER TIER_ID="x@T1" PARENT_REF="T1" PARTICIPANT="রহিমা">{annotation(2, "ts1", "ts2", "again")}</TIER>',
        f'<TIER TIER_ID="T2" PARTICIPANT="Sam">{annotation(3, "ts2", "ts3", "a &amp; b")}</TIER>',
        f'<TIER TIER_ID="gestures">{annotation(4, "ts3", "ts4", "waves")}</TIER>',
    )
    assert said(data) == [("রহিমা", 1.0, 2.5, "জি"), ("Sam", 2.5, 3.5, "a & b")]
    assert "gestures" in str(read_transcript("a.eaf", data).remarks[0])


def test_a_participant_of_several_tiers_gives_way_to_the_tiers_names():
    """`MULTI` says nothing."""
    tiers = [f'<TIER TIER_ID="F{n}" PARTICIPANT="MULTI">{annotation(n, "ts1", "ts2", "x")}</TIER>' for n in (1, 2)]
    assert [turn[0] for turn in said(document(*tiers))] == ["F1", "F2"]


@pytest.mark.parametrize(
    "data",
    [
        document()[:-10],
        b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><ANNOTATION_DOCUMENT>&d;</ANNOTATION_DOCUMENT>',
    ],
)
def test_broken_xml_and_entities_are_refused(data):
    """Entities may grow without end."""
    with pytest.raises(UnreadableFile, match=r"^a\.eaf: "):
        read_transcript("a.eaf", data)


def test_tiers_that_only_say_what_is_in_them_name_nobody():
    """`gestures` and `text` are no people."""
    data = document(
        *(f'<TIER TIER_ID="{name}">{annotation(1, "ts1", "ts2", "x")}</TIER>' for name in ("text", "Gestures"))
    )
    with pytest.raises(NoSpeakers):
        read_transcript("a.eaf", data)
