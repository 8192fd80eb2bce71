"""Takes Markdown's signs out of its lines, so that none is quoted."""

import re
from collections.abc import Iterator, Sequence

HEADING = re.compile(r"(#{1,6}) +(.+?) *#* *$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_UNDER = re.compile(r"\s*(=+|-+)\s*")
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,500}(?: \"[^\"]{0,200}\")?\)"), ""),
    (re.compile(r"\[([^\[\]]{1,500})\]\([^()\s]{0,1000}(?: \"[^\"]{0,200}\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,500})\]\[[^\[\]]{0,100}\]"), r"\1"),
    (re.compile(r"\[\^[\w-]{1,20}\](?!:)"), ""),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>"), r"\1"),
    (re.compile(r"~~[^~\n]{1,1000}~~ ?"), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![\w_])"), r"\2"),
    (re.compile(r"(?<!`)`([^`\n]{1,500})`(?!`)"), r"\1"),
    (re.compile(r"</?(?:br|b|i|em|strong|u|sup|sub|span|p|div|a|center)\b[^<>]{0,200}>", re.I), " "),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|~>-])"), r"\1"),
)


def plain_markdown(rows: Sequence[str]) -> list[str]:
    """Give the lines of a Markdown file without signs of emphasis, links, quotation marks and comments; headings keep theirs."""
    text = re.sub(r"<!--.*?(?:-->|\Z)", "", "\n".join(rows), flags=re.S)
    return list(_underlined([_plain(row) for row in _without_front(text.split("\n")) if not _FENCE.match(row)]))


def front_matter(rows: Sequence[str]) -> dict[str, str]:
    """Give the fields between rules at the top of the file, names in lower case."""
    end = _front_end(rows)
    pairs = (row.partition(":") for row in rows[1:end] if ":" in row)
    return {name.strip().lower(): value.strip().strip("\"'") for name, _, value in pairs}


def _front_end(rows: Sequence[str]) -> int:
    if not rows or rows[0].strip() != "---":
        return 0
    end = next((at for at, row in enumerate(rows[1:40], 1) if row.strip() in ("---", "...")), 0)
    return end if all(re.match(r"[\w-]+:|\s|-|#|$", row) for row in rows[1:end]) else 0


def _without_front(rows: list[str]) -> list[str]:
    end = _front_end(rows)
    return rows[end + 1 :] if end else rows


def _plain(row: str) -> str:
    row = re.sub(r"^\s{0,3}(?:> ?)+", "", row)
    if re.fullmatch(r"\s*(?:[*_-]\s*){3,}", row) or re.match(r"\s*\[[^\[\]]{1,100}\]: ?\S+\s*$", row):
        return row if _UNDER.fullmatch(row) else ""
    for sign, plain in _SIGNS:
        row = sign.sub(plain, row)
    return row


def _underlined(rows: Sequence[str]) -> Iterator[str]:
    """Turn a heading that is underlined into one with a sign before it."""
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else ""
        sign = _UNDER.fullmatch(below)
        above = rows[at - 1].strip() if at else ""
        if sign and row.strip() and not above and len(row) < 150 and not re.match(r"\s*(?:[#>|•*+-]|\d+\.)", row):
            yield f"{'#' if '=' in sign[1] else '##'} {row.strip()}"
        else:
            yield "" if _UNDER.fullmatch(row) else row
