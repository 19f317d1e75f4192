import json

from nlp.transcripts import read_transcript


def test_the_sections_of_sayit():
    """Names may be written as in addresses; notes have no speaker and are no speech; tags are no words."""
    sections = [
        {"section_id": 1, "section_speaker": "Anna%20Lund", "section_content": "<p>Hello &amp; welcome</p><p>all</p>"},
        {"section_id": 2, "section_speaker": None, "section_content": "<p>(music)</p>"},
        {"section_id": 3, "section_speaker": "%E7%8E%8B", "section_content": "<p>好</p>"},
    ]
    record = read_transcript("a.json", json.dumps(sections).encode())
    assert [(turn.speaker, turn.text) for turn in record.turns] == [("Anna Lund", "Hello & welcome all"), ("王", "好")]
    assert (record.form, record.unread.lines) == ("sayit", 1)
