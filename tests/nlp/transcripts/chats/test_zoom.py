import pytest

from nlp.transcripts import read_transcript

CHAT = (
    "00:05:07\tStefan S:\tHello\r\n"
    "00:05:08\tনুসরাত জাহান:\tসবাই শুনতে পাচ্ছেন?\r\n"
    '00:07:25\tLumi | Labs:\tReacted to "Exciting call! :)" with 💯\r\n'
    '00:07:26\tpiet:\tHeeft gereageerd op "Exciting" met 👍\r\n'
    '00:07:27\tpiet:\tRemoved a 👍 reaction from "Exciting"\r\n'
    '00:10:15\tnixo:\tReplying to "is the plan to..."\n\nyep\nand "so" on\r\n'
    '00:12:14\tpiet:\tAntwoord verzenden naar "Great"\n\nYes!\r\n'
    '00:12:15\tpiet:\tI call it "the plan" 👍 and mean it\r\n'
)


def read(text):
    return read_transcript("chat.txt", text.encode())


def test_messages_replies_and_reactions_in_any_language():
    """A reply keeps its answer, a reaction is counted, an emoji in a sentence makes no reaction."""
    transcript = read(CHAT)
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in transcript.turns] == [
        ("Stefan S", 307, None, "Hello"),
        ("নুসরাত জাহান", 308, None, "সবাই শুনতে পাচ্ছেন?"),
        ("nixo", 615, None, 'yep\nand "so" on'),
        ("piet", 734, None, "Yes!"),
        ("piet", 735, None, 'I call it "the plan" 👍 and mean it'),
    ]
    assert [remark.values for remark in transcript.remarks] == [{}, {"count": 3}]
    assert transcript.attendees == ("Stefan S", "নুসরাত জাহান", "Lumi | Labs", "piet", "nixo")
    assert (transcript.form, transcript.timed, transcript.shows_overlap) == ("zoom-chat", False, False)


def test_older_chats_say_from_and_to():
    """The addressee is no part of the name."""
    text = "10:01:02 From Anna Lund : hello: all\n10:01:03\t From  Bela K  to  Everyone:\n\tyes\n"
    assert [(turn.speaker, turn.text) for turn in read(text).turns] == [("Anna Lund", "hello: all"), ("Bela K", "yes")]


@pytest.mark.parametrize(
    "text",
    [
        "10:00:01 From Anna Lund to Everyone:\n\tHello: all\n10:00:09 From Bela to Anna(Direct Message):\n\tyes\r\n",
        "10:00:01\t From  Anna Lund  to  Everyone : Hello: all\r\n10:00:09\t From  Bela  to  Anna(Privately) : yes\r\n",
        "10:00:01 De Anna Lund à Tout le monde:\n\tHello: all\n10:00:09 De Bela à Anna Lund(message direct):\n\tyes\n",
        "10:00:01 Von Anna Lund an Alle:\n\tHello: all\n10:00:09 Von Bela an Alle:\n\tyes\n",
        "10:00:01 AM From Anna Lund to Everyone:\n\tHello: all\n10:00:09 AM From Bela to Everyone:\n\tyes\n",
        "From Anna Lund to Everyone: (10:00)\nHello: all\nFrom Bela to Everyone: (10:00)\nyes\n",
        "From Anna Lund to Everyone:  10:00 AM\nHello: all\nFrom Bela to Everyone:  10:00 AM\nyes\n",
        "* From Anna Lund to Everyone 10:00 AM: Hello: all\n* From Bela to Everyone 10:00 AM: yes\n",
        "Anna Lund to Everyone (10:00 AM)\nHello: all\nBela to Everyone (10:01 AM)\nyes\n",
    ],
)
def test_saved_and_copied_chats_of_several_languages_and_years(text):
    """Those to whom it was sent are no part of the name, nor of the message."""
    assert [(turn.speaker, turn.text) for turn in read(text).turns] == [("Anna Lund", "Hello: all"), ("Bela", "yes")]


def test_words_for_from_and_to_are_found_in_a_language_that_is_not_known():
    """With three people it is seen what all heads have in common."""
    text = "".join(
        f"10:00:0{n} Zu {name} ka Wote pamoja:\n\thello {n}\n"
        for n, name in enumerate(["Anna Lund", "Bela", "Chitra K", "Bela"])
    )
    assert [turn.speaker for turn in read(text).turns] == ["Anna Lund", "Bela", "Chitra K", "Bela"]


def test_replies_and_reactions_below_a_head():
    """In the newer form the message begins on the line below."""
    text = (
        '10:00:01 From Anna to Everyone:\n\tReplying to "Hello"\n\t\n\tyes\n'
        '10:00:02 From Bela to Everyone:\n\tReacted to "yes" with 👍\n'
        "10:00:03 From Bela to Everyone:\n\tnow\n"
    )
    assert [(turn.speaker, turn.text) for turn in read(text).turns] == [("Anna", "yes"), ("Bela", "now")]


def test_a_head_that_names_nobody_is_taken_whole():
    """`From to Everyone` has no name in it."""
    names = ["From Anna", "From", "From Anna"]
    text = "".join(f"10:00:0{n} {name} to Everyone:\n\tso {n}\n" for n, name in enumerate(names))
    assert [turn.speaker for turn in read(text).turns] == ["Anna", "From to Everyone", "Anna"]
