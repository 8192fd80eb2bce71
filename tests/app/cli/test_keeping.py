"""The commands that look after an index, run as an administrator runs them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.app.cli.running import kloe
from tests.conftest import RealSample

pytestmark = pytest.mark.slow


@pytest.fixture
def environment(real_sample: RealSample, tmp_path: Path, model_loaded_once: None) -> dict[str, str]:
    shutil.copytree(real_sample.environment["KLOE_INDEX"], tmp_path / "index")
    return {**real_sample.environment, "KLOE_INDEX": str(tmp_path / "index")}


def _vectors(environment: dict[str, str]) -> Path:
    folder = Path(environment["KLOE_INDEX"])
    return folder / "generations" / (folder / "current").read_text().strip() / "vectors"


def test_verify_and_repair(environment: dict[str, str]) -> None:
    whole = kloe(environment, "verify")
    assert (whole.returncode, whole.stderr.count("Traceback")) == (0, 0)
    assert "is whole: 15 documents" in whole.stdout
    shutil.rmtree(_vectors(environment))
    broken = kloe(environment, "verify")
    assert broken.returncode == 1
    assert "run `kloe repair`" in broken.stderr
    problems = json.loads(kloe(environment, "verify", "--json").stdout)["problems"]
    assert any("missing" in problem for problem in problems)
    assert kloe(environment, "search", "supervision").returncode == 0, "the catalogue has all the vectors"
    repaired = kloe(environment, "repair")
    assert repaired.returncode == 0, repaired.stderr
    assert "The index is whole." in repaired.stdout
    assert kloe(environment, "verify").returncode == 0


def test_backup_and_restore(environment: dict[str, str], tmp_path: Path) -> None:
    made = kloe(environment, "backup", str(tmp_path / "monday"))
    assert made.returncode == 0, made.stderr
    again = kloe(environment, "backup", str(tmp_path / "monday"))
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    file = next(Path("corpus/sample/documents").resolve().rglob("*.txt"))
    forgotten = kloe(environment, "forget", str(file))
    assert (forgotten.returncode, "1 of 1 file forgotten" in forgotten.stdout) == (0, True)
    assert kloe(environment, "forget", str(file)).returncode == 1
    assert "14 documents" in kloe(environment, "verify").stdout
    assert "15 documents" in kloe(environment, "restore", str(tmp_path / "monday")).stdout
    assert "is whole: 15 documents" in kloe(environment, "verify").stdout
    assert kloe(environment, "restore", str(tmp_path)).returncode == 1


def test_remove_and_undo(environment: dict[str, str]) -> None:
    held = json.loads(kloe(environment, "documents", "--json").stdout.splitlines()[0])
    removed = kloe(environment, "remove", held["document"])
    assert removed.returncode == 0, removed.stderr
    path = removed.stdout.strip().removeprefix("removed: ")
    folder = str(Path("corpus/sample/documents").resolve())
    for run in (["index", folder], ["index", "--retry", folder], ["index", "--rebuild", folder]):
        again = kloe(environment, *run)
        assert again.returncode == 0, again.stderr
        assert "14 documents" in kloe(environment, "verify").stdout, run
        assert "was removed from the index on" in kloe(environment, "status").stdout, run
    assert "removal" in kloe(environment, "audit").stdout
    assert "no removed file has the path" in kloe(environment, "remove", "--undo", "nothing.pdf").stderr
    assert kloe(environment, "remove", "--undo", path).returncode == 0
    kloe(environment, "index", "--retry", folder)
    assert "15 documents" in kloe(environment, "verify").stdout


def test_correct_and_undo(environment: dict[str, str]) -> None:
    held = json.loads(kloe(environment, "documents", "--json").stdout.splitlines()[0])
    wrong = kloe(environment, "correct", held["id"], "--authority", "Atlantis")
    assert (wrong.returncode, "“Atlantis” is no authority" in wrong.stderr) == (1, True)
    assert kloe(environment, "correct", held["id"]).returncode == 2
    made = kloe(environment, "correct", held["document"], "--authority", "kent", "--date", "4 May 2019")
    assert (made.returncode, "is now: Kent" in made.stdout) == (0, True)
    folder = str(Path("corpus/sample/documents").resolve())
    assert kloe(environment, "index", "--rebuild", folder).returncode == 0
    shown = kloe(environment, "documents", held["document"]).stdout
    assert "authority: Kent  (set by" in shown
    assert f"read as {held['authority']}" in shown
    assert "correction" in kloe(environment, "audit").stdout
    assert kloe(environment, "correct", held["id"], "--undo").returncode == 0
    assert json.loads(kloe(environment, "documents", "--json").stdout.splitlines()[0]) == held
