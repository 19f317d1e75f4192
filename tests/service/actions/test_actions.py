"""Actions: made of what was found, kept as it was, looked at again at a review."""

import pytest

from nlp.consent import Consent
from nlp.errors import InputError
from service.actions.types import Became, Origin, Source, Status
from service.errors import NotFound
from service.journal.words import in_words
from service.names.slugs import slugify
from service.privacy.consents import Said
from service.privacy.types import Doomed
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.giving_back.conftest import QUIET, table

ELEMENT = "culture"


def of_reading(workspace, slug, text=RISK[0]):
    """The source that is the reading in which a note lies."""
    readings = workspace.findings(slug).element(ELEMENT).readings
    found = next(each for each in readings if any(unit.text == text for unit in each.units))
    return Source(Origin.READING, found.id, ELEMENT)


def of_note(workspace, slug, text):
    """The source that is a note."""
    element = workspace.findings(slug).element(ELEMENT)
    units = [*element.alone, *(unit for each in element.readings for unit in each.units)]
    return Source(Origin.NOTE, next(unit.id for unit in units if unit.text == text), ELEMENT)


def test_an_action_keeps_what_led_to_it(workspace, slug):
    """Words with their teams, how many notes said it of how many, and what finds it again."""
    made = workspace.actions.make(slug, "  Call every\nMonday ", " A ", "2026-12-01", of_reading(workspace, slug))
    assert (made.what, made.who, made.until, made.status) == ("Call every Monday", "A", "2026-12-01", Status.OPEN)
    evidence = made.evidence
    assert (evidence.element, evidence.count, evidence.of) == ("Culture", len(RISK), len(RISK + JOINT + POWER))
    assert {each.text for each in evidence.said} <= set(RISK)
    assert {each.team for each in evidence.said} == {"A", "B"}
    assert workspace.actions.get(slug, made.code) == made


def test_evidence_stays_as_it_was_when_notes_come(workspace, slug):
    """Then stands beside now: more notes say it, and the same reading is found."""
    made = workspace.actions.make(slug, "Dare more", source=of_reading(workspace, slug))
    more = [("we dare to risk again", "Culture", "C", f"n{at}") for at in range(2)]
    workspace.files.add(slug, [("may.csv", table(*more))])
    (beside,) = workspace.actions.beside(workspace.findings(slug))
    assert beside.action.evidence == made.evidence
    assert (beside.now.count, beside.now.of) == (len(RISK) + 2, len(RISK + JOINT + POWER) + 2)
    assert beside.now.reading is not None


def test_a_reading_that_is_no_more_is_said_to_be_gone(workspace, slug):
    """Its notes are still counted where they are."""
    source = of_reading(workspace, slug)
    workspace.actions.make(slug, "Dare more", source=source)
    workspace.edits.dismiss(slug, ELEMENT, source.id)
    (beside,) = workspace.actions.beside(workspace.findings(slug))
    assert (beside.now.reading, beside.now.count) == (None, len(RISK))


def test_ratings_stand_beside_it_then_and_now(workspace, slug):
    """What each team gave the element when it was agreed, and in the last review that rated it."""

    def rate(review, *levels):
        rows = "\n".join(f"{review},{team},Culture,{level}" for team, level in zip("AB", levels, strict=True))
        workspace.files.add(slug, [(f"{slugify(review)}.csv", f"review,team,element,level\n{rows}\n".encode())])

    rate("March 2026", "emerging", "needs help")
    made = workspace.actions.make(slug, "Dare more", source=of_reading(workspace, slug))
    rate("September 2026", "emerging", "emerging")
    (beside,) = workspace.actions.beside(workspace.findings(slug))
    assert (made.evidence.rated_in, beside.now.rated_in) == ("March 2026", "September 2026")
    assert [each.levels for each in made.evidence.rated] == [("emerging",), ("needs help",)]
    assert [(each.team, each.levels) for each in beside.now.rated] == [("A", ("emerging",)), ("B", ("emerging",))]


def test_a_review_is_told_what_became_of_each(workspace, slug):
    """Those of which it was not told come first; what is said again takes the place of what was said."""
    actions = workspace.actions
    rated = b"review,team,element,level\nMarch 2026,A,Culture,emerging\n"
    workspace.files.add(slug, [("march-ratings.csv", rated)])
    first, second = (actions.make(slug, text, source=of_reading(workspace, slug)) for text in ("One", "Two"))
    later = rated.replace(b"March", b"September")
    workspace.files.add(slug, [("september-ratings.csv", later)])
    assert all(each.action.waits_for("September 2026") for each in actions.beside(workspace.findings(slug)))
    actions.judge(slug, first.code, Became.TOO_EARLY)
    judged = actions.judge(slug, first.code, Became.CHANGED, " We call. ")
    assert [(each.review, each.became, each.line) for each in judged.verdicts] == [
        ("September 2026", Became.CHANGED, "We call.")
    ]
    assert [each.action.what for each in actions.beside(workspace.findings(slug))] == ["Two", "One"]
    assert actions.judge(slug, first.code, None).verdicts == ()
    with pytest.raises(NotFound):
        actions.judge(slug, second.code, Became.CHANGED, review="May 2020")


def test_a_programme_without_reviews_can_say_what_became_of_an_action(workspace, slug):
    """The verdict is then of no review."""
    made = workspace.actions.make(slug, "Dare more")
    assert workspace.actions.judge(slug, made.code, Became.NOT_CHANGED).verdicts[0].review == ""


def test_what_is_otherwise_is_kept_and_the_rest_stays(workspace, slug):
    """Nothing that is left out changes; a change that changes nothing is none."""
    made = workspace.actions.make(slug, "Dare more", "B", "2026-12-01")
    done = workspace.actions.change(slug, made.code, status=Status.DONE, until="")
    assert (done.what, done.who, done.until, done.status) == ("Dare more", "B", "", Status.DONE)
    assert not done.is_late("2030-01-01")
    before = workspace.findings(slug).at.row.revision
    assert workspace.actions.change(slug, made.code, what="Dare more") == done
    assert workspace.actions.get(slug, made.code) == done
    assert before <= workspace.findings(slug).at.row.revision


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": " \n"},
        {"what": "x" * 501},
        {"what": "x", "who": "y" * 201},
        {"what": "x", "until": "tomorrow"},
        {"what": "x", "source": Source(Origin.QUESTION, "k", "", " ")},
    ],
)
def test_what_says_nothing_is_refused(workspace, slug, wrong):
    """In one line each, and nothing is kept."""
    with pytest.raises(InputError):
        workspace.actions.make(slug, **wrong)
    assert workspace.actions.every(slug) == ()


@pytest.mark.parametrize("origin", [Origin.READING, Origin.NOTE, Origin.MATCH, Origin.SESSION])
def test_what_is_not_there_makes_no_action(workspace, slug, origin):
    """Whatever it is made of."""
    with pytest.raises(NotFound):
        workspace.actions.make(slug, "x", source=Source(origin, "nothing", ELEMENT))


def test_an_element_is_known_by_its_name_too(workspace, slug):
    """As answers of the API call it."""
    source = of_reading(workspace, slug)
    named = Source(source.origin, source.id, "Culture")
    assert workspace.actions.taken_down(slug, named) == workspace.actions.taken_down(slug, source)


def test_a_question_is_kept_as_it_was_asked(workspace, slug):
    """In its own script."""
    made = workspace.actions.make(slug, "Ask", source=Source(Origin.QUESTION, "k", ELEMENT, "के गर्ने? 👩‍👧"))
    assert (made.evidence.called.text, made.evidence.called.language) == ("के गर्ने? 👩‍👧", "ne")


def test_descriptors_and_sessions_lead_to_actions_too(sample_workspace):
    """Both descriptors with their teams; who was heard in a sentence, nobody named."""
    (own,) = (each.slug for each in sample_workspace.programmes.every())
    found = sample_workspace.findings(own)
    match = next(each for element in found.rubrics().elements for each in element.matched)
    taken = sample_workspace.actions.taken_down(own, Source(Origin.MATCH, match.b, "", match.a))
    assert [(each.text, each.team) for each in taken.said] == [(match.a, match.team_a), (match.b, match.team_b)]
    session = found.at.sessions[0]
    heard = sample_workspace.actions.taken_down(own, Source(Origin.SESSION, session.slug))
    assert heard.called.text == session.title
    assert heard.said[0].text


def test_words_go_from_view_when_somebody_lets_them_be_quoted_no_more(workspace, slug):
    """What led to an action asks for consent again each time; counts stay."""
    made = workspace.actions.make(slug, "Dare more", source=of_note(workspace, slug, RISK[0]))
    workspace.consents.say(slug, [Said(Consent.COUNTED, QUIET)])
    (beside,) = workspace.actions.beside(workspace.findings(slug))
    assert beside.action.evidence.said == ()
    assert beside.action.evidence.count == made.evidence.count == 1


def test_what_is_deleted_for_good_is_in_no_action(workspace, slug):
    """A note's words and key, and a person's name, wherever they stand."""
    workspace.actions.make(slug, f"Ask {QUIET} to speak", QUIET, source=of_note(workspace, slug, RISK[0]))
    workspace.actions.leave(slug, "Later", of_note(workspace, slug, RISK[0]))
    workspace.deletion.delete(slug, Doomed.PERSON, QUIET, QUIET)
    assert QUIET not in repr(workspace.actions.every(slug))
    gone = workspace.actions.make(slug, "x", source=of_note(workspace, slug, JOINT[0]))
    words = JOINT[0]
    workspace.deletion.delete(slug, Doomed.NOTE, words, " ".join(words.split()[:3]))
    now = workspace.actions.get(slug, gone.code)
    assert words not in repr(now.evidence)
    assert now.evidence.notes == frozenset()


def test_everything_is_written_down_without_words(workspace, slug):
    """Who did it, and not what the action says."""
    actions = workspace.actions
    made = actions.make(slug, "Speak with Zubaydah", source=of_reading(workspace, slug))
    actions.change(slug, made.code, status=Status.DOING)
    actions.judge(slug, made.code, Became.CHANGED)
    left = actions.leave(slug, "Not ours", of_reading(workspace, slug, JOINT[0]))
    actions.take_up(slug, left.code)
    actions.open_calendar(slug)
    actions.close_calendar(slug)
    actions.remove(slug, made.code)
    said = [str(in_words(each.entry)) for each in workspace.journal.page(slug).done]
    assert "Zubaydah" not in repr(said)
    assert sum("action" in each for each in said) >= 4


def test_the_calendar_is_fetched_by_its_secret_until_it_is_closed(workspace, slug):
    """Another one takes its place; people are named only where that was chosen."""
    actions = workspace.actions
    actions.make(slug, f"Call {QUIET}", QUIET, "2026-12-01")
    actions.make(slug, "Write", "B", "2026-12-02")
    old = actions.open_calendar(slug)
    assert QUIET.encode() not in actions.as_calendar(old.secret)
    assert b"SUMMARY:Write (B)" in actions.as_calendar(old.secret)
    new = actions.open_calendar(slug, names=True)
    assert f"SUMMARY:Call {QUIET} ({QUIET})".encode() in actions.as_calendar(new.secret)
    with pytest.raises(NotFound):
        actions.as_calendar(old.secret)
    actions.close_calendar(slug)
    assert actions.calendar(slug) is None
    with pytest.raises(NotFound):
        actions.as_calendar(new.secret)


def test_a_removed_action_is_gone(workspace, slug):
    """With what was said of it; twice is an error."""
    made = workspace.actions.make(slug, "Dare more")
    workspace.actions.judge(slug, made.code, Became.CHANGED)
    workspace.actions.remove(slug, made.code)
    assert workspace.actions.every(slug) == ()
    with pytest.raises(NotFound):
        workspace.actions.remove(slug, made.code)


def test_an_action_of_another_programme_is_not_there(workspace, slug):
    """Nor can it be changed from there."""
    made = workspace.actions.make(slug, "Dare more")
    other = workspace.programmes.create("Other", []).slug
    for attempt in (workspace.actions.get, workspace.actions.remove):
        with pytest.raises(NotFound):
            attempt(other, made.code)
    with pytest.raises(NotFound):
        workspace.actions.judge(other, made.code, Became.CHANGED)
    assert workspace.actions.get(slug, made.code) == made
