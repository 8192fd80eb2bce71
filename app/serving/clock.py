"""How long this process has run, the time before its first line of Python included."""

import os
import time
from pathlib import Path

_IMPORTED = time.monotonic()
_STARTED = 19  # of the fields of /proc/self/stat after the name of the program: when it started, in ticks since the machine did


def seconds_since_start() -> float:
    """Seconds since the process was started; where the system does not tell, since this module was imported."""
    try:
        ticks = int(Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[_STARTED])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, ValueError, IndexError):
        return time.monotonic() - _IMPORTED
