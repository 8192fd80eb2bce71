"""An upload as HTML: how far it is, and what became of each file."""

from html import escape

from app.documents.uploading import FileResult, Progress
from app.pages.views.answer import link_html
from app.pages.views.documents import document_link
from qa import document_reference


def upload_html(progress: Progress) -> str:
    """A bar while it runs, and each file with what was read from it or why it was left out."""
    items = "".join(f"<li>{_file(one)}</li>" for one in progress.files)
    good = sum(one.record is not None for one in progress.files)
    said = f"{good} of {len(progress.files)} files added" if progress.is_done else progress.step
    bar = "" if progress.is_done else _bar(progress)
    return f'<div class="kloe-upload" data-said="{escape(said)}"><p><strong>{escape(said)}</strong></p>{bar}<ul>{items}</ul></div>'


def _bar(progress: Progress) -> str:
    label = f"{progress.step}: {progress.done:,} of {progress.total:,}"
    return (
        f'<progress max="{max(1, progress.total)}" value="{progress.done}" aria-label="{escape(label)}"></progress>'
        f" <small>{escape(label)}</small>"
    )


def _file(one: FileResult) -> str:
    name = f"<strong>{escape(one.name)}</strong>"
    if one.cause:
        return f'<span class="kloe-bad">Left out</span> {name}: {escape(one.cause)}'
    if not one.is_done or one.record is None:
        return f"{name}: waiting"
    count = f"{one.record.passages:,} passage{'' if one.record.passages == 1 else 's'}"
    notes = "".join(f" {escape(note)}." for note in one.notes)
    link = link_html(document_link(one.record), document_reference(one.record))
    return f'<span class="kloe-good">Added</span> {name}: {link}, {count}.{notes}'
