"""Links in Word documents, and what a reference says of where its document was published."""

from collections.abc import Iterable
from copy import deepcopy

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from app.exports.plain import plain
from app.published import OPEN_GOVERNMENT
from app.schemas.places import OriginFields
from ingest.dates import day_words

_COLOUR = "1D4F91"


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add text to a paragraph that opens an address; plain text where there is no address."""
    run = paragraph.add_run(plain(text))
    if not address:
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    look = OxmlElement("w:rPr")
    colour, line = OxmlElement("w:color"), OxmlElement("w:u")
    colour.set(qn("w:val"), _COLOUR)
    line.set(qn("w:val"), "single")
    look.extend((colour, line))
    run._r.insert(0, look)
    link.append(deepcopy(run._r))
    paragraph._p.replace(run._r, link)


def add_origin(paragraph: Paragraph, origin: OriginFields, path: str) -> None:
    """Add where a document was published, and when it was retrieved from there; or else the path of its file."""
    if not origin.published_url:
        stated = f" By its own account published at {origin.stated_url} ({path})." if origin.stated_url else f" {path}"
        paragraph.add_run(plain(stated))
        return
    paragraph.add_run(" Published at ")
    add_link(paragraph, origin.published_url, origin.published_url)
    paragraph.add_run(f", {retrieved_words(origin)}." if origin.retrieved else ".")


def retrieved_words(origin: OriginFields) -> str:
    """When a document was retrieved, in words; empty if that is not known."""
    return f"retrieved {day_words(origin.retrieved)}" if origin.retrieved else ""


def add_licence(word: Word, origins: Iterable[OriginFields]) -> Paragraph | None:
    """Add the line that the licence of Ofsted's papers asks for, once, where one of them is quoted."""
    if not any(origin.licence for origin in origins):
        return None
    paragraph = word.add_paragraph()
    add_link(paragraph, OPEN_GOVERNMENT.words, OPEN_GOVERNMENT.url)
    return paragraph
