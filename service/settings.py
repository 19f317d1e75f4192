"""Settings: from arguments, environment variables that begin with `MANYVOICES_`, files of secrets, or one TOML file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from service.assistant.asking.address import read_address as read_assistant
from service.mail.addresses import read_sender, read_server
from service.running.scheduler_address import read_address
from service.running.settings_sources import PREFIX, SecretFiles, TomlFile, config_path
from service.webhooks.destinations import read_hosts

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def default_data_dir() -> Path:
    """Return the folder for data of the user who runs this."""
    return user_data_path("manyvoices", appauthor=False)


def default_cache_dir() -> Path:
    """Return the folder for what can be made again, of the user who runs this."""
    return user_cache_path("manyvoices", appauthor=False)


def _listed(value: object) -> object:
    """Return a list that is given as text: as JSON, or with commas between."""
    if not isinstance(value, str):
        return value
    if value.lstrip().startswith("["):
        return json.loads(value)
    return [part.strip() for part in value.split(",") if part.strip()]


Words = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)]
Hosts = Annotated[Words, AfterValidator(read_hosts)]


def _checked(read: Callable[[str], object]) -> AfterValidator:
    """Return what lets a text through that is empty or can be read."""

    def check(text: str) -> str:
        if text:
            read(text)
        return text

    return AfterValidator(check)


class Settings(BaseSettings):
    """How this installation runs.

    An argument wins over the environment, that over a file of a secret, that over the TOML file. What a field means
    stands in its description, which `manyvoices settings` prints; `secret` in `json_schema_extra` keeps its value out
    of what is printed.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    data_dir: Path = Field(
        default_factory=default_data_dir,
        description="Folder of the database and of the copies made of it. manyvoices.toml in it is read.",
    )
    database_url: str = Field(
        default="",
        description="Address of the database, postgresql://user:password@host/name or sqlite:///path. "
        "Empty is manyvoices.db in data_dir.",
        json_schema_extra={"secret": True},
    )
    model: str | None = Field(
        default=None,
        description="Folder, hub id or address of another embedding model, such as http://localhost:11434/v1#bge-m3. "
        "None is the bundled one.",
    )
    model_key: str = Field(
        default="", description="Key that a server of models asks for.", json_schema_extra={"secret": True}
    )
    model_hosts: Words = Field(
        default=(),
        description="Machines other than this one that may read the notes to turn them into numbers, such as "
        "models.example.org. Empty is none.",
    )
    cache_dir: Path = Field(
        default_factory=default_cache_dir,
        description="Folder of what commands keep to save time, and can make again: vectors of other models.",
    )
    vector_cache_mb: int = Field(
        default=256, ge=0, description="Megabytes that these vectors may take, of all models together. 0 keeps none."
    )
    transcriber: str = Field(
        default="",
        description="Who writes recordings down: a server of speech recognition, such as "
        "http://localhost:8000/v1#whisper-1, or a model of faster-whisper. Empty is what is installed.",
    )
    transcriber_key: str = Field(
        default="", description="Key that this server asks for.", json_schema_extra={"secret": True}
    )
    transcriber_hosts: Words = Field(
        default=(),
        description="Machines other than this one that may hear recordings. Empty is none.",
    )
    assistant_url: Annotated[str, _checked(read_assistant)] = Field(
        default="",
        description="Address of a language model that may propose names of readings and sentences on them, as OpenAI's "
        "server speaks: http://localhost:11434/v1. Needs the extra endpoint. Empty is none, and no page speaks of it.",
    )
    assistant_model: str = Field(default="", description="Name of the assistant's model on that server, qwen3:8b.")
    assistant_key: str = Field(
        default="", description="Key that the assistant's server asks for.", json_schema_extra={"secret": True}
    )
    assistant_tokens: int = Field(
        default=200_000, ge=1, description="Tokens that one run of the assistant may use, questions and answers."
    )
    assistant_minutes: int = Field(default=30, ge=1, description="Minutes that one run of the assistant may take.")
    max_upload_mb: int = Field(default=64, ge=1, description="Megabytes of one upload, all its files together.")
    max_files: int = Field(default=50, ge=1, description="Files of one upload.")
    host: str = Field(default="127.0.0.1", description="Address that the service listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the service listens on. 0 is a free one.")
    phones: bool = Field(
        default=False,
        description="Whether other devices may open what is for those present (forms, rooms), and nothing else.",
    )
    allowed_hosts: Words = Field(
        default=(),
        description="Names under which browsers may reach the service. Numbers and localhost always may.",
    )
    threshold: int = Field(default=3, ge=1, description="Groups with fewer people are not shown.")
    people_pipeline: str = Field(
        default="",
        description="Trained spaCy pipeline, a package or a folder, that finds people to be hidden in texts. "
        "Empty is none.",
    )
    sign_in: Literal["elsewhere", "always"] = Field(
        default="elsewhere",
        description="Who has to sign in. elsewhere: everybody but who sits at this machine, while the service listens "
        "to it alone, or to phones for forms and rooms. always: everybody.",
    )
    signed_in_days: int = Field(default=30, ge=1, le=3650, description="Days that a browser stays signed in.")
    secret_key: str = Field(
        default="",
        description="Signs cookies. Empty is a key that was made once and lies in the database.",
        json_schema_extra={"secret": True},
    )
    trusted_proxies: Words = Field(
        default=("127.0.0.1", "::1"),
        description="Addresses or networks (10.0.0.0/8) of proxies whose word is taken on where a request comes from "
        "and whether it came by https.",
    )
    address: str = Field(
        default="",
        description="Where browsers find this service, such as https://voices.example.org, for links that are handed "
        "over.",
    )
    smtp_url: Annotated[str, _checked(read_server)] = Field(
        default="",
        description="Mail server by which links are sent too, with mail_from and address: smtps://user:password@host, "
        "or smtp://user:password@host:587, which begins with STARTTLS but on this machine itself. Empty sends no mail.",
        json_schema_extra={"secret": True},
    )
    mail_from: Annotated[str, _checked(read_sender)] = Field(
        default="", description="From whom mail comes, such as Manyvoices <voices@example.org>."
    )
    webhook_hosts: Hosts = Field(
        default=(),
        description="Hosts that programmes may tell what happens, such as hooks.example.org, *.example.org or * for "
        "every public one. Machines of the own network only if their address or network (192.168.1.0/24) is named too. "
        "Empty tells nobody.",
    )
    workers: int = Field(
        default=1,
        ge=0,
        le=64,
        description="Programs beside the web service that do the work that takes time. With 0, run manyvoices worker.",
    )
    scheduler: Annotated[str, _checked(read_address)] = Field(
        default="",
        description="Address of a Dask scheduler whose workers read very many notes, such as tcp://scheduler:8786. "
        "Needs the extra scale. Empty does all work here.",
    )
    oidc_issuer: str = Field(
        default="",
        description="Address of an OpenID Connect provider by which people may sign in too, such as "
        "https://accounts.google.com. Needs the extra oidc. Empty is none.",
    )
    oidc_client_id: str = Field(default="", description="What the provider calls this service.")
    oidc_client_secret: str = Field(
        default="", description="The secret that the provider gave for it.", json_schema_extra={"secret": True}
    )
    oidc_name: str = Field(default="OpenID Connect", description="The provider's name, as the button says it.")
    mcp_token: str = Field(
        default="",
        description="Token of the account for which manyvoices mcp reads. Empty is whoever sits at this machine.",
        json_schema_extra={"secret": True},
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="Form of the log on stderr: text (name=value) or json, one object a line."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="From which level on lines are logged. info has one line a request."
    )

    metrics: bool = Field(
        default=False,
        description="Whether /metrics gives figures for Prometheus, to this machine and to who sends metrics_token.",
    )
    metrics_token: str = Field(
        default="",
        description="Bearer token with which another machine may read /metrics. Empty lets none.",
        json_schema_extra={"secret": True},
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - one TOML file is enough
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - SecretFiles instead
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where values come from, the strongest first."""
        secrets = SecretFiles(settings_cls)
        folder = init_settings().get("data_dir") or env_settings().get("data_dir") or default_data_dir()
        return init_settings, env_settings, secrets, TomlFile(settings_cls, config_path(Path(folder)))

    @property
    def url(self) -> str:
        """The database's URL, the default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'manyvoices.db'}"

    @property
    def has_assistant(self) -> bool:
        """Whether there is a language model that may propose something."""
        return bool(self.assistant_url and self.assistant_model)

    @property
    def listens_beyond(self) -> bool:
        """Whether the service listens to other devices."""
        return self.host not in _LOOPBACK

    @property
    def asks_everybody(self) -> bool:
        """Whether also whoever sits at this machine has to sign in."""
        return self.sign_in == "always" or (self.listens_beyond and not self.phones)

    @property
    def signs_in_elsewhere(self) -> str:
        """The name of the provider by which people may sign in, "" for none."""
        return self.oidc_name if self.oidc_issuer else ""

    @property
    def max_upload_bytes(self) -> int:
        """Bytes of one upload, all its files together."""
        return self.max_upload_mb * 1_000_000
