"""The log: warnings in words, or everything as JSON, a line each."""

import logging
import sys

from pythonjsonlogger.json import JsonFormatter

from app.settings import Settings
from app.settings.access import LogForm

REQUESTS = "kloe.requests"
START = "kloe.start"  # how long the start took: worth a line in either form
_PLAIN = "%(levelname)s %(name)s: %(message)s"
_FIELDS = "{asctime}{levelname}{name}{message}"
_RENAMED = {"asctime": "time", "levelname": "level", "name": "logger"}


def set_up_log(chosen: Settings) -> None:
    """Write the log of this process to standard error, in the form that the settings ask for."""
    handler = logging.StreamHandler(sys.stderr)
    if chosen.log is LogForm.JSON:
        handler.setFormatter(JsonFormatter(_FIELDS, style="{", rename_fields=_RENAMED, datefmt="%Y-%m-%dT%H:%M:%S%z"))
    else:
        handler.setFormatter(logging.Formatter(_PLAIN))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(START).setLevel(logging.INFO)
    logging.getLogger(REQUESTS).setLevel(logging.INFO if chosen.log is LogForm.JSON else logging.WARNING)
