"""Who inspected: the lead inspector on the first page, and every name in a team list, a letter's text or its signature."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Fact, Page, Passage
from ingest.facts.head import Head
from ingest.facts.people import Named, inspectorate_in, named_in
from ingest.lines import CELLS
from ingest.structure.headings import is_field, is_known_heading, opens_details

_LEAD = re.compile(
    r"(?:[Ll]ead|[Rr]eporting) [Ii]nspectors?\s*:?\s*(?P<name>[A-ZÀ-Þ][^\n,;]{2,60}?)"
    r"(?=\s*[,;]|\s+[–-]\s|\s+(?:[Hh]er|[Hh]is)\s+[Mm]ajesty|\s+HMI\b|\s+Ofsted|\s+[Ss]enior|\s*\n|$)"
)
_ROLE = r"(?:deputy |additional |shadow |team |associate |lead |reporting |ofsted |cqc )*inspectors?(?: on site)?"
_FIELD = re.compile(rf"(?P<role>{_ROLE})\s*:\s*(?P<names>.+)|reporting inspector (?P<reporting>.+)", re.I)
# Names of people can have full stops in them: "Ms. A. Marsh".
_LIST = r"(?P<names>(?:[^.]|(?<=\b[A-Z])\.|(?<=\b(?:M[rs]|Dr))\.|(?<=\bMrs)\.){3,400})"
_HMI = r"(?:Her|His) Majesty[’']s Inspectors?(?: \(HMIs?\))?"
_VISIT = r"(?:(?:joint|focused|monitoring|full|first|second|third|fourth|fifth|sixth) )*(?:visit|inspection)"
_SENTENCES = tuple(
    re.compile(form + _LIST)
    for form in (
        rf"(?P<by>\b(?:The (?:\w+ )?[Ii]nspectors|{_HMI}) (?:(?:for|on|who carried out) (?:this|the) {_VISIT} )?(?:was|were):?) ",
        rf"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Aa]) {_VISIT} (?:was|has been) (?P<by>(?:carried out|undertaken|conducted|led|completed) by:?) ",
        rf"\b(?:[Tt]he|[Tt]his|[Oo]ur) {_VISIT} (?:of|to|in) [^.]{{3,120}}? (?P<by>was (?:carried out|undertaken|conducted|led) by) ",
        r"\b[Tt]he (?:inspection )?team (?P<by>(?:was|were|consisted of|comprised|included|was made up of):?) ",
        r"\b(?P<by>[Ii]nspectors (?:from )?(?:Ofsted|CQC|the Care Quality Commission|HMICFRS|HMI Probation):) ",
    )
)
_SIGNED = re.compile(
    r"yours? (?:sincerely|faithfully)\W{0,9}(?P<names>[^\n]{5,60}?)\s*[\n,]\W*"
    r"(?P<role>(?:Senior )?(?:(?:Her|His) Majesty[’']s Inspector|HMI\b|(?:Social Care )?Regulatory Inspector"
    r"|(?:Ofsted |Lead )+Inspector)(?! of (?:Con|Fire|Prob)))",
    re.I,
)
_ALL_HMI = re.compile(r"(?:Her|His) Majesty[’']s Inspectors\b(?! of (?:Con|Fire|Prob))", re.I)
_END = re.compile(r"if you are not happy|the office for standards|any complaints|© ?crown|this document may be", re.I)
_LONGEST_TEAM = 40  # lines of a team list


@dataclass(frozen=True)
class _List:
    """A list of inspectors as printed, with what its place says of everyone in it.

    Attributes:
        leads: how many of the first names are called lead inspectors; None if all are.
    """

    names: str
    words: str
    page: int
    inspectorate: str | None = None
    leads: int | None = 0


def read_lead_inspector(head: Head) -> str | None:
    """Read the lead inspector's name as the first page prints it."""
    match = _LEAD.search(head.text)
    if not match:
        return None
    head.note("lead inspector", match["name"], match.start(), match.end())
    return match["name"]


def read_inspectors(pages: Sequence[Page], passages: Sequence[Passage]) -> list[Fact]:
    """Read each inspector's name, once, as a fact with its words and page.

    After the names come their roles and inspectorates, where they are told, as "NAME: lead inspector" and "NAME: CQC".
    """
    facts: dict[tuple[str, str], Fact] = {}
    for listed in _lists(pages, passages):
        of_all = listed.inspectorate or ("Ofsted" if _ALL_HMI.search(listed.words) else None)
        for place, person in enumerate(named_in(listed.names)):
            lead = listed.leads is None or place < listed.leads
            for fact, value in _values(person, person.inspectorate or of_all, lead):
                facts.setdefault((fact, person.name), Fact(fact, value, listed.words, listed.page))
    return sorted(facts.values(), key=lambda fact: fact.name != "inspector")


def sole_inspector(inspectors: Sequence[Fact]) -> Fact | None:
    """Give the fact of the inspector who led: the only one whom the document calls lead, or the only one whom it names."""
    leads = [fact for fact in inspectors if fact.name == "role" and fact.value.endswith(": lead inspector")]
    names = leads or [fact for fact in inspectors if fact.name == "inspector"]
    if len(names) != 1:
        return None
    name = names[0].value.removesuffix(": lead inspector")
    return Fact("lead inspector", name, names[0].words, names[0].page)


def _values(person: Named, inspectorate: str | None, lead: bool) -> Iterator[tuple[str, str]]:
    yield "inspector", person.name
    if person.lead or lead:
        yield "role", f"{person.name}: lead inspector"
    if inspectorate:
        yield "inspectorate", f"{person.name}: {inspectorate}"


def _lists(pages: Sequence[Page], passages: Sequence[Passage]) -> Iterator[_List]:
    """Give each list of inspectors."""
    for passage in passages:
        if field := _field(passage.text, passage.page):
            yield field
            continue
        for form in _SENTENCES:
            if match := form.search(passage.text):
                leads = 1 if "led by" in match["by"] else 0
                yield _List(match["names"], match.group(), passage.page, inspectorate_in(match["by"]), leads)
    yield from _team(pages)
    for page in pages:
        if match := _SIGNED.search(page.text):
            words = " ".join(match.group().split())
            yield _List(match["names"], words, page.number, inspectorate_in(match["role"]))


def _field(text: str, page: int) -> _List | None:
    """Read a field such as "Lead inspector: …"; more than one name is of leads only if the field says "inspectors"."""
    match = _FIELD.fullmatch(text)
    if not match:
        return None
    role = (match["role"] or "lead inspector").lower()
    leads = (None if role.endswith("inspectors") else 1) if role.startswith(("lead", "reporting")) else 0
    return _List(match["names"] or match["reporting"], text, page, inspectorate_in(role), leads)


def _team(pages: Sequence[Page]) -> Iterator[_List]:
    """Give the rows of each table of inspectors; a row or column under an inspectorate's name is of that inspectorate."""
    columns: list[str | None] = []
    left = 0
    for page, row in ((each.number, row) for each in pages for row in each.text.split("\n")):
        if opens_details(row):
            left, columns = (_LONGEST_TEAM if "inspect" in row.lower() else 0), []
        elif is_known_heading(row) or _END.match(row):
            left = 0
        elif left:
            left -= 1
            cells = row.split(CELLS)
            if all(inspectorate_in(cell) and not any(named_in(cell)) for cell in cells):
                # Two inspectorates in one printed line head two columns, which a printed line does not keep apart.
                columns = [inspectorate_in(cell) for cell in cells] if len(cells) > 1 or len(row.split()) < 4 else []
            elif field := _field(row, page):
                yield field
            elif not is_field(row):
                of_columns = columns if len(columns) == len(cells) else [None] * len(cells)
                for cell, of_column in zip(cells, of_columns, strict=True):
                    label, colon, names = cell.partition(": ")
                    labelled = inspectorate_in(label) if colon and not any(named_in(label)) else None
                    yield _List(names if labelled else cell, row, page, labelled or of_column)
