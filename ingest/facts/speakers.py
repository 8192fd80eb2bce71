"""Who says what in minutes and news: whose words or view a passage reports."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Passage
from ingest.sentences import sentence_spans
from ingest.vocabulary import Kind, Stance

OFSTED = "Ofsted"
_KINDS = frozenset({Kind.MINUTES, Kind.NEWS, Kind.WEB_PAGE, Kind.COUNCIL_REPORT})

_NAME = r"[A-Z][\w.’'-]*(?: (?:de |van |von |O[’'])?[A-Z][\w.’'-]*){0,3}"
_MEMBER = rf"(?:Councillor|Cllr\.?|Alderman|Lord|Baroness|Sir|Dame|Mr|Mrs|Ms|Miss|Dr) {_NAME}"
_POST_WORD = r"(?:[A-Z][\w’'-]*|and|&|of|for|to)"
_POST = (
    rf"(?:[Tt]he )(?:(?:[A-Z][\w’'-]*|and|&) ){{0,6}}"
    r"(?:[Dd]irector|Officer|Head|Manager|[Cc]hief [Ee]xecutive|(?:[Cc]abinet|[Ll]ead|[Ee]xecutive) [Mm]ember|[Pp]ortfolio [Hh]older|Leader"
    rf"|[Cc]ommissioner|Councillor|[Cc]hair(?:man|woman|person)?|Vice[- ]Chair(?:man|woman|person)?)"
    rf"(?:,? (?:of|for|with) {_POST_WORD}(?:,? {_POST_WORD}){{0,9}})?"
)
_SOME = (
    r"(?:[Aa] [Mm]ember|[Aa]nother [Mm]ember|[Oo]ne [Mm]ember|[Aa] (?:co-opted|parent) [Mm]ember|Officers|[Mm]embers)"
)
_INSPECTORS = (
    r"(?:(?:OFSTED|Ofsted)(?: inspectors| in (?:their|its) \w+|[’']s (?:report|letter|inspectors|team))?|[Tt]he (?:lead )?[Ii]nspectors?"
    r"|[Ii]nspectors|[Tt]he (?:Ofsted |OFSTED |inspection |monitoring visit )*(?:[Rr]eport|[Ll]etter|watchdog|regulator)"
    rf"|(?:(?:[Ll]ead|Ofsted|HM) )*[Ii]nspector {_NAME})"
)
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey)"
_SAY = (
    r"(?:said|says|told|added|adds|stated|states|explained|explains|commented|asked|queried|enquired|replied|responded|answered"
    r"|noted|advised|reported|felt|thought|suggested|mentioned|continued|confirmed|clarified|emphasi[sz]ed|stressed|highlighted"
    r"|outlined|informed|warned|welcomed|argued|insisted|admitted|went through|gave|presented|introduced|brought in|acknowledged)"
)
_FIND = (
    r"(?:found|finds|identified|recogni[sz]ed|recogni[sz]es|concluded|judged|praised|saw|observed|rated|recommended|called|described"
    r"|calls|described|criticised|liked|wanted|asked for|looked at)"
)
_HELPED = r"(?:(?:had|has|have|also|then|further|subsequently|both|therefore|in turn) ){0,3}"
_WHO = (
    rf"(?:(?P<inspectors>{_INSPECTORS})|(?P<member>{_MEMBER})|(?P<post>{_POST})|(?P<some>{_SOME})|(?P<pronoun>{_PRONOUN}\b)"
    rf"|(?P<name>{_NAME}))"
)
_ASIDE = r"(?:,? \([^()]{2,80}\)|, [^.;:?!]{2,150}?,)?"
_LEAD = r"(?:(?:[A-Z](?:[^.,;:?!()]|,(?! )){2,90}, )|(?:While|However|But|And|Then|Q,?) )?"
_BEFORE = re.compile(rf"{_LEAD}{_WHO}(?P<aside>{_ASIDE}) {_HELPED}(?:{_SAY}|(?P<find>{_FIND}))\b")
_SAID = r"(?:said|says|added|explained)"
_AFTER = re.compile(rf"Q,? (?:{_SAID} {_WHO}|{_WHO.replace('?P<', '?P<b_')} {_SAID})(?P<aside>, [^.;]{{2,120}})?")
_REPORT_SAYS = re.compile(
    r"(?:the )?(?:Ofsted|OFSTED)(?: report)?[’']s (?:\w+ ){0,2}(?:conclusion|finding|judgement|view|advice) (?:was|is|were|had been)\b",
    re.I,
)
_QUOTE = re.compile(
    r"“[^“”]{0,1500}(?:”|$)|\"[^\"]{0,1500}(?:\"|$)|(?<!\w)[‘'](?:[^‘’']|[’'](?=\w)){0,1500}(?:[’'](?!\w)|$)"
)
_QUESTIONED = re.compile(
    r"\b(?:when (?:questioned|asked)|in (?:response|reply|answer)|was told that|the answer was)\b", re.I
)
_GOES_ON = re.compile(r"(?:It|They|This|These|Inspectors|Ofsted|The (?:report|letter|inspectors))\b")
_NOT_A_NAME = frozenset(
    """The This That There It They He She We Members Officers Minutes Council Committee Panel Board Cabinet Following Since During
    In At On For Although After Before While When Children Services Councillors Directorate Review Progress Updates
    Most Some All Both""".split()
)


def tell_speakers(passages: Sequence[Passage], kind: Kind) -> list[Passage]:
    """Set whose words or view each passage reports, where its words leave no doubt; other kinds of document are left alone."""
    if kind not in _KINDS:
        return list(passages)
    listener = _Listener()
    return [replace(passage, said_by=listener.hear(passage)) for passage in passages]


class _Listener:
    """Reads a paper passage by passage, and remembers who spoke last."""

    def __init__(self) -> None:
        self._last: str | None = None
        self._people: dict[str, str] = {}  # by surname
        self._open = ""  # the sign with which a quotation began that runs on into the next paragraph

    def hear(self, passage: Passage) -> str | None:
        """Give whose words or view the passage reports, None if the paper's own or in doubt."""
        if passage.stance is Stance.DECISION:
            return None
        continued = bool(self._open) and passage.text.startswith(self._open)
        speaker = self._last if continued else self._speaker(passage.text)
        if speaker is None and not continued and passage.headings:
            lead_in = passage.headings[-1]
            speaker = self._speaker(lead_in) if re.search(r"(?::|[–-])-?$", lead_in) else None
        self._open = _left_open(passage.text) if speaker else ""
        self._last = speaker
        return speaker

    def _speaker(self, text: str) -> str | None:
        """Give the one speaker of a paragraph."""
        bare = _QUOTE.sub("Q", text)
        sentences = [bare[start:end] for start, end in sentence_spans(bare)]
        heard = [self._of_sentence(sentence) for sentence in sentences]
        first = heard[0] if heard else None
        if first is None or any(_QUESTIONED.search(sentence) for sentence in sentences[1:]):
            return None
        if first == OFSTED:
            clear = all(
                who == OFSTED or (who is None and _GOES_ON.match(s))
                for who, s in zip(heard[1:], sentences[1:], strict=True)
            )
            return OFSTED if clear else None
        return first if all(who in (None, first, OFSTED) for who in heard[1:]) else None

    def _of_sentence(self, sentence: str) -> str | None:
        if _REPORT_SAYS.match(sentence):
            return OFSTED
        match = _BEFORE.match(sentence[:400]) or _AFTER.match(sentence[:400])
        if not match:
            return None
        who = {name.removeprefix("b_"): words for name, words in match.groupdict().items() if words}
        if "inspectors" in who or "inspector" in who.get("aside", "").lower():
            self._remember(who.get("inspectors") or who.get("name", ""), OFSTED)
            return OFSTED
        if "find" in who:  # only inspectors find; a council that judged or praised is no speaker
            return None
        return self._named(who)

    def _named(self, who: dict[str, str]) -> str | None:
        if "pronoun" in who:
            return self._last
        named = who.get("member") or who.get("name") or ""
        if "name" in who and (named.split()[0] in _NOT_A_NAME or " " not in named):
            return None
        if named:
            known = self._people.get(_surname(named))
            said_by = known if known and not re.match(r"Councillor|Cllr", named) else named
            self._remember(named, said_by)
            return said_by
        words = who.get("post") or who.get("some")
        return words[0].lower() + words[1:] if words else None

    def _remember(self, named: str, said_by: str) -> None:
        if " " in named and named[-1].isalpha():
            self._people.setdefault(_surname(named), said_by)


def _surname(named: str) -> str:
    return named.rsplit(None, 1)[-1]


def _left_open(text: str) -> str:
    """Give the sign of a quotation that is not closed at the end of a paragraph; empty if none is."""
    for opening, closing in (("“", "”"), ("‘", "’"), ('"', '"')):
        last = _last_quote(text, opening)
        if last >= 0 and not re.search(rf"{closing}(?!\w)", text[last + 1 :]):
            return opening
    return ""


def _last_quote(text: str, opening: str) -> int:
    starts = [match.start() for match in re.finditer(rf"(?<!\w){opening}(?=\w)", text)]
    return starts[-1] if starts else -1
