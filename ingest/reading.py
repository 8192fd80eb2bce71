"""Reads one file as a `Document`."""

from pathlib import Path, PurePath

from ingest.document import BY_OCR, Document, Fact, document_id
from ingest.errors import ReadError
from ingest.facts import Head, join_rows, read_facts, read_inspectors, read_judgements, read_priority_actions
from ingest.readers import read_pages
from ingest.structure import gather_passages
from ingest.vocabulary import Kind

# Scripts that check readings recognise the note, and the causes "holds no …", by their words.
_UNKNOWN = "is of no kind that Kloe knows; read as plain paragraphs"


def read_document(path: Path, name: PurePath | None = None) -> Document:
    """Read one file.

    Args:
        path: the file.
        name: its path below the indexed folder; folder and file names can give the authority and the date.

    Raises:
        ReadError: the file cannot be read as a document.
    """
    reading = read_pages(path)
    pages, passages = gather_passages(reading.pages)
    if not passages:
        raise ReadError(path, "holds no passage of text")
    texts = [page.text for page in pages]
    printed = ["\n".join(line.text for line in lines) for lines in reading.pages]
    facts = read_facts(Head(printed, reading.title, reading.published), name or PurePath(path.name))
    return Document(
        id=document_id(texts),
        title=facts.title,
        kind=facts.kind,
        authorities=facts.authorities,
        inspection_start=facts.inspection_start,
        inspection_end=facts.inspection_end,
        published=facts.published,
        met=facts.met,
        lead_inspector=facts.lead_inspector,
        outcome=facts.outcome,
        judgements=read_judgements(passages),
        reported=(),
        facts=(
            *facts.stated,
            *read_inspectors(pages, passages),
            *read_priority_actions(passages),
            *(Fact(BY_OCR, engine, "", page) for page, engine in reading.by_ocr.items()),
        ),
        years=facts.years,
        pages=pages,
        passages=tuple(join_rows(passages)),
        notes=(*reading.notes, *((_UNKNOWN,) if facts.kind is Kind.UNKNOWN else ())),
    )


def try_read(path: Path, name: str) -> Document | str:
    """Read one file in a worker process, where errors cannot be raised; give the document, or why it cannot be read."""
    try:
        return read_document(path, PurePath(name))
    except ReadError as error:
        return error.cause
    except MemoryError:
        return "needs more memory than is available"
    except Exception as error:  # a bug in Kloe must not cost the other files
        return f"could not be read ({type(error).__name__}: {error})"[:200]
