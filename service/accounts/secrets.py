"""Secrets: random, kept only as hashes, and what the service signs so that nobody else can make it."""

import hashlib
import secrets

from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer

from service.settings import Settings
from service.store import Database
from service.store.accounts import service_keys

SIGNING_KEY = "signing"


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """Return what is kept of a secret; it is random and long, so that no salt and no slow hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


class Signatures:
    """Signs texts for one purpose each, with a key that was made once; the setting `secret_key` overrides it."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._key = settings.secret_key

    def prepare(self) -> None:
        """Make the key if there is none: not to be done inside of another transaction."""
        self._made_key()

    def sign(self, purpose: str, value: object) -> str:
        """Return a value that can be read again, signed."""
        return str(URLSafeSerializer(self._made_key(), salt=purpose).dumps(value))

    def read(self, purpose: str, signed: str) -> object:
        """Return the value that was signed for a purpose, None if it was not."""
        try:
            return URLSafeSerializer(self._made_key(), salt=purpose).loads(signed)
        except BadData:
            return None

    def sign_now(self, purpose: str, value: object) -> str:
        """Return a value signed together with the time."""
        return str(URLSafeTimedSerializer(self._made_key(), salt=purpose).dumps(value))

    def read_recent(self, purpose: str, signed: str, seconds: int) -> object:
        """Return the value that was signed for a purpose within so many seconds, None if it was not."""
        try:
            return URLSafeTimedSerializer(self._made_key(), salt=purpose).loads(signed, max_age=seconds)
        except BadData:
            return None

    def _made_key(self) -> str:
        if not self._key:
            self._key = self._kept() or self._make()
        return self._key

    def _kept(self) -> str | None:
        with self._database.reading() as db:
            return service_keys.find(db, SIGNING_KEY)

    def _make(self) -> str:
        with self._database.writing() as db:
            service_keys.keep(db, SIGNING_KEY, new_secret())
            return service_keys.find(db, SIGNING_KEY) or ""
