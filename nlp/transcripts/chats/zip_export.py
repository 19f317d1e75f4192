"""The zip in which iPhones export a WhatsApp chat: `_chat.txt`, and with it the pictures and recordings."""

import io
import zipfile

from nlp.documents.archive import BROKEN_ZIP
from nlp.documents.zip_safety import MOST_UNPACKED, is_bloated
from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.transcripts.chats.whatsapp import is_whatsapp, read_whatsapp
from nlp.transcripts.source import Source
from nlp.transcripts.types import Transcript


def read_chat_archive(source: Source) -> Transcript:
    """Read the chat in the archive; nothing else of it is unpacked.

    Raises:
        UnreadableFile: the archive is broken, has a password, holds no chat, or grows too large when unpacked.
    """
    chat = Source(source.name, _unpack(source))
    if not is_whatsapp(chat):
        raise UnreadableFile(
            source.name, Message("the text in this archive is no chat"), Message("Unpack it and hand in the transcript")
        )
    return read_whatsapp(chat)


def _unpack(source: Source) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            texts = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".txt")]
            if len(texts) != 1:
                problem = Message("this archive holds {count} text files, not one", {"count": len(texts)})
                raise UnreadableFile(source.name, problem, Message("Unpack it and hand in the transcript"))
            if texts[0].file_size > MOST_UNPACKED or is_bloated(texts[0]):
                problem = Message("the chat grows too large when it is unpacked")
                raise UnreadableFile(
                    source.name, problem, Message("Export it again without media, or only a part of it")
                )
            return archive.read(texts[0])
    except BROKEN_ZIP as error:
        raise UnreadableFile(source.name, Message("the archive is broken"), Message("Export the chat again")) from error
