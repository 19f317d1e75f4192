"""Settings, from arguments or from environment variables that begin with `MANYVOICES_`."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class Settings(BaseSettings):
    """How this installation runs.

    Attributes:
        data_dir: where the database lies unless `database_url` says otherwise.
        database_url: SQLAlchemy URL; "" is `manyvoices.db` in `data_dir`; `postgresql://...` takes PostgreSQL.
        model: embedding model (folder or hub id), None is the bundled one.
        max_upload_mb: megabytes of one upload, all its files together.
        max_files: files of one upload.
        host, port: where the web service listens.
        phones: whether other devices on the network may open what is for those present, and nothing else.
        allowed_hosts: names under which browsers may reach it; addresses in numbers and localhost always may.
        threshold: groups with fewer people are not shown.
    """

    model_config = SettingsConfigDict(env_prefix="MANYVOICES_", frozen=True)

    data_dir: Path = Field(default_factory=lambda: user_data_path("manyvoices", appauthor=False))
    database_url: str = ""
    model: str | None = None
    max_upload_mb: int = Field(default=64, ge=1)
    max_files: int = Field(default=50, ge=1)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    phones: bool = False
    allowed_hosts: tuple[str, ...] = ()
    threshold: int = Field(default=3, ge=1)

    @property
    def url(self) -> str:
        """The database's URL, the default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'manyvoices.db'}"

    @property
    def listens_beyond(self) -> bool:
        """Whether the service listens to other devices."""
        return self.host not in _LOOPBACK

    @property
    def max_upload_bytes(self) -> int:
        """Bytes of one upload, all its files together."""
        return self.max_upload_mb * 1_000_000
