"""SECURITY.md names a test for each of its lines, and each of them exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES = re.findall(
    r"^\| (.+?) \| (.+?) \| `(tests/\S+?)::(test_\w+)` \|$", (ROOT / "SECURITY.md").read_text("utf-8"), re.M
)


def test_there_are_lines() -> None:
    assert len(LINES) >= 40


@pytest.mark.parametrize(("must", "defence", "file", "test"), LINES, ids=[line[0][:60] for line in LINES])
def test_every_line_has_its_test(must: str, defence: str, file: str, test: str) -> None:
    assert re.search(rf"^(async )?def {test}\(", (ROOT / file).read_text("utf-8"), re.M), f"{file} has no {test}"
