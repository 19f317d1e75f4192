"""For whom an assistant reads: the token that was given, where one is needed."""

from pathlib import Path

from nlp.errors import InputError, UnreadableFile
from nlp.messages import Message
from service.errors import NotSignedIn
from service.settings import Settings

_MAKE = Message(
    "Make a token on the page of your account, put it into a file, and give that with --token-file or in "
    "MANYVOICES_MCP_TOKEN_FILE"
)


def token_of(settings: Settings, file: Path | None) -> str:
    """Return the token, "" where whoever sits at this machine need not sign in.

    Args:
        settings: of the installation.
        file: that holds it; None for that of the settings.

    Raises:
        UnreadableFile: the file cannot be read.
        InputError: it is empty.
        NotSignedIn: everybody has to sign in, and there is no token.
    """
    token = settings.mcp_token.strip() if file is None else _read(file)
    if not token and settings.asks_everybody:
        raise NotSignedIn(Message("everybody has to sign in here, and no token was given"), _MAKE)
    return token


def _read(file: Path) -> str:
    try:
        token = file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        reason = {"reason": (getattr(error, "strerror", None) or type(error).__name__).lower()}
        raise UnreadableFile(str(file), Message("the file cannot be opened ({reason})", reason), _MAKE) from error
    if not token:
        raise InputError(str(file), Message("the file is empty"), _MAKE)
    return token
