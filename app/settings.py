"""Settings: from `KLOE_*` in the environment and an optional `kloe.toml` in the working folder."""

import os
import re
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from ingest import KloeError

_PREFIX = "KLOE_"
_SECRET = ("api_keys", "generator_key", "generator_url")  # what they are is never said; a URL may hold a password


class SettingsError(KloeError):
    """A setting that is unknown or has a value that does not fit; the text names it."""


def _split(value: Any) -> Any:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _is_rate(value: str) -> str:
    from limits import parse

    parse(value)
    return value


def _are_networks(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        ip_network(value)
    return values


def _are_origins(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not re.fullmatch(r"\*|https?://[^/\s]+", value):
            raise ValueError(f"{value!r} is no origin such as https://example.org")
    return values


# A list in `kloe.toml`; in the environment its parts with commas between them.
Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """Every setting with its default. `KLOE_INDEX` sets `index`, and so on; the environment wins over the file."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_ignore_empty=True, toml_file="kloe.toml", extra="forbid", frozen=True
    )

    index: Path = Field(default_factory=lambda: user_data_path("kloe") / "index", description="the index folder")
    cache: Path = Field(default_factory=lambda: user_cache_path("kloe"), description="folder of the vector cache")
    model: str = Field(default="all-MiniLM-L6-v2", min_length=1, description="sentence-transformers model")
    reranker: str = Field(
        default="late-interaction",
        min_length=1,
        description="late-interaction, none, or a sentence-transformers cross-encoder",
    )
    chroma_url: str | None = Field(default=None, pattern=r"https?://.+", description="Chroma server, if not embedded")
    workers: int = Field(default=0, ge=0, le=64, description="processes that read files; 0 for one a core")
    host: str = Field(default="127.0.0.1", min_length=1, description="address that `kloe ui` listens on")
    port: int = Field(default=7860, ge=1, le=65535, description="port that `kloe ui` listens on")
    users_file: Path | None = Field(default=None, description="who may sign in; made by `kloe user add`")
    proxy_user_header: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9-]+$",
        description="header in which a trusted proxy names the person it has signed in",
    )
    trusted_proxies: Annotated[Listed, AfterValidator(_are_networks)] = Field(
        default=("127.0.0.1", "::1"), description="addresses or networks whose word on person and address is taken"
    )
    api_keys: Listed = Field(
        default=(), repr=False, description="keys that programs must show, or their digests as sha256:…"
    )
    rate_limit: Annotated[str, AfterValidator(_is_rate)] | None = Field(
        default=None, description="calls of the API that one client may make, such as 60/minute"
    )
    cors_origins: Annotated[Listed, AfterValidator(_are_origins)] = Field(
        default=(), description="origins whose pages may call the API, or *"
    )

    generator: str | None = Field(
        default=None,
        min_length=1,
        description="chat model that puts answers into words, as LangChain names it: openai:llama3.2; none by default",
    )
    generator_url: str | None = Field(
        default=None, pattern=r"https?://.+", repr=False, description="its server, if not the provider's own"
    )
    generator_key: SecretStr | None = Field(default=None, description="its key, if it needs one")
    generator_timeout: float = Field(default=60, gt=0, le=600, description="seconds that it may take for one answer")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over `kloe.toml`."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**given: Any) -> Settings:
    """Read the settings; `given` values win over the environment and the file.

    Raises:
        SettingsError: a key is unknown or a value does not fit; the text says which and where.
    """
    known = {_PREFIX + name.upper() for name in Settings.model_fields}
    for name in os.environ:
        if name.upper().startswith(_PREFIX) and name.upper() not in known:
            raise SettingsError(f"unknown setting {name} in the environment; known are {', '.join(sorted(known))}")
    try:
        return Settings(**given)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_said, error.errors()))) from error
    except ValueError as error:  # the file is not TOML
        raise SettingsError(f"kloe.toml cannot be read: {error}") from error


def _said(error: Any) -> str:
    name = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return f"unknown setting {name!r} in kloe.toml; known are {', '.join(sorted(Settings.model_fields))}"
    value = "what it is" if name.startswith(_SECRET) else repr(error["input"])
    return f"setting {name} ({_PREFIX}{name.upper()}) cannot be {value}: {error['msg'].lower()}"


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return load_settings()
