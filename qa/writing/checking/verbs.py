"""The forms of the verbs that reports use: "provides" and "provide" agree with their subjects and are one form to the check."""

import re
from functools import cache

_REGULAR = """
accept access achieve acknowledge act adapt add address adopt advise affect aim align allocate allow analyse anticipate apply
appoint approve articulate ask assess assist assure attend audit avoid balance benefit build capture carry cause cease
celebrate chair challenge champion change check clarify collate collect combine commence comment commission communicate
complement complete comply comprise compromise concern conclude conduct confirm consider consult contact contain continue
contribute coordinate cover create decide decline delay deliver demonstrate describe deserve detain deteriorate determine
develop direct discharge discuss display disrupt disseminate distribute document employ enable encourage engage enhance
ensure escalate establish evaluate evidence examine exceed exercise exhaust exist expect experience explain explore express
extend face facilitate fail fill feature focus follow form foster function fund gain gather grant guarantee guide hamper handle
happen help highlight hinder hope identify ignore illustrate impact implement improve include incorporate increase indicate
influence inform inspect intend interact intervene interview introduce invest investigate involve judge lack lapse launch
limit link listen live look maintain manage match maximise measure minimise miss mitigate monitor move need note observe
obtain offer operate organise outline oversee own participate perform place plant play praise prepare present prevent
prioritise proceed process produce progress promote propose protect provide pursue question raise rate reach reassess receive
recognise recommend record recruit redesign reduce reference reflect refuse register relate rely remain remove report
represent request require resolve resource respond result retain return review rise safeguard sample screen scrutinise secure
serve share show signpost specify stabilise start state stay strengthen struggle succeed suffer suggest supervise support
tailor target test thrive tolerate track train transform treat trust undermine update use utilise value vary view visit wait
want warrant weaken welcome work worry worsen
""".split()
# The present, the past, the participle; and one form in -ing where it is not regular.
_IRREGULAR = """
become became become; begin began begun beginning; bring brought brought; build built built; choose chose chosen; come came come
deal dealt dealt; do did done; draw drew drawn; drive drove driven; fall fell fallen; feel felt felt; find found found; get got got getting
give gave given; go went gone; grow grew grown; hear heard heard; hold held held; keep kept kept; know knew known; lead led led
learn learnt learnt; leave left left; lose lost lost; make made made; mean meant meant; meet met met; oversee oversaw overseen
overcome overcame overcome; put put put putting; rise rose risen; run ran run running; say said said; see saw seen; seek sought sought
send sent sent; set set set setting; show showed shown; speak spoke spoken; spend spent spent; take took taken; teach taught taught
tell told told; think thought thought; understand understood understood; undertake undertook undertaken; write wrote written
refer referred referred referring; plan planned planned planning; commit committed committed committing; stop stopped stopped stopping
transfer transferred transferred transferring; embed embedded embedded embedding; fulfil fulfilled fulfilled fulfilling
enrol enrolled enrolled enrolling; submit submitted submitted submitting; drop dropped dropped dropping
"""


def _regular(base: str) -> tuple[str, str, str]:
    """The past, the participle and the form in -ing of a regular verb."""
    stem = base[:-1] if base.endswith("e") else base
    past = f"{base[:-1]}ied" if re.search(r"[^aeiou]y$", base) else f"{stem}ed"
    return past, past, (f"{base}ing" if base.endswith("ee") else f"{stem}ing")


def third_person(base: str) -> str:
    """The form with he, she or it: "carries", "assesses"."""
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|sh|ch|x|o)$", base) else f"{base}s"


@cache
def forms() -> dict[str, tuple[str, str, str]]:
    """The past, the participle and the form in -ing of each verb."""
    table = {base: _regular(base) for base in _REGULAR}
    for row in re.split(r"[;\n]", _IRREGULAR):
        if row.strip():
            base, past, participle, *gerund = row.split()
            table[base] = (past, participle, gerund[0] if gerund else _regular(base)[2])
    return table


# Verbs that are nouns too: "plans" may be several of them, so it is never taken for "plan".
_NOUNS = frozenset(
    """plan need visit review report record audit place question change offer form view result process test concern check document
    measure challenge cause increase start move benefit comment display function approach plant guide act interview focus support
    work help lack progress experience impact return use contact influence state trust resource evidence care hope
    address range time value""".split()
)


@cache
def present_forms() -> dict[str, str]:
    """The base form of each form with he, she or it, where that is no noun."""
    return {third_person(base): base for base in forms() if base not in _NOUNS}


@cache
def of_participle() -> dict[str, tuple[str, str, str]]:
    """The base form, the past and the form in -ing, by the participle."""
    return {participle: (base, past, gerund) for base, (past, participle, gerund) in forms().items()}


@cache
def of_gerund() -> dict[str, str]:
    """The base form, by the form in -ing."""
    return {gerund: base for base, (_, _, gerund) in forms().items()}


def alike_verbs(groups: str) -> dict[str, str]:
    """The forms of verbs that mean the same, each with the same form of the first verb of its group, a group a line."""
    table: dict[str, str] = {}
    for group in groups.strip().splitlines():
        first, *others = group.split()
        for other in others:
            table[other] = first
            table[third_person(other)] = first
            table |= dict(zip(forms()[other], forms()[first], strict=True))
    return table


@cache
def _form_of() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for base, (past, participle, gerund) in forms().items():
        table |= {gerund: ("ing", base), participle: ("past", base), past: ("past", base)}
        table |= {third_person(base): ("present", base), base: ("present", base)} if base not in _NOUNS else {}
    return table


def form_of(word: str) -> str | None:
    """Give "present", "past" or "ing" for a form of a verb; None for another word, and for one that may be a noun."""
    return _form_of().get(word, (None, ""))[0]


def base_of(word: str) -> str | None:
    """The verb that a word is a form of."""
    return _form_of().get(word, (None, None))[1]
