"""The settings of access: where Kloe listens, who may use it, how much, and what is recorded."""

from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, Field, SecretStr

from app.settings.checks import Hosts, Listed, Networks, Origins, Rate, Root


class LogForm(StrEnum):
    """How the log is written."""

    PLAIN = "plain"
    JSON = "json"


class AddressSettings(BaseModel):
    """Where Kloe listens, and under which names."""

    host: str = Field(default="127.0.0.1", min_length=1, description="the address that `kloe serve` listens on")
    port: int = Field(default=7860, ge=1, le=65535, description="the port that `kloe serve` listens on")
    hosts: Hosts = Field(
        default=(),
        description="the names under which others reach Kloe; by default those of this machine, and addresses; * for any",
    )
    root_path: Root = Field(default="", description="the path below which another site serves Kloe, such as /kloe")
    cors_origins: Origins = Field(default=(), description="origins whose pages may call the API; * for all")
    frame_ancestors: Origins = Field(
        default=(), description="origins whose pages may show Kloe in a frame; by default none"
    )
    trusted_proxies: Networks = Field(
        default=("127.0.0.1", "::1"),
        description="addresses or networks of proxies that Kloe believes about people and addresses",
    )


class SignInSettings(BaseModel):
    """Who may use Kloe."""

    users_file: Path | None = Field(default=None, description="the file of who may sign in; `kloe user add` makes it")
    proxy_user_header: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9-]+$",
        description="the header in which a trusted proxy names the person who has signed in",
    )
    openid_issuer: str | None = Field(
        default=None,
        pattern=r"https?://.+",
        description="the OpenID provider that people sign in with, such as https://login.microsoftonline.com/TENANT/v2.0",
    )
    openid_client_id: str | None = Field(default=None, min_length=1, description="Kloe's id at the OpenID provider")
    openid_client_secret: SecretStr | None = Field(default=None, description="Kloe's secret at the OpenID provider")
    openid_name_claim: str = Field(
        default="preferred_username", min_length=1, description="the claim that names a person"
    )
    openid_rights_claim: str = Field(
        default="roles", min_length=1, description="the claim that lists a person's rights: read, upload, remove"
    )
    session_hours: float = Field(default=12, gt=0, le=720, description="hours after which a person signs in again")
    api_keys: Listed = Field(
        default=(), repr=False, description="keys that programs must send, or their digests as sha256:…"
    )


class LimitSettings(BaseModel):
    """How much one client, and all together, may use."""

    rate_limit: Rate | None = Field(
        default=None, description="how many requests one client may make, such as 120/minute"
    )
    limits_url: str | None = Field(
        default=None,
        pattern=r"^(async\+)?[a-z+]+://.*",
        repr=False,
        description="where several machines count together, such as redis://host; by default a file in the index folder",
    )
    connections: int = Field(default=500, ge=10, le=100_000, description="the most connections at a time")
    request_timeout: float = Field(default=60, gt=0, le=3600, description="the most seconds that one request may take")
    stop_timeout: float = Field(default=30, ge=0, le=3600, description="seconds that a stop waits for uploads to end")
    upload_limit: Rate = Field(default="200/day", description="how many files one person may add")
    upload_space: int = Field(
        default=10_000, ge=1, description="the most megabytes that all added files together may take"
    )


class WatchingSettings(BaseModel):
    """What is logged and recorded."""

    log: LogForm = Field(
        default=LogForm.PLAIN, description="plain: warnings alone; json: also a line for each request, as JSON"
    )
    log_questions: bool = Field(default=False, description="write the questions' words to the log")
    audit_days: int = Field(default=365, ge=1, le=3650, description="days for which the audit record is kept")
    audit_questions: bool = Field(default=False, description="record who asked which question")
    audit_question_days: int = Field(
        default=30, ge=1, le=3650, description="days for which recorded questions are kept"
    )
