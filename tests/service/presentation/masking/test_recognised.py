"""People whom a trained pipeline finds are hidden with those of the roster."""

from unicodedata import normalize

import pytest
import spacy

from nlp.documents.types import Person
from nlp.errors import InputError
from service.presentation.i18n import language
from service.presentation.masking.headlines import nameless
from service.presentation.masking.masking import numbered
from service.presentation.masking.recognised import load_recogniser

FOUND = ("Marek Kowalski", "শাহানা", "बिमला")


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    """A pipeline on disk that knows three people and a place, as one that is installed would find them."""
    folder = tmp_path_factory.mktemp("pipeline") / "people"
    made = spacy.blank("xx")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": normalize("NFC", name)} for name in FOUND])
    ruler.add_patterns([{"label": "LOC", "pattern": "Khulna"}])
    made.to_disk(folder)
    return str(folder)


def test_people_that_it_finds_are_hidden_and_places_stay(pipeline):
    """In every script and form, beside those of the roster, who keep their numbers."""
    people = numbered(["Rina Akter"], (Person("Rina Akter"),), language("en"), recognise=load_recogniser(pipeline))
    for form in ("NFC", "NFD"):
        text = normalize(form, "Marek Kowalski met Rina in Khulna. শাহানা এলেন। बिमला आइन्।")
        assert people.mask(text) == normalize("NFC", "… met Person 1 in Khulna. … এলেন। … आइन्।")


def test_headlines_name_none_of_them_either(pipeline):
    """Also where there is no roster at all."""
    assert nameless((), recognise=load_recogniser(pipeline)).mask("Marek Kowalski asked") == "… asked"


def test_without_a_pipeline_nobody_is_recognised():
    """The texts stay as the roster leaves them."""
    assert numbered((), (), language("en"), recognise=load_recogniser("")).mask("Marek Kowalski asked") == (
        "Marek Kowalski asked"
    )


def test_a_pipeline_that_is_not_there_is_said_in_one_line():
    """With its name, and what to do."""
    with pytest.raises(InputError, match=r"^the pipeline no_such_pipeline cannot be loaded .*\. Install it") as refused:
        load_recogniser("no_such_pipeline")
    assert "\n" not in str(refused.value)
