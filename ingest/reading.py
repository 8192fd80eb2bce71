"""From a file to a `Document`."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from ingest.document import BY_OCR, Document, Fact, Kind, Passage, document_id
from ingest.errors import ReadError
from ingest.facts.inspectors import read_inspectors
from ingest.facts.judgements import join_rows, read_judgements
from ingest.facts.reading import read_facts
from ingest.readers import read_pages
from ingest.structure.passages import build

_UNKNOWN = "is of no kind that Kloe knows, and was read as plain paragraphs"


def read_document(path: Path, name: PurePath | None = None) -> Document:
    """Read one file.

    Args:
        path: the file.
        name: its path below the folder that is indexed; folder and file names can tell authority and date.

    Raises:
        ReadError: the file cannot be read as a document; it names the file and the cause.
    """
    reading = read_pages(path)
    pages, passages = build(reading.pages)
    if not passages:
        raise ReadError(path, "holds no passage of text")
    texts = [page.text for page in pages]
    printed = ["\n".join(line.text for line in lines) for lines in reading.pages[:2]]
    facts = read_facts(printed, name or PurePath(path.name))
    return Document(
        id=document_id(texts),
        title=facts.title,
        kind=facts.kind,
        authority=facts.authority,
        inspection_start=facts.inspection_start,
        inspection_end=facts.inspection_end,
        published=facts.published,
        lead_inspector=facts.lead_inspector,
        outcome=facts.outcome,
        judgements=read_judgements(passages),
        facts=(
            *facts.read,
            *read_inspectors(pages, passages),
            *_priority_actions(passages),
            *(Fact(BY_OCR, engine, "", page) for page, engine in reading.by_ocr.items()),
        ),
        years=facts.years,
        pages=pages,
        passages=tuple(join_rows(passages)),
        notes=(*reading.notes, *((_UNKNOWN,) if facts.kind is Kind.UNKNOWN else ())),
    )


def _priority_actions(passages: Sequence[Passage]) -> list[Fact]:
    """The areas for priority action, as they stand under their own heading."""
    return [
        Fact("area for priority action", passage.text, passage.text, passage.page)
        for passage in passages
        if any(re.match(r"areas? for priority action|priority and immediate action", h, re.I) for h in passage.headings)
    ]


def try_read(path: Path, name: str) -> Document | str:
    """Read one file in a process of its own: gives the document, or the cause why there is none."""
    try:
        return read_document(path, PurePath(name))
    except ReadError as error:
        return error.cause
    except MemoryError:
        return "needs more memory to read than there is"
    except Exception as error:  # a fault of Kloe's own must not cost the other files
        return f"could not be read ({type(error).__name__}: {error})"[:200]
