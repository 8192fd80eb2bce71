"""Sentences that cannot be quoted alone: those that lean on the one before, and those that the next one takes back."""

import re

_POINTS_BACK = r"(?:this|these|those|they|them|their|such|he|she|his|her|both|it|its|the (?:latter|former|same))"
# A linking word, or a word within the first few that points back to what was said: "This means …", "In these cases, …".
_LEANS = re.compile(
    r"\W*(?:however|but|nevertheless|nonetheless|consequently|therefore|thus|hence|as a (?:result|consequence)|for (?:example|instance)"
    r"|conversely|in contrast|by contrast|instead|otherwise|despite this|even so|that said|similarly|equally|likewise|in turn"
    r"|one (?:example|such)|another (?:example|such)|examples? (?:of this|include)|here|there, "
    rf"|(?:(?:in|of|for|with|to|from|at|by|among|within|all|some|most|many|few|none|one|each|when|where|while|although|because|if|since|despite"
    rf"|through|under|as|on|a|the|part|number|case|cases) ){{0,4}}{_POINTS_BACK})\b",
    re.I,
)
_EMPTY_IT = re.compile(
    r"\W*it (?:is|was|has been|would be|will be|remains) (?:\w+ ){1,3}(?:that|to|for|whether|how)\b", re.I
)
# Words that only look as if they point back: what they mean is known from the paper itself, or follows at once.
_PAPER = r"(?:local authority|authority|council|inspection|visit|review|report|letter|year|area|borough|county|city)"
_OWN = re.compile(
    rf"\W*(?:(?:in|at|since|during|for|over|on|of|as|within|by|from) )?this {_PAPER}\b"
    r"|\W*both (?:the )?[\w’'-]+(?: [\w’'-]+){0,3} and\b"
    r"|\W*(?:for |of )?those (?:\w+ ){0,2}(?:who|which|that|in|with|leaving)\b",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\W*(?:however|but|nevertheless|nonetheless|despite this|even so|that said|conversely|in contrast|by contrast|yet|although this"
    r"|while this|whilst this|this is not (?:always|yet|consistently)|this does not)\b"
    r"|[^.;]{0,60}, (?:however|though|nevertheless)\b",
    re.I,
)


def leans(sentence: str) -> bool:
    """True for a sentence that leans on the one before it: "However, …", "This means …", "In these cases, …"."""
    return bool(_LEANS.match(sentence)) and not _EMPTY_IT.match(sentence) and not _OWN.match(sentence)


def takes_back(sentence: str) -> bool:
    """True for a sentence that limits or denies the one before it: "However, there is variability"."""
    return bool(_TAKES_BACK.match(sentence))
