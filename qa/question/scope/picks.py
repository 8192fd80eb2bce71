"""Ordinals: which of an authority's documents are meant, counted from the newest or from the oldest."""

from collections.abc import Sequence
from dataclasses import dataclass

from index import Record
from qa.question.vocabulary import INSPECTIONS


@dataclass(frozen=True)
class Pick:
    """So many of each authority's documents, in order of time.

    Attributes:
        count: how many; None for all that are left after `skip`.
        skip: how many to pass over first: "the previous inspection" passes over the latest.
        oldest: count from the oldest, not from the newest.
    """

    count: int | None = 1
    skip: int = 0
    oldest: bool = False

    def choose(self, records: Sequence[Record], of_kinds: bool) -> list[Record]:
        """Keep those documents of each authority, in the order given; drop documents that name no authority.

        Args:
            of_kinds: the documents are of the kinds that the question names; if it names none, inspections are counted, or
                visits where an authority has no inspection.
        """
        by_authority: dict[str, list[Record]] = {}
        for record in records:
            if of_kinds or record.kind.of_ofsted:
                for authority in record.authorities:
                    by_authority.setdefault(authority, []).append(record)
        chosen: set[str] = set()
        for documents in by_authority.values():
            inspections = [] if of_kinds else [record for record in documents if record.kind in INSPECTIONS]
            ordered = sorted(
                inspections or documents,
                key=lambda record: (record.day_number, record.id),
                reverse=not self.oldest,
            )
            end = None if self.count is None else self.skip + self.count
            chosen.update(record.id for record in ordered[self.skip : end])
        return [record for record in records if record.id in chosen]

    def __str__(self) -> str:
        """Say "latest", "latest 2", "all but the latest", "third"."""
        if self.count is None:
            return f"all but the {'first' if self.oldest else 'latest'}{f' {self.skip}' if self.skip > 1 else ''}"
        several = f" {self.count}" if self.count > 1 else ""
        if not self.skip:
            return f"{'first' if self.oldest else 'latest'}{several}"
        if self.oldest:
            return (
                f"number {self.skip + 1}" if self.count == 1 else f"numbers {self.skip + 1} to {self.skip + self.count}"
            )
        return f"{'previous' if self.skip == 1 else f'number {self.skip + 1} from the latest'}{several}"


LATEST = Pick()
