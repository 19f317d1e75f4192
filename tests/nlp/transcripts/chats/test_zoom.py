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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("17:46:06 De Ana Ruiz : hola: a todos", "17:46:09 De Ben a Ana Ruiz (mensaje directo) : sí"),
        ("17:46:06 Von Ana Ruiz an Alle: hola: a todos", "17:46:09 Von Ben an Ana Ruiz (Direktnachricht): sí"),
        ("17:46:06 De Ana Ruiz à Tout le monde : hola: a todos", "17:46:09 De Ben à Tout le monde : sí"),
        ("17:46:06\tDe Ana Ruiz para Todos : hola: a todos", "17:46:09\tDe Ben para Ana Ruiz(privado) : sí"),
        ("17:46:06 Da Ana Ruiz a Tutti: hola: a todos", "17:46:09 Da Ben a Tutti: sí"),
        ("17:46:06 От Ana Ruiz Кому Все: hola: a todos", "17:46:09 От Ben Кому Ana Ruiz(личное сообщение): sí"),
        ("17:46:06 开始 Ana Ruiz 收件人 所有人: hola: a todos", "17:46:09 开始 Ben 收件人 所有人: sí"),
        ("17:46:06 From Ana Ruiz to Everyone : hola: a todos", "17:46:09 From Ben to Ana Ruiz(Direct Message) : sí"),
    ],
)
def test_one_line_for_each_message_in_any_language(first, second):
    """Direct messages included; what follows the colon is the message, whatever it ends in."""
    text = f"{first}\n{second}\n{first.replace('hola', 'otra vez')}:\nmás abajo\n"
    assert [(turn.speaker, turn.text) for turn in read(text).turns] == [
        ("Ana Ruiz", "hola: a todos"),
        ("Ben", "sí"),
        ("Ana Ruiz", "otra vez: a todos:\nmás abajo"),
    ]
    assert read(text).form == "zoom-chat"


def test_a_message_that_ends_in_a_colon_makes_no_speaker():
    """With tabs too."""
    text = "10:00:01\tAnna:\tI propose this:\n10:00:02\tBela:\tyes: two things:\n10:00:03\tAnna:\tso\n"
    assert [(turn.speaker, turn.text) for turn in read(text).turns] == [
        ("Anna", "I propose this:"),
        ("Bela", "yes: two things:"),
        ("Anna", "so"),
    ]


def test_a_transcript_whose_speakers_have_a_particle_is_no_chat():
    """`Van Dijk` is a name where others have none."""
    text = "10:00:01 Van Dijk: one\n10:00:02 Anna Lund: two\n10:00:03 Van Dijk: three\n10:00:04 Anna Lund: four\n"
    assert [turn.speaker for turn in read(text).turns] == ["Van Dijk", "Anna Lund"] * 2


def test_two_languages_in_one_chat():
    """Each head is read by the words of its own language, on one line or two."""
    for text in (
        "17:46:06 From Ana Ruiz to Everyone:\n\thello\n17:47:10 De Luis Gómez a Todos:\n\thola\n"
        "17:48:00 From Ana Ruiz to Everyone:\n\tok",
        "17:46:06 From Ana Ruiz : hello\n17:47:10 De Luis Gómez : hola\n17:48:00 From Ana Ruiz : ok",
    ):
        assert [(turn.speaker, turn.text) for turn in read(text).turns] == [
            ("Ana Ruiz", "hello"),
            ("Luis Gómez", "hola"),
            ("Ana Ruiz", "ok"),
        ]
