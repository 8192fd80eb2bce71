"""What a question confines itself to, and which documents lie inside it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.catalogue import Record
from ingest import Kind
from ingest.authorities import in_region
from ingest.document import Area, Grade
from qa.question.kinds import INSPECTIONS, OF_OFSTED

_AREAS = {
    Area.LEADERS: "leaders",
    Area.HELP_AND_PROTECTION: "help and protection",
    Area.IN_CARE: "children in care",
    Area.CARE_LEAVERS: "care leavers",
    Area.ADOPTION: "adoption",
    Area.SAFEGUARDING_BOARD: "the safeguarding board",
}


@dataclass(frozen=True)
class Scope:
    """What a question, or a person's choice of filters, confines an answer to. Empty means unconfined.

    Attributes:
        authorities: official names.
        years: a document belongs to a year if it was inspected or published in it.
        months: `(year, month)` where the question names one in which a document was inspected or published.
        without: official names of authorities, and of regions, that the question leaves out ("other than Kent").
        unknown: names that stand where an authority's would and are none that Kloe knows, or may be either of two.
        regions: official names of regions; a document of an authority in one lies inside, beside `authorities`.
        neighbours_of: the authorities whose statistical neighbours are among `authorities`.
        judged: judgements of which a document bears one; where no area is named, in any area.
        latest: only each authority's newest document of the kinds asked for; where no kind is, its newest inspection,
            or its newest visit where no inspection is held.
    """

    authorities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    kinds: tuple[Kind, ...] = ()
    without: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    neighbours_of: tuple[str, ...] = ()
    judged: tuple[tuple[Area | None, Grade], ...] = ()
    latest: bool = False

    def documents(self, records: Iterable[Record]) -> list[Record]:
        """The documents that lie inside the scope.

        Of a newest document it is asked afterwards how it was judged, so that an authority counts by its last grade.
        """
        is_inside = self._is_place()
        inside = [
            record
            for record in records
            if is_inside(record.authority)
            and (not self.years or set(self.years) & set(record.years))
            and (not self.months or any(_in_month(record, *month) for month in self.months))
            and (not self.kinds or record.kind in self.kinds)
        ]
        if self.latest:
            inside = _newest(inside, bool(self.kinds))
        return [record for record in inside if not self.judged or any(_bears(record, *one) for one in self.judged)]

    def _is_place(self) -> Callable[[str | None], bool]:
        within = {name for region in self.regions for name in in_region(region)}.union(self.authorities)
        without = {name for region in self.without for name in in_region(region)}.union(self.without)
        confined = bool(self.authorities or self.regions)
        return lambda authority: (authority in within or not confined) and authority not in without

    def settle_months(self, records: Sequence[Record]) -> "Scope":
        """Keep the months only where each authority asked about has a document of them.

        A month picks the report that is meant; where none bears it ("the posts that were cut in May 2019") the year stands.
        """
        held = {record.authority for record in self.documents(records)}
        kept = bool(held) and set(self.authorities) <= held
        return self if kept else replace(self, months=())

    def __str__(self) -> str:
        dates = ", ".join(f"{date(year, month, 1):%B %Y}" for year, month in self.months) or _year_words(self.years)
        without = f"without {', '.join(self.without)}" if self.without else ""
        where = ", ".join(filter(None, (*self._places(), dates, _kind_words(self.kinds), without)))
        return "; ".join(filter(None, (where, _judged_words(self.judged), self._newest_words())))

    def _places(self) -> list[str]:
        near = [f"the statistical neighbours of {' and '.join(self.neighbours_of)}"] if self.neighbours_of else []
        listed = f"{near[0]} ({', '.join(self.authorities)})" if near else ", ".join(self.authorities)
        return [listed, *self.regions]

    def _newest_words(self) -> str:
        if not self.latest:
            return ""
        alone = len(self.authorities) == 1 and not self.regions
        what = "newest" if self.kinds else "newest inspection"
        return f"{what}{' only' if self.kinds else ''}" if alone else f"{what} of each"


@dataclass(frozen=True)
class ParsedQuestion:
    """A question taken apart: its scope, and the topic that is left when the words of the scope are taken out.

    Attributes:
        text: its words; of a follow-up that leaves its topic unsaid, those of the question that it follows.
        taken: what a follow-up took over from the question before it, in words.
    """

    text: str
    scope: Scope
    topic: str
    taken: tuple[str, ...] = ()


def _in_month(record: Record, year: int, month: int) -> bool:
    days = [day for day in (record.inspection_start, record.inspection_end, record.published) if day]
    return any((day.year, day.month) == (year, month) for day in days)


def _bears(record: Record, area: Area | None, grade: Grade) -> bool:
    """True where a document bears the judgement; care leavers without one of their own were judged with those in care."""
    held = {judgement.area for judgement in record.judgements}
    if area is Area.CARE_LEAVERS and area not in held:
        area = Area.IN_CARE
    return any(one.grade is grade and area in (None, one.area) for one in record.judgements)


def _newest(records: Sequence[Record], of_kinds: bool) -> list[Record]:
    """Each authority's newest document, or its newest inspection; what names no authority is nobody's newest."""
    by_authority: dict[str, list[Record]] = {}
    for record in records:
        if record.authority and (of_kinds or record.kind in OF_OFSTED):
            by_authority.setdefault(record.authority, []).append(record)
    newest = set()
    for held in by_authority.values():
        inspections = [] if of_kinds else [record for record in held if record.kind in INSPECTIONS]
        newest.add(max(inspections or held, key=lambda record: (record.day_number, record.id)).id)
    return [record for record in records if record.id in newest]


def _year_words(years: Sequence[int]) -> str:
    ordered = sorted(years)
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]} to {ordered[-1]}"
    return ", ".join(map(str, ordered))


def _kind_words(kinds: Sequence[Kind]) -> str:
    if set(kinds) == set(OF_OFSTED):
        return "inspections and visits"
    left_out = [kind for kind in Kind if kind not in kinds]
    if kinds and len(left_out) < len(kinds):
        return f"without {', '.join(kind.plural for kind in left_out)}"
    return ", ".join(kind.plural for kind in kinds)


def _judged_words(judged: Sequence[tuple[Area | None, Grade]]) -> str:
    """Say "judged good or outstanding for care leavers"."""
    by_area: dict[Area | None, list[str]] = {}
    for area, grade in judged:
        by_area.setdefault(area, []).append(grade.value)
    said = []
    for area, grades in by_area.items():
        of = "" if area is Area.OVERALL else f" for {_AREAS[area]}" if area else " in any area"
        said.append(f"{' or '.join(grades)}{of}")
    return f"judged {', or '.join(said)}" if said else ""
