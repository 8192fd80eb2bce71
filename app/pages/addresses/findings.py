"""The views of findings in the page's address: precedents, one authority over time, and comparisons."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlencode

from app.asking.filters import LONGEST_QUESTION, Filters, Region
from app.asking.naming import NotNamed, authority_named
from app.asking.precedents import precedents
from app.pages.addresses.question import filter_pairs, read_filters
from app.pages.addresses.scope_links import LinkError
from app.root import rooted
from index import Index, Record, authorities_of
from ingest.authorities import authorities, neighbours_of
from qa.precedents import Order, Precedents

SHOWN, MOST_SHOWN = 20, 100  # precedents at first, and on request
OWN_REGION = "own"  # the value of `region` for the region of the authority that asks
_LIMITS = ("region", "kind", "year")
_LONGEST_NAME = 200  # characters
_MOST_NAMES = 20  # of authorities or periods in one link


@dataclass(frozen=True)
class PrecedentsAddress:
    """A search for precedents.

    Attributes:
        own: the authority that asks, by any of its names.
        better: only those of which a later paper says that things are better.
        neighbours: only statistical neighbours of the authority that asks.
        own_region: only the region of the authority that asks, beside those of the filters.
        is_long: as many as Kloe shows, not only the first.
    """

    finding: str = ""
    own: str = ""
    order: Order = Order.CLOSENESS
    better: bool = False
    neighbours: bool = False
    own_region: bool = False
    filters: Filters = field(default_factory=Filters)
    is_long: bool = False

    @classmethod
    def of(cls, words: str, record: Record) -> "PrecedentsAddress":
        """The search for precedents of words of a document."""
        return cls(" ".join(words.split())[:LONGEST_QUESTION], record.authority or "")

    @property
    def link(self) -> str:
        """The link that searches again."""
        given = [("view", "precedents"), *_given(finding=self.finding, own=self.own)]
        given += [("sort", self.order.value)] * (self.order is not Order.CLOSENESS)
        given += _given(better="1" * self.better, neighbours="1" * self.neighbours)
        given += _given(region=OWN_REGION * self.own_region)
        given += [*filter_pairs(self.filters), *_given(limit=str(MOST_SHOWN) * self.is_long)]
        return rooted(f"/?{urlencode(given)}")

    @property
    def limit(self) -> int:
        """The most to show."""
        return MOST_SHOWN if self.is_long else SHOWN

    def within(self, index: Index) -> Filters:
        """The filters, with the region and the neighbours of the authority that asks where these are asked for.

        Raises:
            NotNamed: these are asked for, and no authority of that name asks; or none of its neighbours is held.
        """
        if not (self.neighbours or self.own_region):
            return self.filters
        if not self.own:
            raise NotNamed("Name your own authority: its region and its neighbours depend on it.")
        own = authority_named(index, self.own)
        regions, names = list(self.filters.region), []
        if self.own_region:
            region = next((each.region for each in authorities() if each.name == own), "")
            if region not in list(Region):
                raise NotNamed(f"Kloe does not know the region of {own}.")
            regions.append(Region(region))
        if self.neighbours:
            held = authorities_of(record for record in index.catalogue.records() if record.kind.of_ofsted)
            names = [name for name in neighbours_of(own) if name in held]
            if not names:
                raise NotNamed(f"Kloe holds no reports or letters on statistical neighbours of {own}.")
        return self.filters.model_copy(update={"region": regions, "authority": names})

    def sorted_by(self, order: Order) -> "PrecedentsAddress":
        """The same search in another order."""
        return replace(self, order=order)


@dataclass(frozen=True)
class TrajectoryAddress:
    """One authority over time.

    Attributes:
        authority: by any of its names.
        subject: a theme, a matter or any other words; empty for everything.
    """

    authority: str = ""
    subject: str = ""

    @property
    def link(self) -> str:
        """The link that shows it again."""
        return rooted(
            f"/?{urlencode([('view', 'trajectory'), *_given(authority=self.authority, subject=self.subject)])}"
        )


@dataclass(frozen=True)
class CompareAddress:
    """A comparison.

    Attributes:
        authorities: by any of their names.
        neighbours: their statistical neighbours too.
        periods: as written: "2018-2020", "2023".
    """

    authorities: tuple[str, ...] = ()
    subject: str = ""
    neighbours: bool = False
    periods: tuple[str, ...] = ()

    @property
    def link(self) -> str:
        """The link that compares again."""
        given = [("view", "compare"), *(("authority", name) for name in self.authorities)]
        given += _given(subject=self.subject, neighbours="1" * self.neighbours)
        given += [("period", period) for period in self.periods]
        return rooted(f"/?{urlencode(given)}")


def read_precedents_address(query: str) -> PrecedentsAddress:
    """Read a search for precedents from the query of a link.

    Raises:
        LinkError: a value is invalid.
    """
    given = parse_qs(query.removeprefix("?"))
    limits = {name: [value for value in given[name] if value != OWN_REGION] for name in _LIMITS if name in given}
    try:
        order = Order(_first(given, "sort") or Order.CLOSENESS)
    except ValueError as error:
        raise LinkError(f"the link has an invalid sort: {_first(given, 'sort')[:80]!r}") from error
    return PrecedentsAddress(
        finding=" ".join(_first(given, "finding").split())[:LONGEST_QUESTION],
        own=_first(given, "own")[:_LONGEST_NAME],
        order=order,
        better="better" in given,
        neighbours="neighbours" in given,
        own_region=OWN_REGION in given.get("region", ()),
        filters=read_filters(limits, Filters),
        is_long="limit" in given,
    )


def find_address(index: Index, address: PrecedentsAddress) -> Precedents:
    """Find precedents; if the address is at fault, there are none and the explanation says why."""
    try:
        filters = address.within(index)
    except NotNamed as error:
        return Precedents(address.finding, address.own, 0, explanation=str(error))
    return precedents(index, address.finding, filters, address.own, address.order, address.better, address.limit)


def read_trajectory_address(query: str) -> TrajectoryAddress:
    """Read from the query of a link which authority to follow, and on what."""
    given = parse_qs(query.removeprefix("?"))
    return TrajectoryAddress(_first(given, "authority")[:_LONGEST_NAME], _first(given, "subject")[:_LONGEST_NAME])


def read_compare_address(query: str) -> CompareAddress:
    """Read from the query of a link what to compare; the form's empty boxes are ignored."""
    given = parse_qs(query.removeprefix("?"))
    return CompareAddress(
        authorities=tuple(_names(given.get("authority", ()))),
        subject=_first(given, "subject")[:_LONGEST_NAME],
        neighbours="neighbours" in given,
        periods=tuple(_names(given.get("period", ()))),
    )


def _given(**values: str) -> list[tuple[str, str]]:
    """Those names and values of a link that are not empty."""
    return [(name, value) for name, value in values.items() if value]


def _first(given: dict[str, list[str]], name: str) -> str:
    return given.get(name, [""])[0].strip()


def _names(values: Iterable[str]) -> list[str]:
    return [value.strip()[:_LONGEST_NAME] for value in values if value.strip()][:_MOST_NAMES]
