"""What was done is written down with it, by whom, in order; and nobody overrides what they have not seen."""

import pytest

from service.access.acting import act_as
from service.access.types import Reader
from service.errors import Stale
from service.journal import journal
from service.journal.seen import having_seen
from service.journal.types import Action, Details, RemovedFile, Thing, ThingKind
from service.journal.words import in_words
from service.programmes.snapshot import Snapshot
from service.store.journal import entries

ASHA = Reader(account=7, name="Asha")
RIVER = Thing(ThingKind.FILE, "3", "river.csv")
TRUST = Thing(ThingKind.READING, "trust", "Trust")


def do(workspace, programme, action=Action.FILE_REMOVED, of=RIVER, **more):
    """Write one thing down, in a transaction that changes the programme."""
    with workspace._database.writing() as db:
        at = Snapshot.to_change(db, programme)
        journal.write(db, at.id, action, of, **more)


def written(workspace, programme, **asked):
    """What is written down, newest first."""
    with workspace._database.reading() as db:
        return entries.page(db, Snapshot.load(db, programme).id, 50, **asked)


def revision(workspace, programme):
    return workspace.findings(programme).at.row.revision


def test_it_says_who_did_what_with_which_thing(workspace, programme):
    """Name and account are those of whoever acts; what else is said comes back as it was handed in."""
    with act_as(ASHA):
        do(workspace, programme, details=Details(number=12), undo=RemovedFile(3))
    (entry, *_) = written(workspace, programme)
    assert (entry.who, entry.account, entry.of, entry.details.number) == ("Asha", 7, RIVER, 12)
    assert entry.undo == RemovedFile(3)
    assert str(in_words(entry)) == "Asha removed “river.csv”."


def test_whoever_sits_here_has_no_name_unless_they_give_one(workspace, programme):
    """Without an account it is someone here, or what they call themselves."""
    do(workspace, programme)
    do(workspace, programme, by="Binod")
    binod, nobody = written(workspace, programme, kinds=[ThingKind.FILE])
    assert (str(in_words(nobody)), binod.who) == ("Someone here removed “river.csv”.", "Binod")


def test_nothing_is_written_of_what_was_not_done(workspace, programme):
    """It stands in the transaction of the change: where that fails, nothing happened."""
    before = written(workspace, programme)
    with pytest.raises(RuntimeError):
        _fail(workspace, programme)
    assert written(workspace, programme) == before


def _fail(workspace, programme):
    with workspace._database.writing() as db:
        journal.write(db, Snapshot.to_change(db, programme).id, Action.FILE_REMOVED, RIVER)
        raise RuntimeError


def test_the_newest_stand_first_and_can_be_asked_for_apart(workspace, programme):
    """By number, by person, by the kind of thing, and without what was only looked at."""
    with act_as(ASHA):
        do(workspace, programme)
        do(workspace, programme, Action.SAW, Thing(ThingKind.PAGE, "trust", "Trust"))
    do(workspace, programme, Action.READING_DISMISSED, TRUST)
    last, saw, first = written(workspace, programme)[:3]
    assert last.number > saw.number > first.number
    assert written(workspace, programme, before=saw.number)[0] == first
    assert written(workspace, programme, who="Asha") == (saw, first)
    assert written(workspace, programme, kinds=[ThingKind.READING]) == (last,)
    assert saw not in written(workspace, programme, without=[Action.SAW])


def test_a_change_of_what_somebody_changed_meanwhile_is_refused(workspace, programme):
    """The refusal says what was changed, and nothing is written."""
    with act_as(ASHA):
        seen = revision(workspace, programme)
        do(workspace, programme, Action.READING_NAMED, TRUST, details=Details(after="Power cuts", within="Trust"))
    with having_seen(seen), pytest.raises(Stale, match="Asha called a reading of Trust “Power cuts”"):
        do(workspace, programme, Action.READING_DISMISSED, TRUST)
    assert written(workspace, programme)[0].action is Action.READING_NAMED


def test_a_change_of_another_thing_is_let_through(workspace, programme):
    """Only what it is about counts, not how often the programme has changed."""
    seen = revision(workspace, programme)
    do(workspace, programme, Action.READING_DISMISSED, TRUST)
    with having_seen(seen):
        do(workspace, programme)
    assert written(workspace, programme)[0].action is Action.FILE_REMOVED


def test_several_steps_of_one_request_do_not_refuse_each_other(workspace, programme):
    """What a request has changed itself, it has seen; what others change between, it has not."""
    with having_seen(revision(workspace, programme)):
        do(workspace, programme)
        do(workspace, programme)
        with act_as(ASHA):
            _as_somebody_else(workspace, programme)
        with pytest.raises(Stale):
            do(workspace, programme)


def _as_somebody_else(workspace, programme):
    from service.journal.seen import see, seen

    mine = seen()
    see(None)
    do(workspace, programme)
    see(mine.revision)
    seen().own |= mine.own


def test_a_person_who_is_deleted_for_good_leaves_no_name(workspace, programme):
    """Entries stay; the name goes from all that they say, in any spelling of the same name."""
    anna = Thing(ThingKind.PERSON, "anna", "Anna Rai")
    do(workspace, programme, Action.PERSON_RENAMED, anna, details=Details("anna  rai", "Anna R."), by="Anna Rai")
    with workspace._database.writing() as db:
        entries.forget_names(db, Snapshot.load(db, programme).id, ["Anna Rai", "Anna R.", "anna"])
    entry = written(workspace, programme)[0]
    assert entry.action is Action.PERSON_RENAMED
    assert "nna" not in repr(entry)
