"""Reads one file as a `Document`, or as several if it holds several papers."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from ingest.document import BY_OCR, PUBLISHED_AT, Document, Fact, document_id
from ingest.errors import ReadError
from ingest.facts import (
    Head,
    authorities_of_passages,
    join_rows,
    read_facts,
    read_inspectors,
    read_judgements,
    read_meeting,
    read_priority_actions,
    read_reported,
    sole_inspector,
    tell_speakers,
)
from ingest.readers import Reading, read_pages
from ingest.structure import gather_passages, split_papers
from ingest.versions import read_by
from ingest.vocabulary import Kind

# Scripts that check readings recognise the note, and the causes "holds no …", by their words.
_UNKNOWN = "is of no kind that Kloe knows; read as plain paragraphs"


def read_documents(path: Path, name: PurePath | None = None) -> tuple[Document, ...]:
    """Read the documents in one file: as a rule one, but a pack holds several papers.

    Args:
        path: the file.
        name: its path below the indexed folder; folder and file names can give the authority and the date.

    Raises:
        ReadError: the file cannot be read as a document.
    """
    return _documents(path, read_pages(path), name or PurePath(path.name))


def _documents(path: Path, reading: Reading, name: PurePath) -> tuple[Document, ...]:
    starts = split_papers(reading.pages)
    ends = [*starts[1:], len(reading.pages)]
    papers = [_paper(reading, start, end) for start, end in zip(starts, ends, strict=True)]
    documents = [_read(paper, name) for paper in papers]
    read = [_moved(document, start) for document, start in zip(documents, starts, strict=True) if document.passages]
    if not read:
        raise ReadError(path, "holds no passage of text")
    return tuple(read)


def read_document(path: Path, name: PurePath | None = None) -> Document:
    """Read a file's first document, with the same arguments and errors as `read_documents`."""
    return read_documents(path, name)[0]


def _paper(reading: Reading, start: int, end: int) -> Reading:
    """Give the pages `start:end` of a file as a reading of its own, with pages that count from 1."""
    if (start, end) == (0, len(reading.pages)):
        return reading
    return replace(
        reading,
        pages=[[replace(line, page=line.page - start) for line in lines] for lines in reading.pages[start:end]],
        by_ocr={page - start: engine for page, engine in reading.by_ocr.items() if start < page <= end},
        notes=(*reading.notes, f"the file holds several papers; this one is on pages {start + 1} to {end}"),
    )


def _moved(document: Document, by: int) -> Document:
    """Give the document with its pages, and all that points to them, `by` pages later."""
    if not by:
        return document
    return replace(
        document,
        # The id tells it from the same paper in a file of its own, whose pages have other numbers.
        id=document_id([f"page {by + 1}", *(page.text for page in document.pages)]),
        pages=tuple(replace(page, number=page.number + by) for page in document.pages),
        passages=tuple(
            replace(passage, spans=tuple(replace(span, page=span.page + by) for span in passage.spans))
            for passage in document.passages
        ),
        facts=tuple(replace(fact, page=fact.page and fact.page + by) for fact in document.facts),
        judgements=tuple(replace(one, page=one.page + by) for one in document.judgements),
        reported=tuple(replace(one, page=one.page + by) for one in document.reported),
    )


def _read(reading: Reading, name: PurePath) -> Document:
    pages, passages = gather_passages(reading.pages)
    texts = [page.text for page in pages]
    printed = ["\n".join(line.text for line in lines) for lines in reading.pages]
    facts = read_facts(Head(printed, reading.title, reading.published), name)
    inspectors = read_inspectors(pages, passages)
    told = tell_speakers(join_rows(passages), facts.kind)
    # The inspection reports name their lead on the first page, or only in a list at the end; the letters in a sentence.
    on_first_page = facts.lead_inspector or facts.kind in (Kind.ILACS, Kind.SINGLE)
    lead = None if on_first_page else sole_inspector(inspectors)
    return Document(
        id=document_id(texts),
        title=facts.title,
        kind=facts.kind,
        authorities=facts.authorities,
        inspection_start=facts.inspection_start,
        inspection_end=facts.inspection_end,
        published=facts.published,
        met=facts.met,
        lead_inspector=facts.lead_inspector or (lead.value if lead else None),
        outcome=facts.outcome,
        judgements=read_judgements(passages, reading.pages, facts.kind),
        reported=read_reported(pages, reading.pages, facts.kind, facts.authorities),
        facts=(
            *facts.stated,
            *((lead,) if lead else ()),
            *inspectors,
            *read_priority_actions(passages),
            *read_meeting(passages, facts.kind),
            *(Fact(BY_OCR, engine, "", page) for page, engine in reading.by_ocr.items()),
            *([Fact(PUBLISHED_AT, reading.address, reading.address, None)] if reading.address else ()),
        ),
        years=facts.years,
        pages=pages,
        passages=tuple(authorities_of_passages(told, facts.authorities)),
        notes=(*reading.notes, *((_UNKNOWN,) if facts.kind is Kind.UNKNOWN else ())),
    )


@dataclass(frozen=True)
class FileRead:
    """What reading a file came to.

    Attributes:
        documents: empty if it cannot be read.
        cause: why it cannot; empty if it can.
        read_by: the versions of the rules that read it.
    """

    documents: tuple[Document, ...]
    cause: str
    read_by: str


def try_read(path: Path, name: str) -> FileRead:
    """Read one file in a worker process, where errors cannot be raised."""
    try:
        reading = read_pages(path)
        return FileRead(_documents(path, reading, PurePath(name)), "", read_by(reading.form))
    except ReadError as error:
        cause = error.cause
    except MemoryError:
        cause = "needs more memory than one file may take"
    except RecursionError:
        cause = "is nested too deeply"
    except Exception as error:  # a bug in Kloe must not cost the other files
        cause = f"could not be read ({type(error).__name__}: {error})"[:200]
    return FileRead((), cause, read_by())
