"""The subject that findings are chosen by: a theme, matters that belong to themes, or any other words."""

from dataclasses import dataclass

from index import Index
from qa.evidence import Topic, weigh_topic
from qa.evidence.relevance import stems
from qa.findings import Finding
from qa.themes import matters_of, themes

_COVERED = 0.6  # share of the weight of other words that a finding must use
_NOT_FIRST = 0.7  # how near a finding is that is mainly about another theme
_ABOVE = 0.5  # how much a matter counts that only the headings name
_HEADINGS = 2


@dataclass(frozen=True)
class Subject:
    """What findings are wanted on.

    Attributes:
        words: as a person wrote them; empty for everything.
        theme: the theme of that name, if there is one.
        matters: the matters that the words name, if they name no theme.
        topic: the words themselves, weighed, if they name neither.
    """

    words: str = ""
    theme: str = ""
    matters: frozenset[str] = frozenset()
    topic: Topic | None = None

    @classmethod
    def read(cls, index: Index, words: str) -> "Subject":
        """Read a subject: "Workforce", "supervision and caseloads", or any other words."""
        words = " ".join(words.split())
        if not words:
            return cls()
        theme = next((name for name in themes().names if stems(name) == stems(words)), "")
        if theme:
            return cls(words, theme)
        matters = matters_of(words)
        return cls(words, matters=matters) if matters else cls(words, topic=weigh_topic(index, words))

    def nearness(self, finding: Finding) -> float:
        """How near a finding is to the subject, 0 to 1; 0 if it is not about it."""
        if self.theme:
            return (
                _NOT_FIRST + (1 - _NOT_FIRST) * (finding.themes[0] == self.theme) if self.theme in finding.themes else 0
            )
        if self.matters:
            return self._named(finding)
        if self.topic:
            covered = self.topic.coverage(finding.evidence.quote)
            return covered if covered >= _COVERED else 0
        return 1

    def is_about(self, finding: Finding) -> bool:
        """True if a finding is about the subject."""
        return self.nearness(finding) > 0

    def _named(self, finding: Finding) -> float:
        """The share of the matters that a finding names; those that only its headings name count for less."""
        headed = matters_of(" . ".join(finding.evidence.result.passage.headings[-_HEADINGS:]))
        named = self.matters & set(finding.matters)
        above = (self.matters & headed) - named
        return (len(named) + _ABOVE * len(above)) / len(self.matters) if named or above else 0
