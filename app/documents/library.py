"""The library: each document as a row, and one document's record whole."""

from typing import Any

from index import Index, Record
from ingest import Kind, KloeError
from ingest.authorities import authorities


def document_row(record: Record) -> dict[str, Any]:
    """A document as JSON: what `kloe documents --json` prints."""
    return {
        "document": record.path,
        "kind": record.kind,
        "authority": record.authority,
        "la_code": next((held.la_code for held in authorities() if held.name == record.authority), None),
        "inspection_start": record.inspection_start and record.inspection_start.isoformat(),
        "inspection_end": record.inspection_end and record.inspection_end.isoformat(),
        "published": record.published and record.published.isoformat(),
        "lead_inspector": record.lead_inspector,
        "outcome": record.outcome,
        "judgements": {judgement.area.value: judgement.grade.value for judgement in record.judgements},
        "pages": record.pages,
        "passages": record.passages,
        "sources": list(record.sources),
    }


def status_row(index: Index) -> dict[str, Any]:
    """What an index holds and how it was made, as JSON: what `kloe status --json` prints beside the index's folder."""
    records = index.catalogue.records()
    kinds = {kind: sum(record.kind is kind for record in records) for kind in Kind}
    years = [year for record in records for year in record.years]
    return {
        "model": index.catalogue.metadata()["model"],
        "documents": len(records),
        "passages": sum(record.passages for record in records),
        "pages": sum(record.pages for record in records),
        "authorities": len({record.authority for record in records if record.authority}),
        "first_year": min(years, default=None),
        "last_year": max(years, default=None),
        "kinds": {kind.value: count for kind, count in kinds.items() if count},
        "waiting": index.catalogue.count_unembedded(),
        "skipped": [{"document": source.path, "cause": cause} for source, cause in index.catalogue.skipped().items()],
    }


def status_lines(row: dict[str, Any]) -> list[str]:
    """The status as lines for a person to read."""
    lines = [f"{row['documents']:,} documents, {row['pages']:,} pages, {row['passages']:,} passages"]
    if row["documents"]:
        lines.append(f"{row['authorities']} authorities, {row['first_year']} to {row['last_year']}")
    lines += [f"  {count:>5,}  {Kind(kind).plural}" for kind, count in row["kinds"].items()]
    if row["waiting"]:
        lines.append(f"{row['waiting']:,} passages wait to be embedded: run kloe index again")
    return lines + [f"skipped  {held['document']}: {held['cause']}" for held in row["skipped"]]


def find_record(index: Index, path: str) -> Record:
    """Give the document of a path below an indexed folder, or of its end where only one document's path ends so.

    Raises:
        KloeError: there is no such document, or several.
    """
    records = index.catalogue.records()
    for found in (
        [record for record in records if path in record.sources],
        [record for record in records if any(source.endswith(path) for source in record.sources)],
        [record for record in records if any(path.lower() in source.lower() for source in record.sources)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(record.path for record in found[:5])
            raise KloeError(f"{len(found)} documents are named like {path!r}: {listed}")
    raise KloeError(f"no document of the index is named {path!r}; `kloe documents` lists them")


def record_rows(index: Index, record: Record) -> dict[str, Any]:
    """One document's record whole: facts and judgements with their words and page, sections, passages, furniture."""
    pages = index.catalogue.pages(record.id)
    return {
        **document_row(record),
        "title": record.title,
        "notes": record.notes,
        "facts": [
            {"fact": fact.name, "value": fact.value, "words": fact.words, "page": fact.page or "file name"}
            for fact in record.facts
        ],
        "judgement_words": [
            {"area": held.area, "grade": held.grade, "words": held.words, "page": held.page}
            for held in record.judgements
        ],
        "passage_list": [
            {
                "page": stored.passage.page,
                "paragraph": stored.passage.number,
                "section": " › ".join(stored.passage.headings),
                "stance": stored.passage.stance,
                "text": stored.passage.text,
            }
            for stored in index.catalogue.document_passages(record.id)
        ],
        "furniture": [
            {"page": page.number, "kind": kind, "text": page.text[start:end]}
            for page in pages
            for kind, start, end in page.furniture
        ],
    }


def record_lines(row: dict[str, Any]) -> list[str]:
    """A record as lines for a person to read."""
    lines = [f"{row['document']}", f"{row['title']}", f"{row['pages']} pages, {row['passages']} passages", "", "Facts"]
    lines += [f"  {fact['fact']}: {fact['value']}  (“{fact['words']}”, {_place(fact)})" for fact in row["facts"]]
    lines += [f"  note: {note}" for note in row["notes"]]
    if row["judgement_words"]:
        lines += ["", "Judgements"]
        lines += [
            f"  {held['area']}: {held['grade']}  (“{held['words']}”, {_place(held)})" for held in row["judgement_words"]
        ]
    section = None
    for passage in row["passage_list"]:
        if passage["section"] != section:
            section = passage["section"]
            stance = "" if passage["stance"] == "neither" else f"  [{passage['stance']}]"
            lines += ["", (section or "(no heading)") + stance]
        number = f"{passage['paragraph']}. " if passage["paragraph"] else ""
        lines.append(f"  page {passage['page']}: {number}{passage['text']}")
    lines += ["", "Furniture"]
    lines += [f"  page {held['page']}: {held['kind']}: {held['text']}" for held in row["furniture"]]
    return lines


def _place(held: dict[str, Any]) -> str:
    return f"page {held['page']}" if isinstance(held["page"], int) else str(held["page"])
