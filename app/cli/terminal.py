"""What the commands print: text for a person, free of what could steer a terminal; JSON; and a bar that says how far they are."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

# Words are printed as they are: ":bell:" and "[bold]" of a document are no picture and no style.
_out = Console(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())
_err = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=not sys.stderr.isatty())


def say(text: str, style: str | None = None) -> None:
    """Print text for a person, on standard output."""
    _out.print(safe(text), style=style)


def complain(text: str) -> None:
    """Print text for a person, on standard error."""
    _err.print(safe(text))


def say_json(value: Any, indent: int | None = 2) -> None:
    """Print JSON; what could steer a terminal is escaped in it."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    print("".join(sign if _is_plain(sign) else json.dumps(sign)[1:-1] for sign in text))


def safe(text: str) -> str:
    """Put a mark in place of what could steer a terminal or turn the direction of its text."""
    return "".join(sign if _is_plain(sign) else "�" for sign in text)


def _is_plain(sign: str) -> bool:
    return sign.isprintable() or sign in "\n\u00a0"


@contextmanager
def bar() -> Iterator[Progress]:
    """A progress bar with counts, a rate and the time left; on standard error, so that output stays clean."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=_err) as progress:
        yield progress


class _Rate(TextColumn):
    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Any) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "")
