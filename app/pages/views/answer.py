"""Answers and refusals as HTML. Every word from a document, a file name, a question or a model is escaped here."""

from collections.abc import Sequence
from html import escape

from app.pages.addresses.question import Asked
from app.pages.chips import chips
from app.pages.source import marked_link
from qa import Answer, Citation, ParsedQuestion, Reason, Scope, document_reference
from qa.writing import Sentence, Status, Written

_HEADINGS = {
    Reason.UNKNOWN_AUTHORITY: "Kloe does not know this place",
    Reason.NO_DOCUMENT: "Kloe holds no document on this",
    Reason.SILENT: "The documents held do not say",
    Reason.PREMISE: "The documents say otherwise",
    Reason.OUT_OF_REMIT: "This is not what inspections look at",
    Reason.NO_QUESTION: "Type a question",
}


def link_html(href: str, text: str, classes: str = "", **attributes: str) -> str:
    """A link with its text and attributes escaped; an underscore in an attribute's name is a hyphen."""
    more = "".join(f' {name.replace("_", "-")}="{escape(value)}"' for name, value in attributes.items())
    kind = f' class="{classes}"' if classes else ""
    return f'<a href="{escape(href)}"{kind}{more}>{escape(text)}</a>'


def error_html(said: str) -> str:
    """What went wrong, in words."""
    return f'<div class="kloe-refusal" data-said="{escape(said)}"><h2>This did not work</h2><p>{escape(_sentence(said))}</p></div>'


def _sentence(said: str) -> str:
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "?", "!")) else f"{said}."


def turn_html(
    asked: Asked, parsed: ParsedQuestion, body: str, earlier: Sequence[tuple[str, str]], said: str = ""
) -> str:
    """One turn of a conversation: what was asked before, the question, its scope, and what there is of an answer.

    Args:
        earlier: the question and the link of each turn before.
        said: what a screen reader says when the turn is complete; empty while it is not.
    """
    done = f' data-link="{escape(asked.link)}" data-said="{escape(said)}"' if said else ' aria-busy="true"'
    return (
        f'<article class="kloe-turn"{done}>{_earlier(earlier)}<h2>{escape(asked.question)}</h2>'
        f"{scope_html(asked, parsed)}{body}</article>"
    )


def _earlier(earlier: Sequence[tuple[str, str]]) -> str:
    if not earlier:
        return ""
    items = "".join(f"<li>{link_html(link, question)}</li>" for question, link in earlier)
    again = link_html("/?view=ask", "Start a new conversation")
    return f'<nav class="kloe-earlier" aria-label="This conversation"><p>Asked before:</p><ol>{items}</ol><p>{again}</p></nav>'


def scope_html(asked: Asked, parsed: ParsedQuestion) -> str:
    """The scope as parts that can be taken out, each a link that asks again without it."""
    taken = f'<p class="kloe-taken">Taken over from the question before: {escape(", ".join(parsed.taken))}.</p>'
    parts = "".join(f"<li>{_chip(asked, parsed, chip.label, chip.rest)}</li>" for chip in chips(parsed.scope))
    listed = f'<ul class="kloe-chips" aria-label="What the answer is confined to">{parts}</ul>'
    confined = f"<p>Looking only at:</p>{listed}" if parts else "<p>Looking at every document held.</p>"
    return f'<div class="kloe-scope">{confined}</div>{taken if parsed.taken else ""}'


def _chip(asked: Asked, parsed: ParsedQuestion, label: str, rest: Scope) -> str:
    href = escape(asked.within(rest, parsed).link)
    return (
        f'<a class="kloe-chip" href="{href}" data-keep aria-label="{escape(label)}: remove, and ask again">'
        f'<span>{escape(label)}</span> <span aria-hidden="true">×</span></a>'
    )


def searching_html(documents: int) -> str:
    """What stands in the answer's place while it is looked for."""
    noun = "document" if documents == 1 else "documents"
    return f'<p class="kloe-busy">Looking in {documents:,} {noun} …</p>'


def answer_html(answer: Answer, written: Written | None = None) -> str:
    """An answer with a link for each citation, or the reason why there is none; in a model's words where it wrote some."""
    if answer.reason is not None:
        return (
            f'<section class="kloe-refusal"><h3>{escape(_HEADINGS[answer.reason])}</h3><p>{escape(_sentence(answer.explanation))}</p>'
            f'<p class="kloe-small">{escape(str(answer.reason).capitalize())}.</p></section>'
        )
    told = "".join(f"<li>{_told(text, answer.citation(number))}</li>" for text, number in answer.told)
    first = f'<ul class="kloe-told">{told}</ul>' if told else f'<p class="kloe-lead">{escape(answer.lead)}</p>'
    quoted = quotations_html(answer)
    body = f"{first}{quoted}" if written is None else written_html(written, quoted, first)
    return f'{body}<p class="kloe-coverage">{escape(answer.coverage)}</p>{_sources(answer)}'


def _told(text: str, citation: Citation) -> str:
    return f"<strong>{escape(text)}</strong> ({escape(document_reference(citation.record))}) {cite_html(citation)}"


def quotations_html(answer: Answer) -> str:
    """The quotations under their document and section."""
    parts = []
    for record, sections in answer.sections:
        parts.append(f"<section><h3>{escape(document_reference(record))}</h3>")
        for section, citations in sections:
            parts.append(f'<p class="kloe-section">Under “{escape(section)}”</p>' if section else "")
            parts += [f"<blockquote>“{escape(one.quote)}” {cite_html(one)}</blockquote>" for one in citations]
        parts.append("</section>")
    return "".join(parts)


def cite_html(citation: Citation) -> str:
    """The chip of a citation: a link to its page, which opens beside the answer."""
    return (
        f'<a class="kloe-cite" href="{escape(marked_link(citation.record, citation.page, citation.spans))}"'
        f' data-beside="source"'
        f' aria-label="[{citation.number}] Show the source: {escape(citation.reference)}">[{citation.number}]</a>'
    )


def _sources(answer: Answer) -> str:
    items = "".join(
        f'<li value="{one.number}">{link_html(marked_link(one.record, one.page, one.spans), one.reference, data_beside="source")}'
        f" <small>{escape(one.record.path)}</small></li>"
        for one in answer.citations
    )
    return (
        f'<details class="kloe-sources"><summary>Sources ({len(answer.citations)})</summary><ol>{items}</ol></details>'
    )


def written_html(written: Written, quoted: str, first: str) -> str:
    """What a model wrote, each sentence checked; the quotations are kept below it, or stand in its place."""
    if written.fallback is not None or not written.answer.answered:
        return f'{first}<p class="kloe-note">{escape(written.note)}</p>{quoted}'
    groups = "".join(
        f"<section><h3>{escape(heading)}</h3>{''.join(_sentence_html(written, one) for one in sentences)}</section>"
        for heading, sentences in written.groups
    )
    if not written.finished:
        provider = escape(written.provider)
        return f'{first}<div class="kloe-written">{groups}</div><p class="kloe-busy">{provider} is writing …</p>'
    return (
        f'{first}<div class="kloe-written">{groups}</div><p class="kloe-note">{escape(written.note)}</p>{_not_borne_out(written)}'
        f'<details class="kloe-quoted"><summary>The quotations that it was written from</summary>{quoted}</details>'
    )


def _sentence_html(written: Written, sentence: Sentence) -> str:
    cites = "".join(cite_html(written.answer.citation(number)) for number in sentence.numbers)
    if sentence.status is Status.REPLACED:
        return f"<blockquote>{escape(sentence.text)} {cites}</blockquote>"
    return f"<p>{escape(sentence.text)} {cites}</p>"


def _not_borne_out(written: Written) -> str:
    changed = [one for one in written.sentences if one.status is not Status.KEPT]
    if not changed:
        return ""
    items = "".join(f"<li>“{escape(one.said)}”: {escape(one.reason)}</li>" for one in changed)
    return f"<details><summary>What it wrote that the quotations do not bear out ({len(changed)})</summary><ul>{items}</ul></details>"


def actions_html(asked: Asked, answer: Answer) -> str:
    """What can be done with an answer: take it away, share its link, say whether it helped."""
    query = asked.link.removeprefix("/?")
    saves = (
        f'<a class="kloe-button" href="/export/answer.docx?{escape(query)}" download>Save as Word</a>'
        f'<a class="kloe-button" href="/export/answer.csv?{escape(query)}" download>Save as CSV</a>'
        if answer.answered
        else ""
    )
    return (
        f'<div class="kloe-actions">{saves}<button type="button" class="kloe-button" data-copy-link="{escape(asked.link)}">'
        f"Copy link</button></div>{_FEEDBACK}"
    )


_THUMB = (
    '<svg width="18" height="18" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"{turn}>'
    '<path d="M2 10h4v11H2zm6 11h9.6a2 2 0 0 0 2-1.6l1.6-7.6A2 2 0 0 0 19.2 9H14V4.5A2.5 2.5 0 0 0 11.5 2L8 9.6z"/></svg>'
)
_TURNED = ' transform="rotate(180)"'
_FEEDBACK = (
    '<div class="kloe-feedback" role="group" aria-label="Did this answer help?"><p>Did this answer help?</p>'
    f'<button type="button" class="kloe-button" id="thumb-up" data-thumb="up">{_THUMB.format(turn="")}Yes</button>'
    '<button type="button" class="kloe-button" id="thumb-down" data-thumb="down">'
    f"{_THUMB.format(turn=_TURNED)}No</button>"
    '<span class="kloe-word"><label for="feedback-word">A word on why (optional)</label>'
    '<input id="feedback-word" maxlength="500" autocomplete="off"></span>'
    '<p role="status" class="kloe-thanks"></p></div>'
)


def said_of(answer: Answer) -> str:
    """What a screen reader says of an answer when it is there."""
    if not answer.answered:
        return f"No answer. {answer.explanation}"
    count = len(answer.citations)
    return f"Answered with {count} quotation{'' if count == 1 else 's'}. {answer.lead}".strip()
