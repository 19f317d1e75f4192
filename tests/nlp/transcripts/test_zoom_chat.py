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
    assert [remark.values for remark in transcript.remarks] == [{}, {"count": "3"}]
    assert transcript.attendees == ("Stefan S", "নুসরাত জাহান", "Lumi | Labs", "piet", "nixo")
    assert (transcript.form, transcript.timed, transcript.shows_overlap) == ("zoom-chat", False, False)


def test_older_chats_say_from_and_to():
    """The addressee is no part of the name."""
    text = "10:01:02 From Anna Lund : hello: all\n10:01:03\t From  Bela K  to  Everyone:\n\tyes\n"
    assert [(turn.speaker, turn.text) for turn in read(text).turns] == [("Anna Lund", "hello: all"), ("Bela K", "yes")]
