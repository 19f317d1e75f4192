"""Elements that correspond although their names differ."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import load_embedder
from nlp.documents import Rubric, read_document
from nlp.documents.types import Descriptor
from nlp.rubrics import elements as elements_module
from nlp.rubrics.element_names import concepts
from nlp.rubrics.elements import match_elements, renamed
from nlp.rubrics.types import ElementFound
from tests.embedders import BagOfWords

SAMPLE = Path(__file__).parents[3] / "corpora" / "sample"
NAMES = {
    "Bangladesh": (
        "কার্যকর যোগাযোগ",
        "দলীয় পরিচয়",
        "খোলামেলা ভাব, সততা ও পারস্পরিক আস্থা",
        "প্রভাবমুখী কাজ",
        "অন্তর্ভুক্তিমূলক ও ন্যায্য",
        "খাপ খাওয়ানো ও নমনীয়তা",
        "উদ্যোক্তা সংস্কৃতি",
    ),
    "Nepal": (
        "सञ्चार",
        "टोलीको पहिचान",
        "खुलापन, इमानदारी र आपसी विश्वास",
        "प्रभाव उन्मुख",
        "समावेशी र समतामूलक",
        "अनुकूलन र लचकता",
        "उद्यमशील संस्कृति",
    ),
}


def descriptor(team: str, element: str, text: str = "text") -> Descriptor:
    return Descriptor(f"{team}{element}{text}", element, "high", text, "en", f"{team}.csv", 2, team)


def sample_in_three_languages() -> tuple[list[Descriptor], list[str]]:
    """Return the sample's rubrics, each with elements named in its own language, and the English names."""
    rubrics = []
    for team in ("consortium", "bangladesh", "nepal"):
        file = SAMPLE / f"rubric-{team}.csv"
        rubric = read_document(file.name, file.read_bytes(), ["en", "bn", "ne"])
        assert isinstance(rubric, Rubric)
        rubrics += rubric.descriptors
    english = list(dict.fromkeys(each.element for each in rubrics if each.team == "Consortium"))
    return [
        replace(each, element=NAMES[each.team][english.index(each.element)]) if each.team in NAMES else each
        for each in rubrics
    ], english


@pytest.mark.parametrize("known", [True, False])
def test_three_rubrics_in_three_languages(known, monkeypatch):
    """Every element of the sample is found under its Bangla and Nepali name, by known names or by likeness alone."""
    if not known:
        monkeypatch.setattr(elements_module, "concepts", lambda _: frozenset())
    rows, english = sample_in_three_languages()
    found = match_elements(rows, load_embedder())
    assert {(each.team, each.name, each.element) for each in found} == {
        (team, name, english[place]) for team, names in NAMES.items() for place, name in enumerate(names)
    }
    assert known or all(each.found is ElementFound.LIKENESS and (each.score or 0) > 0.2 for each in found)
    assert set(renamed(rows, found)) == set(english)


def test_elements_that_have_no_partner_stay_alone():
    """Four elements of one team, three others of another: nothing is matched by force."""
    rows, english = sample_in_three_languages()
    kept = [each for each in rows if each.team == "Consortium" and english.index(each.element) < 4]
    kept += [each for each in rows if each.team == "Nepal" and NAMES["Nepal"].index(each.element) >= 4]
    assert match_elements(kept, load_embedder()) == ()


def test_the_same_name_is_no_proposal():
    """Case and punctuation make no other name, and a name that both have is given to nothing else."""
    rows = [descriptor("A", "Trust"), descriptor("B", "trust!"), descriptor("B", "আস্থা")]
    assert match_elements(rows, BagOfWords()) == ()


def test_two_names_for_one_thing_are_not_decided_by_name():
    """A team that has both trust and mutual trust: the words alone do not say which it is."""
    rows = [descriptor("A", "Trust", "one"), descriptor("B", "আস্থা", "two"), descriptor("B", "পারস্পরিক আস্থা", "six")]
    assert match_elements(rows, BagOfWords()) == ()


def test_what_people_say_goes_first():
    """A given match is taken as it is, its own name keeps an element apart, and it is said that it was given."""
    rows = [descriptor("A", "Communications"), descriptor("A", "Money"), descriptor("B", "যোগাযোগ")]
    (found,) = match_elements(rows, BagOfWords())
    assert (found.element, found.found, found.score) == ("Communications", ElementFound.NAMES, None)
    (found,) = match_elements(rows, BagOfWords(), {"B": {"যোগাযোগ!": "money"}})
    assert (found.element, found.found) == ("Money", ElementFound.GIVEN)
    assert match_elements(rows, BagOfWords(), {"B": {"যোগাযোগ": "যোগাযোগ"}}) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Communications", "কার্যকর যোগাযোগ"),
        ("Communication", "प्रभावकारी सञ्चार"),
        ("Mutual trust", "পারস্পরিক বিশ্বাস"),
        ("Shared leadership", "साझा नेतृत्व"),
        ("Accountability", "জবাবদিহিতা"),
        ("Decision making", "toma de decisiones"),
        ("Transparency", "transparence"),
        ("Participation", "सहभागिता"),
    ],
)
def test_concepts_of_names(one, other):
    """The word that matters is known in both languages, whatever stands beside it."""
    assert concepts(one) == concepts(other) != frozenset()


def test_unknown_names_speak_of_nothing_known():
    """Names of no known word are left to likeness."""
    assert concepts("Quality of partnership meetings") == frozenset()
    assert concepts("🙂") == concepts("") == frozenset()


@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABC"),
            st.sampled_from(["Trust", "আস্থা", "विश्वास", "Risk", "ঝুঁকি", "🙂"]),
            st.text(max_size=5),
        ),
        max_size=12,
    )
)
def test_no_two_elements_of_a_team_become_one(said):
    """Matching is one to one, and what corresponds is named after an element that another team has."""
    rows = [descriptor(*each) for each in said]
    found = match_elements(rows, BagOfWords())
    names = renamed(rows, found)
    for team in "ABC":
        own = {(each.element, name) for each, name in zip(rows, names, strict=True) if each.team == team}
        assert len({name for _, name in own}) == len({element for element, _ in own})
    assert all(any(each.element == match.element and each.team != match.team for each in rows) for match in found)
