"""The lock names what Kloe runs with, in the versions that are tested, with a digest for each file; and it is audited."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "deploy" / "requirements.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _pins(path: Path) -> dict[str, str]:
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", path.read_text(encoding="utf-8"), re.M)
    return {canonicalize_name(name): version for name, version in found}


def _audit():
    spec = importlib.util.spec_from_file_location("audit", ROOT / "deploy" / "audit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_versions_are_those_that_are_tested() -> None:
    tested = _pins(ROOT / "constraints.txt")
    locked = {name: version.removesuffix("+cpu") for name, version in _pins(LOCK).items()}
    del locked["setuptools"]  # which pip freeze leaves out
    assert locked
    assert {name: version for name, version in locked.items() if tested.get(name) != version} == {}


@pytest.mark.parametrize("line", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["generate"]])
def test_every_dependency_is_locked(line: str) -> None:
    wanted = Requirement(line)
    assert wanted.specifier.contains(_pins(LOCK)[canonicalize_name(wanted.name)])


@pytest.mark.parametrize("line", [line for lines in PROJECT["optional-dependencies"].values() for line in lines])
def test_versions_of_extras_fit(line: str) -> None:
    wanted = Requirement(line)
    version = _pins(ROOT / "constraints.txt").get(canonicalize_name(wanted.name))
    assert version is None or wanted.specifier.contains(version)


def test_pytorch_is_the_cpu_build() -> None:
    locked = _pins(LOCK)
    assert locked["torch"].endswith("+cpu")
    assert not [name for name in locked if name.startswith(("nvidia-", "cuda-", "triton"))]


def test_every_file_has_a_digest_and_no_server_is_named() -> None:
    text = LOCK.read_text(encoding="utf-8")
    packages = re.split(r"^(?=[A-Za-z0-9._-]+==)", text, flags=re.M)[1:]
    assert packages
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", package) for package in packages)
    assert "://" not in text
    assert not re.search(r"^-", text, re.M)


def test_versions_stand_in_order() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert lines == sorted(lines, key=str.lower)


SOUND = {"name": "sound", "version": "1.0", "vulns": []}
UNKNOWN = {"name": "own", "skip_reason": "Dependency not found on PyPI and could not be audited: own (1.0)"}
FAULTY = {
    "name": "faulty",
    "version": "2.0",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-2026-1"], "fix_versions": ["2.1"], "description": ""}],
}


@pytest.mark.parametrize(
    ("packages", "code", "words"),
    [
        ([SOUND], 0, "No known vulnerability in 1 of 1 packages."),
        ([SOUND, UNKNOWN], 0, "Not in the database: own."),
        ([UNKNOWN], 0, "The audit was skipped"),
        ([SOUND, UNKNOWN, FAULTY], 1, "faulty 2.0: PYSEC-1, CVE-2026-1; mended in 2.1"),
    ],
)
def test_a_vulnerability_fails_the_audit(packages: list[dict], code: int, words: str) -> None:
    judged, told = _audit().judge(code, json.dumps({"dependencies": packages, "fixes": []}), "")
    assert judged == code
    assert words in told


@pytest.mark.parametrize(
    ("err", "code"),
    [
        ("Traceback\nrequests.exceptions.ConnectionError: HTTPSConnectionPool: Name or service not known", 0),
        ("Traceback\nrequests.exceptions.ReadTimeout: read timed out", 0),
        ("ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed", 0),
        ("ERROR:pip_audit._cli:invalid requirements input: requirements.lock", 1),
        ("", 1),
    ],
)
def test_only_a_database_out_of_reach_skips_the_audit(err: str, code: int) -> None:
    judged, told = _audit().judge(1, "", err)
    assert judged == code
    assert ("The audit was skipped" in told) == (code == 0)


def _run_audit(lock: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("pip_audit", reason="pip-audit is not installed")
    nowhere = dict.fromkeys(("HTTPS_PROXY", "https_proxy"), "http://127.0.0.1:9")
    command = [sys.executable, str(ROOT / "deploy" / "audit.py"), str(lock)]
    environment = {name: value for name, value in os.environ.items() if name.upper() != "NO_PROXY"}
    return subprocess.run(command, env=environment | nowhere, capture_output=True, text=True, timeout=120, check=False)


def test_an_audit_without_a_network_is_skipped_and_says_why() -> None:
    run = _run_audit(LOCK)
    assert run.returncode == 0, run.stderr
    assert "skipped: the database of vulnerabilities cannot be reached (requests.exceptions.ProxyError" in run.stdout


def test_a_lock_without_digests_is_no_lock(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("alembic==1.0\n", encoding="utf-8")
    run = _run_audit(lock)
    assert run.returncode == 1
    assert "The audit failed" in run.stderr


def test_the_bill_of_materials_names_every_package(tmp_path: Path) -> None:
    pytest.importorskip("cyclonedx_py", reason="cyclonedx-bom is not installed")
    out = tmp_path / "sbom.cdx.json"
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", str(LOCK)]
    subprocess.run(
        [*command, "--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", "--output-file", str(out)],
        check=True,
        timeout=120,
    )
    bill = json.loads(out.read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["component"]["name"] == "kloe"
    assert {canonicalize_name(part["name"]): part["version"] for part in bill["components"]} == _pins(LOCK)
