"""The saved quotations as one Word document."""

from datetime import date

from app.exports import quotations_docx
from app.saved.listing import Saved
from app.schemas import CitationBody

_NONE = "No quotations are saved."


def saved_docx(saved: Saved, made: date | None = None, site: str = "") -> bytes:
    """Write the quotations of a list with their references, and say first what is gone.

    Args:
        made: the date printed in the document; today's by default.
        site: the server's address; references then open the page in Kloe.
    """
    citations = [CitationBody.of(quoted.citation) for quoted in saved.quotations]
    notes = [gone.explanation for gone in saved.gone] + ([] if citations else [_NONE])
    return quotations_docx("Saved quotations", citations, notes, made, site)
