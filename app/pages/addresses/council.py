"""An authority's own page in the address: `/?view=council&name=Devon`."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from app.root import rooted

NONE_HELD = " (no papers held)"  # after a name that the chooser suggests
_LONGEST_NAME = 200  # characters


@dataclass(frozen=True)
class CouncilAddress:
    """The page of an authority, by any of its names; empty for the form alone."""

    name: str = ""

    @property
    def link(self) -> str:
        """The link that shows it again."""
        return rooted(f"/?{urlencode([('view', 'council'), *([('name', self.name)] if self.name else [])])}")


def read_council_address(query: str) -> CouncilAddress:
    """Read from the query of a link whose page is wanted."""
    name = parse_qs(query.removeprefix("?")).get("name", [""])[0].strip()
    return CouncilAddress(name.removesuffix(NONE_HELD)[:_LONGEST_NAME])
