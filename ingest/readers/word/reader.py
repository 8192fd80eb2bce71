"""Reads a Word document as one page, because the file does not say where pages end."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml.etree import _Element

from ingest.document import Furniture
from ingest.errors import ReadError
from ingest.readers.flow import Block, block_lines, draft_notes
from ingest.readers.result import Reading
from ingest.readers.word.body import Reader
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.package import Package, attribute, child, is_on, local
from ingest.readers.word.styles import Styles


def read(path: Path, data: bytes) -> Reading:
    """Read a Word document with its changes accepted; notes come after the text, then headers and footers.

    Raises:
        ReadError: the file is damaged, too large or not a Word document.
    """
    try:
        package = Package(path, data)
        reader = Reader(Styles(package.part("styles")), Numbering(package.part("numbering")))
        blocks = reader.blocks(package.body)
        blocks += _notes(package, reader)
        reader.art.clear()
        running = list(_running(package, reader))
    except (ReadError, MemoryError):
        raise
    except RecursionError as error:
        raise ReadError(path, "is a Word document nested too deeply to read") from error
    except Exception as error:  # a parser can raise anything on arbitrary bytes
        raise ReadError(path, f"is damaged or not a Word document ({type(error).__name__})") from error
    art = [Block(text, furniture=Furniture.WATERMARK) for text in dict.fromkeys(reader.art)]
    return Reading("DOCX", [block_lines(1, [*blocks, *running, *art])], notes=draft_notes([*running, *art]))


def _notes(package: Package, reader: Reader) -> list[Block]:
    """Give the footnotes and endnotes that the text refers to."""
    blocks: list[Block] = []
    for kind in ("footnote", "endnote"):
        wanted = list(dict.fromkeys(identifier for of, identifier in reader.notes if of == kind))
        part = package.part(f"{kind}s") if wanted else None
        if part is not None:
            by_id = {attribute(one, "id"): one for one in part if local(one) == kind}
            for identifier in wanted:
                if identifier in by_id:
                    blocks += reader.blocks(by_id[identifier])
    return [Block(block.text, furniture=Furniture.FOOTNOTE) for block in blocks]


def _running(package: Package, reader: Reader) -> Iterator[Block]:
    """Give each header and footer that some page shows, once."""
    settings = package.part("settings")
    even = bool(is_on(settings, "evenAndOddHeaders"))
    seen: set[str] = set()
    for section in (one for one in package.body.iter() if local(one) == "sectPr"):
        for kind in ("headerReference", "footerReference"):
            for reference in section:
                if local(reference) == kind and _shown(section, reference, even):
                    part = package.by_id(attribute(reference, "id"))
                    for block in reader.blocks(part) if part is not None else ():
                        if block.text not in seen:
                            seen.add(block.text)
                            yield replace(block, heading=None, furniture=Furniture.RUNNING_LINE)


def _shown(section: _Element, reference: _Element, even: bool) -> bool:
    kind = attribute(reference, "type")
    if kind == "first":
        return child(section, "titlePg") is not None and is_on(section, "titlePg") is not False
    return even if kind == "even" else True
