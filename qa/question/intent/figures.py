"""Whether a question asks for a figure, and for which kind: a number, a share, a time, a sum of money, a telephone number or address."""

import re

from qa.question.intent.types import Measure

_ASKS = re.compile(
    r"\b(?:how (?:many|much|long|often|old|big|large|tall|far)|(?:what|which) (?:percentage|proportion|number|share)"
    r"|(?:percentage|number|rate) of)\b",
    re.I,
)
_COUNTED = (
    r"(?:rates?|numbers?|caseloads?|ratios?|costs?|budgets?|salar(?:y|ies)|percentages?|proportions?|shares?|totals?|sizes?"
    r"|turnover rates?|conversion rates?"
    r"|spend(?:ing)?|overspends?|underspends?|fees?|allowances?)"
)
# "What is the average caseload", "vacancy rate", "by how much", "what % of"; "what is said of caseloads" asks for words.
_ASKS_FOR_ONE = re.compile(
    r"^(?:[^:,?]{0,60}[:,–-] )?\W*(?:what(?:['’]s| is| was| are| were)|give (?:me|us)) (?:the |its |their "
    rf"|our )?(?:[\w'’-]+ ){{0,4}}?{_COUNTED}\b(?! (?:like|of (?:practice|work|change|service)))"
    r"|\bwhat (?:did|does|do|will|would) .*\b(?:cost|come to|amount to|add up to|total)\b(?=\W*(?:$|,|\bin\b|\bfor\b))"
    r"|\bby how much\b|%|\bper ?cent(?:age)? of\b|\b(?:what|which) (?:reduction|increase|rise|fall|drop|sum|amount|total"
    r"|figure|rate)\b|\b(?:average|mean|median) (?:\w+ ){0,3}?(?:caseload|number|time|cost|age|length|size|spend)s?\b"
    r"|\b(?:vacancy|turnover|sickness|re-?referral|referral|agency|conversion|reoffending|absence|exclusion|immunisation"
    r"|vacancies) rates?\b(?=(?: (?:in|for|at|of))?[^a-z]*$)",
    re.I,
)
_ASKS_WORDS = re.compile(
    r"\b(?:said|say|says|think|found|find|about|why|criticis\w+|prais\w+|higher|lower|too|high|improv\w+|chang\w+)\b",
    re.I,
)
_ASKS_MORE = re.compile(
    r"\b(?:what|which|who|why|where)\b(?! (?:percentage|proportion|number|share|rate)).*\bhow\b(?! (?:much|many)\W*$)",
    re.I,
)
_KINDS = (
    (
        Measure.MONEY,
        r"\bhow much\b.*\b(?:cost|costs|costing|paid|pay(?:ing)?|earn\w*|spen[dt]\w*|salary|worth|money|budget|funding|invest\w*)\b"
        r"|\b(?:salary|price|cost|budget|fees?) (?:of|for)\b"
        r"|^\W*(?:what|how much)\b.*\b(?:salary|budget|costs?|spend|spending|overspend|bill|come to)\b",
    ),
    (Measure.DURATION, r"\bhow long\b|\bhow many (?:minute|hour|day|week|month|year)s\b"),
    (Measure.FREQUENCY, r"\bhow often\b"),
    (Measure.SHARE, r"\b(?:percentage|proportion)\b|\b(?:what|which|the) (?:\w+ )?(?:share|rate)\b|\brate of\b"),
)
_ASKS_CONTACT = re.compile(
    r"\b(?:phone|telephone|mobile|helpline|hotline|freephone) numbers?\b"
    r"|\b(?:contact|emergency|out[- ]of[- ]hours|duty) numbers?\b(?! of)"
    r"|\bcontact details\b|\be-?mail(?: address)?\b|\b(?:postal|web) address\b",
    re.I,
)


def read_measure(question: str) -> Measure | None:
    """The kind of figure that a question asks for; None if it asks for none, or for something else as well."""
    if _ASKS_CONTACT.search(question):
        return Measure.CONTACT
    asks_for_one = bool(_ASKS_FOR_ONE.search(question)) and not _ASKS_WORDS.search(question)
    if not (_ASKS.search(question) or asks_for_one) or _ASKS_MORE.search(question):
        return None
    return next((measure for measure, pattern in _KINDS if re.search(pattern, question, re.I)), Measure.NUMBER)
