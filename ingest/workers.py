"""The start of a process that works on untrusted files: it is bounded in memory, and ends with the process that began it."""

import multiprocessing
import os
import resource
from threading import Thread


def begin_worker(memory: int) -> None:
    """Bound the memory of this process, and let it end with the one that began it, even in the midst of a file.

    Args:
        memory: bytes.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    Thread(target=_end_with_the_run, daemon=True).start()


def _end_with_the_run() -> None:
    run = multiprocessing.parent_process()
    assert run is not None
    run.join()
    os._exit(1)  # a file that is being read would hold up any other way out
