r"""A pattern -> the same pattern, written so that it is passed over faster where it can't match.

An engine tries each alternative at each letter. Where several in a row begin at the edge of a word, as most phrases do, the
edge is looked for once: `\bA|\bB` reads `\b(?:A|B)`. What matches, where, and which alternative does, stays the same.
"""

from collections.abc import Iterator
from itertools import groupby

_EDGE = r"\b"


def hastened(pattern: str) -> str:
    r"""The pattern with what its alternatives have in common at their start written once, in its groups too.

    >>> hastened(r"\bmeldt\b|\bmeldingen?|lek")
    '\\b(?:meldt\\b|meldingen?)|lek'
    """
    alternatives = [_with_groups_hastened(alternative) for alternative in _alternatives(pattern)]
    return "|".join(_at_edges(alternatives))


def in_any_case(pattern: str) -> str:
    """The pattern where case isn't minded, with its first letter written in both: alternatives are passed over by that.

    >>> in_any_case("verwerkers?")
    '[Vv](?i:erwerkers?)'
    """
    first, after = pattern[:1], pattern[1:2]
    if first.isascii() and first.isalpha() and after.isalpha():
        return f"[{first.upper()}{first.lower()}](?i:{pattern[1:]})"
    return f"(?i:{pattern})"


def _at_edges(alternatives: list[str]) -> Iterator[str]:
    for at_edge, run in groupby(alternatives, key=lambda one: one.startswith(_EDGE) and _may_lose_its_edge(one)):
        members = list(run)
        if at_edge and len(members) > 1:
            yield f"{_EDGE}(?:{'|'.join(member[len(_EDGE) :] for member in members)})"
        else:
            yield from members


def _may_lose_its_edge(alternative: str) -> bool:
    """Whether the edge stands by itself: "\\b?" or an edge with nothing behind it does not."""
    after = alternative[len(_EDGE) :]
    return bool(after) and after[0] not in "?*+{|"


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of `pattern`, its groups and classes whole."""
    depth = start = at = 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 2
            continue
        if character == "[":
            at = _class_end(pattern, at)
            continue
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        elif character == "|" and depth == 0:
            yield pattern[start:at]
            start = at + 1
        at += 1
    yield pattern[start:]


def _class_end(pattern: str, at: int) -> int:
    """Behind the class that opens at `at`; a bracket that closes stands for itself where it comes first."""
    at += 2 if pattern[at + 1] == "^" else 1
    at += 1 if pattern[at] == "]" else 0
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at + 1


def _with_groups_hastened(alternative: str) -> str:
    """The alternative with the inside of each of its groups hastened; what looks behind has a width to keep to."""
    pieces: list[str] = []
    at = 0
    while at < len(alternative):
        character = alternative[at]
        if character == "\\":
            pieces.append(alternative[at : at + 2])
            at += 2
        elif character == "[":
            end = _class_end(alternative, at)
            pieces.append(alternative[at:end])
            at = end
        elif character == "(":
            end = _group_end(alternative, at)
            pieces.append(_group_hastened(alternative[at:end]))
            at = end
        else:
            pieces.append(character)
            at += 1
    return "".join(pieces)


def _group_end(pattern: str, at: int) -> int:
    depth = 0
    while True:
        character = pattern[at]
        if character == "\\":
            at += 2
            continue
        if character == "[":
            at = _class_end(pattern, at)
            continue
        depth += (character == "(") - (character == ")")
        at += 1
        if depth == 0:
            return at


def _group_hastened(group: str) -> str:
    opening = _opening(group)
    return f"{opening}{hastened(group[len(opening) : -1])})" if opening else group


def _opening(group: str) -> str:
    """How a group opens, empty for one whose inside is left alone: a look behind, a condition, a comment, a reference."""
    if not group.startswith("(?"):
        return "("
    if group.startswith(("(?:", "(?=", "(?!", "(?>")):
        return group[:3]
    if group.startswith("(?P<"):
        return group[: group.index(">") + 1]
    flags = group[2 : group.find(":")] if ":" in group else ""
    return group[: group.index(":") + 1] if flags and set(flags) <= set("aiLmsux-") else ""
