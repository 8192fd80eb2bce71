"""What the application keeps for its routes and its pages: the index, the writer, quotas, uploads, and what watches them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.access.requests import address_of, kind_of, named, person_of
from app.asking import make_writer
from app.documents import Uploads
from app.documents.correcting import correct_document, correction_words
from app.documents.removing import remove_document
from app.quotas import Quotas
from app.settings import Settings
from app.watching import Audit, Event, SharedFile
from app.watching.metrics import Metrics
from index import Index, Record
from index.catalogue.corrections import Field
from qa import document_reference
from qa.writing import Writer


@dataclass(frozen=True)
class Kept:
    """What the application keeps.

    Attributes:
        opened: opens the index, at the first request that needs it.
        writer: orders or words answers; None if no generator is set.
    """

    chosen: Settings
    opened: Callable[[], Index]
    writer: Writer | None
    quotas: Quotas
    uploads: Uploads
    audit: Audit
    metrics: Metrics

    @classmethod
    def make(
        cls,
        chosen: Settings,
        opened: Callable[[], Index],
        file: SharedFile,
        uploads: Uploads,
        audit: Audit,
        metrics: Metrics,
    ) -> "Kept":
        """Make it from the settings."""
        return cls(chosen, opened, make_writer(chosen), Quotas(chosen, file), uploads, audit, metrics)

    def lend_writer(self, request: Any) -> Writer | None:
        """The writer for one answer, which is counted; None if there is none, or whoever asks may not use it now."""
        return self.writer if self.writer and self.quotas.take_answer(request) else None

    def note_question(self, request: Any, question: str) -> None:
        """Record who asked which question, where the settings say so."""
        if question and self.chosen.audit_questions:
            self.note(Event.QUESTION, request, question)

    def note(self, event: Event, request: Any, detail: str = "") -> None:
        """Record an event."""
        self.audit.write(event, named(request), address_of(request), detail)

    def remove(self, request: Any, record: Record) -> None:
        """Remove a document for good, and record who did it.

        Raises:
            KloeError: the index or the record cannot be written.
        """
        paths = remove_document(self.opened(), record, person_of(request) or "")
        self.note(Event.REMOVAL, request, f"{'; '.join(paths)} ({document_reference(record)})")

    def correct(
        self, request: Any, record: Record, values: Mapping[Field, str], taken_back: Sequence[Field] = ()
    ) -> bool:
        """Set what a document is filed under, or take that back, and record who did it.

        Returns:
            False if a run is under way: then it takes effect when that ends.

        Raises:
            KloeError: the index or the record cannot be written.
        """
        told = correction_words(values, taken_back)
        try:
            return correct_document(self.opened(), record, values, taken_back, person_of(request) or "")
        finally:  # what is kept takes effect with the next run, even if it could not be filed now
            self.note(Event.CORRECTION, request, f"{record.path} ({document_reference(record)}): {told}")

    def told_of_page(self, *given: Any) -> dict[str, Any]:
        """What the log says of something that a person does on the page, from what its function is given."""
        request = next((each for each in given if hasattr(each, "query_params")), None)
        event = next((each for each in given if hasattr(each, "_data")), None)
        told: dict[str, Any] = {"who": kind_of(request)}
        if self.chosen.log_questions and event is not None:
            told |= {"asked": str(getattr(event, "question", "") or getattr(event, "query", ""))[:1000]}
        return told
