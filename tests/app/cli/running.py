"""Runs a command of Kloe: in this process, which is quick, or in one of its own, where the process is what is tested."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

import pytest

from app.asking.searching import writer
from app.cli import main
from app.settings import settings
from tests.conftest import ROOT

Ran = subprocess.CompletedProcess[str]


def kloe(environment: dict[str, str], *words: str, said: str = "") -> Ran:
    """Run a command in this process, with its settings read anew; gives its exit code and what it printed.

    Args:
        said: what is typed into it.
    """
    out, err, code = io.StringIO(), io.StringIO(), 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in environment.items():
            if name.startswith("KLOE_"):
                patch.setenv(name, value)
        patch.setattr(sys, "argv", ["kloe", *words])
        patch.setattr(sys, "stdin", io.StringIO(said))
        _forget_settings()
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            _forget_settings()
    return Ran(["kloe", *words], code, out.getvalue(), err.getvalue())


def kloe_process(environment: dict[str, str], *words: str, said: str = "") -> Ran:
    """Run a command as a person does, in a process of its own."""
    command = [sys.executable, "-m", "app.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, input=said, cwd=ROOT)


def _forget_settings() -> None:
    settings.cache_clear()
    writer.cache_clear()
