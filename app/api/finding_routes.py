"""The routes that give findings: precedents, trajectories, trackers, comparisons, and the themes."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.finding_queries import CompareQuery, PrecedentsQuery, TrackerQuery, TrajectoryQuery
from app.api.state import OpenIndex
from app.problems import documented
from app.schemas import ComparisonBody, PrecedentsBody, ThemesBody, TrackerBody, TrajectoryBody
from qa.themes import themes

router = APIRouter(responses=documented(401, 403, 414, 422, 429, 500, 503))


@router.get("/precedents", summary="Find precedents")
def find_precedents(index: OpenIndex, query: Annotated[PrecedentsQuery, Query()]) -> PrecedentsBody:
    """Find which other authorities were told what a finding says, and what later papers say of the same matter."""
    return PrecedentsBody.of(query.found(index))


@router.get("/trajectory", summary="Follow a subject")
def follow(index: OpenIndex, query: Annotated[TrajectoryQuery, Query()]) -> TrajectoryBody:
    """Follow a subject through an authority's papers, oldest first: what each says of it, and the grades."""
    return TrajectoryBody.of(query.followed(index))


@router.get("/tracker", summary="Track what was asked for")
def track(index: OpenIndex, query: Annotated[TrackerQuery, Query()]) -> TrackerBody:
    """Set each thing that an authority's reports asked for beside what every later paper says of it."""
    return TrackerBody.of(query.tracked(index))


@router.get("/compare", summary="Compare authorities or periods")
def compare(index: OpenIndex, query: Annotated[CompareQuery, Query()]) -> ComparisonBody:
    """Compare what Ofsted says of authorities, or of one authority in different periods, theme by theme."""
    return ComparisonBody.of(query.compared(index))


@router.get("/themes", summary="List the themes")
def list_themes(_: OpenIndex) -> ThemesBody:
    """List the themes that findings are sorted by, with the matters of each."""
    return ThemesBody.of(themes())  # those in use are known once the index is open
