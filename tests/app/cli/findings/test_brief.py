"""`kloe brief` over the sample documents."""

import io
import json
from pathlib import Path

import docx
import pytest

from tests.app.cli.running import kloe
from tests.conftest import RealSample

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def indexed(real_sample: RealSample, model_loaded_once: None) -> dict[str, str]:
    assert real_sample.run.returncode == 0, real_sample.run.stderr
    return real_sample.environment


def test_a_briefing_is_printed_written_and_given_as_json(indexed: dict[str, str], tmp_path: Path) -> None:
    printed = kloe(indexed, "brief", "Marlbridge City Council").stdout
    assert printed.startswith("# Marlbridge: briefing for members")
    assert "## Key lines of enquiry" in printed
    written = tmp_path / "marlbridge.docx"
    assert kloe(indexed, "brief", "Marlbridge", "--out", str(written)).returncode == 0
    assert docx.Document(io.BytesIO(written.read_bytes())).paragraphs[0].text == "Marlbridge: briefing for members"
    text = tmp_path / "marlbridge.md"
    said = json.loads(kloe(indexed, "brief", "Marlbridge", "--out", str(text), "--json").stdout)
    assert said["place"] == "Marlbridge"
    assert text.read_text("utf-8").strip() == printed.strip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["brief", "Atlantis"], "Atlantis"),
        (["brief", ""], "Name an authority"),
        (["brief", "Marlbridge", "--out", "briefing.pdf"], "must end in .docx or .md"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(indexed: dict[str, str], words: list[str], said: str) -> None:
    wrong = kloe(indexed, *words)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert said in wrong.stderr
