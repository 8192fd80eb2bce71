"""Every setting, with its default."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import BaseModel, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from app.settings.access import AddressSettings, LimitSettings, SignInSettings, WatchingSettings
from app.settings.checks import Rate
from app.settings.environment import WithoutServices

PREFIX = "KLOE_"


class IndexSettings(BaseModel):
    """The library: its name, its index, and how that is made."""

    name: str = Field(
        default="Kloe",
        min_length=1,
        max_length=60,
        pattern=r"^[^\x00-\x1f\x7f]+$",
        description="the name of the library, in titles, the header, feeds and files",
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
    published: Path | None = Field(
        default=None, description="a CSV file of where documents were published: columns file, url, retrieved"
    )
    workers: int = Field(default=0, ge=0, le=64, description="processes that read files; 0 means one for each core")


class GeneratorSettings(BaseModel):
    """The chat model."""

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
    generator_open: bool = Field(
        default=False, description="let readers who have not signed in use the chat model as well"
    )
    generator_limit: Rate = Field(
        default="20/hour", description="how many answers the chat model may work on for one reader"
    )
    generator_budget: Rate = Field(
        default="500/day", description="how many answers the chat model may work on for all readers together"
    )


class Settings(
    IndexSettings,
    AddressSettings,
    SignInSettings,
    LimitSettings,
    WatchingSettings,
    GeneratorSettings,
    BaseSettings,
):
    """Every setting, with its default. `KLOE_INDEX` sets `index`, and so on. The environment overrides the file."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, toml_file="kloe.toml", extra="forbid", frozen=True
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
        """Let the environment override `kloe.toml`, but not with what Kubernetes puts there for a service called “kloe”."""
        return init_settings, WithoutServices(settings_cls), TomlConfigSettingsSource(settings_cls)
