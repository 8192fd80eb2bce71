"""A statement as the check compares it: what it speaks of, and every word that bears on it, each with the word that it bears on."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from qa.writing.checking.lexicon import (
    ALIKE_STEMS,
    ASPECTS,
    BARE,
    BINDING,
    COUNTING,
    EMPTY,
    GLUE,
    LINKS,
    PREPOSITIONS,
    WHEN,
)
from qa.writing.checking.roots import bears, root_of, tells_how
from qa.writing.checking.tenses import verb_form
from qa.writing.checking.verbs import base_of, form_of, forms, of_gerund
from qa.writing.checking.wording import BREAK, OWNER, Word

_NO_ADVERBS = frozenset("family early only likely elderly timely reply supply assembly".split())


@dataclass(frozen=True)
class Thing:
    """A word that tells something.

    Attributes:
        root: the form in which it is compared: "understand" for "understanding".
        verb: for a form of a verb, which: "present", "past", "perfect", "ongoing", "passive", "bare -ing"; None for other words.
        base: the verb, without an ending.
        before: the preposition before it, if any.
        loose: it is one of a list, or in a phrase that opens the sentence without a comma, so that its preposition tells nothing.
        qualifies: it is a genitive, or stands straight before what it qualifies: "panel chair".
        adverb: it tells how: "regularly", "well".
        place: where it stands among all words.
    """

    root: str
    verb: str | None
    base: str | None
    before: str | None
    loose: bool
    qualifies: bool
    adverb: bool
    place: int


@dataclass(frozen=True)
class Statement:
    """A statement."""

    words: tuple[Word, ...]

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """The words that tell something, in order."""
        found: list[Thing] = []
        before: str | None = None
        for place, word in enumerate(self.words):
            if word.key in PREPOSITIONS and not self._is_infinitive(place):
                after_aspect = bool(found) and found[-1].root in ASPECTS and word.key == "of"
                before = None if after_aspect or self._leads_to_aspect(place) else word.key
            elif word.key in PREPOSITIONS or word.key == BREAK or word.key in LINKS or word.key in GLUE:
                before = before if word.key in BARE else None
            elif not bears(word) and word.key != OWNER:
                base = base_of(word.printed.lower())
                form = form_of(word.printed.lower())
                if form == "present" or (form == "ing" and self.words[place - 1].key in PREPOSITIONS):
                    before = None
                found.append(
                    Thing(
                        root_of(word),
                        verb_form(self.words, place),
                        base,
                        before,
                        self._is_loose(place),
                        self._qualifies(place),
                        tells_how(word),
                        place,
                    )
                )
        return tuple(found)

    def _is_infinitive(self, place: int) -> bool:
        if self.words[place].key != "to" or place + 1 == len(self.words):
            return False
        after = self.words[place + 1].printed.lower()
        return after in forms() or after in of_gerund()

    def _leads_to_aspect(self, place: int) -> bool:
        """True for the "in" and "of" in "plans are inconsistent in quality" and "are of inconsistent quality"."""
        if self.words[place].key not in ("in", "of"):
            return False
        ahead = [word for word in self.words[place + 1 : place + 4] if word.key != BREAK]
        ends = next((n for n, word in enumerate(ahead) if word.key in PREPOSITIONS or word.key in GLUE), len(ahead))
        return any(root_of(word) in ASPECTS for word in ahead[:ends])

    def _is_loose(self, place: int) -> bool:
        beside = {word.key for word in (*self.words[max(0, place - 1) : place], *self.words[place + 1 : place + 2])}
        opens = self.words[0].key in PREPOSITIONS and not any(
            w.key in PREPOSITIONS or w.key == BREAK for w in self.words[1:place]
        )
        return bool(beside & {BREAK, "and", "or"}) or opens

    def _qualifies(self, place: int) -> bool:
        after = self.words[place + 1] if place + 1 < len(self.words) else None
        if after is None or after.key == BREAK or form_of(after.printed.lower()) == "present":
            return False
        if after.key == "and" and place + 2 < len(self.words):
            return self._is_compound(place + 2)  # "intervention and prevention team"
        return after.key == OWNER or not (after.key in GLUE or after.key in PREPOSITIONS or bears(after))

    def _is_compound(self, place: int) -> bool:
        after = self.words[place + 1] if place + 1 < len(self.words) else None
        word = self.words[place]
        if after is None or word.key in GLUE or word.key in PREPOSITIONS or form_of(word.printed.lower()) == "present":
            return False
        return not (
            after.key in GLUE
            or after.key in PREPOSITIONS
            or after.key == BREAK
            or bears(after)
            or form_of(after.printed.lower())
        )

    def word_before(self, thing: Thing) -> str:
        """The word straight before a thing."""
        return self.words[thing.place - 1].key if thing.place else ""

    def before(self, thing: Thing) -> Thing | None:
        """What stands before a thing in the same clause, without adverbs."""
        ahead = [t for t in self.things if t.place < thing.place and not is_adverb(t)]
        divided = any(word.key == BREAK for word in self.words[ahead[-1].place : thing.place]) if ahead else False
        return None if not ahead or divided else ahead[-1]

    def after(self, thing: Thing) -> Thing | None:
        """What stands after a thing in the same clause, without adverbs."""
        behind = [t for t in self.things if t.place > thing.place and not is_adverb(t)]
        divided = any(word.key == BREAK for word in self.words[thing.place : behind[0].place]) if behind else False
        return None if not behind or divided else behind[0]

    @cached_property
    def neighbours(self) -> dict[str, list[tuple[str, str]]]:
        """The things on either side of each thing, for each time that it stands there."""
        roots = ["", *(t.root for t in self.things if t.root not in EMPTY and not is_adverb(t)), ""]
        found: dict[str, list[tuple[str, str]]] = {}
        for left, root, right in zip(roots, roots[1:], roots[2:], strict=False):
            found.setdefault(root, []).append((left, right))
        return found

    @cached_property
    def counted(self) -> Counter[str]:
        """The words that tell something, without those that are empty by themselves."""
        return Counter(thing.root for thing in self.things if thing.root not in EMPTY)

    def _head(self, thing: Thing) -> Thing:
        """The thing that a phrase is about: "assessments" in "most children's initial assessments"."""
        while thing.qualifies and (after := next((t for t in self.things if t.place > thing.place), None)):
            if after.place > thing.place + 2 or after.verb in ("present", "perfect", "ongoing") or after.adverb:
                break
            thing = after
        return thing

    @cached_property
    def named_again(self) -> Counter[str]:
        """What "these" or "such" names: it stands for what was named before."""
        return Counter(t.root for t in self.things if t.place and self.words[t.place - 1].key in ("this", "such"))

    @cached_property
    def bearing(self) -> list[tuple[str, frozenset[str]]]:
        """The words that deny, limit, count or link, each with what it bears on, where that matters: the next word, or its phrase."""
        found: list[tuple[str, frozenset[str]]] = []
        for place, word in enumerate(self.words):
            if not bears(word):
                continue
            key = ALIKE_STEMS.get(word.key, word.key)
            follows = next(
                (t for t in self.things if t.place > place and t.root not in EMPTY and t.root not in WHEN), None
            )
            bound = {follows.root} if follows and word.key in BINDING else set()
            if follows and bound and key in COUNTING:
                bound.add(self._head(follows).root)
            found.append((key, frozenset(bound)))
        return found

    @cached_property
    def times(self) -> Counter[str]:
        """When the statement holds: how often it tells of what was, and of what has been."""
        keys = Counter(word.key for word in self.words)
        forms_of = Counter(thing.verb for thing in self.things if thing.root not in EMPTY)
        past = keys["was"] + keys["had"] + keys["did"]
        return +Counter(
            {
                "past": past,
                "perfect": forms_of["perfect"] + forms_of["perfect passive"],
                "been": keys["been"] - sum(thing.verb == "perfect passive" for thing in self.things),
            }
        )

    @cached_property
    def agents(self) -> list[tuple[Thing | None, list[Thing]]]:
        """Who stands behind each "by", after the verb that stands before it."""
        found: list[tuple[Thing | None, list[Thing]]] = []
        for place, word in enumerate(self.words):
            if word.key == "by":
                verb = next(
                    (thing for thing in reversed(self.things) if thing.place < place and not thing.adverb), None
                )
                after = next(
                    (n for n in range(place + 1, len(self.words)) if self.words[n].key == "by"), len(self.words)
                )
                found.append((verb, [t for t in self.things if place < t.place < after and t.before == "by"]))
        return found

    @cached_property
    def joined(self) -> frozenset[frozenset[str]]:
        """The pairs of neighbours that "and", "or", "of" or a genitive joins."""
        pairs = zip(self.things, self.things[1:], strict=False)
        joining = {"and", "or", "of", OWNER, BREAK}
        between = ((one, two, {word.key for word in self.words[one.place + 1 : two.place]}) for one, two in pairs)
        return frozenset(frozenset((one.root, two.root)) for one, two, keys in between if not keys or keys & joining)


def is_adverb(thing: Thing) -> bool:
    """True for "regularly"."""
    return thing.adverb
