"""Reads the lead inspector that a question names."""

import re
from collections.abc import Iterable
from dataclasses import replace

from index import Record
from qa.counts.plainer.plain import Plain

_AS = r"(?:the |their |its )?lead(?: inspector)?"


def leads(plain: Plain, records: Iterable[Record]) -> Plain:
    """Take out the words that name a lead inspector of whom an inspection is held."""
    for name in sorted({record.lead_inspector for record in records if record.lead_inspector}, key=len, reverse=True):
        if name.lower() not in plain.text.lower():
            continue
        form = _form(re.escape(name))
        match = form.search(plain.text)
        if not match:
            return plain
        rest = f"{plain.text[: match.start()]} {plain.text[match.end() :]}"
        return replace(plain, text=rest, lead=name)
    return plain


def _form(name: str) -> re.Pattern[str]:
    """The ways to say that somebody led: "had Ann Bell as lead inspector", "led by Ann Bell", "did Ann Bell lead"."""
    return re.compile(
        rf",? ?\b(?:(?:(?:that|which) )?(?:had|have|has|with|having|name[ds]?|list(?:ed|s)?|gave|give)"
        rf" (?:{name} as {_AS}|{_AS},? {name}|{name} as (?:the )?leader)"
        rf"|(?:(?:that|which) )?(?:(?:was|were|are|is|have been|has been) )?led by (?:{_AS},? )?{name}"
        rf"|whose lead inspector (?:was|is) {name}|where (?:{name} was {_AS}|{_AS} (?:was|is) {name})"
        rf"|(?:that |which )?(?:did |has |have )?{name} (?:leads?|led|was {_AS} (?:for|of|on))|(?:was|is)"
        rf" {name} {_AS} (?:for|of|on)"
        rf"|under {name}(?: as {_AS})?|(?:in which|for which|on which) {name} was {_AS}|by {_AS} {name})(?!\w)",
        re.I,
    )
