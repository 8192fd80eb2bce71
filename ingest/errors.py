"""Kloe's errors, each with a one-line message for the user.

KloeError
├── ingest.errors.ReadError                      a file cannot be read as a document
├── index.errors.StoreError                      an index or its models cannot be opened, used or trusted
├── qa.writing.model.ModelError                  a chat model cannot be used as it is configured
├── app.settings.SettingsError                   the settings cannot be used
├── app.feedback.FeedbackError                   feedback cannot be kept or read
├── app.documents.page_images.PictureError       a page cannot be shown as a picture
└── app.pages.addresses.question.LinkError       a link cannot be followed
"""

from pathlib import Path


class KloeError(Exception):
    """Any error that Kloe reports in one line instead of a traceback."""


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
