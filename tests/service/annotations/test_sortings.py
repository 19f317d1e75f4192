"""Notes in piles, on real files and both databases."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from nlp.errors import InputError
from nlp.readings.edits.align import notes_of
from nlp.readings.edits.types import text_key
from nlp.sorting.codebook import Code
from service.annotations.sortings import Hand
from service.errors import NotFound, Stale
from service.sortings.types import ASIDE, Pile, Start
from tests.nlp.readings.test_interpret import JOINT, POWER, RISK
from tests.service.annotations.test_reading_edits import ELEMENT, element, table


@pytest.fixture
def slug(workspace):
    """A programme with three meanings of one element, in two scripts."""
    made = workspace.programmes.create("সংস্কৃতি").slug
    workspace.files.add(made, [("march.csv", table((RISK, "A"), (JOINT, "B"), (POWER, "C")))])
    return made


def wall(workspace, slug, sorter=""):
    return workspace.findings(slug).wall(ELEMENT, sorter)


def keys(texts):
    return [text_key(text) for text in texts]


def pile(workspace, slug, name):
    return next(each for each in wall(workspace, slug).piles if each.name == name)


def texts(cards):
    return {card.text for card in cards}


def two_piles(workspace, slug):
    """Two piles with two cards each, of people."""
    workspace.sortings.begin(slug, ELEMENT, Start.NOTHING)
    workspace.sortings.make_pile(slug, ELEMENT, "बिजुली", keys(POWER[:2]), Hand(by="Asha"))
    workspace.sortings.make_pile(slug, ELEMENT, "Risk", keys(RISK[:2]))


def test_nothing_is_sorted_before_somebody_begins(workspace, slug):
    """Every note is a card, none is in a pile, and the readings are those of the machine."""
    found = wall(workspace, slug)
    assert texts(found.unsorted) == {unit.text for unit in notes_of(element(workspace, slug))}
    assert (found.begun, found.can_undo, found.piles, found.revision) == (False, False, (), 0)


def test_piles_become_the_readings_everywhere(workspace, slug):
    """Named by a person, with what the machine put there as well; found again in one review; drift knows of it."""
    two_piles(workspace, slug)
    placed = texts(pile(workspace, slug, "बिजुली").cards)
    assert set(POWER[:2]) <= placed
    shown = {each.given: {unit.text for unit in each.units} for each in element(workspace, slug).readings}
    assert shown["बिजुली"] == placed
    assert "Risk" in shown
    assert "बिजुली" in {each.given for each in element(workspace, slug, "March").readings}
    (followed,) = workspace.findings(slug).drift().elements
    assert "बिजुली" in {each.label for each in followed.readings}
    assert workspace.findings(slug).readings().edits == ()


def test_who_placed_what_can_be_told(workspace, slug):
    """The machine never moves what a person put somewhere."""
    two_piles(workspace, slug)
    found = {card.text: card for card in wall(workspace, slug).cards}
    assert [(found[text].by_hand, found[text].by) for text in POWER[:2]] == [(True, "Asha")] * 2
    assert all(not found[text].by_hand for text in JOINT)
    workspace.sortings.place(slug, ELEMENT, keys(RISK[:1]), pile(workspace, slug, "बिजुली").id)
    assert RISK[0] in texts(pile(workspace, slug, "बिजुली").cards)


def test_what_the_machine_put_in_a_pile_is_accepted_or_refused_at_once(workspace, slug):
    """Refused cards do not come back into that pile."""
    two_piles(workspace, slug)
    own = pile(workspace, slug, "Risk")
    by_machine = texts(card for card in own.cards if not card.by_hand)
    assert by_machine
    workspace.sortings.refuse(slug, ELEMENT, own.id)
    assert not texts(pile(workspace, slug, "Risk").cards) & by_machine
    workspace.sortings.undo(slug, ELEMENT)
    workspace.sortings.accept(slug, ELEMENT, own.id)
    assert {card.text for card in pile(workspace, slug, "Risk").cards if card.by_hand} >= by_machine


def test_undo_and_redo_without_end(workspace, slug):
    """Back to the very beginning and forth again; a new step forgets what was taken back."""
    walls = [wall(workspace, slug)]
    two_piles(workspace, slug)
    workspace.sortings.place(slug, ELEMENT, keys(JOINT[:1]), ASIDE)
    after = wall(workspace, slug)
    for _ in range(4):
        workspace.sortings.undo(slug, ELEMENT)
    back = wall(workspace, slug)
    assert (back.piles, texts(back.unsorted), back.can_redo) == ((), texts(walls[0].unsorted), True)
    with pytest.raises(InputError):
        workspace.sortings.undo(slug, ELEMENT)
    for _ in range(4):
        workspace.sortings.redo(slug, ELEMENT)
    again = wall(workspace, slug)
    assert (again.piles, again.fits_none) == (after.piles, after.fits_none)
    workspace.sortings.undo(slug, ELEMENT)
    workspace.sortings.place(slug, ELEMENT, keys(JOINT[1:2]), ASIDE)
    assert not wall(workspace, slug).can_redo


def test_a_change_of_what_has_changed_is_refused_with_what_changed(workspace, slug):
    """Nothing is done; the same step sent twice is done once."""
    two_piles(workspace, slug)
    seen = wall(workspace, slug).revision
    hand = Hand(seen=seen, id="once")
    first = workspace.sortings.place(slug, ELEMENT, keys(JOINT[:1]), ASIDE, hand)
    assert workspace.sortings.place(slug, ELEMENT, keys(JOINT[:1]), ASIDE, hand) == first
    assert wall(workspace, slug).revision == seen + 1
    with pytest.raises(Stale, match="One card fits no pile"):
        workspace.sortings.place(slug, ELEMENT, keys(JOINT[1:2]), ASIDE, Hand(seen=seen))
    workspace.sortings.undo(slug, ELEMENT)
    with pytest.raises(Stale, match="taken back"):
        workspace.sortings.place(slug, ELEMENT, keys(JOINT[1:2]), ASIDE, Hand(seen=seen + 1))


def test_the_same_step_sent_twice_at_once_is_done_once(workspace, slug):
    """A page that waited too long sends its form again while the first is still on its way: both are told the same."""
    two_piles(workspace, slug)
    seen = wall(workspace, slug).revision
    at_once = Barrier(4)

    def place(_):
        at_once.wait()
        return workspace.sortings.place(slug, ELEMENT, keys(JOINT[:1]), ASIDE, Hand(seen=seen, id="once"))

    with ThreadPoolExecutor(4) as phones:
        told = set(map(str, phones.map(place, range(4))))
    assert len(told) == 1
    assert wall(workspace, slug).revision == seen + 1


def test_new_notes_go_to_the_named_piles_first(workspace, slug):
    """Names, and the ids of readings, stay; what nobody placed is placed by the machine or waits."""
    two_piles(workspace, slug)
    before = {each.given: each.id for each in element(workspace, slug).readings if each.given}
    new = f"{POWER[0]} {POWER[1]}"
    workspace.files.add(slug, [("june.csv", table(((new,), "C"), review="June"))])
    assert new in texts(pile(workspace, slug, "बिजुली").cards)
    assert {each.given: each.id for each in element(workspace, slug).readings if each.given} == before


def test_a_removed_file_takes_its_cards_along(workspace, slug):
    """The piles stay, and whatever else lies in them."""
    two_piles(workspace, slug)
    workspace.files.add(slug, [("june.csv", table((("wholly new words here",), "C"), review="June"))])
    workspace.sortings.place(slug, ELEMENT, keys(["wholly new words here"]), pile(workspace, slug, "Risk").id)
    file = next(each for each in workspace.files.every(slug) if each.filename == "june.csv")
    workspace.files.remove(slug, file.id)
    assert "wholly new words here" not in texts(wall(workspace, slug).cards)
    assert set(RISK[:2]) <= texts(pile(workspace, slug, "Risk").cards)


def test_a_wall_begins_with_todays_readings(workspace, slug):
    """As piles without names, except of those that a person named."""
    first = element(workspace, slug).readings[0]
    workspace.edits.rename(slug, ELEMENT, first.id, "A name")
    workspace.sortings.begin(slug, ELEMENT, Start.READINGS)
    readings = element(workspace, slug).readings
    found = wall(workspace, slug)
    assert {(each.name, frozenset(texts(each.cards))) for each in found.piles} == {
        (each.given, frozenset(unit.text for unit in each.units)) for each in readings
    }


def test_two_people_sort_apart(workspace, slug):
    """The first sorting is the readings until somebody says otherwise; none is, if they say so."""
    two_piles(workspace, slug)
    own = Hand(sorter="রিনা")
    workspace.sortings.make_pile(slug, ELEMENT, "একসঙ্গে", keys(JOINT[:2]), own)
    assert [each.name for each in wall(workspace, slug, "রিনা").piles] == ["একসঙ্গে"]
    assert "একসঙ্গে" not in {each.given for each in element(workspace, slug).readings}
    workspace.sortings.use(slug, ELEMENT, "রিনা")
    assert "একসঙ্গে" in {each.given for each in element(workspace, slug).readings}
    workspace.sortings.use(slug, ELEMENT, None)
    assert {each.given for each in element(workspace, slug).readings} == {""}


def test_a_whole_wall_can_be_laid_and_the_same_again_changes_nothing(workspace, slug):
    """What is not named is not sorted by a person."""
    piles = [Pile("one", "Risk"), Pile("two", "Power", "when it is out")]
    placed = {**dict.fromkeys(keys(RISK[:2]), "one"), **dict.fromkeys(keys(POWER[:2]), "two"), keys(JOINT)[0]: ASIDE}
    workspace.sortings.arrange(slug, ELEMENT, piles, placed)
    found = wall(workspace, slug)
    assert {card.key: each.id for each in found.piles for card in each.cards if card.by_hand} | {
        card.key: ASIDE for card in found.fits_none
    } == placed
    workspace.sortings.arrange(slug, ELEMENT, piles, placed)
    assert wall(workspace, slug).revision == found.revision


def test_what_is_not_there_or_has_no_name_is_refused(workspace, slug):
    """Each with its own line; nothing is done."""
    two_piles(workspace, slug)
    risk = pile(workspace, slug, "Risk").id
    before = wall(workspace, slug)
    for wrong in (
        lambda: workspace.sortings.place(slug, ELEMENT, ["0" * 16], risk),
        lambda: workspace.sortings.place(slug, ELEMENT, keys(JOINT[:1]), "gone"),
        lambda: workspace.sortings.join(slug, ELEMENT, risk, "gone"),
        lambda: workspace.sortings.arrange(slug, ELEMENT, [Pile("a")], {keys(JOINT)[0]: "b"}),
        lambda: workspace.sortings.begin(slug, "nothing", Start.HEAPS),
    ):
        with pytest.raises(NotFound):
            wrong()
    for wrong in (
        lambda: workspace.sortings.place(slug, ELEMENT, [], risk),
        lambda: workspace.sortings.make_pile(slug, ELEMENT, "risk", []),
        lambda: workspace.sortings.make_pile(slug, ELEMENT, "x" * 201, []),
        lambda: workspace.sortings.name_pile(slug, ELEMENT, risk, " "),
        lambda: workspace.sortings.join(slug, ELEMENT, risk, risk),
        lambda: workspace.sortings.arrange(slug, ELEMENT, [Pile("a", "x"), Pile("b", "X")], {}),
    ):
        with pytest.raises(InputError):
            wrong()
    assert wall(workspace, slug) == before


def test_piles_are_joined_named_and_emptied(workspace, slug):
    """Each in one step, with the sentence that says it."""
    two_piles(workspace, slug)
    risk, power = pile(workspace, slug, "Risk").id, pile(workspace, slug, "बिजुली").id
    said = workspace.sortings.name_pile(slug, ELEMENT, risk, "Courage", "to try what may fail")
    assert said.text == "A pile is called “Courage” now."
    assert workspace.sortings.join(slug, ELEMENT, power, risk).text == "“बिजुली” is part of “Courage” now."
    (left,) = wall(workspace, slug).piles
    assert (left.name, left.about) == ("Courage", "to try what may fail")
    assert {*POWER[:2], *RISK[:2]} <= texts(left.cards)
    workspace.sortings.empty(slug, ELEMENT, risk)
    workspace.sortings.empty(slug, ELEMENT, risk)
    assert wall(workspace, slug).piles == ()


def test_a_codebook_makes_piles_before_notes_come(workspace):
    """Its examples teach the machine where the first notes belong; a second time nothing is made twice."""
    slug = workspace.programmes.create("Later").slug
    rubric = "element,level,descriptor,team\nCulture,emerging,We dare,A\n"
    workspace.files.add(slug, [("rubric.csv", rubric.encode())])
    codes = (Code("Risk", "we dare", tuple(RISK[:3])), Code("बिजुली", "", tuple(POWER[:3])))
    workspace.sortings.add_codebook(slug, ELEMENT, codes)
    assert wall(workspace, slug).cards == ()
    with pytest.raises(InputError):
        workspace.sortings.add_codebook(slug, ELEMENT, codes)
    workspace.files.add(slug, [("march.csv", table(((RISK[3], *JOINT), "A"), ((POWER[3],), "C")))])
    assert texts(pile(workspace, slug, "Risk").cards) == {RISK[3]}
    assert POWER[3] in texts(pile(workspace, slug, "बिजुली").cards)
    assert not any(card.by_hand for card in wall(workspace, slug).cards)
    assert "Risk" in {each.given for each in element(workspace, slug).readings}


def test_a_pile_is_named_in_each_language_and_so_is_its_reading(workspace, slug):
    """Languages that are not said keep theirs while the name stays; "" takes one away; none is another pile's."""
    two_piles(workspace, slug)
    risk, power = pile(workspace, slug, "Risk").id, pile(workspace, slug, "बिजुली").id
    names = {"bn": " ঝুঁকি ", "ne": "जोखिम", "en": "Risk"}
    said = workspace.sortings.name_pile(slug, ELEMENT, risk, "Risk", hand=Hand(language="bn"), names=names)
    assert said.text == "A pile is called “ঝুঁকি” now."
    (reading,) = (each for each in element(workspace, slug).readings if each.given == "Risk")
    assert (reading.given_in, reading.called("ne")) == ({"bn": "ঝুঁকি", "ne": "जोखिम"}, "जोखिम")
    workspace.sortings.name_pile(slug, ELEMENT, risk, "Risk", names={"ne": ""})
    assert pile(workspace, slug, "Risk").names == {"bn": "ঝুঁকি"}
    for name, wrong in (("ঝুঁকি", {}), ("Light", {"bn": "ঝুঁকি"}), ("Light", {"bn": "ঝ" * 201})):
        with pytest.raises(InputError):
            workspace.sortings.name_pile(slug, ELEMENT, power, name, names=wrong)
    workspace.sortings.name_pile(slug, ELEMENT, risk, "Courage")
    assert pile(workspace, slug, "Courage").names == {}


def test_a_wall_that_begins_with_readings_has_their_names_in_each_language(workspace, slug):
    """As a person gave them before."""
    first = element(workspace, slug).readings[0]
    workspace.edits.rename(slug, ELEMENT, first.id, "Courage", names={"ne": "साहस"})
    workspace.sortings.begin(slug, ELEMENT, Start.READINGS)
    assert pile(workspace, slug, "Courage").names == {"ne": "साहस"}


def test_the_readings_know_who_placed_what(workspace, slug):
    """People, the machine in their piles, or nobody, as on the wall; a note that was moved later is people's, too."""
    two_piles(workspace, slug)
    workspace.sortings.place(slug, ELEMENT, keys(JOINT[:1]), ASIDE)
    shown, found = element(workspace, slug), wall(workspace, slug)
    text_of = {unit.id: unit.text for unit in notes_of(shown)}
    assert {text_of[each] for each in shown.placed_by_hand} == {*POWER[:2], *RISK[:2], JOINT[0]}
    by_machine = {card.text for each in found.piles for card in each.cards if not card.by_hand}
    assert {text_of[each] for each in shown.placed_by_machine} == by_machine
    assert by_machine
    moved = next(each for each, text in text_of.items() if text == JOINT[1])
    workspace.edits.move(slug, ELEMENT, [moved], None)
    assert moved in element(workspace, slug).placed_by_hand
    workspace.sortings.use(slug, ELEMENT, None)
    assert element(workspace, slug).placed_by_hand == (moved,)
