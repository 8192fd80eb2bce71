"""The container file and the compose file are sound, and give Kloe no more than it needs."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
CONTAINERFILE = DEPLOY / "Containerfile"
NEEDED = {"app/", "corpus/", "index/", "ingest/", "qa/", "ui.py", "pyproject.toml", "README.md", "LICENSE"}


def _instructions() -> list[tuple[str, str]]:
    """Every instruction of the container file with what follows it, on one line."""
    text = re.sub(r"^\s*#.*\n", "", CONTAINERFILE.read_text(encoding="utf-8"), flags=re.M)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines if line.strip()]


def _all(name: str) -> list[str]:
    return [rest for instruction, rest in _instructions() if instruction == name]


def test_hadolint_finds_nothing() -> None:
    hadolint = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or shutil.which("hadolint")
    if not hadolint:
        pytest.skip("hadolint is not installed")
    run = subprocess.run([hadolint, str(CONTAINERFILE)], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.soak
def test_the_image_is_built(tmp_path: Path) -> None:
    if not shutil.which("buildah"):
        pytest.skip("buildah is not installed")
    base = _all("FROM")[0].split()[0]
    store = ["--root", str(tmp_path / "root"), "--runroot", str(tmp_path / "run"), "--storage-driver", "vfs"]
    pulled = subprocess.run(["buildah", *store, "pull", base], capture_output=True, text=True, timeout=120, check=False)
    if pulled.returncode:
        pytest.skip(f"the base image cannot be pulled here: {pulled.stderr.strip().splitlines()[-1][-120:]}")
    command = ["buildah", *store, "build", "--file", str(CONTAINERFILE), "--ignorefile", str(ROOT / ".containerignore")]
    built = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, timeout=540, check=False)
    assert built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:]


def test_base_images_are_pinned() -> None:
    bases = [rest.split()[0] for rest in _all("FROM")]
    assert len(bases) == 2
    assert all(re.fullmatch(r"docker\.io/library/python:3\.11-slim-bookworm(@sha256:\w{64})?", base) for base in bases)


def test_it_runs_without_the_rights_of_root() -> None:
    final = _instructions()[[index for index, (name, _) in enumerate(_instructions()) if name == "FROM"][-1] :]
    assert [rest for name, rest in final if name == "USER"] == ["10001:10001"]
    after = [name for name, _ in final[final.index(("USER", "10001:10001")) :]]
    assert "RUN" not in after
    assert "COPY" not in after


def test_it_copies_only_what_kloe_is() -> None:
    assert not _all("ADD")
    copied = [rest for rest in _all("COPY") if not rest.startswith("--from=")]
    sources = {source for rest in copied for source in rest.split()[:-1]}
    assert sources == NEEDED | {"deploy/requirements.lock"}
    assert [rest for rest in _all("COPY") if rest.startswith("--from=")] == ["--from=build /opt/kloe /opt/kloe"]


def test_what_is_not_copied_is_not_sent_to_the_builder() -> None:
    lines = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    assert lines[0] == "**"
    assert {line[1:] for line in lines if line.startswith("!")} == NEEDED | {"deploy/requirements.lock"}


def test_packages_are_compared_with_their_digests() -> None:
    installs = [step for rest in _all("RUN") for step in rest.split("&&") if "pip install" in step]
    assert len(installs) == 2
    assert "--require-hashes" in installs[0]
    assert "--no-deps" in installs[1]
    assert "--no-index" in installs[1]


def test_it_holds_no_secret() -> None:
    words = " ".join(rest for _, rest in _instructions())
    assert not re.search(r"(?i)(password|secret|token|api_?key)\w*\s*=", words)
    assert not _all("ARG")


def test_its_health_is_asked_with_python() -> None:
    check = json.loads(_all("HEALTHCHECK")[0].partition("CMD ")[2])
    assert check[:2] == ["/opt/kloe/bin/python", "-c"]
    assert "http://127.0.0.1:7860/alive" in check[2]
    compile(check[2], "healthcheck", "exec")


def _compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["kloe", "proxy"])
def test_services_have_few_rights(name: str) -> None:
    service = _compose()["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "proxy" else [])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["tmpfs"]
    assert "privileged" not in service


def test_only_the_proxy_can_be_reached() -> None:
    compose = _compose()
    assert [name for name, service in compose["services"].items() if "ports" in service] == ["proxy"]
    assert compose["services"]["kloe"]["networks"] == ["inside"]
    assert compose["networks"]["inside"]["internal"] is True
    address = compose["services"]["proxy"]["networks"]["inside"]["ipv4_address"]
    assert compose["services"]["kloe"]["environment"]["KLOE_TRUSTED_PROXIES"] == address


def test_documents_can_only_be_read_and_a_stop_waits() -> None:
    service = _compose()["services"]["kloe"]
    assert [volume for volume in service["volumes"] if volume.endswith("/documents:ro")]
    assert service["stop_grace_period"] == "60s"


def test_caddy_takes_no_name_and_no_address_from_a_client() -> None:
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    assert "trusted_proxies" not in text
    assert "header_up -X-Forwarded-User" in text
    assert "max_size 60MB" in text
