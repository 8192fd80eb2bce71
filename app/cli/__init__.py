"""The commands: takes what is typed, prints an answer, a list or a file, and ends with a documented exit code."""

from app.cli.commands import main

__all__ = ["main"]
