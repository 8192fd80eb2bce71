"""Takes out ten of the defences in SECURITY.md, one after another, and sees that the test of each line fails without it.

    python -m bench.undefended [--most N]

Each defence is taken out of a copy of the code. Where a test passes all the same, the exit code is 1.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_COPIED = ("app", "bench", "corpus", "index", "ingest", "qa", "tests", "ui.py", "pyproject.toml", "SECURITY.md")


@dataclass(frozen=True)
class Defence:
    """A defence, and how it is taken out.

    Attributes:
        test: the name of its test in SECURITY.md.
        file: where it stands.
        words: the words of the code that defend.
        instead: what stands there without it.
    """

    test: str
    file: str
    words: str
    instead: str


DEFENCES = (
    Defence(
        "test_what_gradio_brings_and_kloe_does_not_use_is_not_there",
        "app/access/table.py",
        "TABLE = (",
        'TABLE = (Rule(("GET", "POST"), "/{path:path}"), ',
    ),
    Defence(
        "test_another_name_for_this_machine_opens_nothing", "app/access/guard.py", "self._check_host(conn)", "pass"
    ),
    Defence(
        "test_listing_a_site_for_the_box_opens_only_the_api",
        "app/access/hosts.py",
        ".startswith(_API) and",
        '.startswith("/") and',
    ),
    Defence(
        "test_what_a_proxy_passes_on_is_not_from_here",
        "app/access/requests.py",
        "for name in _FORWARDED)",
        "for name in ())",
    ),
    Defence(
        "test_guesses_at_the_same_time_are_counted",
        "app/access/identity.py",
        "self._throttle.before(name, address)",
        "pass",
    ),
    Defence(
        "test_signing_out",
        "app/access/sessions.py",
        'db.execute("DELETE FROM sessions WHERE token = ?"',
        'db.execute("SELECT ?"',
    ),
    Defence(
        "test_a_changed_password_ends_the_session",
        "app/access/identity.py",
        "user is None or user.stamp != session.stamp",
        "user is None",
    ),
    Defence(
        "test_a_document_is_removed_by_those_who_may",
        "app/access/guard.py",
        "if rule.right and not may(conn, rule.right):",
        "if False:",
    ),
    Defence("test_processes_of_one_index_count_together", "app/access/guard.py", "if not is_within:", "if False:"),
    Defence(
        "test_a_body_that_is_larger_is_refused_as_it_comes",
        "app/access/bounds.py",
        "self._read > self._largest",
        "False",
    ),
)


def main() -> int:
    """Take each out, and print what its test says. Returns how many tests passed without their defence."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--most", type=int, default=len(DEFENCES), help="how many to take out")
    passed = 0
    for defence in DEFENCES[: asked.parse_args().most]:
        fails = _fails_without(defence)
        passed += not fails
        print(
            f"{'fails' if fails else 'PASSES'} without it: {defence.test} ({defence.file}: {defence.words})", flush=True
        )
    return min(passed, 1)


def _fails_without(defence: Defence) -> bool:
    """True if the test of a defence fails without it. That it passes with it is what `make test` shows.

    Raises:
        ValueError: the code no longer has these words.
    """
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in _COPIED:
            source = ROOT / part
            shutil.copytree(source, copy / part) if source.is_dir() else shutil.copy(source, copy / part)
        file = copy / defence.file
        text = file.read_text(encoding="utf-8")
        if defence.words not in text:
            raise ValueError(f"{defence.file} no longer has {defence.words!r}")
        file.write_text(text.replace(defence.words, defence.instead, 1), encoding="utf-8")
        return _run(copy, defence.test) == 1


def _run(copy: Path, test: str) -> int:
    """Run a test in a copy of the code; returns pytest's exit code, 1 for a failure."""
    found = re.search(rf"`(tests/\S+?)::{test}`", (copy / "SECURITY.md").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"SECURITY.md does not name {test}")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", test, found[1]]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
