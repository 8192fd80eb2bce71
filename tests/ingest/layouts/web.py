"""Layouts in HTML."""

from html import escape

from tests.ingest.layouts.content import NOISE, Bullet, Content, Heading, Paragraph, Table


def body(content: Content, inside: str = "{}") -> str:
    """Content as plain tags, each text within `inside`."""
    pieces: list[str] = []
    for at, part in enumerate(content):
        if isinstance(part, Table):
            rows = ("".join(f"<td>{_text(cell, inside)}</td>" for cell in row) for row in part.rows)
            pieces.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        elif isinstance(part, Bullet):
            opened = "" if at and isinstance(content[at - 1], Bullet) else "<ul>"
            closed = "" if at + 1 < len(content) and isinstance(content[at + 1], Bullet) else "</ul>"
            pieces.append(f"{opened}<li>{_text(part.text, inside)}</li>{closed}")
        else:
            tag = "h2" if isinstance(part, Heading) else "p"
            pieces.append(f"<{tag}>{_text(part.text, inside)}</{tag}>\n")
    return "".join(pieces)


def _text(text: str, inside: str) -> str:
    return inside.format(escape(text)) if text else ""


def page(inner: str, head: str = "") -> bytes:
    """A whole page."""
    return f"<!DOCTYPE html><html><head><title>Paper</title>{head}</head><body>{inner}</body></html>".encode()


def plain(content: Content) -> bytes:
    return page(f"<nav>{NOISE}</nav><main>{body(content)}</main><footer>{NOISE}</footer>")


def form(content: Content) -> bytes:
    """ASP.NET stands a page in a form; the site has a form of its own to search it."""
    search = f'<form action="/search"><label for="q">{NOISE}</label><input name="q"><button>{NOISE}</button></form>'
    hidden = '<input type="hidden" name="__VIEWSTATE" value="x">'
    return page(
        f'{search}<form action="./item.aspx" method="post">{hidden}<div><h1>Item</h1>{body(content)}</div></form>'
    )


def in_table(content: Content) -> bytes:
    """A page laid out by a table of one cell, its cells' texts in paragraphs."""
    return page(f"<table width=600><tr><td>{body(content, '<div>{}</div>')}</td></tr></table>")


def soup(content: Content) -> bytes:
    """Nothing but div and span, with line breaks within sentences and empty ones after them."""
    texts = []
    for part in content:
        lines = ([" ".join(row) for row in part.rows]) if isinstance(part, Table) else [part.text]
        for line in lines:
            words = line.split()
            wrapped = "<br>".join(" ".join(words[at : at + 6]) for at in range(0, len(words), 6))
            texts.append(f'<div class="hidden-depths"><span>{wrapped}<br/><br/></span>&nbsp;</div>')
    return page(f"<div><div>{''.join(texts)}</div></div>")


def moderngov(content: Content) -> bytes:
    """An item of an agenda, with the links and sizes of files that ModernGov puts around it."""
    links = f'<ul class="mgActionList"><li><a href="#">View the background to item {NOISE}</a></li></ul>'
    files = (
        '<p class="mgSubItemTitleTxt">Additional documents:</p><ul><li><a href="#">Appendix</a> PDF 412 KB</li></ul>'
    )
    inner = f'<h1>Agenda item</h1>{links}<div class="mgWordPara">{body(content)}</div>{files}'
    return page(
        f'<div class="mgLinks"><a href="#">{NOISE}</a></div><div id="modgov"><div class="mgContent">{inner}</div></div>'
    )


def marked(content: Content) -> bytes:
    """Hidden, struck and inserted words around each text."""
    unseen = (
        f'<del>{NOISE}</del><span style="display:none">{NOISE}</span><i class="secret">{NOISE}</i><b hidden>{NOISE}</b>'
    )
    style = "<style>.secret { display: none } @media print { .seen { display: none } }</style>"
    return page(f'<main class="seen">{body(content, f"{unseen}<ins>{{}}</ins><s>{NOISE}</s>")}</main>', style)


def article(content: Content) -> bytes:
    """A story with its own header, and the newspaper's things around and in it."""
    first, rest = content[:2], content[2:]
    assert isinstance(first[1], Paragraph)
    more = f"<aside><p>{NOISE}</p></aside><h2>Read next</h2><ul><li><a href='#'>{NOISE}</a></li></ul>"
    own = f"<header>{body(first)}</header>{body(rest)}{more}"
    banner = f'<div id="cookie-banner"><p>{NOISE}</p></div><header>{NOISE}</header>'
    return page(f"{banner}<article>{own}</article><footer>{NOISE}</footer>")
