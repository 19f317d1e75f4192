from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.documents.types import Person
from nlp.participation.people.label_kinds import Kind, bare_name, is_identifier, is_machine_made, kind_of
from nlp.participation.people.match_roster import match_labels
from nlp.participation.people.name_similarity import similarity, skeleton

ROSTER = [
    Person("Rafiqul Islam", ("Rafiq bhai",)),
    Person("Shahnaz Parveen Lipi", ("শাহনাজ পারভীন লিপি",)),
    Person("Anjali Chaudhary"),
    Person("Ram Kumari Yadav", ("राम कुमारी यादव",)),
    Person("Saurabh Swaroop"),
]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Rafiqul Islam", "Rafiqul Islam"),
        ("  RAFIQUL   ISLAM ", "Rafiqul Islam"),
        ("Rafiqul Islam (Char Alo)", "Rafiqul Islam"),
        ("Rafiqul Islam（Char Alo）", "Rafiqul Islam"),
        ("Rafiqul Islam | Char Alo", "Rafiqul Islam"),
        ("Rafiqul Islam - Char Alo", "Rafiqul Islam"),
        ("Rafiqul Islam / Char Alo", "Rafiqul Islam"),
        ("Mr. Rafiqul Islam", "Rafiqul Islam"),
        ("Prof. Dr Rafiqul Islam", "Rafiqul Islam"),
        ("RAFIQ BHAI", "Rafiqul Islam"),
        ("Rafiq", "Rafiqul Islam"),
        ("Saurabh Swaroop’s iPad", "Saurabh Swaroop"),
        ("iPhone of Saurabh Swaroop", "Saurabh Swaroop"),
        ("Saurabh Swaroop's iPhone (2)", "Saurabh Swaroop"),
        ("শাহনাজ পারভীন লিপি", "Shahnaz Parveen Lipi"),
        ("অধ্যাপক ড. শাহনাজ পারভীন লিপি আপা", "Shahnaz Parveen Lipi"),
        ("জনাব শাহনাজ পারভীন লিপি", "Shahnaz Parveen Lipi"),
        ("श्रीमती राम कुमारी यादव ज्यू", "Ram Kumari Yadav"),
    ],
)
def test_a_label_that_is_the_name_but_for_its_trimmings_is_the_person(label, name):
    """Case, spaces, organisation, device, honorifics and forms of address in three scripts."""
    assert match_labels([label], ROSTER).person_of == {label: name}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Anjoli Chowdhury", "Anjali Chaudhary"),
        ("অঞ্জলি চৌধুরী", "Anjali Chaudhary"),
        ("अञ्जलि चौधुरी", "Anjali Chaudhary"),
        ("R. Islam", "Rafiqul Islam"),
        ("Md Rafiqul Islam", "Rafiqul Islam"),
        ("Rafikul Islam", "Rafiqul Islam"),
        ("Anjali", "Anjali Chaudhary"),
        ("Saurabh's iPad", "Saurabh Swaroop"),
    ],
)
def test_a_spelling_twin_is_proposed_and_never_merged(label, name):
    """Until a facilitator confirms it, the label is somebody unknown."""
    cast = match_labels([label], ROSTER)
    assert cast.unknown == (label,)
    assert cast.proposals[0].name == name
    assert 0.5 <= cast.proposals[0].score < 1


@pytest.mark.parametrize("label", ["Peter Nolan", "SPEAKER_00", "Q", "🙂", "মঈন"])
def test_a_stranger_gets_no_proposal(label):
    """Nothing speaks for anybody on the roster."""
    cast = match_labels([label], ROSTER)
    assert (cast.unknown, cast.proposals) == ((label,), ())


def test_a_label_that_fits_two_people_is_nobodys_yet():
    """Both are proposed."""
    twins = [Person("Sumi Rani Das", ("Sumi",)), Person("Sumi Akter", ("Sumi",))]
    cast = match_labels(["Sumi"], twins)
    assert cast.unknown == ("Sumi",)
    assert {proposal.name for proposal in cast.proposals} == {"Sumi Rani Das", "Sumi Akter"}


def test_without_a_roster_spellings_that_differ_in_case_are_one_person():
    """Labels that differ more stay apart: nobody says that they are one."""
    cast = match_labels(["Interviewer", "interviewer:"[:-1], "Interviewer (A)"], None)
    assert cast.person_of == {
        "Interviewer": "Interviewer",
        "interviewer": "Interviewer",
        "Interviewer (A)": "Interviewer (A)",
    }
    assert cast.unknown == ()


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Fireflies.ai Notetaker Michel", Kind.BOT),
        ("read.ai meeting notes", Kind.BOT),
        ("Otter.ai", Kind.BOT),
        ("Harry Rook's Presentation", Kind.BOT),
        ("Meeting Note Taker", Kind.BOT),
        ("Conference Room B", Kind.ROOM),
        ("Dhaka Meeting Room", Kind.ROOM),
        ("সভাকক্ষ ২", Kind.ROOM),
        ("iPad", Kind.PERSON),
        ("Galaxy A12", Kind.PERSON),
        ("iPhone (2)", Kind.PERSON),
        ("Rafiqul Islam", Kind.PERSON),
        ("Abbott", Kind.PERSON),
        ("Hallam", Kind.PERSON),
        ("রুমি", Kind.PERSON),
    ],
)
def test_software_and_rooms_are_told_from_people(label, kind):
    """By the words that products and rooms carry."""
    assert kind_of(label) is kind


def test_a_roster_name_wins_over_what_it_looks_like():
    """Somebody may really be called Teams."""
    assert match_labels(["Teams"], [Person("Teams")]).person_of == {"Teams": "Teams"}


@pytest.mark.parametrize("label", ["SPEAKER_00", "Speaker 3", "spk_1", "A", "2", "ch_0"])
def test_labels_of_diarisation_are_known(label):
    """And names are not taken for them."""
    assert is_machine_made(label)
    assert not is_machine_made("Anna")


def test_account_numbers_are_known():
    """As older Teams records have them."""
    assert is_identifier("68f0e9b4-d6de-4cad-9c2a-9b587e97837f@72f988bf-86f1-41af-91ab-2d7cd011db47")
    assert not is_identifier("Anna")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Chowdhury", "Chaudhary", "চৌধুরী", "चौधरी"),
        ("Anjali", "Anjoli", "অঞ্জলি", "अञ्जली"),
        ("Rafiqul", "Rofikul", "রফিকুল"),
        ("Bishnu", "Vishnu", "विष्णु", "বিষ্ণু"),
        ("Phulmaya", "Fulmaya", "फूलमाया"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings):
    """In Latin, Bengali and Devanagari script."""
    assert len({skeleton(spelling) for spelling in spellings}) == 1


def test_nothing_speaks_for_two_different_names():
    """Similarity is 0, and 0 too where there is no name at all."""
    assert similarity("anjali rai", "peter nolan") == 0
    assert similarity("", "peter") == 0


def test_a_name_of_nothing_but_trimmings_stays():
    """`Dr` alone or `(guest)` must not become empty."""
    assert bare_name("Dr") == "dr"
    assert bare_name("(guest)") == "(guest)"
    assert bare_name("@ritz") == "@ritz"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Rina apa", "Rina Akter"),
        ("রিনা আপা", "Rina Akter"),
        ("Karim vai", "Md. Karim Uddin"),
        ("Om dai", "Om Thapa"),
        ("Sita di", "Sita Rai"),
        ("सीता दिदी", "Sita Rai"),
        ("हरि दाइ", "Hari Shah"),
    ],
)
def test_a_first_name_with_a_form_of_address_is_proposed(label, name):
    """In whichever script, if exactly one person of the roster has that first name."""
    names = ("Rina Akter", "Md. Karim Uddin", "Om Thapa", "Sita Rai", "Hari Shah")
    roster = [Person(name) for name in names]
    cast = match_labels([label], roster)
    assert cast.unknown == (label,)
    assert [(proposal.name, proposal.score) for proposal in cast.proposals][:1] == [(name, 0.75)]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("अञ्जली चौधरी", "Anjali Chaudhary"),
        ("श्रीमती अञ्जली चौधरी ज्यू", "Anjali Chaudhary"),
        ("রফিকুল ইসলাম", "Rafiqul Islam"),
        ("রফিকুল ইসলাম (চর আলো)", "Rafiqul Islam"),
        ("Raam Kumari Yadaab", "राम कुमारी यादव"),
    ],
)
def test_a_name_in_another_script_is_the_person_where_every_sound_agrees(label, name):
    """It is joined, and said to be joined by its sound."""
    cast = match_labels([label], [Person("Rafiqul Islam"), Person("Anjali Chaudhary"), Person("राम कुमारी यादव")])
    assert cast.person_of == {label: name}
    assert [(each.label, each.name) for each in cast.by_sound] == [(label, name)]
    assert cast.unknown == ()


@pytest.mark.parametrize("other", ["Rafikul Islam", "Rofiqul Islam", "Rafiqul Islam Khan", "রফিকুল ইসলাম খান"])
def test_nobody_is_joined_by_sound_where_another_name_is_alike(other):
    """Then both are proposed."""
    cast = match_labels(["রফিকুল ইসলাম"], [Person("Rafiqul Islam"), Person(other)])
    assert (cast.unknown, cast.by_sound) == (("রফিকুল ইসলাম",), ())
    assert {proposal.name for proposal in cast.proposals} == {"Rafiqul Islam", other}


def test_somebody_of_whom_it_was_said_is_not_joined_by_sound():
    """A stranger whose name sounds like one of the roster stays one; a name that stands on the roster does not."""
    roster = [Person("Rafiqul Islam")]
    cast = match_labels(["রফিকুল ইসলাম", "rafiqul islam"], roster, strangers=["রফিকুল  ইসলাম", "Rafiqul Islam"])
    assert cast.unknown == ("রফিকুল ইসলাম",)
    assert cast.person_of["rafiqul islam"] == "Rafiqul Islam"


def test_a_form_of_address_makes_no_choice_between_two_people():
    """Rina apa is not Rina Das, who is also called Rina, while there is a Rina Akter; Rina alone is."""
    roster = [Person("Rina Akter"), Person("Rina Das", ("Rina",)), Person("Maya Rai", ("माया दिदी",))]
    assert match_labels(["Rina apa", "রিনা আপা", "Rina"], roster).person_of == {
        "Rina apa": "Rina apa",
        "রিনা আপা": "রিনা আপা",
        "Rina": "Rina Das",
    }
    assert match_labels(["माया"], roster).person_of == {"माया": "Maya Rai"}


def test_rows_of_one_name_are_one_person():
    """In the first spelling; they are counted."""
    cast = match_labels(["rina akter"], [Person("Rina Akter"), Person("RINA  AKTER"), Person("Rina\u200d-Akter")])
    assert (cast.person_of, cast.on_roster, cast.repeated) == ({"rina akter": "Rina Akter"}, ("Rina Akter",), 1)


@given(
    st.sampled_from(["Rina Akter", "মায়া রাই", "गीता थापा", "Bishnu Rai"]),
    st.sampled_from(
        ["Dr. {}", "{} apa", "জনাব {}", "{} दिदी", "{} (Char Alo)", "{}'s iPhone", "\u200e{}\u200f", "{}\u200d "]
    ),
    st.sampled_from(["NFC", "NFD"]),
    st.booleans(),
)
def test_trimmings_never_hide_a_person(name, trimming, form, upper):
    """Nor does the case or the normal form: the label is the same person's, on either side."""
    label = normalize(form, trimming.format(name.upper() if upper else name))
    assert match_labels([label], [Person(name), Person("Om Thapa")]).person_of == {label: name}
    assert match_labels([name], [Person(label), Person("Om Thapa")]).person_of == {name: label}


def test_a_first_name_of_two_people_singles_out_neither():
    """Both are proposed, alike."""
    cast = match_labels(["Rina apa"], [Person("Rina Akter"), Person("Rina Das")])
    assert {(proposal.name, proposal.score) for proposal in cast.proposals} == {("Rina Akter", 0.6), ("Rina Das", 0.6)}


def test_an_alias_with_a_form_of_address_is_the_person():
    """As people appear on Zoom."""
    assert match_labels(["Rina apa"], [Person("Rina Akter", ("Rina apa",))]).person_of == {"Rina apa": "Rina Akter"}


@pytest.mark.parametrize("label", ["iPhone (2)", "iPhone 13 Pro", "Redmi Note 9", "Galaxy A12"])
def test_a_device_alone_is_an_unknown_speaker(label):
    """Another's device is nobody's alias, and nothing speaks for anybody."""
    cast = match_labels([label], [Person("Rina Akter", ("iPhone (3)", "Galaxy A13")), Person("Afan")])
    assert (cast.unknown, cast.proposals, cast.rooms, cast.bots) == ((label,), (), (), ())


def test_a_device_that_the_roster_names_is_the_person():
    """Spelled like the alias, with its number."""
    assert match_labels(["iphone (2)"], [Person("Rina", ("iPhone (2)",))]).person_of == {"iphone (2)": "Rina"}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ram, Nepal Office", "Ram Yadav"),
        ("Ram, Nepal Office (External)", "Ram Yadav"),
        ("राम, नेपाल कार्यालय", "Ram Yadav"),
        ("Rai, Om", "Om Rai"),
        ("Dr. Om Rai, Trust and Learning", "Om Rai"),
    ],
)
def test_a_label_with_an_organisation_after_a_comma_is_proposed(label, name):
    """Teams writes a name, a comma and an organisation; it is a proposal, not a match."""
    cast = match_labels([label], [Person("Ram Yadav", ("Ram", "राम")), Person("Om Rai"), Person("Sita Office")])
    assert cast.unknown == (label,)
    assert cast.proposals[0].name == name
