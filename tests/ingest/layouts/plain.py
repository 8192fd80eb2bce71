"""Layouts in plain text and Markdown."""

from textwrap import wrap

from tests.ingest.layouts.content import NOISE, Bullet, Content, Heading, Table


def text(content: Content) -> bytes:
    """A paragraph to a line, an empty line between them, tables in bars."""
    return "\n\n".join(_block(part) for part in content).encode()


def wrapped(content: Content) -> bytes:
    """Lines broken for print, as Windows writes them."""
    blocks = []
    for part in content:
        block = _block(part)
        blocks.append(block if isinstance(part, Table) else "\n".join(wrap(block, 70, subsequent_indent="  ")))
    return "\n\n".join(blocks).replace("\n", "\r\n").encode("utf-8-sig")


def markdown(content: Content) -> bytes:
    """Markdown with emphasis, links and rules of tables."""
    blocks = ["---\ntitle: Paper\n---"]
    for part in content:
        if isinstance(part, Heading):
            blocks.append(f"## {part.text}")
        elif isinstance(part, Table):
            rows = [f"| {' | '.join(row)} |" for row in part.rows]
            blocks.append("\n".join([rows[0], "|" + "---|" * len(part.rows[0]), *rows[1:]]))
        else:
            words = part.text.split(" ")
            words[0] = f"**{words[0]}**"
            words[1] = f"[{words[1]}](https://council.example/{NOISE})"
            words[2] = f"~~{NOISE}~~ _{words[2]}_" if not words[2].endswith(".") else words[2]
            blocks.append(("- " if isinstance(part, Bullet) else "") + " ".join(words))
    return "\n\n".join([*blocks, f"<!-- {NOISE} -->"]).encode()


def _block(part: object) -> str:
    if isinstance(part, Table):
        return "\n".join(f"| {' | '.join(row)} |" for row in part.rows)
    assert hasattr(part, "text")
    return ("- " if isinstance(part, Bullet) else "") + str(part.text)
