"""What one reader, and all together, may use of what costs most: the chat model, and room for files."""

from typing import Any

from limits import parse as parse_rate

from app.access.counting import Counter
from app.access.requests import caller, may_use_generator
from app.settings import Settings
from app.watching import SharedFile, SharedFileError
from ingest import KloeError


class Quotas:
    """Counts what is used, in the file that all processes of an index share."""

    def __init__(self, chosen: Settings, file: SharedFile) -> None:
        self._chosen = chosen
        self._counter = Counter(file, chosen)
        self._files = parse_rate(chosen.upload_limit)
        self._answers = parse_rate(chosen.generator_limit)
        self._budget = parse_rate(chosen.generator_budget)

    def take_files(self, request: Any, count: int) -> None:
        """Count files that somebody adds.

        Raises:
            KloeError: they have added as many as they may.
        """
        if not self._counter.hit(self._files, "files", caller(request), cost=count):
            self._counter.hit(self._files, "files", caller(request), cost=-count)  # none of them is added
            wait = self._counter.wait(self._files, "files", caller(request))
            raise KloeError(f"one person may add {self._files}: add these in {max(1, round(wait / 60)):,} minutes")

    def take_answer(self, request: Any) -> bool:
        """Count an answer that the chat model works on; False if it may not, and the reader sees the quotations alone."""
        if not self._chosen.generator or not may_use_generator(request, self._chosen):
            return False
        try:
            return self._counter.hit(self._answers, "answers", caller(request)) and self._counter.hit(
                self._budget, "answers"
            )
        except SharedFileError:  # what cannot be counted is not spent
            return False
