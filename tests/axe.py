"""Accessibility faults that axe-core finds in a page."""

from typing import Any

import pytest

GRAVE = ("serious", "critical")


def violations(
    page: Any, context: str | None = None, without: tuple[str, ...] = (), moderate: bool = False
) -> list[str]:
    """The serious and critical violations in a Playwright page, each a line that names the rule and the elements.

    It also checks open shadow roots. A test that calls this is skipped where axe-core is not installed.

    Args:
        context: a CSS selector of the part to look at; None for the whole page.
        without: names of rules to leave out.
        moderate: give moderate violations too.
    """
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-core is not here: pip install axe-playwright-python"
    )
    options = {"resultTypes": ["violations"], "rules": {name: {"enabled": False} for name in without}}
    found = axe.Axe().run(page, context, options).response["violations"]
    return [
        f"{one['impact']}: {one['id']}: {one['help']}: "
        + "; ".join(f"{node['target']} {node['html'][:160]}" for node in one["nodes"])
        for one in found
        if one["impact"] in (*GRAVE, *(["moderate"] if moderate else []))
    ]
