"""Whether a question asks how something changed over time, or what followed."""

import re

from qa.question.vocabulary import COUNCIL

_OPENS = r"^(?:[^:,–-]{0,60}[:,–-] )?(?:and |so )?"
_CLAUSE = r"(?:(?! (?:who|that|which|when|if|because|where)\b).)*?"
_HAS = r"(?:has|have|had|['’]s|did|is|are|was|were)"
_MOVES = (
    r"(?:improv(?:e|ed|ing)|worsen(?:ed|ing)?|deteriorat(?:e|ed|ing)|declin(?:e|ed|ing)|chang(?:e|ed|ing)|progress(?:ed"
    r"|ing)?|evolv(?:e|ed|ing)"
    r"|shift(?:ed|ing)?|slip(?:ped|ping)?|recover(?:ed|ing)?|stabilis(?:e|ed|ing)|turn(?:ed|ing)? (?:a )?(?:round|around"
    r"|corner)|mov(?:e|ed|ing) on"
    r"|(?:go|gone|went|going|come|came|coming|crept|creeping) (?:up|down|downhill|backwards?|forwards?)"
    r"|ris(?:e|en|ing)|rose|fall(?:en|ing)?|fell|grow[n]?|growing|grew|increased?|increasing|decreased?|decreasing|reduc(?:e|ed"
    r"|ing)|drop(?:ped|ping)?)"
)
# "Councils that went from inadequate to good" are those that are asked about.
_NOT_THOSE = "".join(rf"(?<!{who}{has} )" for who in ("that", "which", "who") for has in ("", " have", " had", " has"))
_DEGREE = r"(?:better|worse|stronger|weaker|higher|lower|more \w+|less \w+)"
_CHANGE = re.compile(
    # how has it changed, has it improved, did the grade go up
    r"^(?:[^:,–-]{0,60}[:,–-] )?(?:and |so )?(?:how |what |why |by how much "
    rf"|in what ways? )?{_HAS}(?:n['’]t)?\b(?!.*\b(?:said|say|told|need|needs|needed"
    rf"|asked)\b){_CLAUSE} {_MOVES}\b(?! (?:plans?|boards?|journeys?|partners?|advisers?|of)\b)"
    rf"|\bwhat (?:has|have|had|['’]s)?\s?{_MOVES}\b|\b(?:what|any|has there been (?:any |an? )?|is there any|are there any"
    r"|see any) (?:change|progress|improvement|deterioration|decline|movement)s?\b(?! (?:needed|required|plan|is needed"
    r"|are needed))"
    rf"|\b(?:get|gets|getting|got|gotten|become|becoming|became|grown|any) (?:any )?{_DEGREE}\b|\b(?:better"
    r"|worse) or (?:better|worse)\b|\b(?:better|worse) (?:off )?(?:than|now than|since) (?:it |they |things )?(?:was|were"
    r"|had|before|last)\b"
    r"|\bover (?:time|the (?:years|(?:past |last )?(?:\w+ )?inspections))\b|\btrends?\b|\btrajectory\b|\btimeline\b"
    r"|\bhistory of (?:\0|its|their|the grades?|grades?|inspections?|ratings?)|\b(?:inspection|grade|ratings?) history\b"
    r"|\bjourney (?:from|since|to)\b|\b\0(?:['’]s?)? (?:improvement )?journey\b|\bhow (?:far|much progress)\b.*\b(?:come"
    r"|moved|made|progress)\b"
    r"|\bhow long (?:has|have|had) (?:this|that|it|there|.*?)\b.*\b(?:been|gone on|going on|problem|issue|concern)\b"
    r"|\bwhen did .*\b(?:start|begin|first become|stop) (?:to |being )?(?:be |a |an )?(?:problem|issue|concern|improv\w+|get)\b"
    rf"|\bwhat happened to\b|\bchange[sd]? (?:in|since|between|over|from)\b|\bchanges\b.*\bbetween\b|{_NOT_THOSE}\b(?:move|moved|go|went"
    r"|gone) from\b.*\bto\b"
)
_NOT_A_CHANGE = re.compile(r"\b(?:changes? of|too many changes|pace of change|when (?:children|they|families|plans))\b")
_OVER_TIME = re.compile(
    r"\b(?:chang\w+|compared (?:with|to)|over time|mov(?:e|ed)|trend|trajectory|better or worse|history|timeline"
    r"|(?:has|have|had)\b.*\b(?:improv|worsen|progress)\w*)\b",
    re.I,
)

_DEAL = (
    r"(?:address(?:ed|ing)?|fix(?:ed|ing)?|tackl(?:e|ed|ing)|deal(?:t|ing)? with|put(?:ting)? (?:it |this |that |them "
    r"|things )?right|sort(?:ed|ing)?(?: out)?|resolv(?:e|ed|ing)"
    r"|act(?:ed|ing)? (?:up)?on|follow(?:ed|ing)? (?:it |this |them )?up|respond(?:ed|ing)?|react(?:ed|ing)?|implement(?:ed"
    r"|ing)?|remed(?:y|ied|ying)|rectif(?:y|ied|ying)|overcome|clear(?:ed)?"
    r"|carr(?:y|ied|ying) (?:it |them )?out|learn(?:ed|t)? (?:the )?lessons?)"
)
_DEALT = (
    r"(?:addressed|fixed|tackled|dealt with|put (?:it |this |that |them |things )?right|sorted(?: (?:it |this |that )?out)?"
    r"|resolved|acted (?:up)?on|followed (?:it |this |them )?up|responded|reacted|implemented|remedied|rectified|overcome"
    r"|cleared|carried (?:it |them )?out|learned|learnt)"
)
_REVIEWED = (
    r"(?:ofsted|inspect\w+|reports?|findings?|letters?|judge?ments?|critici\w+|concerns?|recommendations?|grades?|ratings?"
    r"|visits?|this|that|it|them|verdict|outcome|ilacs|jtai)"
)
_THEY = (
    rf"(?:(?:the |this |that |our |your |its )?(?:\0(?: {COUNCIL})?|{COUNCIL}|leaders|managers|officers|senior leaders"
    r"|services?|they|we|anyone|anything|it))"
)
_DONE = r"(?:done|doing|do|been done|being done|changed|put in place)"
_NEXT = re.compile(
    r"\bwhat (?:has |have |had )?(?:happened|happens|happen|came|comes|followed|changed) (?:next|then|after\w*|since"
    r"|as a result|following|in response)\b|\bwhat (?:has |had )?happened (?:(?:in |at |to |for |with )?\0 )?(?:after|since"
    r"|following)\b|\bwhat (?:has "
    r"|had )?(?:since )?followed\b(?! by)|\bwhat came of\b|\bwhat became of\b|\bwhat (?:was|were) the (?:next|follow)\b"
    r"|\bwhat(?:['’]s| is| are| were| was) (?:the )?next(?: steps?)?\b|\bnext steps?\b"
    rf"|\bwhat (?:has|have|had|is|are|was|were|did|['’]s) {_THEY} (?:since |already |then |now |going to |planning to "
    rf"|trying to )*{_DONE}(?: (?:about|to|since|in response|with|after|following|next|so far|differently)\b)"
    rf"|\b(?:has|have|had|is|was) (?:anything|something|enough|much|more) (?:been |being )?{_DONE}\b|\bwhat(?:['’]s| is| has"
    rf"| was| were| are)(?: since)? (?:been|being) {_DONE} (?:about|to|since|in response|after)\b|\bwhat(?:['’]s| is"
    rf"| was) {_DONE} (?:about|in response|since|after)\b"
    r"|\b(?:what|which|has|have|had|was|were|any)\b.*\b(?:actions?|steps|measures)\b.*\b(?:tak(?:en|e|ing)|took|made"
    r"|followed|put in place)\b"
    r"|\bhow (?:did|has|have|had|is|are|was|were) .*\b(?:respond|react|repl(?:y|ied))\w*\b(?: to (?:the |its |their |that "
    rf"|this |\0(?:['’]s)? )?(?:\w+(?:['’]s)? )?{_REVIEWED}\b|\W*$)"
    rf"|\b(?:what was|what is|what were)? ?(?:the |its |their |\0['’]?s? |(?:the )?{COUNCIL}['’]s )?(?:responses?|reactions?"
    rf"|reply) to (?:the |its |their |that |this |\0['’]?s? )?(?:\w+(?:['’]s)? )?{_REVIEWED}\b"
    rf"|{_OPENS}(?:has|have|had|was|were)(?:n['’]t)?\b{_CLAUSE} (?:been |being )?{_DEALT}\b|{_OPENS}(?:is"
    rf"|are)\b{_CLAUSE} (?:being |now ){_DEALT}\b|{_OPENS}did\b{_CLAUSE} {_DEAL}\b"
    rf"|\bhow (?:did|has|have|is|are) {_THEY} {_DEAL}\b"
    # after the letter, what happened?
    rf"|\b(?:after|since|following)\b[^?]*,? (?:and )?what (?:has |had |did {_THEY} |has {_THEY} )?(?:happen(?:ed)?"
    rf"|follow(?:ed)?|changed?|done?|do)\W*$"
)
_WRONG_NEXT = re.compile(
    r"\b(?:how (?:did|do|does) (?:ofsted|inspectors?) |do (?:they|staff|social workers|managers)|next of kin|quick(?:ly)? respon|do \0)"
)
_NOT_FOLLOWED = re.compile(
    r"\bwhat happens (?:after|following) an? |"
    r"\bwhat (?:was|is|were) (?:said|found|reported)\b|\bsay about\b|\bwhen (?:children|a child|families|young people)\b"
)


def is_change(asked: str) -> bool:
    """True if a question asks what changed."""
    return bool(_CHANGE.search(asked)) and not _NOT_A_CHANGE.search(asked)


def is_over_time(question: str) -> bool:
    """True if a question asks how things changed, whatever else it asks."""
    return bool(_OVER_TIME.search(question))


def asks_what_followed(asked: str) -> bool:
    """True if a question asks what was done after a finding, or what came after an inspection."""
    return bool(_NEXT.search(asked)) and not (_WRONG_NEXT.search(asked) or _NOT_FOLLOWED.search(asked))
