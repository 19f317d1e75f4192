"""Nobody is named in names of readings and in questions, whoever may read the notes."""

from dataclasses import replace

from nlp.documents.types import Person
from nlp.messages import Message
from nlp.readings.types import Interpretation
from nlp.readings.wording.questions import ONLY_ONE
from service.presentation.masking.headlines import nameless, without_names
from tests.service.presentation.readings.made import element, reading

PEOPLE = nameless((Person("Suresh Thapa", ("सुरेश",)),), ("Sylhet", "Trust"))


def found(label, given="", labels=None):
    one = replace(reading(label, A=(3, 5), B=(0, 5)), given=given, labels=labels or {"en": label})
    question = Message(ONLY_ONE, {"group": "A", "label": label})
    return Interpretation("m", ("team",), (replace(element(one), questions=(question,)),))


def test_labels_and_questions_name_nobody():
    """A person of the roster in any script, and a stranger beside a word of kinship."""
    (shown,) = without_names(
        found("Suresh's bell", labels={"en": "Suresh's bell", "ne": "सुरेशको घण्टी"}), PEOPLE
    ).elements
    assert shown.readings[0].label == "…'s bell"
    assert shown.readings[0].labels == {"en": "…'s bell", "ne": "…को घण्टी"}
    assert "“…'s bell”" in str(shown.questions[0])
    (shown,) = without_names(found("Rahim bhai knows"), nameless(())).elements
    assert shown.readings[0].label == "… bhai knows"


def test_words_of_a_name_are_not_explained():
    """The nearest words of a label that names somebody come from the name too."""
    given = found("Suresh's bell").elements[0]
    glossed = replace(given, readings=(replace(given.readings[0], gloss={"bn": ("নিশ্চিত",)}),))
    (shown,) = without_names(Interpretation("m", ("team",), (glossed,)), PEOPLE).elements
    assert shown.readings[0].gloss == {}
    (shown,) = without_names(Interpretation("m", ("team",), (glossed,)), nameless(())).elements
    assert shown.readings[0].gloss == {"bn": ("নিশ্চিত",)}


def test_a_name_that_a_person_gave_and_names_of_groups_stay():
    """Facilitators may call a reading as they like; a team that is called like somebody is still that team."""
    (shown,) = without_names(found("x", given="Suresh's idea"), PEOPLE).elements
    assert shown.readings[0].given == "Suresh's idea"
    question = Message(ONLY_ONE, {"group": "Suresh", "label": "x"})
    given = replace(found("x").elements[0], groups={"team": {"Suresh": 5}}, questions=(question,))
    (shown,) = without_names(Interpretation("m", ("team",), (given,)), PEOPLE).elements
    assert shown.questions[0].values["group"] == "Suresh"


def test_words_of_teams_and_elements_stay():
    """Where somebody is called like the place of a team."""
    people = nameless((Person("Sylhet Khan"),), ("Sylhet",))
    assert people.mask("the Sylhet office") == "the Sylhet office"


def test_notes_stay_as_they_were_written():
    """Only what stands over them changes."""
    given = found("Suresh's bell")
    assert without_names(given, PEOPLE).elements[0].readings[0].units == given.elements[0].readings[0].units


def test_where_nobody_is_known_texts_stay_as_they_are():
    """No name is hidden, no letter changed."""
    for text in ("Binita calls us", "বিনীতা ফোন করে", "बिनिता फोन गर्छिन्", ""):
        assert nameless([]).hide_names(text) == text
