"""What the tools share: the values that their arguments may have, and how they write JSON."""

import json
from collections.abc import Collection, Sequence
from typing import Any, Literal

from pydantic import BaseModel

KindName = Literal[
    "ilacs-inspection",
    "single-inspection",
    "focused-visit",
    "monitoring-visit",
    "area-send",
    "joint-inspection",
    "minutes",
    "report-to-council",
    "news",
    "web-page",
    "other-inspectorate",
    "school",
    "guidance",
    "unknown",
]
TopicName = Literal[
    "front-door",
    "children-in-need",
    "child-protection",
    "vulnerable-adolescents",
    "children-in-care",
    "permanence",
    "care-leavers",
    "disabled-children",
    "leadership",
]
OutcomeName = Literal["typically positive", "inconsistent", "widespread and/or systemic failings"]
PolarityName = Literal["praise", "criticism"]
StanceName = Literal["strength", "needs to improve", "priority action", "decision", "neither"]

# What `reference` says already, and pictures: a tracker, a comparison or a count may have hundreds of quotations.
IN_REFERENCE = frozenset(
    {"document", "document_reference", "authorities", "published", "years", "kind", "date", "image"}
)


def filters_of(**given: Sequence[object] | None) -> dict[str, Any]:
    """Arguments that may be left out, as filters."""
    return {name: values or [] for name, values in given.items()}


def as_json(body: BaseModel, without: Collection[str] = ()) -> str:
    """JSON as text, because Gradio would write a dict in Python's notation.

    Args:
        without: keys that are left out wherever they stand, to spare the model what it does not need.
    """
    return json.dumps(_pruned(body.model_dump(mode="json", exclude_none=True), without), ensure_ascii=False)


def _pruned(value: Any, without: Collection[str]) -> Any:
    if isinstance(value, dict):
        return {key: _pruned(each, without) for key, each in value.items() if key not in without}
    return [_pruned(each, without) for each in value] if isinstance(value, list) else value
