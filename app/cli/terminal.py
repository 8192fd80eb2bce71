"""Reading and printing at a terminal: text that cannot control it, JSON, a progress bar, standard input, and files."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from ingest import KloeError

STANDARD = "-"  # in place of a file or a text: standard input or output

# Rich would otherwise turn ":bell:" and "[bold]" in a document into a picture and a style.
_out = Console(highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty())
_err = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=not sys.stderr.isatty())


def say(text: str, style: str | None = None) -> None:
    """Print text on standard output."""
    _out.print(safe(text), style=style)


def notify(text: str) -> None:
    """Print text on standard error."""
    _err.print(safe(text))


def say_json(value: Any, indent: int | None = 2) -> None:
    """Print JSON on standard output, escaping whatever could control a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    print("".join(sign if _is_plain(sign) else json.dumps(sign)[1:-1] for sign in text), flush=True)


def write_file(file: Path, content: bytes) -> None:
    """Write a file, and say so.

    Raises:
        KloeError: it cannot be written.
    """
    try:
        file.write_bytes(content)
    except OSError as error:
        raise KloeError(f"{file} cannot be written: {error.strerror or error}") from error
    notify(f"{file} written.")


def read_input() -> str:
    """Read standard input to its end.

    Raises:
        KloeError: it is not text in UTF-8.
    """
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KloeError("standard input is not text in UTF-8") from error


def typed_or_piped(text: str) -> str:
    """What was typed, or standard input if that was a dash."""
    return read_input().strip() if text == STANDARD else text


def asked_or_piped(text: str) -> str:
    """A question that was typed, or standard input if that was a dash.

    Raises:
        KloeError: it is too long.
    """
    from app.asking.filters import check_length

    question = typed_or_piped(text)
    check_length(question)
    return question


def safe(text: str) -> str:
    """Replace whatever could control a terminal or change the direction of its text."""
    return "".join(sign if _is_plain(sign) else "�" for sign in text)


def _is_plain(sign: str) -> bool:
    return sign.isprintable() or sign in "\n\u00a0"


@contextmanager
def bar() -> Iterator[Progress]:
    """Show a progress bar with counts, a rate and the time left; on standard error, to keep the output clean."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=_err) as progress:
        yield progress


class _Rate(TextColumn):
    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Any) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed else "")
