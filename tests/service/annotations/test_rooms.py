"""Sorting together in the room: what is stored, what is shown and when, on both databases."""

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from nlp.readings.edits.types import text_key
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, Refused
from service.sortings.types import ASIDE, THE_ROOM
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.annotations.test_reading_edits import ELEMENT, table

TEXTS = (*RISK, *JOINT, *POWER)


@pytest.fixture
def slug(workspace):
    """A programme with three meanings of one element, in two scripts, and two named piles on the wall."""
    made = workspace.programmes.create("সংস্কৃতি").slug
    workspace.files.add(made, [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    workspace.sortings.make_pile(made, ELEMENT, "Risk", ())
    workspace.sortings.make_pile(made, ELEMENT, "बिजुली", ())
    return made


def piles(workspace, slug):
    return [pile.id for pile in workspace.findings(slug).wall(ELEMENT).piles]


def room(workspace, slug, code):
    return workspace.rooms.room(workspace.findings(slug), ELEMENT, code)


def results(workspace, slug, code):
    return workspace.rooms.results(workspace.findings(slug), ELEMENT, code)


def visit(workspace, slug, code, token=""):
    return workspace.rooms.visit(workspace.findings(slug), code, token)


def sort(workspace, code, placed, token=None):
    """One person puts cards somewhere; their token."""
    token = token or new_token()
    for card, pile in placed.items():
        workspace.rooms.answer(code, token, card, pile)
    return token


def filled(workspace, slug, close=True):
    """Three people: the first card is agreed upon, the second fits none for two, the third is open."""
    made = workspace.rooms.open_room(slug, ELEMENT, 3)
    one, two = piles(workspace, slug)
    first, second, third = made.cards
    for last, fits in ((one, ASIDE), (two, ASIDE), (None, two)):
        sort(workspace, made.code, {first: one, second: fits, third: last})
    if close:
        workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=False)
    return made


def test_a_room_has_cards_of_the_wall_and_its_named_piles(workspace, slug):
    """As they are called when it is opened; a pile without a name is not offered, what is renamed keeps its name."""
    workspace.sortings.make_pile(slug, ELEMENT, "", [text_key(RISK[0])])
    made = workspace.rooms.open_room(slug, ELEMENT, 5)
    assert len(made.cards) == 5
    assert set(made.cards) <= {text_key(each) for each in TEXTS}
    assert [pile.name for pile in made.piles] == ["Risk", "बिजुली"]
    workspace.sortings.name_pile(slug, ELEMENT, made.piles[0].id, "Daring")
    assert [pile.name for pile in visit(workspace, slug, made.code).piles] == ["Risk", "बिजुली"]
    assert workspace.rooms.rooms(workspace.findings(slug), ELEMENT) == (made,)


def test_what_a_room_needs_is_said_in_one_line(workspace, slug):
    """Two named piles, cards, and a number of them that can be."""
    workspace.sortings.empty(slug, ELEMENT, piles(workspace, slug)[0])
    with pytest.raises(InputError, match="at least two piles with a name are needed"):
        workspace.rooms.open_room(slug, ELEMENT)
    with pytest.raises(InputError, match="1 to 100 cards"):
        workspace.rooms.open_room(slug, ELEMENT, 0)
    with pytest.raises(NotFound):
        workspace.rooms.open_room(slug, "nothing")


def test_a_phone_goes_on_where_it_was_and_sees_its_own_answers_alone(workspace, slug):
    """By its token; the last answer to a card counts, and the same one sent twice is one."""
    made = workspace.rooms.open_room(slug, ELEMENT, 3)
    one, two = piles(workspace, slug)
    first, second, third = made.cards
    mine = sort(workspace, made.code, {first: one})
    sort(workspace, made.code, {first: two, second: two})
    assert visit(workspace, slug, made.code, mine).answers == {first: one}
    assert visit(workspace, slug, made.code, mine).first_left() == second
    assert visit(workspace, slug, made.code).first_left() == first
    sort(workspace, made.code, {first: None, third: ASIDE}, mine)
    sort(workspace, made.code, {third: ASIDE}, mine)
    found = visit(workspace, slug, made.code, mine)
    assert found.answers == {first: None, third: ASIDE}
    assert (found.first_left(third), room(workspace, slug, made.code).answered) == (second, 4)


def test_how_far_people_are_is_shown_while_it_is_open_and_nothing_else(workspace, slug):
    """Numbers of people and cards; no placing before it is closed."""
    made = filled(workspace, slug, close=False)
    shown = room(workspace, slug, made.code)
    assert (shown.people, shown.answered, shown.finished) == (3, 9, 3)
    assert (results(workspace, slug, made.code).people, results(workspace, slug, made.code).cards) == (3, ())
    assert workspace.rooms.to_place(workspace.findings(slug), ELEMENT, made.code).placed == {}
    workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=False)
    assert len(results(workspace, slug, made.code).cards) == 3


def test_a_room_of_which_something_was_seen_is_not_opened_again(workspace, slug):
    """Who came last could be told from the difference; with two people there was nothing to see."""
    made = workspace.rooms.open_room(slug, ELEMENT, 1)
    for _ in range(2):
        sort(workspace, made.code, {made.cards[0]: ASIDE})
    workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=False)
    assert results(workspace, slug, made.code).cards == ()
    assert workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=True).is_open
    sort(workspace, made.code, {made.cards[0]: ASIDE})
    workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=False)
    with pytest.raises(Refused, match="not opened again"):
        workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=True)
    assert not workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=False).is_open


def test_what_the_room_agrees_on_is_placed_in_one_step(workspace, slug):
    """By hand, by the room; pressed twice it is one step, and one undo takes it back."""
    made = filled(workspace, slug)
    one = piles(workspace, slug)[0]
    first, second, third = made.cards
    before = workspace.findings(slug).wall(ELEMENT).revision
    workspace.rooms.place(slug, ELEMENT, made.code)
    workspace.rooms.place(slug, ELEMENT, made.code)
    wall = workspace.findings(slug).wall(ELEMENT)
    assert wall.revision == before + 1
    lying = {card.key: (pile.id, card.by_hand, card.by) for pile in wall.piles for card in pile.cards}
    assert lying[first] == (one, True, THE_ROOM)
    assert [card.key for card in wall.fits_none] == [second]
    assert third not in {key for key, (_, by_hand, _) in lying.items() if by_hand}
    assert workspace.rooms.to_place(workspace.findings(slug), ELEMENT, made.code).is_done
    workspace.sortings.undo(slug, ELEMENT)
    assert not workspace.rooms.to_place(workspace.findings(slug), ELEMENT, made.code).is_done
    workspace.rooms.place(slug, ELEMENT, made.code)
    assert workspace.findings(slug).wall(ELEMENT).fits_none[0].key == second


def test_it_is_said_which_cards_of_a_person_would_move(workspace, slug):
    """Those that lie elsewhere by hand, not those that lie there already."""
    made = filled(workspace, slug)
    one, two = piles(workspace, slug)
    workspace.sortings.place(slug, ELEMENT, made.cards[:1], two)
    workspace.sortings.place(slug, ELEMENT, made.cards[1:2], ASIDE)
    found = workspace.rooms.to_place(workspace.findings(slug), ELEMENT, made.code)
    assert (found.moved, found.lost, dict(found.placed)) == (1, 0, {made.cards[0]: one, made.cards[1]: ASIDE})


def test_a_note_that_is_gone_is_left_out(workspace, slug):
    """From the phones, the count, the results and the placing; it comes back with its note."""
    workspace.files.add(slug, [("april.csv", table((["भोलि फेरि भेटौँ"], "A"), review="April"))])
    made = workspace.rooms.open_room(slug, ELEMENT, 100)
    for _ in range(3):
        token = sort(workspace, made.code, dict.fromkeys(made.cards, ASIDE))
    workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=False)
    gone = text_key("भोलि फेरि भेटौँ")
    assert gone in visit(workspace, slug, made.code).cards
    april = next(file for file in workspace.files.every(slug) if file.filename == "april.csv")
    workspace.files.remove(slug, april.id)
    found = room(workspace, slug, made.code)
    assert (found.gone, gone in found.cards, found.finished) == (1, False, 3)
    assert gone not in visit(workspace, slug, made.code, token).cards
    assert gone not in {card.key for card in results(workspace, slug, made.code).cards}
    workspace.rooms.place(slug, ELEMENT, made.code)
    assert len(workspace.findings(slug).wall(ELEMENT).fits_none) == len(made.cards) - 1


def test_notes_that_come_later_are_not_in_the_room(workspace, slug):
    """Its cards are those of the moment when it was opened."""
    made = workspace.rooms.open_room(slug, ELEMENT, 100)
    workspace.files.add(slug, [("april.csv", table((["भोलि फेरि भेटौँ"], "A"), review="April"))])
    assert tuple(visit(workspace, slug, made.code).cards) == made.cards


def test_what_is_no_answer_is_refused(workspace, slug):
    """Another card, another pile, a token that is none of ours, a room that is closed or not there."""
    made = workspace.rooms.open_room(slug, ELEMENT, 1)
    (card,) = made.cards
    other = next(key for key in map(text_key, TEXTS) if key != card)
    for wrong in (("card", other, ASIDE), ("pile", card, "p"), ("code", card, ASIDE)):
        with pytest.raises(NotFound):
            workspace.rooms.answer("nowhere" if wrong[0] == "code" else made.code, new_token(), *wrong[1:])
    with pytest.raises(InputError, match="did not arrive whole"):
        workspace.rooms.answer(made.code, "a b", card, ASIDE)
    workspace.rooms.set_open(slug, ELEMENT, made.code, is_open=False)
    with pytest.raises(Closed):
        workspace.rooms.answer(made.code, new_token(), card, ASIDE)


def test_a_room_holds_no_more_people_than_can_be(workspace, slug, monkeypatch):
    """Those who are in it go on."""
    monkeypatch.setattr("service.annotations.rooms.MOST_PEOPLE", 1)
    made = workspace.rooms.open_room(slug, ELEMENT, 2)
    mine = sort(workspace, made.code, {made.cards[0]: ASIDE})
    with pytest.raises(Refused):
        sort(workspace, made.code, {made.cards[0]: ASIDE})
    sort(workspace, made.code, {made.cards[1]: None}, mine)
    assert room(workspace, slug, made.code).answered == 2


def test_a_room_of_another_element_or_programme_is_not_there(workspace, slug):
    """Nor is one that was removed, with all its answers."""
    made = filled(workspace, slug)
    workspace.programmes.create("Other")
    workspace.files.add("other", [("a.csv", table((RISK, "A")))])
    with pytest.raises(NotFound):
        room(workspace, "other", made.code)
    workspace.files.add(slug, [("b.csv", b"text,element,team\nWe wait,Trust,A\n")])
    with pytest.raises(NotFound):
        workspace.rooms.remove(slug, "trust", made.code)
    assert workspace.rooms.programme_of(made.code) == slug
    workspace.rooms.remove(slug, ELEMENT, made.code)
    with pytest.raises(NotFound):
        workspace.rooms.programme_of(made.code)
    with workspace._database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM room_answers")).scalar() == 0


def test_nothing_but_the_placing_is_stored(workspace, slug):
    """No time, name or address, no order of arrival, and not what the phone keeps."""
    made = workspace.rooms.open_room(slug, ELEMENT, 1)
    tokens = [sort(workspace, made.code, {made.cards[0]: None}) for _ in range(6)]
    with workspace._database.reading() as db:
        rows = db.execute(text("SELECT * FROM room_answers")).mappings().all()
        if db.dialect.name == "sqlite":
            assert [row["person"] for row in rows] == sorted(row["person"] for row in rows)
    assert set(rows[0]) == {"room_id", "person", "card", "pile"}
    assert not {row["person"] for row in rows} & {*tokens}
