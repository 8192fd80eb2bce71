"""Without its defence, the test of a line in SECURITY.md fails."""

import subprocess
import sys

import pytest

from bench.undefended import DEFENCES
from tests.conftest import ROOT, SHORT

pytestmark = pytest.mark.soak


@pytest.mark.timeout(1800)
def test_each_test_fails_without_its_defence() -> None:
    most = 1 if SHORT else len(DEFENCES)
    command = [sys.executable, "-m", "bench.undefended", "--most", str(most)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.count("fails without it") == most
