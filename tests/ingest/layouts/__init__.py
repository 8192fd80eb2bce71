"""Invented content, and the layouts that it is written in: what is read must be what was laid, in order."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.ingest.layouts import office, other, plain, web
from tests.ingest.layouts.content import Content


@dataclass(frozen=True)
class Layout:
    """A way to write content as a file.

    Attributes:
        rows: the cells of a row stay in one line.
        headings: the form marks headings as such.
    """

    name: str
    suffix: str
    write: Callable[[Content], bytes]
    rows: bool = True
    headings: bool = True


LAYOUTS = (
    Layout("word", ".docx", office.plain),
    Layout("word-controls", ".docx", office.controls),
    Layout("word-tracked", ".docx", office.tracked),
    Layout("word-fields", ".docx", office.fields),
    Layout("word-table", ".docx", office.in_table),
    Layout("word-boxes", ".docx", office.boxes, headings=False),
    Layout("html", ".html", web.plain),
    Layout("html-form", ".html", web.form),
    Layout("html-table", ".html", web.in_table),
    Layout("html-soup", ".html", web.soup, rows=False, headings=False),
    Layout("html-moderngov", ".html", web.moderngov),
    Layout("html-marked", ".html", web.marked),
    Layout("html-article", ".html", web.article),
    Layout("text", ".txt", plain.text, headings=False),
    Layout("text-wrapped", ".txt", plain.wrapped, headings=False),
    Layout("markdown", ".md", plain.markdown),
    Layout("rtf", ".rtf", other.rtf),
    Layout("odt", ".odt", other.odt),
    Layout("mail", ".eml", other.mail, headings=False),
    Layout("mail-html", ".eml", other.mail_html),
    Layout("mhtml", ".mht", other.mhtml),
    Layout("workbook", ".xlsx", other.workbook, headings=False),
)
