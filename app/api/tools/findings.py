"""The tools over findings: precedents, trajectories, trackers, comparisons, briefings, and the themes."""

from collections.abc import Callable
from dataclasses import dataclass

from app.api.finding_queries import BriefingQuery, CompareQuery, PrecedentsQuery, TrackerQuery, TrajectoryQuery
from app.api.tools.arguments import IN_REFERENCE, KindName, as_json, filters_of
from app.asking import read_values
from app.schemas import BriefingBody, ComparisonBody, PrecedentsBody, ThemesBody, TrackerBody, TrajectoryBody
from index import Index
from qa.themes import themes as themes_in_use


@dataclass(frozen=True)
class FindingTools:
    """The tools over findings.

    Args:
        opened: opens the index when a tool is called.
    """

    opened: Callable[[], Index]

    def precedents(
        self,
        finding: str,
        own: str = "",
        authority: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
        better: bool = False,
        limit: int = 20,
    ) -> str:
        """Find which other authorities were told the same as a finding, and what happened there next.

        Gives for each the quotation, the overall grade then and since, and what later papers say of the same matter, word for word. The
        verdict is read off the last of these quotations: check it against their words before you repeat it.

        Args:
            finding: Words of a report, such as "Return home interviews are not timely".
            own: The authority that asks; its own papers are left out.
            authority: Only these local authorities. Any name they are known by will do.
            year: Only documents inspected or published in these years.
            kind: Only documents of these kinds.
            better: Only authorities of which a later paper says that things are better.
            limit: The most precedents to return, 1 to 100.

        Returns:
            JSON with lead, searched and precedents; without any, explanation says why.
        """
        filters = filters_of(authority=authority, year=year, kind=kind)
        checked = read_values(PrecedentsQuery, finding=finding, own=own, better=better, limit=limit, **filters)
        return as_json(PrecedentsBody.of(checked.found(self.opened())))

    def trajectory(
        self, authority: str, subject: str, year: list[int] | None = None, kind: list[KindName] | None = None
    ) -> str:
        """Follow a subject through the papers on one authority, oldest first.

        Gives for each paper its grades, how many of its findings on the subject tell of something good and of something bad, and the
        plainest of them word for word; `tells` says whether a quotation tells of a strength, a weakness or something to improve.

        Args:
            authority: The local authority. Any name it is known by will do.
            subject: A theme, as the tool `themes` lists them, or other words, such as "management oversight".
            year: Only papers inspected or published in these years.
            kind: Only papers of these kinds.

        Returns:
            JSON with lead, moments and silent; without any, explanation says why.
        """
        limits = filters_of(year=year, kind=kind)
        checked = read_values(TrajectoryQuery, authority=authority, subject=subject, **limits)
        return as_json(TrajectoryBody.of(checked.followed(self.opened())), IN_REFERENCE)

    def tracker(
        self,
        authority: str,
        subject: str = "",
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
    ) -> str:
        """Show what an authority's reports asked for, and what every later paper says of each thing.

        The outcome (improved, improved in part, no better, still asked for, not mentioned again) is read off the quotations beside it:
        check it against their words before you repeat it. "Not mentioned" says nothing of what was done. Name a subject where you
        can: everything that was asked for is long.

        Args:
            authority: The local authority. Any name it is known by will do.
            subject: Only what was asked for on this theme, or in these words; everything if it is left out.
            year: Only reports of these years; later papers are read whatever they are.
            kind: Only reports of these kinds.

        Returns:
            JSON with lead and items; without any, explanation says why.
        """
        limits = filters_of(year=year, kind=kind)
        checked = read_values(TrackerQuery, authority=authority, subject=subject, **limits)
        return as_json(TrackerBody.of(checked.tracked(self.opened())), IN_REFERENCE)

    def compare(
        self,
        authority: list[str],
        subject: str = "",
        neighbours: bool = False,
        period: list[str] | None = None,
        year: list[int] | None = None,
        kind: list[KindName] | None = None,
    ) -> str:
        """Compare what Ofsted says of two authorities or more, or of one in different periods, theme by theme.

        Gives for each side its papers with their grades and, on each theme, its plainest weakness and strength word for word.
        Authorities are compared by their newest inspection and the visits after it, periods by all papers of each.

        Args:
            authority: The local authorities. Any names they are known by will do.
            subject: Only this theme, or these words; every theme if it is left out.
            neighbours: Compare also with the statistical neighbours of which reports are held.
            period: Two periods or more, such as "2018-2020" and "2023", in which to compare one authority.
            year: Only papers of these years, whether or not they are the newest; not with periods.
            kind: Only papers of these kinds; not with periods.

        Returns:
            JSON with lead, sides and rows; without any, explanation says why.
        """
        given = filters_of(authority=authority, period=period, year=year, kind=kind)
        checked = read_values(CompareQuery, subject=subject, neighbours=neighbours, **given)
        return as_json(ComparisonBody.of(checked.compared(self.opened())), IN_REFERENCE)

    def briefing(self, authority: str) -> str:
        """Make a briefing on one authority for its committee, in quotations.

        Gives where it stands, what was last found, what was asked for and what became of it, what its committee has decided, where the
        same got better, and key lines of enquiry: for each open matter a question that a member may ask, and the words behind it. Each
        entry names its quotations by number; `citations` holds them word for word.

        Args:
            authority: The local authority. Any name it is known by will do.

        Returns:
            JSON with lead, sections and citations; without any, explanation says why.
        """
        checked = read_values(BriefingQuery, authority=authority)
        return as_json(BriefingBody.of(checked.briefed(self.opened())), IN_REFERENCE)

    def themes(self) -> str:
        """List the themes that findings are sorted by, and the matters that belong to each.

        Returns:
            JSON with themes, each with its name and matters.
        """
        self.opened()  # the themes in use are known once the index is open
        return as_json(ThemesBody.of(themes_in_use()))
