"""A briefing in the page's address: the authority that it is on."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from app.root import rooted

_LONGEST_NAME = 200  # characters


@dataclass(frozen=True)
class BriefingAddress:
    """A briefing on an authority, by any of its names; empty for the form alone."""

    authority: str = ""

    @property
    def link(self) -> str:
        """The link that shows it again."""
        return rooted(
            f"/?{urlencode([('view', 'brief'), *([('authority', self.authority)] if self.authority else [])])}"
        )

    def saved_as(self, form: str) -> str:
        """The link to the same as a file: "docx" or "md"."""
        return rooted(f"/export/briefing.{form}?{urlencode([('authority', self.authority)])}")


def read_briefing_address(query: str) -> BriefingAddress:
    """Read from the query of a link on which authority a briefing is wanted."""
    given = parse_qs(query.removeprefix("?"))
    return BriefingAddress(given.get("authority", [""])[0].strip()[:_LONGEST_NAME])
