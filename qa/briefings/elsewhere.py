"""Where it got better: the nearest precedents of what is still open, and what the later reports there say was done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index import Index
from ingest import Grade, Stance, stance_of_heading
from qa.answer import Citation
from qa.briefings.alone import stands_alone
from qa.briefings.briefing import Entry, Group, Heading, Quotation, Section, Statement
from qa.briefings.matters import Matter
from qa.briefings.numbering import Numbering
from qa.briefings.papers import Papers, day, share_remit
from qa.evidence.polarity import blames, praises
from qa.precedents import Precedent, find_precedents
from qa.precedents.precedent import Graded
from qa.themes import matters_of

_MOST = 3  # precedents
_OF_ONE = 2  # of one matter
_ASKED = 4  # matters that precedents may be looked for, which takes a second or two each
_READ = 100  # precedents, of which only some can be quoted
_LONG = 260  # characters of each of the two quotations
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")  # such as "(outcome 1, national framework)"
_REPEATED = 100  # characters of what was asked for, which stands above already
_LEAD = "Other authorities were told the same, and a later report there says that it is better."


@dataclass(frozen=True)
class _Example:
    """A precedent, the matter that it is one of, and the later words that tell of something good."""

    matter: Matter
    precedent: Precedent
    done: Citation


def tell_elsewhere(index: Index, papers: Papers, still: Sequence[Matter], numbering: Numbering) -> Section:
    """Tell where the open matters that matter most got better: the nearest precedents, of different authorities."""
    if not papers.newest:
        return Section(Heading.ELSEWHERE, f"Kloe holds no report or letter of Ofsted on {papers.place}.")
    if not still:
        return Section(Heading.ELSEWHERE, "Nothing is still open that Kloe could look for elsewhere.")
    chosen: dict[str, _Example] = {}
    for matter in still[:_ASKED]:
        if len(chosen) < _MOST:
            found = _examples(index, papers, matter)
            fresh = [example for example in found if example.precedent.record.place not in chosen]
            chosen |= {
                example.precedent.record.place: example for example in fresh[: min(_OF_ONE, _MOST - len(chosen))]
            }
    if not chosen:
        return Section(
            Heading.ELSEWHERE, "Kloe holds no later report on another authority that calls any of this better."
        )
    return Section(Heading.ELSEWHERE, _LEAD, (Group("", tuple(_entry(each, numbering) for each in chosen.values())),))


def _examples(index: Index, papers: Papers, matter: Matter) -> list[_Example]:
    """The precedents of a matter, one an authority: first those that are graded no worse since, and of these the nearest."""
    wanted = _IN_BRACKETS.sub("", matter.asked.quote)
    found = find_precedents(index, wanted, own=papers.place, better=True, limit=_READ, near=False)
    examples: dict[str, _Example] = {}
    for precedent in found.entries:
        better = [each for each in reversed(precedent.later) if _tells(each, precedent, matter)]
        better.sort(key=lambda later: not stands_alone(later.quote))
        if better and _was_told(precedent.citation):
            examples.setdefault(precedent.record.place, _Example(matter, precedent, better[0]))
    return sorted(examples.values(), key=lambda example: _fell(example.precedent))


def _fell(precedent: Precedent) -> bool:
    """True if the authority's newest overall grade is worse than the one when it was told."""
    given = [each.judgement.grade for each in (precedent.grade_then, *precedent.grades_since[-1:]) if each]
    order = [list(Grade).index(grade) for grade in given if isinstance(grade, Grade)]
    return len(order) > 1 and order[-1] > order[0]


def _was_told(citation: Citation) -> bool:
    """True for words that say what is wrong, or stand in a list of what must improve."""
    stance = stance_of_heading(citation.section or "")
    asks = stance in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)
    return len(citation.quote) <= _LONG and (asks or blames(citation.quote))


def _tells(later: Citation, precedent: Precedent, matter: Matter) -> bool:
    """True for later words that tell of something good, in the same services and on one of the same matters."""
    wanted = matters_of(matter.asked.quote)
    alike = not wanted or bool(wanted & matters_of(later.quote))
    return alike and len(later.quote) <= _LONG and praises(later.quote) and share_remit(precedent.record, later.record)


def _entry(example: _Example, numbering: Numbering) -> Entry:
    precedent = example.precedent
    asked, told, done = map(numbering.number, (example.matter.asked, precedent.citation, example.done))
    on = f"on “{asked.quote}”" if len(asked.quote) <= _REPEATED else "on what was asked for in"
    since = [each for each in precedent.grades_since if each.record.day_number <= done.record.day_number]
    then = since[-1] if since else precedent.grade_then
    neighbour = " (a statistical neighbour)" if precedent.neighbour else ""
    quotations = (
        Quotation(f"{day(told.record)}{_graded(precedent.grade_then)}, told", told),
        Quotation(f"{day(done.record)}{_graded(then)}, better", done),
    )
    return Entry(f"{precedent.record.place}{neighbour},", (Statement(on, asked),), quotations)


def _graded(graded: Graded | None) -> str:
    """The overall grade at that time, in brackets; empty if no paper held gives it."""
    return f" (overall {graded.judgement.grade.label.lower()})" if graded else ""
