"""Key lines of enquiry: for each open matter a question that a member may ask, and the words behind it.

A question has two parts. The first follows from what became of the matter; the second from what the paper asked for: whether it is
about time, numbers, checks, records, what children say, quality or help. No two questions of a briefing end alike while others fit.
"""

import re
from collections.abc import Sequence

from qa.answer import Citation
from qa.briefings.briefing import Entry, Group, Heading, Quotation, Section
from qa.briefings.matters import Matter
from qa.briefings.numbering import Numbering
from qa.briefings.papers import Papers, day, in_sentence

_REPEATED = 200  # characters of words that stand above already; longer ones are not printed again
# How a question goes on, by words of what was asked for.
_GOES_ON = {
    re.compile(pattern, re.I): ending
    for pattern, ending in {
        r"\b(?:timel\w+|delays?|drift|wait\w*|prompt\w*|swift\w*|pace|quickly|speed|early)\b": (
            "How long does it take now, how long did it take then, and who watches the figures?"
        ),
        r"\b(?:sufficien\w+|capacity|caseloads?|workforce|recruit\w*|retention|vacanc\w+|turnover|stability|enough|number)\b": (
            "What are the numbers now, what were they then, and what is the plan for the gap?"
        ),
        r"\b(?:oversight|supervis\w+|challenge|scrutin\w+|governance|grip|monitor\w*|quality assurance|audits?|leaders\w*)\b": (
            "Who checks this, how often, and what did the last check find?"
        ),
        r"\b(?:record\w*|chronolog\w+|case notes|data|information)\b": (
            "What did the last audit of children’s records find about this?"
        ),
        r"\b(?:voices?|views|wishes|participat\w+|engag\w+|co-produc\w+|listen\w*|advoca\w+|life[- ]story)\b": (
            "What do children and families themselves say about it, and who asks them?"
        ),
        r"\b(?:quality|consist\w+|effective\w*|robust\w*|analysis|impact|assess\w+|plan(?:s|ning)?)\b": (
            "In how many of the cases that were checked is this good enough now, and in how many was it then?"
        ),
        r"\b(?:support|help|access\w*|offer|services?|accommodation|homes?|placements?|care)\b": (
            "Who gets this now, who still does not, and how long do they wait?"
        ),
        r"\b(?:partner\w*|multi-agency|agencies|health|police|schools?|strateg\w+|joint\w*)\b": (
            "What has each partner agreed to do, by when, and who holds them to it?"
        ),
    }.items()
}
# How it goes on where the words name nothing of this kind, or another question ends so.
_GOES_ON_ANYWAY = (
    "How do members know that it has made a difference to children?",
    "Who answers for it, and by when will it be done?",
    "What has been hardest, and what would help?",
    "When will members see it next, and in what figures?",
    "What would show members that it is put right?",
)
_BEGINS = (
    "What has been done about this since {paper}?",
    "What has changed here since {day}?",
    "How far has this come since inspectors asked for it on {day}?",
    "What was planned after {paper}, and what of it is done?",
    "What is different for children here from what inspectors saw by {day}?",
)


def tell_enquiry(papers: Papers, still: Sequence[Matter], numbering: Numbering) -> Section:
    """Give a question for each open matter."""
    if not papers.newest:
        return Section(Heading.ENQUIRY, f"Kloe holds no report or letter of Ofsted on {papers.place}.")
    if not still:
        return Section(Heading.ENQUIRY, "Nothing that the newest papers asked for is still open by the papers held.")
    said: set[str] = set()
    entries = [_entry(matter, _opening(matter, said), _ending(matter, said), numbering) for matter in still]
    return Section(
        Heading.ENQUIRY, "Questions that members may ask, with the words behind each.", (Group("", tuple(entries)),)
    )


def _opening(matter: Matter, said: set[str]) -> str:
    """How a question begins: by what became of the matter, in words that no other question begins with."""
    asked = day(matter.record)
    if matter.again:
        return f"Inspectors asked for this on {asked} and came back to it on {day(matter.again.record)}. What is different this time?"
    if matter.told:
        now = "found it better in part" if matter.is_better_in_part else "still told of weaknesses here"
        return f"On {day(matter.told.record)} inspectors {now}."
    return _unsaid(_BEGINS, said).format(paper=in_sentence([matter.record]), day=asked)


def _ending(matter: Matter, said: set[str]) -> str:
    """How a question goes on: by what the words that asked for it name first, which no other question ends with."""
    if matter.is_better_in_part:
        return "What is still to do, by when, and how will members see it?"
    named = (
        (match.start(), ending) for pattern, ending in _GOES_ON.items() if (match := pattern.search(matter.asked.quote))
    )
    urgent = ["It is a priority for action: who answers for it, and by when?"] * matter.is_priority
    return _unsaid([*urgent, *(ending for _, ending in sorted(named)), *_GOES_ON_ANYWAY], said)


def _unsaid(texts: Sequence[str], said: set[str]) -> str:
    """The first of some texts that has not been said, which now is; the first of all if all have."""
    chosen = next((text for text in texts if text not in said), texts[0])
    said.add(chosen)
    return chosen


def _entry(matter: Matter, opening: str, ending: str, numbering: Numbering) -> Entry:
    behind = [matter.asked, *([matter.again] if matter.again else [])]
    return Entry(f"{opening} {ending}", quotations=tuple(_behind(citation, numbering) for citation in behind))


def _behind(citation: Citation, numbering: Numbering) -> Quotation:
    return Quotation("", numbering.number(citation), repeats=len(citation.quote) > _REPEATED)
