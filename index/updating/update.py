"""The index run: brings an index up to date with folders of files."""

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.catalogue import CatalogueWriter, Source
from index.checking import check
from index.errors import StoreError
from index.folder import RemovedStore, writing
from index.index import Index
from index.updating.annotating import MakeAnnotator, Progress, annotate
from index.updating.carrying import carry
from index.updating.correcting import as_set, settle_corrections
from index.updating.encoding import encoder_of
from index.updating.files import Found, FoundFile, check_all_there, find_files, gone_files, known_files
from index.updating.generation import Target, begin, remove, sources_before, take_its_place
from index.updating.reading import USUAL, Bounds, Job, Outcome, is_as_known, read_files
from index.updating.summary import Summary
from index.updating.telling import Step, Teller

_TOLD_AT_ONCE = 1_000  # passages; the vector store is told when so many wait, and at the end


@dataclass(frozen=True)
class Plan:
    """What a run was asked to do.

    Attributes:
        roots: folders or single files.
        prune: also forget files that are gone from these folders.
        rebuild: read every known file again, into a new generation.
        retry: also read again the files that could not be read and have not changed.
        workers: how many processes read files.
        bounds: what reading one file may take.
    """

    roots: Sequence[Path]
    prune: bool = False
    rebuild: bool = False
    retry: bool = False
    workers: int = 1
    bounds: Bounds = USUAL


def update(
    index: Index,
    roots: Sequence[Path],
    cache: Path | None = None,
    *,
    prune: bool = False,
    rebuild: bool = False,
    retry: bool = False,
    workers: int = 0,
    bounds: Bounds = USUAL,
    wait: float = 0,
    purpose: str = "kloe index",
    progress: Progress = lambda *_: None,
    annotator: MakeAnnotator | None = None,
    step: Step = lambda _: None,
) -> Summary:
    """Read new and changed files below `roots` into the index, each with its words, vectors and facts at once.

    A run that is broken off keeps what it has finished, and loses nothing that was there before; the next run continues from there.

    Args:
        index: the index.
        roots: folders or single files.
        cache: the folder of the vector cache; None for none.
        prune: also forget files that are gone from these folders.
        rebuild: read every known file again, beside what readers use, and swap the two when all of it is checked.
        retry: also read again the files that could not be read and have not changed since.
        workers: how many processes read files; 0 for one per core.
        bounds: what reading one file may take.
        wait: how many seconds to wait for another run to end.
        purpose: what the run is, for those who find the index in use.
        progress: called after each step.
        annotator: finds what judges something in the documents that it has not read yet; None to find nothing.
        step: called before each step of writing; tests break the run off in it.

    Raises:
        StoreError: a root does not exist, there are no files to index (unless `prune`), another run is using the index, or
            the index cannot be opened, read or written.
    """
    started = time.monotonic()
    plan = Plan([root.resolve() for root in roots], prune, rebuild, retry, workers or os.cpu_count() or 1, bounds)
    try:
        with writing(index.folder, purpose, wait, lambda holder: progress("Waiting", 0, 1, holder)):
            target = begin(index, rebuild, step)
            summary = _Run(index, target, plan, cache, progress, step).run(annotator)
    except OSError as error:
        raise StoreError(f"the index {index.folder} cannot be written: {error.strerror or error}") from error
    summary.documents, summary.passages = len(index.catalogue.records()), index.catalogue.count_passages()
    summary.skipped.sort()
    summary.seconds = time.monotonic() - started
    return summary


class _Run:
    """One run over a generation; its parts share what they read with and write to."""

    def __init__(
        self, index: Index, target: Target, plan: Plan, cache: Path | None, progress: Progress, step: Step
    ) -> None:
        self.index, self.target, self.plan, self.progress, self.step = index, target, plan, progress, step
        self.writer: CatalogueWriter = target.writer
        self.reading = index.of_generation(target.name)
        self.is_of_old_form = target.old is None and target.name != index.generations.current()
        self.old_sources = sources_before(index, target)
        self.removed = RemovedStore(index.folder).all()
        self.summary = Summary()
        self.encoder = encoder_of(index, target, self.reading, cache)
        name = self.reading.catalogue.metadata()["name"]
        self.teller = Teller(self.writer, index.generations.path(target.name) / "vectors", index.chroma_url, name, step)

    def run(self, make_annotator: MakeAnnotator | None) -> Summary:
        """Do what the plan asks."""
        try:
            found = self._find()
            self.summary.mended = self.teller.check()
            self.teller.settle()
            gone = gone_files(self.old_sources, self.plan.roots, found) if self.plan.prune else []
            self._read(found.files, {(source.root, source.path) for source in gone})
            self._forget(gone, found)
            self.teller.settle()
            settle_corrections(self.index.folder, self.reading.catalogue, self.writer)
            if make_annotator:
                annotate(self.reading, self.writer, make_annotator, self.progress)
            settle_corrections(self.index.folder, self.reading.catalogue, self.writer)  # those that came meanwhile
        finally:
            self.teller.close()
        if self.target.name == self.index.generations.current():
            self.writer.close()
        else:
            self._swap()
        self.summary.embedded = self.encoder.embedded
        return self.summary

    def _find(self) -> Found:
        """The run's files; causes and what cannot be reached go into the summary."""
        roots = self.plan.roots
        found = find_files(roots, self.old_sources) if roots else Found()
        if self.plan.rebuild:
            known = known_files(self.old_sources)
            found.files = list({file.key: file for file in [*known.files, *found.files]}.values())
            found.away |= known.away
            if self.is_of_old_form and not self.plan.prune:
                check_all_there(self.old_sources, found)
        if not found.files and not found.away and not self.plan.prune and (roots or not self.old_sources):
            raise StoreError(f"no files in {', '.join(map(str, roots)) or self.index.folder}")
        self.summary.files = len(found.files)
        self.summary.skipped += list(found.causes.items())
        self.summary.kept += [(str(folder), cause) for folder, cause in found.away.items()]
        return found

    def _read(self, files: Iterable[FoundFile], leaving: set[tuple[str, str]]) -> None:
        """Read what is new or has changed; each file is taken in whole as soon as it is read."""
        jobs = self._jobs(files)
        for done, outcome in enumerate(read_files(jobs, self.plan.workers, self.plan.bounds), 1):
            self._take_in(outcome, leaving)
            self.progress("Reading", done, len(jobs), outcome.source.path)
            self.teller.settle(_TOLD_AT_ONCE)

    def _jobs(self, files: Iterable[FoundFile]) -> list[Job]:
        known = {(source.root, source.path): source for source in self.writer.sources().values()}
        skipped = {(source.root, source.path): (source, cause) for source, cause in self.writer.skipped().items()}
        jobs = []
        for file in files:
            if file.key in skipped and not self.plan.retry and is_as_known(file, skipped[file.key][0]):
                self._note_failure(skipped[file.key][0], skipped[file.key][1])
            elif file.key not in skipped and is_as_known(file, known.get(file.key)):
                self.summary.unchanged += 1
            else:
                jobs.append(Job(file, None if file.key in skipped else known.get(file.key)))
        return jobs

    def _take_in(self, outcome: Outcome, leaving: set[tuple[str, str]]) -> None:
        source = outcome.source
        if removed := self.removed.get(source.sha256):
            outcome = replace(outcome, documents=(), cause=removed.cause, is_unchanged=False)
        if outcome.is_unchanged:
            self.step("touch")
            self.writer.touch(source)
            self.summary.unchanged += 1
        elif outcome.is_away:
            self._note_failure(source, outcome.cause)
        elif outcome.cause:
            self.step("skip")
            self.writer.skip(source, outcome.cause)
            self._note_failure(source, outcome.cause)
        else:
            self.step("embed")
            documents = as_set(self.index.folder, outcome.documents, source.path)
            encoded = self.encoder.encode(documents)
            self.step("put")
            self.writer.put(documents, source, encoded, leaving)
            self.step("put done")
            self.summary.added += 1
            noted = dict.fromkeys(note for document in outcome.documents for note in document.notes)
            self.summary.notes += [(source.path, note) for note in noted]

    def _note_failure(self, source: Source, cause: str) -> None:
        held = any((known.root, known.file) == (source.root, source.path) for known in self.old_sources)
        (self.summary.kept if held and not self.is_of_old_form else self.summary.skipped).append((source.path, cause))

    def _forget(self, gone: Sequence[Source], found: Found) -> None:
        """Forget the files that are gone, carry over what could not be read again, and read facts by name under their new names."""
        keys = {(source.root, source.file) for source in gone}
        if self.target.old:
            self.step("carry")
            carried = carry(self.target.old, self.writer, self.encoder, keys)
            named = {path for path, _ in self.summary.kept}
            self.summary.kept += [(each.path, "could not be read again") for each in carried if each.path not in named]
        self.summary.removed = len(keys)
        if not gone:
            return
        self.step("forget")
        renamed = set(self.writer.remove(gone))
        self._read_again([file for file in found.files if file.key in renamed])

    def _read_again(self, files: Sequence[FoundFile]) -> None:
        """Read files whose names now give the facts of their documents."""
        for outcome in read_files([Job(file) for file in files], self.plan.workers, self.plan.bounds):
            if outcome.documents:
                self.writer.put(outcome.documents, outcome.source, self.encoder.encode(outcome.documents))

    def _swap(self) -> None:
        """Check the new generation, and let it take the place of the old one.

        Raises:
            StoreError: it is not whole; the old one stays in use.
        """
        self.step("check")
        if problems := check(self.reading):
            if current := self.index.generations.current():
                remove(self.index, {current})
            raise StoreError(f"the new index is not whole, so the old one stays in use: {problems[0]}")
        take_its_place(self.index, self.target, self.step)
