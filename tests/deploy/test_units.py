"""The systemd units are valid and have few rights; the backup script keeps the newest."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVICES = sorted(DEPLOY.glob("*.service"))
TIMERS = sorted(DEPLOY.glob("*.timer"))
SCRIPT = DEPLOY / "kloe-backup"


def _analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    run = subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, text=True, timeout=60, check=False, errors="replace"
    )
    if re.search(r"unrecognized option|Unknown (?:command|operation)", run.stderr):
        pytest.skip("this systemd-analyze is too old")
    return run


def _value(path: Path, name: str) -> str:
    return re.findall(rf"^{name}=(.*)$", path.read_text(encoding="utf-8"), re.M)[-1]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_exposure_is_low(path: Path) -> None:
    run = _analyze("security", "--offline=yes", "--threshold=30", str(path))
    assert run.returncode == 0, run.stdout[-400:] + run.stderr


def test_units_are_valid(tmp_path: Path) -> None:
    for path in [*SERVICES, *TIMERS]:
        text = re.sub(r"/opt/kloe/bin/[\w-]+", "/bin/true", path.read_text(encoding="utf-8"))
        (tmp_path / path.name.replace("@", "@7861")).write_text(text, encoding="utf-8")
    run = _analyze("verify", *map(str, sorted(tmp_path.iterdir())))
    assert run.returncode == 0, run.stderr
    assert not [line for line in run.stderr.splitlines() if "kloe" in line]


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_memory_may_be_written_and_run(path: Path) -> None:
    """Without it, PyTorch fails with "could not create a primitive"."""
    text = path.read_text(encoding="utf-8")
    assert "MemoryDenyWriteExecute=" not in text
    assert "# MemoryDenyWriteExecute must stay off" in text


def test_one_process_and_several_have_the_same_rights() -> None:
    one, several = ((DEPLOY / name).read_text(encoding="utf-8") for name in ("kloe.service", "kloe@.service"))
    assert one.partition("RestartSec=")[2] == several.partition("RestartSec=")[2]
    assert _value(DEPLOY / "kloe@.service", "ExecStart") == "/opt/kloe/bin/kloe serve --port %i"


def test_a_stop_outlasts_the_wait_for_uploads() -> None:
    service = DEPLOY / "kloe.service"
    assert (_value(service, "Type"), _value(service, "Restart")) == ("exec", "on-failure")
    assert (_value(service, "KillSignal"), _value(service, "TimeoutStopSec")) == ("SIGTERM", "90")
    assert _value(service, "EnvironmentFile") == "/etc/kloe/kloe.env"


@pytest.mark.parametrize("path", TIMERS, ids=lambda path: path.name)
def test_a_timer_starts_a_service(path: Path) -> None:
    assert path.with_suffix(".service").is_file()
    assert "WantedBy=timers.target" in path.read_text(encoding="utf-8")
    run = _analyze("calendar", _value(path, "OnCalendar"))
    assert run.returncode == 0, run.stderr


def _back_up(tmp_path: Path, folder: Path, *, works: bool = True) -> subprocess.CompletedProcess[str]:
    """Run the script beside a stand-in for `kloe`."""
    script = tmp_path / "bin" / "kloe-backup"
    script.parent.mkdir(exist_ok=True)
    shutil.copy(SCRIPT, script)
    kloe = script.with_name("kloe")
    kloe.write_text(
        '#!/bin/sh\n[ "$1" = backup ] && mkdir "$2"\n' if works else "#!/bin/sh\nexit 1\n", encoding="utf-8"
    )
    kloe.chmod(0o755)
    return subprocess.run([str(script), str(folder), "14"], capture_output=True, text=True, timeout=30, check=False)


def test_the_newest_backups_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "back ups"
    for day in range(1, 21):
        (folder / f"2020-01-{day:02}T050000Z").mkdir(parents=True)
    (folder / "2020-01-21T050000Z.part").mkdir()
    (folder / "2019-before the move").mkdir()
    run = _back_up(tmp_path, folder)
    assert run.returncode == 0, run.stderr
    left = sorted(path.name for path in folder.iterdir())
    assert left[:14] == ["2019-before the move", *(f"2020-01-{day:02}T050000Z" for day in range(8, 21))]
    assert len(left) == 15
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d{6}Z", left[-1])


def test_a_backup_that_fails_removes_none(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(1, 21):
        (folder / f"2020-01-{day:02}T050000Z").mkdir(parents=True)
    assert _back_up(tmp_path, folder, works=False).returncode != 0
    assert len(list(folder.iterdir())) == 20
