"""Settings: takes `KLOE_*` environment variables and an optional `kloe.toml` in the working folder, gives one checked object."""

from app.settings.loading import SettingsError, load_settings, settings
from app.settings.settings import Settings

__all__ = ["Settings", "SettingsError", "load_settings", "settings"]
