"""What stands on its own, and what is half of a thought, in six languages and two romanised ones."""

import pytest

from nlp.documents.types import Unit
from nlp.readings.wording.clauses import Clause, clauses
from nlp.readings.wording.grammar import NO_VERB, POINTING, cost, is_half


def clause(text: str, language: str, note: str = "") -> Clause:
    whole = note or text
    found = clauses(Unit("n", whole, language, "notes.csv", 2, 0, len(whole)))
    return next(each for each in found if each.text == text)


@pytest.mark.parametrize(
    ("text", "language", "note"),
    [
        ("not the head office alone", "en", "We speak for ourselves there, not the head office alone"),
        ("the plan was very good", "en", "the plan was very good, but nobody came to do it"),
        ("so we walk there together", "en", "Nobody answers the phone, so we walk there together"),
        ("শুধু নিজের পদের কাজ না", "bn", "শুধু নিজের পদের কাজ না, দরকারে সব কাজে হাত লাগানো"),
        ("নিজের ভাষায় কথা বললে", "bn", "নিজের ভাষায় কথা বললে, সবাই বুঝতে পারে"),
        ("কিন্তু কেউ কাজ করে না", "bn", "পরিকল্পনা খুব ভালো ছিল, কিন্তু কেউ কাজ করে না"),
        ("सुझाव लिएर थन्क्याउने होइन", "ne", "सुझाव लिएर थन्क्याउने होइन, खबर फिर्ता दिने"),
        ("योजना राम्रो बनेको थियो", "ne", "योजना राम्रो बनेको थियो, तर कसैले मानेन"),
        ("तीन घण्टा हिँडेर आएपछि", "ne", "तीन घण्टा हिँडेर आएपछि, बैठक सकिएको थियो"),
        ("tara kasaile sodhena hamilai", "ne-Latn", "yojana ramro thiyo, tara kasaile sodhena hamilai"),
        ("pero nadie nos preguntó", "es", "El plan era muy bueno, pero nadie nos preguntó"),
        ("mais personne ne vient", "fr", "Le plan est très bon, mais personne ne vient"),
        ("mas ninguém nos perguntou", "pt", "O plano era muito bom, mas ninguém nos perguntou"),
        ("मत सबने दे दिया", "hi", "मत सबने दे दिया, लेकिन किसी ने सुना नहीं"),
        ("मतामत किसने लिया था", "hi", "मतामत किसने लिया था, लेकिन पता नहीं"),
    ],
)
def test_half_of_a_thought(text, language, note):
    """One side of a contrast, what goes on, what is left open: the other half carries the point."""
    assert is_half(clause(text, language, note))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Not waiting for approval of every small change", "en"),
        ("Partners raise delays directly", "en"),
        ("We keep what we promised", "en"),
        ("টাকার হিসাব সবার জন্য খোলা", "bn"),
        ("সন্দেহের চোখে না দেখা", "bn"),
        ("सबैले बुझ्ने भाषा प्रयोग गर्नु", "ne"),
        ("group ko kura group mai rakhne", "ne-Latn"),
        ("shobai hishab dekhte pare", "bn-Latn"),
        ("Todos pueden ver las cuentas", "es"),
        ("Kila mtu anaona hesabu zetu", "sw"),
    ],
)
def test_whole_clauses_cost_nothing(text, language):
    """With subject and verb, or a complete phrase; a language of which nothing is known passes."""
    found = clause(text, language)
    assert not is_half(found)
    assert cost(found) == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [("women and young staff", "en"), ("small local partner organisations", "en"), ("fixed weekly market days", "en")],
)
def test_a_topic_alone_costs(text, language):
    """What names a thing and says nothing of it is a worse name."""
    assert cost(clause(text, language)) == NO_VERB


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("this has really helped us", "en"),
        ("is that written anywhere here", "en"),
        ("nobody here thought of it", "en"),
        ("yo chai ramro bhayo", "ne-Latn"),
        ("यो निर्णय राम्रो भयो", "ne"),
        ("এটা আমাদের কাজে লাগে", "bn"),
    ],
)
def test_what_points_to_something_before_costs(text, language):
    """Nobody who reads only the name knows what "this" is."""
    assert cost(clause(text, language)) == POINTING
