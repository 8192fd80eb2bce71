"""Watching Kloe at work: takes requests and events, gives the log, the figures for monitoring and the audit record."""

from app.watching.audit import Audit, AuditEvent, Event
from app.watching.database import SharedFile, SharedFileError

__all__ = ["Audit", "AuditEvent", "Event", "SharedFile", "SharedFileError"]
