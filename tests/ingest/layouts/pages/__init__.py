"""Content in English, and layouts of PDF: what is read must be what was laid, in order."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.ingest.layouts.content import Content
from tests.ingest.layouts.pages import sheets


@dataclass(frozen=True)
class PageLayout:
    """A way to lay content on pages.

    Attributes:
        tables: it has room for tables.
        ruled: tables have rules.
        upper: headings are printed in capitals.
        box: words that stand apart from the text, and may come before any part or after it.
    """

    name: str
    write: Callable[[Content], bytes]
    tables: bool = True
    ruled: bool = True
    upper: bool = False
    box: str = ""


PAGE_LAYOUTS = (
    PageLayout("plain", sheets.plain),
    PageLayout("two-by-column", sheets.two_by_column, tables=False),
    PageLayout("two-by-line", sheets.two_by_line, tables=False),
    PageLayout("three-headed", sheets.three_headed, tables=False),
    PageLayout("ruled", sheets.ruled),
    PageLayout("unruled", sheets.unruled, ruled=False),
    PageLayout("letter", sheets.letter),
    PageLayout("landscape", sheets.landscape),
    PageLayout("turned", sheets.turned),
    PageLayout("watermark", sheets.watermark),
    PageLayout("footnotes", sheets.footnotes),
    PageLayout("side-box", sheets.side_box, tables=False, box=sheets.BOX),
    PageLayout("small-capitals", sheets.small_capitals, upper=True),
    PageLayout("justified", sheets.justified),
    PageLayout("kerned", sheets.kerned),
    PageLayout("letter-by-letter", sheets.lettered),
    PageLayout("word-by-word", sheets.worded),
)
