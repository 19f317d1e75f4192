"""What facilitators say of names, and that it counts in everything."""

import pytest

from nlp.consent import Consent
from nlp.errors import InputError
from nlp.participation.people.attendance import Presence
from service.journal.types import Action
from service.names.proposals import Because
from service.names.types import NameKind, Names
from service.privacy.consents import Said
from service.privacy.types import Doomed

ELEMENT, LEVEL, TEAM, PERSON = NameKind
ENGLISH = """element,level,descriptor,team
Communications,Well-functioning,We call every week,London
Communications,Needs help,Nobody calls,London
"""
BANGLA = """element,level,descriptor,team
যোগাযোগ,ভালো চলছে,We call every week,Dhaka
যোগাযোগ,সহায়তা দরকার,Nobody calls,Dhaka
"""
IN_BANGLA = """element,level,descriptor,team
যোগাযোগ,ভালো চলছে,আমরা প্রতি সপ্তাহে ফোন করি,Dhaka
যোগাযোগ,সহায়তা দরকার,কেউ ফোন করে না,Dhaka
"""
NOTES = """element,text,team,review
COMMS,We call every week and it helps,London office,2026-03
Communications,We call every week and it helps,লন্ডন,2026-03
"""
RATINGS = """review,team,element,level
2026-03,London office,COMMS,Well-functioning
2026-09,London,Communications,ভালো চলছে
"""


@pytest.fixture
def spoken(workspace, programme):
    """A programme whose files say the same in several ways."""
    texts = {"en.csv": ENGLISH, "bn.csv": BANGLA, "notes.csv": NOTES, "ratings.csv": RATINGS}
    workspace.files.add(programme, [(name, text.encode()) for name, text in texts.items()])
    return programme


def accept(workspace, slug):
    for each in workspace.names.of(slug).proposals:
        workspace.names.join(slug, each.kind, each.name, each.into)


def test_nothing_is_joined_before_somebody_says_so(workspace, spoken):
    """Proposals change no finding."""
    assert {each.because for each in workspace.names.of(spoken).proposals} >= {Because.NAMES, Because.SPELLING}
    assert set(workspace.findings(spoken).at.outline.elements) == {"Communications", "যোগাযোগ", "COMMS"}


def test_what_is_joined_counts_in_everything(workspace, spoken):
    """Outline, readings, rubrics and ratings speak of one element, one London, and three levels less."""
    before = workspace.findings(spoken)
    assert len(before.readings().elements) == 2
    accept(workspace, spoken)
    found = workspace.findings(spoken)
    assert found.at.outline.elements == ("Communications",)
    assert "London office" not in found.at.outline.teams
    assert [(element.element, element.notes) for element in found.readings().elements] == [("Communications", 2)]
    assert {team for element in found.readings().elements for team in element.groups["team"]} == {"London"}
    (compared,) = found.rubrics().elements
    assert (len(compared.matched), any(match.crosses_levels for match in compared.matched)) == (2, False)
    assert {(each.team, each.element, each.level) for each in found.ratings()} == {
        ("London", "Communications", "Well-functioning")
    }


def test_what_is_refused_is_remembered(workspace, spoken):
    """Proposals that were answered are not made again, and the rubrics do not compare what is not the same."""
    for each in workspace.names.of(spoken).proposals:
        workspace.names.refuse(spoken, each.kind, each.name, each.into)
    assert workspace.names.of(spoken).proposals == ()
    assert not any(element.matched for element in workspace.findings(spoken).rubrics().elements)


def test_edits_stay_with_an_element_that_gets_another_name(workspace, spoken):
    """They find it under its new one."""
    (first, *_) = workspace.findings(spoken).readings().elements
    note = (first.alone or first.readings[0].units)[0]
    workspace.edits.split(spoken, "communications", [note.id], "Calls")
    workspace.names.rename(spoken, ELEMENT, "Communications", "Talking")
    found = workspace.findings(spoken)
    assert {edit.element for edit in found.at.edits} == {"Talking"}
    assert "Calls" in {reading.given for reading in found.element("talking").readings}


def test_the_order_of_levels_that_somebody_gave_ranks_the_rubrics(workspace, spoken):
    """The best first, whatever their names say."""
    accept(workspace, spoken)
    workspace.names.order(spoken, LEVEL, ["Needs help", "Well-functioning"])
    found = workspace.findings(spoken)
    assert found.at.outline.levels == ("Needs help", "Well-functioning")
    assert {ladder.levels for ladder in found.rubrics().ladders} == {("Needs help", "Well-functioning")}


def test_every_name_tells_how_many_files_speak_of_it(workspace, spoken):
    """Under any spelling; what none speaks of can go."""
    workspace.names.join(spoken, ELEMENT, "COMMS", "Communications")
    named = {each.name: each.files for each in workspace.names.of(spoken).elements}
    assert named == {"Communications": 3, "যোগাযোগ": 1}
    workspace.names.remove(spoken, TEAM, "West")
    assert "West" not in {each.name for each in workspace.names.of(spoken).teams}
    with pytest.raises(InputError, match="speak of"):
        workspace.names.remove(spoken, ELEMENT, "Communications")


def test_names_are_as_short_as_all_others(workspace, spoken):
    """A name of 201 letters is refused, and no name, or one that is there already, is kept."""
    with pytest.raises(InputError, match="longer than 200 letters"):
        workspace.names.rename(spoken, ELEMENT, "Communications", "x" * 201)
    with pytest.raises(InputError, match="the name is empty"):
        workspace.names.rename(spoken, ELEMENT, "Communications", " \u200b")
    with pytest.raises(InputError, match="no language"):
        workspace.names.call(spoken, ELEMENT, "Communications", "", "x")


PEOPLE = "name,team,gender\nKarim Uddin,Dhaka,m\nSufia,Dhaka,w\nबिमला,London,w\n"
SAID = """element,text,team,participant
Communications,We call every week,Dhaka,Karim Uddin
Communications,No one calls,London,बिमला
"""
RATINGS_OF_PEOPLE = "review,team,element,level,participant\n2026-03,Dhaka,Communications,good,Karim Uddin\n"
RECORD = (
    "WEBVTT\n\n00:00.000 --> 00:10.000\n<v Karim Uddin>We call.\n\n00:10.000 --> 00:14.000\n<v Sufia>Not enough.\n\n"
    "00:14.000 --> 00:30.000\n<v Karim Uddin>We shall.\n"
)


@pytest.fixture
def with_people(workspace, programme):
    """People on a roster who wrote, spoke, were marked as present and agreed to something."""
    texts = {"people.csv": PEOPLE, "notes.csv": SAID, "meeting.vtt": RECORD, "ratings.csv": RATINGS_OF_PEOPLE}
    workspace.files.add(programme, [(name, text.encode()) for name, text in texts.items()])
    return programme


@pytest.mark.parametrize("new", ["Karim Uddin Ahmed", "করিম উদ্দিন", "करिम"])
def test_somebody_is_called_otherwise_everywhere(workspace, with_people, new):
    """On the roster, beside their notes and ratings, in the session, its attendance and what they agreed to."""
    slug = with_people
    workspace.consents.say(slug, [Said(Consent.WITHOUT_NAME, "Sufia")])
    session = workspace.findings(slug).at.sessions[0].slug
    workspace.attendance.say(slug, session, {"बिमला": Presence.PRESENT})
    before = workspace.findings(slug).readings()
    workspace.names.rename(slug, PERSON, "karim uddin", new)
    workspace.names.rename(slug, PERSON, "बिमला", "Bimala Rai")
    found = workspace.findings(slug)
    assert [person.name for person in found.at.people] == [new, "Sufia", "Bimala Rai"]
    assert [unit.attributes["participant"] for unit in found.notes()] == [new, "Bimala Rai"]
    assert [rating.participant for rating in found.ratings()] == [new]
    heard = found.participation(session)
    assert {speaker.name for speaker in heard.speakers} == {new, "Sufia"}
    assert {each.name: each.state for each in heard.attendance}["Bimala Rai"] is Presence.PRESENT
    assert [reading.unit_ids for reading in found.readings().readings] == [each.unit_ids for each in before.readings]
    assert [(each.name, each.also) for each in workspace.names.of(slug).people] == [
        (new, ("Karim Uddin",)),
        ("Sufia", ()),
        ("Bimala Rai", ("बिमला",)),
    ]


def test_a_person_keeps_a_name_of_their_own(workspace, with_people):
    """Nobody gets somebody else's name, an empty one, or one of whom nobody knows."""
    for name, new in (("Sufia", "KARIM UDDIN"), ("Sufia", " "), ("Nobody", "Somebody")):
        with pytest.raises(InputError):
            workspace.names.rename(with_people, PERSON, name, new)
    workspace.names.rename(with_people, PERSON, "Sufia", "Sufia Khatun")
    with pytest.raises(InputError):
        workspace.names.rename(with_people, PERSON, "Karim Uddin", "Sufia")


def test_a_name_of_a_person_is_written_down_and_taken_back(workspace, with_people):
    """The history says it; undone, everything is as the files have it."""
    workspace.names.rename(with_people, PERSON, "Sufia", "Sufia Khatun")
    (last, *_) = workspace.journal.page(with_people).done
    assert last.entry.action is Action.PERSON_RENAMED
    workspace.journal.undo(with_people, last.entry.number)
    assert workspace.findings(with_people).at.people[1].name == "Sufia"


def test_deleted_for_good_nothing_says_what_somebody_was_called(workspace, with_people):
    """Neither the new name nor the old one stays in what was said of names, nor in the history."""
    workspace.names.rename(with_people, PERSON, "Sufia", "Sufia Khatun")
    workspace.deletion.delete(with_people, Doomed.PERSON, "Sufia Khatun", "Sufia Khatun")
    at = workspace.findings(with_people).at
    assert at.outline.names.said == ()
    assert [person.name for person in at.people] == ["Karim Uddin", "बिमला"]
    assert "Sufia" not in repr(workspace.journal.page(with_people).done)


def test_consent_follows_somebody_who_is_called_otherwise(workspace, with_people):
    """What they agreed to holds under the new name, and what is said of it under that one takes its place."""
    workspace.consents.say(with_people, [Said(Consent.NOT_AT_ALL, "Karim Uddin")])
    workspace.names.rename(with_people, PERSON, "Karim Uddin", "Karim Ahmed")
    assert workspace.findings(with_people).at.agreed.of_person("Karim Ahmed") is Consent.NOT_AT_ALL
    assert [unit.text for unit in workspace.findings(with_people).notes()] == ["No one calls"]
    workspace.consents.say(with_people, [Said(Consent.WITH_NAME, "Karim Ahmed")])
    assert workspace.findings(with_people).at.agreed.to_all


def test_a_person_is_called_as_on_file_again(workspace, with_people):
    """By the button beside the name; nothing is left of the other name."""
    workspace.names.rename(with_people, PERSON, "Sufia", "Sufia Khatun")
    workspace.names.part(with_people, PERSON, "Sufia")
    at = workspace.findings(with_people).at
    assert at.people[1].name == "Sufia"
    assert at.outline.names == Names()
    with pytest.raises(InputError):
        workspace.names.part(with_people, PERSON, "Sufia")
