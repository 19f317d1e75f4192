"""What stands in a chat and is nobody's words: files, deleted messages, links and codes, in every form of chat."""

import json

import pytest

from nlp import read_transcript
from nlp.transcripts.chats.written_words import written_words

NO_WORDS = [
    "<Media omitted>",
    "<Multimedia omitido>",
    "<Médias omis>",
    "<Mídia oculta>",
    "<تم استبعاد الوسائط>",
    "<মিডিয়া বাদ দেওয়া হয়েছে>",
    "<मिडिया हटाइयो>",
    "<मीडिया शामिल नहीं है>",
    "image omitted",
    "imagen omitida",
    "image absente",
    "imagem ocultada",
    "Bild weggelassen",
    "صورة محذوفة",
    "ছবি বাদ দেওয়া হয়েছে",
    "तस्बिर छुटाइयो",
    "IMG-20240312-WA0001.jpg (file attached)",
    "IMG-20240312-WA0001.jpg (archivo adjunto)",
    "IMG-20240312-WA0001.jpg (ফাইল সংযুক্ত)",
    "বাজেট ২০২৪.xlsx (फाइल संलग्न)",
    "This message was deleted",
    "You deleted this message",
    "Se eliminó este mensaje.",
    "Ce message a été supprimé",
    "Mensagem apagada",
    "تم حذف هذه الرسالة",
    "এই মেসেজটি মুছে ফেলা হয়েছে",
    "यो सन्देश मेटाइएको थियो",
    "यह मैसेज हटा दिया गया था",
    "https://zoom.us/j/123?pwd=abc",
    "Passcode: 123456",
    "পাসওয়ার্ড: 123456",
    "पासकोड: १२३४५६",
    "Meeting ID: 812 3456 7890 Passcode: 1x3456",
    "Phone Conference ID: 123 456 789#",
]


@pytest.mark.parametrize("said", NO_WORDS)
@pytest.mark.parametrize("head", ["12/03/24, 14:0{} - {}: ", "[12/03/24, 14:05:0{}] {}: "], ids=["android", "iphone"])
def test_it_counts_for_nobody_in_whatsapp(head, said):
    """Whoever sent it was there; what they wrote beside it counts."""
    chat = read_transcript("chat.txt", f"{head.format(1, 'Anna')}{said}\n{head.format(2, 'বেলা')}জি\n".encode())
    assert [(turn.speaker, turn.text) for turn in chat.turns] == [("বেলা", "জি")]
    assert chat.attendees == ("Anna", "বেলা")


@pytest.mark.parametrize("said", [*NO_WORDS[-6:]])
def test_links_and_codes_count_for_nobody_in_zoom_and_telegram(said):
    """The same rule for all chats."""
    zoom = f"10:00:01\tFrom Anna to Everyone : {said}\n10:00:02\tFrom বেলা to Everyone : জি\n"
    assert [turn.text for turn in read_transcript("chat.txt", zoom.encode()).turns] == ["জি"]
    messages = [
        {"type": "message", "date_unixtime": "1710000000", "from": "Anna", "from_id": "user1", "text": said},
        {"type": "message", "date_unixtime": "1710000060", "from": "বেলা", "from_id": "user2", "text": "জি"},
        {
            "type": "message",
            "date_unixtime": "1710000070",
            "from": "Anna",
            "from_id": "user1",
            "photo": "p",
            "text": "",
        },
    ]
    telegram = json.dumps({"name": "Team", "type": "private_group", "messages": messages})
    assert [turn.text for turn in read_transcript("result.json", telegram.encode()).turns] == ["জি"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Please join, passcode: 3fX9 thanks", "Please join, thanks"),
        ("The password is not a secret", "The password is not a secret"),
        ("Password: do we need one?", "Password: do we need one?"),
        ("পাসওয়ার্ড: কাল পাঠাব, সবাই দেখুন", "পাসওয়ার্ড: কাল পাঠাব, সবাই দেখুন"),
        ("I sent the image omitted in the report", "I sent the image omitted in the report"),
    ],
)
def test_words_about_them_count(said, words):
    """Only a code after its name is left out; a sentence stays."""
    assert written_words(said).text == words
