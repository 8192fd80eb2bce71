"""Findings: takes documents, gives their words that judge something, each with its polarity, themes and matters."""

from qa.findings.annotating import FindingAnnotator, read_finding
from qa.findings.compared import Reader
from qa.findings.counting import ThemeCount, ThemeCounts, count_themes
from qa.findings.finding import Finding
from qa.findings.linking import link
from qa.findings.outcomes import Outcome, Speaking, outcome_of, speaking, telling
from qa.findings.reading import findings_in, findings_of, whole_finding

__all__ = [
    "Finding",
    "FindingAnnotator",
    "Outcome",
    "Reader",
    "Speaking",
    "ThemeCount",
    "ThemeCounts",
    "count_themes",
    "findings_in",
    "findings_of",
    "link",
    "outcome_of",
    "read_finding",
    "speaking",
    "telling",
    "whole_finding",
]
