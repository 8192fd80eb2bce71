"""What the views of findings share: the links from one to another, the names that a form suggests, and quotations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.pages.addresses.briefing import BriefingAddress
from app.pages.addresses.findings import CompareAddress, PrecedentsAddress, TrajectoryAddress
from app.pages.templating import capitalised
from app.pages.views.quotations import Source, source_of
from app.pages.views.record import record_link
from app.pages.views.steps import Link
from index import Index, Record, authorities_of
from qa import Citation, document_reference
from qa.themes import themes
from qa.trajectories import Said


@dataclass(frozen=True)
class ViewLink:
    """A link to a view of findings."""

    name: str
    label: str
    link: str
    is_current: bool


@dataclass(frozen=True)
class Names:
    """What the boxes of a form suggest."""

    authorities: list[str]
    themes: tuple[str, ...]

    @classmethod
    def held(cls, index: Index) -> "Names":
        """The authorities on which documents are held, and the themes in use."""
        return cls(sorted(authorities_of(index.catalogue.records())), themes().names)


@dataclass(frozen=True)
class SaidLine:
    """A quotation.

    Attributes:
        place: where it stands in its document, in words.
        tells: what it tells, such as "to improve"; empty if that is not said.
    """

    source: Source
    place: str
    tells: str = ""


def view_links(current: str, authority: str = "", subject: str = "") -> list[ViewLink]:
    """The links to the views, with the authority and the subject that are looked at in one of them."""
    compared = CompareAddress((authority,) if authority else (), subject)
    links = {
        "precedents": ("Precedents", PrecedentsAddress(own=authority).link),
        "trajectory": ("One authority over time", TrajectoryAddress(authority, subject).link),
        "compare": ("Comparison", compared.link),
        "brief": ("Briefing", BriefingAddress(authority).link),
    }
    return [ViewLink(name, label, link, name == current) for name, (label, link) in links.items()]


def quoted(citation: Citation) -> SaidLine:
    """Prepare a citation."""
    return SaidLine(source_of(citation), str(citation.pinpoint))


def said_lines(said: Iterable[Said], with_paper: bool = False) -> list[SaidLine]:
    """Prepare quotations with what each tells.

    Args:
        with_paper: the place names the document too.
    """
    return [
        SaidLine(
            source_of(each.citation),
            f"{paper_name(each.citation.record)}, {each.citation.pinpoint}"
            if with_paper
            else str(each.citation.pinpoint),
            capitalised(each.tells.value),
        )
        for each in said
    ]


def paper_name(record: Record) -> str:
    """A document's reference where its authority is known: "Focused visit letter, 3 March 2020"."""
    return capitalised(paper_words(record))


def paper_words(record: Record) -> str:
    """The same inside a sentence: "focused visit letter, 3 March 2020"."""
    return document_reference(record).removeprefix(f"{record.place}, ")


def paper_links(records: Sequence[Record]) -> list[Link]:
    """Links to the records of documents, inside a sentence."""
    return [Link(paper_words(record), record_link(record)) for record in records]
