"""Reads the settings, and says in words what is wrong with them."""

import os
from functools import cache
from typing import Any

from pydantic import ValidationError

from app.settings.environment import is_of_kubernetes
from app.settings.settings import PREFIX, Settings
from ingest import KloeError

# Their values are never shown; an address may contain a password.
_SECRET = ("api_keys", "generator_key", "generator_url", "openid_client_secret", "limits_url")


class SettingsError(KloeError):
    """A setting is unknown or has an invalid value; the text names it."""


def load_settings(**overrides: Any) -> Settings:
    """Read the settings.

    Args:
        overrides: values that override the environment and the file.

    Raises:
        SettingsError: a setting is unknown or has an invalid value; the text names it.
    """
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name, value in os.environ.items():
        if name.upper().startswith(PREFIX) and name.upper() not in known and not is_of_kubernetes(name, value):
            raise SettingsError(
                f"unknown setting {name} in the environment; the settings are {', '.join(sorted(known))}"
            )
    try:
        chosen = Settings(**overrides)
    except ValidationError as error:
        raise SettingsError("; ".join(map(_fault_words, error.errors()))) from error
    except ValueError as error:  # the file is not TOML
        raise SettingsError(f"kloe.toml cannot be read: {error}") from error
    if bool(chosen.openid_issuer) != bool(chosen.openid_client_id):
        raise SettingsError("sign-in with OpenID needs both settings openid_issuer and openid_client_id")
    return chosen


def _fault_words(error: Any) -> str:
    name = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return f"unknown setting {name!r} in kloe.toml; the settings are {', '.join(sorted(Settings.model_fields))}"
    value = "its present value" if name.startswith(_SECRET) else repr(error["input"])
    cause = error["msg"].removeprefix("Value error, ").lower()
    return f"setting {name} ({PREFIX}{name.upper()}) cannot be {value}: {cause}"


@cache
def settings() -> Settings:
    """This process's settings, read once."""
    return load_settings()
