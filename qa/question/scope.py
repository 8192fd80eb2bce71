"""The scope of a question: which documents may answer it, and the scope in words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index import Record
from ingest import Area, Grade, Kind
from ingest.authorities import in_region
from qa.question.grades import Judged
from qa.question.vocabulary import INSPECTIONS, OF_OFSTED


@dataclass(frozen=True)
class Scope:
    """The filters that a question's words, or a person, set. An empty field does not filter.

    Attributes:
        authorities: official names.
        years: years of inspection or publication.
        months: `(year, month)` of inspection or publication, where the question names a month.
        without: official names of excluded authorities and regions ("other than Kent").
        unknown: words that seem to name an authority, but name none that Kloe knows or could mean either of two.
        regions: official names; a document matches if its authority is in one of them or among `authorities`.
        neighbours_of: the authorities whose statistical neighbours are among `authorities`.
        judged: a document must have one of these judgements; an area of None means any area.
        latest: only each authority's latest document of `kinds`; if no kind is set, its latest inspection, or its latest
            visit if it has no inspection.
    """

    authorities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    kinds: tuple[Kind, ...] = ()
    without: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    neighbours_of: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    latest: bool = False

    def documents(self, records: Iterable[Record]) -> list[Record]:
        """Keep the documents in scope, in the order given.

        The grade is checked after the latest document is picked, so that an authority counts by its latest grade.
        """
        matches_place = self._place_filter()
        matches = [
            record
            for record in records
            if matches_place(record)
            and (not self.years or set(self.years) & set(record.years))
            and (not self.months or any(_in_month(record, *month) for month in self.months))
            and (not self.kinds or record.kind in self.kinds)
        ]
        if self.latest:
            matches = _latest(matches, bool(self.kinds))
        return [r for r in matches if not self.judged or any(_has_judgement(r, *judged) for judged in self.judged)]

    def places(self) -> frozenset[str]:
        """Give the authorities that the scope confines itself to, those of its regions included; empty if it names none."""
        return frozenset(name for region in self.regions for name in in_region(region)).union(self.authorities)

    def _place_filter(self) -> Callable[[Record], bool]:
        """Tell the documents about an authority in the scope; one about several is left out only if all are excluded."""
        within = self.places()
        without = {name for region in self.without for name in in_region(region)}.union(self.without)

        def matches(record: Record) -> bool:
            kept = set(record.authorities) - without
            return bool(kept & within) if within else bool(kept) or not record.authorities

        return matches

    def settle_months(self, records: Sequence[Record]) -> "Scope":
        """Drop the months unless every authority in the scope has a document from one of them.

        A month may name a report ("the May 2019 report") or only date an event in one ("the posts cut in May 2019"). In
        the second case the year alone filters.
        """
        authorities = {name for record in self.documents(records) for name in record.authorities}
        names_reports = bool(authorities) and set(self.authorities) <= authorities
        return self if names_reports else replace(self, months=())

    def __str__(self) -> str:
        dates = ", ".join(f"{date(year, month, 1):%B %Y}" for year, month in self.months) or _year_words(self.years)
        without = f"excluding {', '.join(self.without)}" if self.without else ""
        filters = ", ".join(filter(None, (*self._places(), dates, _kind_words(self.kinds), without)))
        return "; ".join(filter(None, (filters, _judged_words(self.judged), self._latest_words())))

    def _places(self) -> list[str]:
        authorities = ", ".join(self.authorities)
        if self.neighbours_of:
            authorities = f"the statistical neighbours of {' and '.join(self.neighbours_of)} ({authorities})"
        return [authorities, *self.regions]

    def _latest_words(self) -> str:
        if not self.latest:
            return ""
        is_of_one = len(self.authorities) == 1 and not self.regions
        if self.kinds:
            return "latest only" if is_of_one else "latest of each"
        return "latest inspection" if is_of_one else "latest inspection of each"


def _in_month(record: Record, year: int, month: int) -> bool:
    days = [day for day in (record.inspection_start, record.inspection_end, record.published) if day]
    return any((day.year, day.month) == (year, month) for day in days)


def _has_judgement(record: Record, area: Area | None, grade: Grade) -> bool:
    """True if a document has the judgement; care leavers not judged apart were judged with children in care."""
    areas = {judgement.area for judgement in record.judgements}
    if area is Area.CARE_LEAVERS and area not in areas:
        area = Area.IN_CARE
    return any(judgement.grade is grade and area in (None, judgement.area) for judgement in record.judgements)


def _latest(records: Sequence[Record], of_kinds: bool) -> list[Record]:
    """Keep each authority's latest document, or its latest inspection; drop documents that name no authority."""
    by_authority: dict[str, list[Record]] = {}
    for record in records:
        if of_kinds or record.kind.of_ofsted:
            for authority in record.authorities:
                by_authority.setdefault(authority, []).append(record)
    latest = set()
    for documents in by_authority.values():
        inspections = [] if of_kinds else [record for record in documents if record.kind in INSPECTIONS]
        latest.add(max(inspections or documents, key=lambda record: (record.day_number, record.id)).id)
    return [record for record in records if record.id in latest]


def _year_words(years: Sequence[int]) -> str:
    ordered = sorted(years)
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]} to {ordered[-1]}"
    return ", ".join(map(str, ordered))


def _kind_words(kinds: Sequence[Kind]) -> str:
    if set(kinds) == set(OF_OFSTED):
        return "inspections and visits"
    others = [kind for kind in Kind if kind not in kinds]
    if kinds and len(others) < len(kinds):
        return f"excluding {', '.join(kind.plural for kind in others)}"
    return ", ".join(kind.plural for kind in kinds)


def _judged_words(judged: Sequence[Judged]) -> str:
    """Say "judged good or outstanding for care leavers"."""
    by_area: dict[Area | None, list[str]] = {}
    for area, grade in judged:
        by_area.setdefault(area, []).append(grade.value)
    phrases = []
    for area, grades in by_area.items():
        where = "" if area is Area.OVERALL else f" for {area.label}" if area else " in any area"
        phrases.append(f"{' or '.join(grades)}{where}")
    return f"judged {', or '.join(phrases)}" if phrases else ""
