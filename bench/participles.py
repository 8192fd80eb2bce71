"""The participles of verbs, for the sentences that `bench.restating` makes false."""

import re

_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    make:made take:taken give:given be:been have:had do:done see:seen know:known build:built hold:held meet:met find:found
    keep:kept begin:begun bring:brought become:become lead:led get:got go:gone teach:taught buy:bought send:sent
    grow:grown rise:risen fall:fallen write:written understand:understood set:set put:put spend:spent feel:felt say:said
    tell:told undertake:undertaken leave:left
    """.split()
)
# Verbs, by what is left of them without -ing.
_BASES = dict(
    pair.split(":")
    for pair in """
    mak:make tak:take giv:give hav:have leav:leave writ:write gett:get sett:set putt:put com:come becom:become
    undertak:undertake driv:drive
    """.split()
)


def done(verb: str) -> str:
    """The participle of a verb."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


def without_ing(stem: str) -> str:
    """The verb of which something is left without -ing: "make" of "mak"."""
    return _BASES.get(stem, stem)
