"""Errors of Kloe.

KloeError                     anything that Kloe says in one line instead of a traceback
├── ReadError                 a file that cannot be read as a document
├── index.errors.StoreError   an index that cannot be opened, written or trusted
├── qa.chat.ModelError         a chat model that cannot be used as it is configured
├── app.settings.SettingsError
├── app.page_images.NoPicture
└── app.feedback.FeedbackError
"""

from pathlib import Path


class KloeError(Exception):
    """Base of every error that a person is meant to read; its text is one line."""


class ReadError(KloeError):
    """A file that cannot be read as a document.

    Args:
        path: the file.
        cause: why, in words for the person who chose the file.
    """

    def __init__(self, path: Path, cause: str) -> None:
        self.path = path
        self.cause = cause
        super().__init__(path, cause)

    def __str__(self) -> str:
        return f"{self.path}: {self.cause}"
