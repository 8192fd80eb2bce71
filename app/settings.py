"""Settings, from `KLOE_*` environment variables and an optional `kloe.toml` in the working folder."""

import os
import re
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
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
_SECRET = ("api_keys", "generator_key", "generator_url")  # their values are never shown; a URL may contain a password
# Where `root_path` began like one of these, nobody could tell whether a proxy has taken it off a path.
_OWN_PATHS = frozenset("api assets export feeds gradio_api monitoring originals pictures saved static svelte".split())


class SettingsError(KloeError):
    """A setting is unknown or has an invalid value; the text names it."""


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
            raise ValueError(f"{value!r} is not an origin such as https://example.org")
    return values


def _is_root(value: str) -> str:
    if not re.fullmatch(r"(?:/[\w~][\w.~-]*)*", value, re.ASCII):
        raise ValueError("this is not a path such as /kloe, without a slash at its end")
    if value and value.split("/")[1] in _OWN_PATHS:
        raise ValueError("the server itself has paths that begin like this")
    return value


# A list in `kloe.toml`; values separated by commas in the environment.
Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """Every setting, with its default. `KLOE_INDEX` sets `index`, and so on. The environment overrides the file."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_ignore_empty=True, toml_file="kloe.toml", extra="forbid", frozen=True
    )

    index: Path = Field(default_factory=lambda: user_data_path("kloe") / "index", description="the index folder")
    cache: Path | None = Field(
        default=None, description="a folder in which vectors are also kept, for several indexes of the same documents"
    )
    background: bool = Field(
        default=False,
        description="index only while the machine has nothing else to do; on a busy machine a run then takes long",
    )
    model: str = Field(
        default="all-MiniLM-L6-v2",
        min_length=1,
        description="the sentence-transformers model that embeds passages and questions",
    )
    reranker: str = Field(
        default="late-interaction",
        min_length=1,
        description="late-interaction, none, or the name of a sentence-transformers cross-encoder",
    )
    chroma_url: str | None = Field(
        default=None, pattern=r"https?://.+", description="a Chroma server, to use instead of files in the index folder"
    )
    themes: Path | None = Field(
        default=None, description="a file of themes and of words for them, which are added to Kloe's own"
    )
    workers: int = Field(default=0, ge=0, le=64, description="processes that read files; 0 means one for each core")
    host: str = Field(default="127.0.0.1", min_length=1, description="the address that `kloe serve` listens on")
    port: int = Field(default=7860, ge=1, le=65535, description="the port that `kloe serve` listens on")
    root_path: Annotated[str, AfterValidator(_is_root)] = Field(
        default="", description="the path below which another site serves Kloe, such as /kloe"
    )
    users_file: Path | None = Field(default=None, description="the file of who may sign in; `kloe user add` makes it")
    proxy_user_header: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z0-9-]+$",
        description="the header in which a trusted proxy names the person who has signed in",
    )
    trusted_proxies: Annotated[Listed, AfterValidator(_are_networks)] = Field(
        default=("127.0.0.1", "::1"),
        description="addresses or networks of proxies that Kloe believes about people and addresses",
    )
    api_keys: Listed = Field(
        default=(), repr=False, description="keys that programs must send, or their digests as sha256:…"
    )
    rate_limit: Annotated[str, AfterValidator(_is_rate)] | None = Field(
        default=None, description="how many API calls one client may make, such as 60/minute"
    )
    cors_origins: Annotated[Listed, AfterValidator(_are_origins)] = Field(
        default=(), description="origins whose pages may call the API; * for all"
    )

    generator: str | None = Field(
        default=None,
        min_length=1,
        description="the chat model that orders or words answers, under LangChain's name for it, such as openai:llama3.2",
    )
    generator_url: str | None = Field(
        default=None,
        pattern=r"https?://.+",
        repr=False,
        description="the chat model's server, if not the provider's own",
    )
    generator_key: SecretStr | None = Field(default=None, description="the chat model's key, if it needs one")
    generator_sentences: bool = Field(
        default=False,
        description="let the chat model word sentences, each of which is checked, instead of choosing and ordering quotations",
    )
    generator_timeout: float = Field(
        default=60, gt=0, le=600, description="the most seconds that the chat model may take for one answer"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment override `kloe.toml`."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**overrides: Any) -> Settings:
    """Read the settings.

    Args:
        overrides: values that override the environment and the file.

    Raises:
        SettingsError: a setting is unknown or has an invalid value; the text names it.
    """
    known = {_PREFIX + name.upper() for name in Settings.model_fields}
    for name in os.environ:
        if name.upper().startswith(_PREFIX) and name.upper() not in known:
            raise SettingsError(
                f"unknown setting {name} in the environment; the settings are {', '.join(sorted(known))}"
            )
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_fault_words, error.errors()))) from error
    except ValueError as error:  # the file is not TOML
        raise SettingsError(f"kloe.toml cannot be read: {error}") from error


def _fault_words(error: Any) -> str:
    name = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return f"unknown setting {name!r} in kloe.toml; the settings are {', '.join(sorted(Settings.model_fields))}"
    value = "its present value" if name.startswith(_SECRET) else repr(error["input"])
    cause = error["msg"].removeprefix("Value error, ").lower()
    return f"setting {name} ({_PREFIX}{name.upper()}) cannot be {value}: {cause}"


@cache
def settings() -> Settings:
    """This process's settings, read once."""
    return load_settings()
