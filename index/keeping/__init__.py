"""Keeps an index: repairs it, backs it up and restores it, while readers go on."""

from index.keeping.backup import Backup, back_up
from index.keeping.repair import Repair, repair
from index.keeping.restore import restore

__all__ = ["Backup", "Repair", "back_up", "repair", "restore"]
