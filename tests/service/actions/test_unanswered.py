"""Nothing that people raised vanishes: what nobody answered is listed until there is an action or a reason."""

from nlp.consent import Consent
from service.actions.types import Origin, Source
from service.privacy.consents import Said
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.actions.test_actions import of_note, of_reading
from tests.service.giving_back.conftest import notes, table


def open_now(workspace, slug, review=None):
    """(texts of notes, how many readings) that nobody answered."""
    found = workspace.actions.unanswered(workspace.findings(slug), review)
    return {unit.text for each in found for unit in each.alone}, sum(len(each.readings) for each in found)


def lonely(workspace, slug):
    """Set a note apart, as a person does."""
    unit = of_note(workspace, slug, RISK[3])
    workspace.edits.move(slug, "culture", [unit.id], None)
    return RISK[3]


def test_every_reading_and_every_note_that_stands_alone_waits_for_an_answer(workspace, slug):
    """Until an action or a reason speaks of it; a reason taken back lets it wait again."""
    alone = lonely(workspace, slug)
    texts, readings = open_now(workspace, slug)
    assert (texts, readings) == ({alone}, 3)
    workspace.actions.make(slug, "Dare", source=of_reading(workspace, slug))
    left = workspace.actions.leave(slug, "It is known", of_note(workspace, slug, alone))
    assert open_now(workspace, slug) == (set(), 2)
    workspace.actions.take_up(slug, left.code)
    assert open_now(workspace, slug) == ({alone}, 2)


def test_an_action_on_one_note_does_not_answer_its_reading(workspace, slug):
    """The others in it are still unanswered."""
    workspace.actions.make(slug, "Dare", source=of_note(workspace, slug, RISK[1]))
    assert open_now(workspace, slug) == (set(), 3)


def test_notes_that_come_to_an_answered_reading_are_answered_with_it(workspace, slug):
    """A reading is found by its notes, whatever came since."""
    workspace.actions.make(slug, "Dare", source=of_reading(workspace, slug))
    more = [("we dare to risk again", "Culture", "C", f"n{at}") for at in range(2)]
    workspace.files.add(slug, [("may.csv", table(*more))])
    assert open_now(workspace, slug)[1] == 2


def test_only_what_was_raised_in_the_review_is_listed(workspace):
    """And of all reviews without one."""
    made = workspace.programmes.create("Two reviews", ["A"]).slug
    rows = "".join(f"{text},{element},{team},March 2026\n" for text, element, team, _ in notes())
    later = "".join(f"{text} again,{element},{team},May 2026\n" for text, element, team, _ in notes()[:4])
    workspace.files.add(made, [("both.csv", f"text,element,team,review\n{rows}{later}".encode())])
    whole, march, may = (sum(open_now(workspace, made, each)[1:]) for each in (None, "March 2026", "May 2026"))
    assert whole == march >= may >= 1


def test_of_notes_whose_words_may_not_be_read_only_the_number_is_told(workspace, slug):
    """They do not vanish either."""
    alone = lonely(workspace, slug)
    writer = next(person for text, _, _, person in notes() if text == alone)
    workspace.consents.say(slug, [Said(Consent.COUNTED, writer)])
    (found,) = workspace.actions.unanswered(workspace.findings(slug))
    assert (found.alone, found.not_quotable) == ((), 1)


def test_what_was_made_of_something_else_answers_no_note(workspace, slug):
    """A question or an action by hand covers nothing."""
    workspace.actions.make(slug, "Dare", source=Source(Origin.QUESTION, "k", "culture", "Who dares?"))
    workspace.actions.make(slug, "Dare")
    assert open_now(workspace, slug)[1] == len((RISK, JOINT, POWER))
