"""Runs a Kloe command in this process, which is quick because the packages and the model are already loaded."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

import pytest

from app.asking.answering import writer
from app.cli import main
from app.settings import settings


def kloe(environment: dict[str, str], *words: str, said: str = "") -> "subprocess.CompletedProcess[str]":
    """Read the settings again and run a command; gives its exit code and what it printed.

    Args:
        environment: all environment variables that the command is to see.
        said: its standard input.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in environment.items():
            if os.environ.get(name) != value:
                patch.setenv(name, value)
        patch.setattr(sys, "argv", ["kloe", *words])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said.encode()), "utf-8"))
        _forget_settings()
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            _forget_settings()
    return subprocess.CompletedProcess(["kloe", *words], code, *(_text(stream) for stream in (out, err)))


def _text(stream: io.TextIOWrapper) -> str:
    return stream.buffer.getvalue().decode()  # type: ignore[attr-defined]


def _forget_settings() -> None:
    settings.cache_clear()
    writer.cache_clear()
