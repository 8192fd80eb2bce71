"""The page of a document as HTML: picture, reference, the words in their place, and links onward."""

from collections.abc import Sequence
from html import escape

from app.documents.links import page_link
from app.pages.source import PageView
from app.pages.views.answer import link_html
from index.catalogue import StoredPassage
from ingest import Page, Span
from qa import document_reference


def source_html(view: PageView, beside: str = "") -> str:
    """A page with marked words.

    Args:
        beside: the id of the panel beside an answer or a list in which links onward open; empty where it is the page itself.
    """
    number = view.page.number
    said = f"Page {number} of {view.pages} of {document_reference(view.record)}"
    link = "" if beside else f' data-link="{escape(view.link)}"'
    return (
        f'<article class="kloe-source" data-said="{escape(said)}"{link}><h2 tabindex="-1">{escape(document_reference(view.record))}</h2>'
        f'<p class="kloe-reference">{escape(view.reference)}</p>{_buttons(view, beside)}{_figure(view)}'
        f"{_turning(view, beside)}{_around(view)}{_page_text(view)}"
        f'<p class="kloe-small">{escape(view.record.path)}. '
        f"{link_html(f'/?view=document&document={view.record.id}', 'All about this document')}</p></article>"
    )


def _buttons(view: PageView, beside: str) -> str:
    original = link_html(view.original, "Open the original", "kloe-button", target="_blank", rel="noopener")
    back = (
        '<button type="button" class="kloe-button kloe-back" data-back>Back to where I was</button>' if beside else ""
    )
    return (
        f'<div class="kloe-actions">{back}'
        f'<button type="button" class="kloe-button" data-copy="{escape(view.reference)}">Copy reference</button>'
        f'<button type="button" class="kloe-button" data-copy-link="{escape(view.link)}">Copy link</button>{original}</div>'
    )


def _figure(view: PageView) -> str:
    if view.without_picture:
        return f'<p class="kloe-note">{escape(view.without_picture)} Its words are below.</p>'
    marked = ", with the quoted words marked" if view.marks and view.is_marked else ""
    note = (
        ""
        if view.is_marked
        else " Not all of the words can be marked in the picture; they are marked in the text below."
    )
    alt = f"Page {view.page.number} as printed{marked}"
    return (
        f'<figure><a href="{escape(view.picture)}" target="_blank" rel="noopener">'
        f'<img src="{escape(view.picture)}" alt="{escape(alt)}; opens larger"></a>'
        f"<figcaption>Page {view.page.number} of {view.pages}{marked}.{note}</figcaption></figure>"
    )


def _turning(view: PageView, beside: str) -> str:
    number, links = view.page.number, []
    for to, label in ((number - 1, "Previous page"), (number + 1, "Next page")):
        if 1 <= to <= view.pages:
            here = [span for span in view.marks if span.page == to]
            attributes = {"data_beside": beside} if beside else {}
            links.append(link_html(page_link(view.record, to, here), label, "kloe-button", **attributes))
    return f'<nav class="kloe-actions" aria-label="Pages of this document">{"".join(links)}</nav>' if links else ""


def _around(view: PageView) -> str:
    if not view.around:
        return ""
    parts, headings = [], ""
    for one in view.around:
        above = " › ".join(one.passage.headings)
        parts.append(f'<p class="kloe-section">{escape(above)}</p>' if above and above != headings else "")
        headings = above
        is_marked = one in view.marked
        text = _passage(one, view.marks) if is_marked else escape(one.passage.text)
        number = f"<b>{escape(one.passage.number)}</b> " if one.passage.number else ""
        parts.append(f'<p class="{"kloe-passage" if is_marked else "kloe-neighbour"}">{number}{text}</p>')
    return f"<h3>In its place</h3>{''.join(parts)}"


def _passage(one: StoredPassage, marks: Sequence[Span]) -> str:
    """A passage's text with its marked words marked: each span's part by itself, as the text joins them."""
    text, html, at = one.passage.text, [], 0
    for span in one.passage.spans:
        length = span.end - span.start
        inside = [mark for mark in marks if mark.page == span.page]
        html.append(marked_html(text[at : at + length], span.start, inside))
        at += length
        if text[at : at + 1] == " ":
            html.append(" ")
            at += 1
    return "".join(html)


def _page_text(view: PageView) -> str:
    is_open = " open" if view.without_picture and not view.around else ""
    marks = [span for span in view.marks if span.page == view.page.number]
    text = page_html(view.page, marks)
    return f'<details class="kloe-text"{is_open}><summary>The whole page as text</summary><div class="kloe-page">{text}</div></details>'


def page_html(page: Page, marks: Sequence[Span]) -> str:
    """A page's text, a paragraph for each of its lines, with words marked."""
    html, start = [], 0
    for line in page.text.split("\n"):
        html.append(f"<p>{marked_html(line, start, marks)}</p>" if line.strip() else "")
        start += len(line) + 1
    return "".join(html)


def marked_html(text: str, start: int, marks: Sequence[Span]) -> str:
    """Text that begins at character `start` of its page, with what lies inside the marks marked."""
    html, at = [], 0
    for span in sorted(marks, key=lambda span: span.start):
        first, last = max(span.start - start, at), min(span.end - start, len(text))
        if first < last:
            html.append(f"{escape(text[at:first])}<mark>{escape(text[first:last])}</mark>")
            at = last
    return "".join(html) + escape(text[at:])
