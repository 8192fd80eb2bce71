"""All the tools over an index."""

from collections.abc import Callable
from dataclasses import dataclass

from app.api.tools.asking import AskingTools
from app.api.tools.findings import FindingTools


@dataclass(frozen=True)
class Tools(AskingTools, FindingTools):
    """The tools over an index.

    Args:
        opened: opens the index when a tool is called.
    """

    @property
    def all(self) -> tuple[Callable[..., str], ...]:
        """The tools, each served under its own name."""
        asking = (self.search, self.ask, self.explain, self.count)
        findings = (self.precedents, self.trajectory, self.tracker, self.compare, self.briefing, self.themes)
        return *asking, *findings, self.read_page
