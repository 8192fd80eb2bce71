"""A search as HTML: the facets with their counts, and the passages with the words that were searched for marked."""

import re
from collections.abc import Collection, Mapping
from html import escape

from app.asking.facets import Facets
from app.asking.searching import ResultList, Sort
from app.pages.addresses.search import PART, STANCES, SearchAsked
from app.pages.chips import kind_plural
from app.pages.source import marked_link
from app.pages.timeline.events import GRADES
from app.pages.views.answer import link_html
from index import SearchResult
from index.lexical import stem, words
from ingest import Grade, Kind, Stance
from qa import place_reference

_SHOWN = 8  # values of a facet that stand open
_STANCES = {
    Stance.STRENGTH: "Strengths",
    Stance.NEEDS_TO_IMPROVE: "Needs to improve",
    Stance.PRIORITY_ACTION: "Priority actions",
}
_TITLES = {
    "authority": "Authority",
    "region": "Region",
    "year": "Year",
    "kind": "Kind of document",
    "judgement": "Overall judgement",
    "stance": "Strength or weakness",
}


def facets_html(asked: SearchAsked, counts: Facets) -> str:
    """The facets: each value a link that puts it in or takes it out, with how many documents (or passages) have it."""
    groups = "".join(_facet(asked, facet, getattr(counts, facet)) for facet in _TITLES)
    freed = link_html(SearchAsked(asked.words).link, "Clear all filters", "kloe-button", id="facet-clear")
    return (
        '<nav class="kloe-facets" aria-label="Filters"><details id="facets-all" open><summary>Filters</summary>'
        f'<p class="kloe-small">{counts.documents:,} documents. '
        f"A number says how many documents have it; under “{_TITLES['stance']}”, how many passages.</p>"
        f"{freed if _is_filtered(asked) else ''}{groups}</details></nav>"
    )


def _is_filtered(asked: SearchAsked) -> bool:
    return any(asked.held(facet) for facet in _TITLES)


def _facet(asked: SearchAsked, facet: str, counts: Mapping[str, int] | Mapping[int, int]) -> str:
    held = asked.held(facet)
    values = {str(value): count for value, count in counts.items()}
    if facet == "stance":
        values = {stance.value: values[stance.value] for stance in STANCES if stance.value in values}
    values = {value: 0 for value in held if value not in values} | values
    if not values:
        return ""
    ordered = sorted(values, key=lambda value: value not in held)
    items = [f"<li>{_value(asked, facet, value, values[value], value in held)}</li>" for value in ordered]
    shown, more = items[:_SHOWN], items[_SHOWN:]
    if facet == "authority":
        more = [item for _, item in sorted(zip(ordered[_SHOWN:], more, strict=True))]
    rest = (
        f'<details id="facet-{facet}-more"><summary>{len(more)} more</summary><ul>{"".join(more)}</ul></details>'
        if more
        else ""
    )
    is_open = " open" if held or facet in ("stance", "judgement", "year") else ""
    return (
        f'<details class="kloe-facet" id="facet-{facet}"{is_open}><summary>{_TITLES[facet]}</summary>'
        f"<ul>{''.join(shown)}</ul>{rest}</details>"
    )


def _value(asked: SearchAsked, facet: str, value: str, count: int, is_held: bool) -> str:
    label = value_label(facet, value)
    name = f"facet-{facet}-{re.sub(r'[^a-z0-9]+', '-', value.lower())}"
    state, does = ("true", "take out") if is_held else ("false", "filter by")
    return (
        f'<a href="{escape(asked.toggled(facet, value).link)}" id="{name}" data-held="{state}"'
        f' aria-label="{escape(label)}, {count:,}: {does}"><span>{"✓ " if is_held else ""}{escape(label)}</span>'
        f' <span class="kloe-count">{count:,}</span></a>'
    )


def value_label(facet: str, value: str) -> str:
    """A facet's value in words."""
    if facet == "kind":
        plural = kind_plural(Kind(value))
        return plural[:1].upper() + plural[1:]
    if facet == "judgement":
        return GRADES[Grade(value)]
    if facet == "stance":
        return _STANCES.get(Stance(value), value)
    return value


def results_html(asked: SearchAsked, found: ResultList, stems: Collection[str]) -> str:
    """The passages that were found, or why there are none."""
    if not found.total:
        said = found.explanation or "Type words to search for. Authorities and years among them confine the search."
        return f'<section class="kloe-found" data-link="{escape(asked.link)}" data-said="{escape(said)}"><p>{escape(said)}</p></section>'
    first = (asked.part - 1) * PART + 1
    last = first + len(found.results) - 1
    count = f"{found.total:,} passage{'' if found.total == 1 else 's'}"
    where = f" in {found.scope}" if str(found.scope) else ""
    shown = f"{count}{where}" + (f", {first} to {last} shown" if found.total > len(found.results) else "")
    items = "".join(_result(result, stems) for result in found.results)
    return (
        f'<section class="kloe-found" data-link="{escape(asked.link)}" data-said="{escape(shown)}">'
        f'<div class="kloe-head"><h2>{escape(shown)}</h2>{_sorts(asked)}</div>'
        f'<ol class="kloe-results" start="{first}">{items}</ol>{_parts(asked, found.total)}{_saves(asked)}</section>'
    )


def _sorts(asked: SearchAsked) -> str:
    links = []
    for sort, label in ((Sort.RELEVANCE, "Best first"), (Sort.DATE, "Newest first")):
        link = SearchAsked(asked.words, asked.filters, asked.stances, sort).link
        current = {"aria_current": "true"} if sort is asked.sort else {}
        links.append(link_html(link, label, "kloe-sort", id=f"sort-{sort.value}", **current))
    return f'<nav class="kloe-sorts" aria-label="Order">{"".join(links)}</nav>'


def _result(result: SearchResult, stems: Collection[str]) -> str:
    passage, record = result.passage, result.record
    path = " › ".join(passage.headings)
    stance = _STANCES.get(passage.stance)
    tag = f'<span class="kloe-tag">{escape(stance)}</span> ' if stance else ""
    return (
        f'<li><a class="kloe-result" href="{escape(marked_link(record, passage.page, passage.spans))}" data-beside="search-source">'
        f"{escape(place_reference(record, passage.number, passage.page))}</a>"
        f'<p class="kloe-section">{tag}{escape(path)}</p><p>{mark_words(passage.text, stems)}</p></li>'
    )


def mark_words(text: str, stems: Collection[str]) -> str:
    """A text with the words marked that have one of these stems."""
    parts, at = [], 0
    for match in re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", text):
        if any(stem(word) in stems for word in words(match.group())):
            parts.append(f"{escape(text[at : match.start()])}<mark>{escape(match.group())}</mark>")
            at = match.end()
    return "".join(parts) + escape(text[at:])


def _parts(asked: SearchAsked, total: int) -> str:
    links = []
    for part, label in ((asked.part - 1, "Previous"), (asked.part + 1, "Next")):
        if part > 0 and (part - 1) * PART < total:
            link = SearchAsked(asked.words, asked.filters, asked.stances, asked.sort, part).link
            links.append(link_html(link, f"{label} {PART}", "kloe-button"))
    return f'<nav class="kloe-actions" aria-label="Parts of the list">{"".join(links)}</nav>' if links else ""


def _saves(asked: SearchAsked) -> str:
    query = escape(asked.link.removeprefix("/?"))
    return (
        f'<div class="kloe-actions"><a class="kloe-button" href="/export/results.docx?{query}" download>Save as Word</a>'
        f'<a class="kloe-button" href="/export/results.csv?{query}" download>Save as CSV</a>'
        f'<button type="button" class="kloe-button" data-copy-link="{escape(asked.link)}">Copy link</button></div>'
    )
