"""The library and a document's record as HTML."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Any

from app.asking.filters import Filters
from app.documents import day_range, page_link
from app.pages.addresses.documents import PART, DocumentsAsked
from app.pages.chips import kind_plural
from app.pages.timeline.events import AREAS, GRADES, timeline, timeline_html
from app.pages.views.answer import link_html
from index import Index, Record
from ingest import Area, Grade, Kind
from ingest.dates import day_words
from qa import document_reference

_FACTS = {
    "authority": "Authority",
    "inspection_start": "Inspection began",
    "inspection_end": "Inspection ended",
    "published": "Published",
    "lead_inspector": "Lead inspector",
    "outcome": "Outcome",
}


def documents_html(index: Index, asked: DocumentsAsked, listed: Sequence[Record]) -> str:
    """The library: the form that confines it, one authority's timeline where one is chosen, and the documents."""
    records = index.catalogue.records()
    total = len(records)
    said = f"{len(listed):,} of {total:,} documents" if len(listed) != total else f"{total:,} documents"
    chart = ""
    if asked.authority:
        of_one = [record for record in records if record.authority == asked.authority]
        chart = f"<h2>{escape(asked.authority)}</h2>{timeline_html(timeline(of_one))}"
    shown = listed[(asked.part - 1) * PART : asked.part * PART]
    return (
        f'<article class="kloe-library" data-link="{escape(asked.link)}" data-said="{escape(said)}">{_form(records, asked)}{chart}'
        f"<h2>{escape(said)}</h2>{_table(shown)}{_parts(asked, len(listed))}</article>"
    )


def _form(records: Sequence[Record], asked: DocumentsAsked) -> str:
    authorities = sorted({record.authority for record in records if record.authority})
    years = sorted({year for record in records for year in record.years}, reverse=True)
    kinds = [kind for kind in Kind if any(record.kind is kind for record in records)]
    chosen = asked.filters
    return (
        '<form class="kloe-form" data-form="documents" role="search" aria-label="Documents">'
        '<input type="hidden" name="view" value="documents">'
        + _select("authority", "Authority", [(name, name) for name in authorities], chosen.authority)
        + _select("year", "Year", [(str(year), str(year)) for year in years], [str(year) for year in chosen.year])
        + _select("kind", "Kind", [(kind.value, _capital(kind_plural(kind))) for kind in kinds], chosen.kind)
        + _select("judgement", "Overall", [(grade.value, GRADES[grade]) for grade in Grade], chosen.judgement)
        + f'<div><label for="documents-q">Words in name or path</label><input id="documents-q" name="q" value="{escape(asked.words)}"'
        ' maxlength="200" autocomplete="off"></div><button class="kloe-button kloe-primary" id="documents-show">Show</button></form>'
    )


def _select(name: str, label: str, options: Sequence[tuple[str, str]], chosen: Sequence[str]) -> str:
    items = "".join(
        f'<option value="{escape(value)}"{" selected" if value in chosen else ""}>{escape(text)}</option>'
        for value, text in options
    )
    return (
        f'<div><label for="documents-{name}">{label}</label><select id="documents-{name}" name="{name}">'
        f'<option value="">All</option>{items}</select></div>'
    )


def _table(records: Sequence[Record]) -> str:
    if not records:
        return "<p>No document is like this.</p>"
    heads = ("Document", "Inspected", "Published", "Overall", "Size")
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    return (
        f'<table class="kloe-table"><thead><tr>{head}</tr></thead><tbody>{"".join(map(_row, records))}</tbody></table>'
    )


def _row(record: Record) -> str:
    overall = next((held.grade for held in record.judgements if held.area is Area.OVERALL), None)
    name = ", ".join(filter(None, (record.authority, record.kind.label))) if record.authority else record.title
    cells = (
        (
            "Inspected",
            day_range(
                record.inspection_start or record.inspection_end, record.inspection_end or record.inspection_start
            ),
        ),
        ("Published", day_words(record.published) if record.published else ""),
        ("Overall", GRADES[overall] if overall else ""),
        ("Size", f"{record.pages} page{'' if record.pages == 1 else 's'}"),
    )
    more = "".join(f'<td data-label="{label}">{escape(value)}</td>' for label, value in cells)
    link = link_html(document_link(record), name)
    return f'<tr><th scope="row">{link}<br><small>{escape(record.path)}</small></th>{more}</tr>'


def document_link(record: Record) -> str:
    """The link to a document's record."""
    return f"/?view=document&document={record.id}"


def _parts(asked: DocumentsAsked, total: int) -> str:
    links = [
        link_html(DocumentsAsked(asked.words, asked.filters, part).link, label, "kloe-button")
        for part, label in ((asked.part - 1, f"Previous {PART}"), (asked.part + 1, f"Next {PART}"))
        if part > 0 and (part - 1) * PART < total
    ]
    return f'<nav class="kloe-actions" aria-label="Parts of the list">{"".join(links)}</nav>' if links else ""


def record_html(record: Record, row: dict[str, Any]) -> str:
    """One document's record (`row` as `RecordBody` dumps it), each fact with the words behind it."""
    facts = [
        (_FACTS.get(fact["fact"], _capital(fact["fact"].replace("_", " "))), fact["value"], fact)
        for fact in row["facts"]
    ]
    facts += [(AREAS[Area(held["area"])], GRADES[Grade(held["grade"])], held) for held in row["judgement_words"]]
    rows = "".join(_fact(record, label, str(value), fact) for label, value, fact in facts)
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Fact", "Value", "Words that say so", "Where"))
    notes = "".join(f'<p class="kloe-note">{escape(note)}</p>' for note in row["notes"])
    return (
        f'<article class="kloe-record" data-link="{escape(document_link(record))}" data-said="{escape(document_reference(record))}">'
        f'<h2 tabindex="-1">{escape(document_reference(record))}</h2><p>{escape(row["title"])}</p>'
        f'<p class="kloe-small">{escape(record.path)}</p>{notes}{_onward(record)}'
        f'<table class="kloe-table"><caption>Facts and judgements</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f"{_passages(record, row['passage_list'])}{_furniture(row['furniture'])}</article>"
    )


def _onward(record: Record) -> str:
    links = [
        link_html(page_link(record, 1), "Read its pages", "kloe-button"),
        link_html(f"/originals/{record.id}", "Open the original", "kloe-button", target="_blank", rel="noopener"),
    ]
    if record.authority:
        link = DocumentsAsked(filters=Filters(authority=[record.authority])).link
        links.append(link_html(link, f"{record.authority} over the years", "kloe-button"))
    return f'<div class="kloe-actions">{"".join(links)}</div>'


def _fact(record: Record, label: str, value: str, fact: dict[str, Any]) -> str:
    page = fact["page"]
    where = link_html(page_link(record, page), f"page {page}") if isinstance(page, int) else escape(str(page))
    cells = (("Value", escape(value)), ("Words", f"“{escape(fact['words'])}”"), ("Where", where))
    more = "".join(f'<td data-label="{name}">{cell}</td>' for name, cell in cells)
    return f'<tr><th scope="row">{escape(label)}</th>{more}</tr>'


def _passages(record: Record, passages: Sequence[dict[str, Any]]) -> str:
    parts = []
    for section, held in groupby(passages, lambda passage: passage["section"]):
        of_one = list(held)
        stance = of_one[0]["stance"]
        tag = "" if stance == "neither" else f' <span class="kloe-tag">{escape(_capital(stance))}</span>'
        parts.append(f"<h3>{escape(section or 'Without a heading')}{tag}</h3>")
        parts += [
            f"<p>{link_html(page_link(record, one['page']), _where(one), 'kloe-where')} {escape(one['text'])}</p>"
            for one in of_one
        ]
    return f"<details><summary>All {len(passages):,} passages that are searched</summary>{''.join(parts)}</details>"


def _where(passage: dict[str, Any]) -> str:
    return f"page {passage['page']}" + (f", paragraph {passage['paragraph']}" if passage["paragraph"] else "")


def _furniture(furniture: Sequence[dict[str, Any]]) -> str:
    items = "".join(
        f"<li>page {held['page']}, {escape(held['kind'])}: {escape(held['text'])}</li>" for held in furniture
    )
    return f"<details><summary>Kept, but not searched</summary><ul>{items}</ul></details>" if items else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
