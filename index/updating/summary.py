"""What an index run did."""

from dataclasses import dataclass, field


@dataclass
class Summary:
    """What an index run did.

    Attributes:
        files: how many files it looked at.
        unchanged: how many of them were indexed already.
        added: how many of them it read.
        removed: how many indexed files it forgot.
        skipped: `(path, cause)` of each file that could not be read and each folder that could not be opened.
        kept: `(path, cause)` of each folder or file of the index that could not be reached, or not be read again; what was read
            from it before is kept.
        notes: `(path, note)` of files that were read with a remark.
        documents: how many documents the index now holds.
        passages: how many passages the index now holds.
        embedded: how many passages the model has read.
        mended: how many passages the vector store held wrongly before the run.
        seconds: how long it took.
    """

    files: int = 0
    unchanged: int = 0
    added: int = 0
    removed: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    documents: int = 0
    passages: int = 0
    embedded: int = 0
    mended: int = 0
    seconds: float = 0.0
