"""The authority in whose area an inspected school or setting lies."""

import re

from ingest.authorities import names_in_list
from ingest.facts.authority.naming import Naming, naming
from ingest.facts.head import Head

_FIELD = re.compile(r"(?im)^\W*local authority(?: area)?\s*[:|]?\s*(?P<name>[A-Z][^\n|]{2,50})$")
_COPIED = re.compile(r"(?i)\bdirector of children['’]?s services (?:for|at|in|of) (?P<name>[A-Z][^\n.;|]{2,50})")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_TOP = 600  # characters that hold a school's name and address


def read_school_authority(head: Head) -> tuple[str, ...]:
    """Read a school's authority from its field or from whose director gets a copy.

    A school that bears the authority's name must also have it in its address: such a school is easily taken for the authority.
    """
    for match in (*_FIELD.finditer(head.whole), *_COPIED.finditer(head.whole)):
        mentions = names_in_list().find(f"in {match['name']}")
        if len(mentions) != 1:
            continue
        name = mentions[0].name
        if _bears(head.text[:_TOP], name) and not _in_address(head.text[:_TOP], name):
            head.note("authority clue", name, *match.span(), 0.4)
            return ()
        head.note("authority", name, *match.span(), 0.9)
        return (name,)
    return ()


def _bears(top: str, name: str) -> bool:
    """True if the name stands inside the school's own name."""
    return any(m.name == name and naming(top, m.start, m.end) is Naming.NONE for m in names_in_list().find(top))


def _in_address(top: str, name: str) -> bool:
    """True if a line with a postcode, or the end of a list of places, names the authority."""
    for line in top.split("\n"):
        for mention in names_in_list().find(line):
            listed = line[: mention.start].rstrip().endswith(",")
            if mention.name == name and (listed or _POSTCODE.search(line)):
                return naming(line, mention.start, mention.end) is not Naming.NONE
    return False
