"""Looks the packages of a lock up in the public database of vulnerabilities: `python deploy/audit.py deploy/requirements.lock`.

Ends with 1 if a package has a known vulnerability, or if the lock cannot be read. If the database cannot be reached, or knows none of
the packages, it says so and ends with 0.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

_LOCAL = re.compile(r"^([A-Za-z0-9._-]+==[^\s+]+)\+\S+", re.M)  # torch==2.13.0+cpu: the database knows it as 2.13.0
_UNREACHED = re.compile(
    r"^requests\.exceptions\.(?:\w*Timeout|\w*Connection\w*|ProxyError|SSLError|HTTPError|ChunkedEncodingError|JSONDecodeError)\b.*"
    r"|^.*Could not connect to .* vulnerability feed.*|^.*PyPI is not redirecting properly.*",
    re.M,
)
_OPTIONS = ("--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off")


def main(lock: Path) -> int:
    """Audit a lock, print what was found, and return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / lock.name
        plain.write_text(_LOCAL.sub(r"\1", lock.read_text(encoding="utf-8")), encoding="utf-8")
        command = [sys.executable, "-m", "pip_audit", *_OPTIONS, "--requirement", str(plain)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # a command of fixed words
    code, words = judge(run.returncode, run.stdout, run.stderr)
    print(words, file=sys.stderr if code else sys.stdout)
    return code


def judge(code: int, out: str, err: str) -> tuple[int, str]:
    """The exit code for what pip-audit has printed, and what to tell.

    Args:
        code: pip-audit's own exit code, which is the same for a vulnerability and for a failure.
    """
    try:
        packages = json.loads(out)["dependencies"]
    except (ValueError, KeyError, TypeError):
        if cause := _UNREACHED.search(err):
            return (
                0,
                f"The audit was skipped: the database of vulnerabilities cannot be reached ({cause[0].strip()[:200]}).",
            )
        return code or 1, f"The audit failed:\n{err.strip()}"
    found = [_told(package, fault) for package in packages for fault in package.get("vulns", ())]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    looked_up = len(packages) - len(unknown)
    if found:
        return 1, "\n".join([f"Known vulnerabilities, {len(found)} in all:", *found])
    if not looked_up:
        return (
            0,
            f"The audit was skipped: the database of vulnerabilities that answers here knows none of the {len(unknown)} packages.",
        )
    if code:
        return code, f"The audit failed:\n{err.strip()}"
    left = f" Not in the database: {', '.join(unknown)}." if unknown else ""
    return 0, f"No known vulnerability in {looked_up} of {len(packages)} packages.{left}"


def _told(package: dict[str, Any], fault: dict[str, Any]) -> str:
    names = ", ".join([fault["id"], *fault.get("aliases", ())])
    mended = ", ".join(fault.get("fix_versions", ())) or "no version yet"
    return f"  {package['name']} {package['version']}: {names}; mended in {mended}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
