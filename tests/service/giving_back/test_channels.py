"""Channels without names: rounds, replies, what nobody sees, and what becomes notes, on both databases."""

import pytest
from sqlalchemy import text

from nlp.errors import InputError
from service.annotations.tokens import new_token
from service.errors import Closed, NotFound, Refused
from service.journal.words import in_words
from service.privacy.types import Doomed

SAID = ("बैठक समयमा सुरु होस्", "ভাষা বুঝি না", "amader kotha keu shone na 👩‍👧")


@pytest.fixture
def code(workspace, slug):
    """An open channel."""
    return workspace.channels.open(slug, " What   should change? ").code


def write(workspace, code, *texts, token=None):
    """Every one of some messages comes from somebody else, unless `token` says who it is."""
    for each in texts:
        workspace.channels.write(code, token or new_token(), new_token(), each)


def rounds(workspace, slug, code):
    return workspace.channels.rounds(workspace.findings(slug), code)


def shown(workspace, slug, code):
    return [{each.text for each in own.messages} for own in rounds(workspace, slug, code)]


def test_nothing_is_seen_before_three_people_have_written(workspace, slug, code):
    """Not even how many there are; then all three are there at once, with a day and in an order that tells nothing."""
    empty = workspace.channels.get(slug, code)
    assert (empty.title, empty.is_open, empty.rounds) == ("What should change?", True, 0)
    write(workspace, code, *SAID[:2])
    assert rounds(workspace, slug, code) == ()
    assert workspace.channels.get(slug, code) == empty
    write(workspace, code, SAID[2])
    assert shown(workspace, slug, code) == [set(SAID)]
    (own,) = rounds(workspace, slug, code)
    assert len(own.day) == len("2026-03-01")
    assert [each.id for each in own.messages] == sorted(each.id for each in own.messages)


def test_each_new_view_shows_at_least_three_messages_more(workspace, slug, code):
    """Whoever looks after every message sees rounds of three people and nothing between."""
    seen = []
    for number in range(7):
        write(workspace, code, f"message {number}")
        seen.append(sum(map(len, shown(workspace, slug, code))))
    assert seen == [0, 0, 3, 3, 3, 6, 6]


def test_three_messages_of_one_phone_are_not_three_people(workspace, slug, code):
    """They wait for two others; a fourth is not taken while they do."""
    mine = new_token()
    write(workspace, code, "one", "two", "three", token=mine)
    with pytest.raises(Refused, match="3 messages of yours wait"):
        write(workspace, code, "four", token=mine)
    write(workspace, code, "other")
    assert shown(workspace, slug, code) == []
    write(workspace, code, "another")
    assert shown(workspace, slug, code) == [{"one", "two", "three", "other", "another"}]


def test_what_is_sent_twice_is_one_message(workspace, slug, code):
    """By the form that was sent."""
    mine, form = new_token(), new_token()
    for _ in range(2):
        workspace.channels.write(code, mine, form, "once")
    write(workspace, code, "b", "c")
    (own,) = rounds(workspace, slug, code)
    assert sorted(each.text for each in own.messages) == ["b", "c", "once"]


def test_nothing_that_tells_who_wrote_is_kept(workspace, slug, code):
    """No time, address or token; when a round is shown not even that two messages came from one phone."""
    mine = new_token()
    write(workspace, code, "one", "two", token=mine)
    with workspace._database.reading() as db:
        waiting = db.execute(text("SELECT * FROM channel_messages")).mappings().all()
    assert mine not in repr(waiting)
    assert {each["day"] for each in waiting} == {""}
    write(workspace, code, "b", "c")
    with workspace._database.reading() as db:
        rows = db.execute(text("SELECT * FROM channel_messages")).mappings().all()
        if db.dialect.name == "sqlite":
            assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert {row["person"] for row in rows} == {""}
    assert set(rows[0]) == {"channel_id", "id", "person", "text", "round", "day", "taken"}


def test_messages_name_nobody_and_reach_nobody(workspace, slug, code):
    """People of the roster are hidden when they are shown; contact data is not even kept; so are replies."""
    workspace.files.add(slug, [("roster.csv", "name\nZubaydah Khan\nसीता राई\n".encode())])
    write(workspace, code, "Zubaydah Khan knows, call 01712345678", "सीता राईले भनिन्", "c")
    assert shown(workspace, slug, code) == [{"… knows, call …", "…ले भनिन्", "c"}]
    replied = workspace.channels.reply(slug, code, 1, "We ask Zubaydah Khan")
    assert [each.text for each in replied.replies] == ["We ask …"]
    with workspace._database.reading() as db:
        assert "01712345678" not in str(db.execute(text("SELECT text FROM channel_messages")).scalars().all())


def test_the_facilitator_replies_in_public(workspace, slug, code):
    """To a message or to a round; a reply can be taken away again."""
    write(workspace, code, *SAID)
    (own,) = rounds(workspace, slug, code)
    workspace.channels.reply(slug, code, 1, "धन्यवाद ", own.messages[1].id)
    replied = workspace.channels.reply(slug, code, 1, "আমরা শুনেছি\n\nand more")
    assert [each.text for each in replied.replies] == ["আমরা শুনেছি\n\nand more"]
    assert [[each.text for each in message.replies] for message in replied.messages] == [[], ["धन्यवाद"], []]
    workspace.channels.remove_reply(slug, code, replied.replies[0].number)
    assert rounds(workspace, slug, code)[0].replies == ()
    for wrong in (
        lambda: workspace.channels.reply(slug, code, 2, "x"),
        lambda: reply_to_nothing(workspace, slug, code),
    ):
        with pytest.raises(NotFound):
            wrong()
    with pytest.raises(NotFound):
        workspace.channels.remove_reply(slug, code, 99)


def reply_to_nothing(workspace, slug, code):
    return workspace.channels.reply(slug, code, 1, "x", "nothing")


def test_a_message_is_removed_for_good_with_its_replies(workspace, slug, code):
    """A round that lost all is not shown, and its number not used again where somebody replied to it."""
    write(workspace, code, *SAID)
    first, *others = rounds(workspace, slug, code)[0].messages
    workspace.channels.reply(slug, code, 1, "to you", first.id)
    workspace.channels.remove_message(slug, code, first.id)
    with workspace._database.reading() as db:
        assert first.text not in str(db.execute(text("SELECT text FROM channel_messages")).scalars().all())
        assert db.execute(text("SELECT count(*) FROM channel_replies")).scalar() == 0
    with pytest.raises(NotFound):
        workspace.channels.remove_message(slug, code, first.id)
    workspace.channels.reply(slug, code, 1, "to all")
    for each in others:
        workspace.channels.remove_message(slug, code, each.id)
    assert rounds(workspace, slug, code) == ()
    write(workspace, code, "d", "e", "f")
    assert [(each.number, each.replies) for each in rounds(workspace, slug, code)] == [(2, ())]


def test_a_channel_is_closed_and_opened_again(workspace, slug, code):
    """What waits goes on waiting; what was shown can be read."""
    write(workspace, code, *SAID, "waits")
    assert not workspace.channels.set_open(slug, code, is_open=False).is_open
    with pytest.raises(Closed):
        write(workspace, code, "no")
    assert len(rounds(workspace, slug, code)) == 1
    workspace.channels.set_open(slug, code, is_open=True)
    write(workspace, code, "b", "c")
    assert shown(workspace, slug, code)[0] == {"waits", "b", "c"}


def test_messages_become_notes_once(workspace, slug, code):
    """Nobody's and of no team, on an element or none, so that they are analysed; what is deleted there is gone here."""
    write(workspace, code, "dare to take a risk, Zubaydah", *SAID[:2])
    (own,) = rounds(workspace, slug, code)
    ids = [each.id for each in own.messages]
    kept = workspace.channels.take_over(slug, code, ids[:2], "culture")
    assert kept.counts["notes"] == 2
    assert [each.taken for each in rounds(workspace, slug, code)[0].messages] == [True, True, False]
    notes = [unit for unit in workspace.findings(slug).notes() if unit.text in {each.text for each in own.messages[:2]}]
    assert {unit.element for unit in notes} <= {"Culture"}
    assert not {name for unit in notes for name in ("team", "participant") if unit.attributes.get(name)}
    with pytest.raises(InputError, match="none of these messages"):
        workspace.channels.take_over(slug, code, ids[:2])
    workspace.channels.take_over(slug, code, ids)
    assert all(each.taken for each in rounds(workspace, slug, code)[0].messages)
    note = next(unit for unit in workspace.findings(slug).notes() if unit.text == SAID[0])
    workspace.deletion.delete(slug, Doomed.NOTE, note.id, " ".join(SAID[0].split()[:3]))
    assert SAID[0] not in repr(rounds(workspace, slug, code))
    with pytest.raises(NotFound):
        workspace.channels.take_over(slug, code, ["nothing"])


def test_a_person_who_is_deleted_for_good_is_named_in_no_message(workspace, slug, code):
    """Nor in a reply or a title."""
    workspace.files.add(slug, [("roster.csv", b"name\nZubaydah Qwertysen\n")])
    write(workspace, code, "Zubaydah Qwertysen decides", "b", "c")
    workspace.channels.reply(slug, code, 1, "Zubaydah Qwertysen is asked")
    workspace.deletion.delete(slug, Doomed.PERSON, "Zubaydah Qwertysen", "Zubaydah Qwertysen")
    with workspace._database.reading() as db:
        for table in ("channel_messages", "channel_replies"):
            assert "Qwertysen" not in str(db.execute(text(f"SELECT text FROM {table}")).scalars().all())


@pytest.mark.parametrize("wrong", ["", " \n ", "…!", "ক" * 1001])
def test_what_is_no_message_is_refused(workspace, slug, code, wrong):
    """Nothing, signs alone, or too much; nor a channel without a title."""
    with pytest.raises(InputError, match="1 to 1,000"):
        write(workspace, code, wrong)
    with pytest.raises(InputError, match="title"):
        workspace.channels.open(slug, " ")


def test_a_channel_is_full_at_some_time(workspace, slug, code, monkeypatch):
    """So that one device cannot fill the disk."""
    monkeypatch.setattr("service.giving_back.channels.MOST_MESSAGES", 1)
    write(workspace, code, "a")
    with pytest.raises(Refused):
        write(workspace, code, "b")


def test_a_channel_of_another_programme_is_not_there(workspace, slug, code):
    """Nor one that was removed, with all that was in it."""
    workspace.programmes.create("Other")
    for ask in (
        lambda: workspace.channels.get("other", code),
        lambda: workspace.channels.set_open("other", code, is_open=False),
        lambda: workspace.channels.remove("other", code),
    ):
        with pytest.raises(NotFound):
            ask()
    assert workspace.channels.programme_of(code) == slug
    write(workspace, code, *SAID)
    workspace.channels.remove(slug, code)
    with pytest.raises(NotFound):
        workspace.channels.programme_of(code)
    with workspace._database.reading() as db:
        assert db.execute(text("SELECT count(*) FROM channel_messages")).scalar() == 0


def test_the_journal_tells_what_the_facilitator_did_and_no_text(workspace, slug, code):
    """Opened, replied, removed, taken over; no title, no message, nobody who wrote one."""
    write(workspace, code, *SAID)
    (own,) = rounds(workspace, slug, code)
    workspace.channels.reply(slug, code, 1, "A public secret")
    workspace.channels.take_over(slug, code, [own.messages[0].id])
    workspace.channels.remove_message(slug, code, own.messages[1].id)
    entries = [done.entry for done in workspace.journal.page(slug).done]
    assert [str(in_words(each)) for each in entries if each.of.kind == "channel"] == [
        "Someone here removed a message in a channel without names.",
        "Someone here took messages of a channel without names over as notes.",
        "Someone here replied in a channel without names.",
        "Someone here opened a channel without names.",
    ]
    told = repr(entries)
    assert not [each for each in (*SAID, "public secret", "should change") if each in told]


def test_it_goes_into_the_file_of_its_programme_but_not_into_a_copy(workspace, slug, code):
    """With rounds and replies, under another code; what waits goes on waiting there."""
    write(workspace, code, *SAID, "waits")
    workspace.channels.reply(slug, code, 1, "to you", rounds(workspace, slug, code)[0].messages[0].id)
    with workspace.archives.written(slug) as file:
        brought = workspace.archives.read(file).slug
    (channel,) = workspace.channels.every(brought)
    assert channel.code != code
    (before,), (after,) = rounds(workspace, slug, code), rounds(workspace, brought, channel.code)
    assert [(each.text, len(each.replies)) for each in after.messages] == [
        (each.text, len(each.replies)) for each in before.messages
    ]
    write(workspace, channel.code, "b", "c")
    assert shown(workspace, brought, channel.code)[0] == {"waits", "b", "c"}
    assert workspace.channels.every(workspace.copies.make(slug, "Next").slug) == ()
