"""Ten ways to make a sentence of a report say something else, each as a generator may do it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bench.participles import done, without_ing

KINDS = (
    "denial",
    "quantity",
    "plan or duty told as done",
    "time",
    "dropped tail",
    "link put in",
    "who did it turned",
    "need told as met",
    "figure, date or place",
    "other subject",
)
_MONTHS = "January February March April May June July August September October November December".split()
_PEOPLE = (
    ("Leaders", "Social workers"),
    ("Senior leaders", "Staff"),
    ("Managers", "Social workers"),
    ("Children in care", "Care leavers"),
    ("Children", "Parents"),
    ("Foster carers", "Adopters"),
    ("Staff", "Parents"),
    ("Practitioners", "Managers"),
    ("Personal advisers", "Foster carers"),
    ("Partners", "Leaders"),
    ("The local authority", "The police"),
    ("Most children", "Most parents"),
)
_DOING = "social workers|leaders|managers|staff|workers|carers|professionals|personal advisers|partners|officers"
_DONE_FOR = "children|families|parents|young people|schools|practitioners|care leavers|adopters"
_ACTIVE = (
    "support|help|value|oversee|monitor|challenge|visit|review|know|understand|see|meet|involve|encourage|attend|lead"
)


Flips: TypeAlias = Iterator[tuple[str, str]]  # each behind the way in which it is made


@dataclass(frozen=True)
class Source:
    """A sentence of a document, and what the ways to change it need.

    Attributes:
        after: the sentence that stands next to it, empty if there is none.
        place: the authority that the document is about.
        needs: it is an item of a list of what needs to improve.
        elsewhere: another authority.
    """

    text: str
    after: str
    place: str
    needs: bool
    elsewhere: str


Change: TypeAlias = Callable[[Source], Flips]


def flips_of(kind: str, source: Source) -> Flips:
    """Give the false sentences of one kind that can be made from a sentence, each behind the way in which it is made."""
    if source.needs != (kind == "need told as met"):
        return
    for change in _CHANGES[kind]:
        for way, changed in change(source):
            said = " ".join(changed.split())
            if said and said != source.text:
                yield way, said[0].upper() + said[1:]


def _by_patterns(
    *pairs: tuple[str, str | Callable[[re.Match[str]], str]],
) -> Change:
    """Make a change of each pattern that is found, once."""
    patterns = [(re.compile(pattern), replacement) for pattern, replacement in pairs]

    def change(source: Source) -> Flips:
        for pattern, replacement in patterns:
            if pattern.search(source.text):
                yield pattern.pattern, pattern.sub(replacement, source.text, count=1)

    return change


def _to_done(before: str) -> Callable[[re.Match[str]], str]:
    return lambda match: f"{before} {done(match['verb'])}"


def _without_not(source: Source) -> Flips:
    """ "do not visit" as "visit", "is not good" as "is good"."""
    if match := re.search(r"\b(?:(do)|does|did|is|are|was|were|has|have|had|can|will|should) not ", source.text):
        kept = "" if match[1] else f"{match.group()[:-5]} "
        yield "not left out", source.text[: match.start()] + kept + source.text[match.end() :]


def _turned(source: Source) -> Flips:
    """Exchange who does it and to whom, in the active and in the passive."""
    noun = r"(?!\w+ly |them |him |her |it |according |about |to |in |with |how |when |and |on |of |at |for |as |from )(?:\w+ ){0,2}\w+"
    rest = r"(\.|,.*\.| (?:to|and|in|with|on|so|when|where|through|who|which|for) .*)"
    if match := re.fullmatch(
        rf"({noun}) (is|are|was|were) ((?:\w+ly )?\w+ed(?: \w+ly)?) by ({noun}){rest}", source.text
    ):
        yield "passive exchanged", f"{match[4]} {match[2]} {match[3]} by {_low(match[1])}{match[5]}"
        yield "passive as active", f"{match[1]} {match[3]} {match[4]}{match[5]}"
    people = rf"(?:\w+ ){{0,2}}(?:{_DOING}|{_DONE_FOR})"
    if match := re.fullmatch(rf"({people}) ((?:\w+ly )?(?:{_ACTIVE})) ({noun}){rest}", source.text, re.I):
        yield "active exchanged", f"{match[3]} {match[2]} {_low(match[1])}{match[4]}"
        *how, verb = match[2].split()
        yield "active as passive", f"{match[1]} are {' '.join([*how, done(verb)])} by {match[3]}{match[4]}"
    between = r"(?!,| and| or|')(.*?\b(?!and\b|or\b)[a-z]+ \w.*?)"
    if match := re.search(rf"\b({_DOING})\b{between}\b({_DONE_FOR})\b", source.text, re.I):
        swapped = f"{match[3]}{match[2]}{match[1].lower()}"
        yield "two exchanged", f"{source.text[: match.start()]}{swapped}{source.text[match.end() :]}"


def _low(text: str) -> str:
    return text[0].lower() + text[1:]


def _linked(source: Source) -> Flips:
    """Put a cause or a contrast between two sentences that stand side by side; `|` divides what each supports."""
    if not source.after:
        return
    first, second = source.text.rstrip("."), _low(source.after)
    yield "because", f"{first} because | {second}"
    yield "so", f"{first}, so | {second}"
    yield "but", f"{first}, but | {second}"
    yield "although", f"Although {_low(first)}, | {second}"
    yield "as a result", f"{first} | as a result of this, {second}"
    yield "which means", f"{first}, which means that | {second}"
    yield "despite", f"{first} despite the fact that | {second}"


def _met(source: Source) -> Flips:
    """Tell what needs to improve as improved, or as it should be."""
    text = source.text.rstrip(".;")
    if match := re.match(r"(?:[Ee]nsure|[Mm]ake sure) (?:that )?", text):
        rest = text[match.end() :]
        yield "it is so", f"{rest}."
        yield "leaders have ensured", f"Leaders have ensured that {rest}."
        yield "leaders ensure", f"Leaders ensure that {rest}."
    elif match := re.match(r"([Ii]mprove|[Ss]trengthen|[Dd]evelop|[Rr]eview|[Ii]ncrease|[Rr]educe) ", text):
        rest = text[match.end() :]
        yield "leaders have", f"Leaders have {done(match[1].lower())} {rest}."
        yield "has improved", f"{rest} has improved."
        yield "is good", f"{rest} is good."
    elif re.match(r"The (?:\w+, )*\w+(?: and \w+)? (?:of|in|to|for|with|between) ", text):
        yield "has improved", f"{text} has improved."
        yield "is good", f"{text} is good."
        yield "as a finding", f"{text}."
        yield "leaders have", f"Leaders have improved {_low(text)}."
        yield "no longer", f"{text} no longer needs to improve."


def _other_figure(source: Source) -> Flips:
    text = source.text
    if match := re.search(r"(?<![\w.,])\d{1,3}(?![\w]*\d)", text):
        yield "figure", f"{text[: match.start()]}{int(match.group()) + 7}{text[match.end() :]}"
    if match := re.search(r"\b(?:19|20)\d\d\b", text):
        yield "year", f"{text[: match.start()]}{int(match.group()) - 2}{text[match.end() :]}"
    if match := re.search(rf"\b({'|'.join(_MONTHS)})\b", text):
        other = _MONTHS[(_MONTHS.index(match[1]) + 3) % 12]
        yield "month", f"{text[: match.start()]}{other}{text[match.end() :]}"
    if match := re.search(r"\b(?:two|three|four|five|six|seven|eight)\b", text):
        yield "number in words", f"{text[: match.start()]}nine{text[match.end() :]}"
    if source.place and re.search(rf"\b{re.escape(source.place)}\b", text):
        yield "place", text.replace(source.place, source.elsewhere)
    yield "place put before", f"In {source.elsewhere}, {_low(text)}"


def _other_subject(source: Source) -> Flips:
    for own, other in (*_PEOPLE, *((other, own) for own, other in _PEOPLE)):
        if source.text.startswith(f"{own} "):
            yield f"{own}: {other}", other + source.text[len(own) :]
            yield f"{own}: added", f"{own} and {_low(other)}{source.text[len(own) :]}"


def _one_for_many(match: re.Match[str]) -> str:
    people = {"children": "child", "people": "person", "families": "family"}
    return f"One {match[1] or ''}{people.get(match[2], match[2].rstrip('s'))}"


_CHANGES: dict[str, Sequence[Change]] = {
    "denial": (
        _without_not,
        _by_patterns(
            (
                r"\b(has|have|is|are) yet to (?P<verb>\w+)",
                lambda m: f"{m[1].replace('is', 'has').replace('are', 'have')} {done(m['verb'])}",
            ),
            (r"\bnot (?:always|yet|consistently|fully|sufficiently|routinely) ", ""),
            (r"\bnot (always|consistently|fully|routinely) ", r"\1 "),
            (r"\b(is|are|was|were|has|have) (?!not|yet)(?=[a-z])", r"\1 not "),
            (r"\bwithout\b", "with"),
            (r"\b(no|insufficient|limited|little) (?=[a-z])", ""),
            (r"\black(?:s|ed)?\b", "have"),
            (r"\btoo (?=[a-z])", "not "),
            (r"\binconsistent", "consistent"),
        ),
    ),
    "quantity": (
        _by_patterns(
            (r"\b[Mm]ost\b", "all"),
            (r"^Most ", ""),
            (r"\b[Ss]ome\b", "most"),
            (r"^Some ", ""),
            (r"\b[Mm]any\b", "all"),
            (r"^(?:Many|Some|Most|Several) ((?:\w+ )?)(\w+s|children|young people)\b", _one_for_many),
            (r"\b[Aa] (?:very )?(?:small (?:number|minority)|few) (?:of )?", "many "),
            (r"\b(?:almost|nearly) all\b", "all"),
            (r"(?<!a )\bfew\b", "a few"),
            (r"\b[Nn]ot all\b", "no"),
            (r"\b(?:mostly|generally|usually|largely|often|sometimes) ", ""),
            (r"\bonly ", ""),
            (r"\b[Aa]ll\b", "some"),
        ),
    ),
    "plan or duty told as done": (
        _by_patterns(
            (r"\b(?:plans?|intends?|aims?|propose|hopes?|are planning|is planning) to (?P<verb>\w+)", _to_done("have")),
            (r"\bwill (?:also )?be\b", "has been"),
            (r"\bwill (?P<verb>(?!not|be)\w+)", _to_done("has")),
            (r"\bshould be\b", "is"),
            (r"\bshould (?P<verb>(?!not|be)\w+)", _to_done("have")),
            (r"\b(?:may|might|could|can) be\b", "is"),
            (r"\bneeds? to be\b", "is"),
            (r"\bneeds? to (?P<verb>(?!be\b)\w+)", _to_done("have")),
            (r"\b(?:can|could|may|might) (?=(?!be|not)[a-z]+ )", ""),
            (
                r"\b(?:are|is) (?:being )?(?:encouraged|expected|required|supported|helped) to (?P<verb>\w+)",
                _to_done("have"),
            ),
            (r"\b(?:plans|a plan|proposals) (?:are |is )?(?:in place )?to (?P<verb>\w+)", _to_done("action that has")),
        ),
    ),
    "time": (
        _by_patterns(
            (r"\b(has|have) (\w+)ed\b", r"will \2"),
            (r"\b(has|have) (?:been |recently )?(\w+)ed\b", r"\1 yet to \2"),
            (
                r"\b(is|are) (?:not )?(\w+?)ing\b",
                lambda m: f"{'has' if m[1] == 'is' else 'have'} {done(without_ing(m[2]))}",
            ),
            (r"\b(?:has|have) (?:begun|started) to (?P<verb>\w+)", _to_done("has")),
            (r"\bwas\b", "is"),
            (r"\bwere\b", "are"),
            (r"\bcontinues? to (?P<verb>\w+)", lambda m: f"used to {m['verb']}"),
            (r"\b(is|are) (?=[a-z]+ed\b)", r"will be "),
            (r"\bnow ", "once "),
            (r"\bhad (?=[a-z]+ed\b)", "has "),
            (r"\bis (?=(?:good|strong|effective|clear|poor|weak|positive))", "was "),
            (r"\bare (?=(?:good|strong|effective|clear|poor|weak|positive))", "were "),
        ),
    ),
    "dropped tail": (
        _by_patterns(
            (r",? (?:with the exception of|except|apart from|although|though|however|but|unless|albeit)\b.*", "."),
            (r" (?:when|where|if|while|until|unless|once)\b[^,]*\.$", "."),
            (r" (?:in|for) (?:most|some|many|a few|a small number of|a minority of|the majority of)\b[^,]*\.$", "."),
            (r",? (?:according to|in the view of|as reported by)\b[^,]*[,.]", "."),
            (r"^(?:In|For) (?:most|some|many|a few|a small number of|a minority of|the majority of)\b[^,]*, ", ""),
            (r"^[^,]{3,60}\b(?:said|told inspectors|reported|felt|believe|feel|think|say|report) that ", ""),
            (r"^(?:When|Where|If|Although|Once|Unless|Until|While)\b[^,]*, ", ""),
            (r" (?:so far|as yet|to date|at times|to some extent|in part|too late|too slowly|on occasions?)\b", ""),
        ),
    ),
    "link put in": (_linked,),
    "who did it turned": (_turned,),
    "need told as met": (_met,),
    "figure, date or place": (_other_figure,),
    "other subject": (_other_subject,),
}
